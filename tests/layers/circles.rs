//! No circle among the modules of `ui`: of the modules in one folder, none uses one that uses it, by whatever way.
//! A module and those inside it are one room: a child may name its parent.

use std::collections::{BTreeMap, BTreeSet};

use super::sources;

/// A module by its path, such as `["ui", "screens", "home"]`.
type Path = Vec<String>;

#[test]
fn no_modules_of_ui_stand_in_a_circle() {
    let files: Vec<(Path, String)> = { sources().into_iter() }
        .filter(|(path, _)| path.starts_with("src/ui/") && !path.contains("tests"))
        .map(|(path, text)| (module(&path), text))
        .collect();
    assert!(files.len() > 60, "only {} modules found", files.len());
    let circles = circles(&files);
    assert!(circles.is_empty(), "modules in a circle:\n{}", circles.join("\n"));
}

#[test]
fn a_circle_is_found() {
    let file = |path: &str, text: &str| (module(path), text.to_owned());
    let two = [
        file("src/ui/app.rs", "use super::screens::{Screen, help};"),
        file("src/ui/screens/mod.rs", "mod home;\nuse home::Home;"),
        file("src/ui/screens/home.rs", "use super::Screen;\nuse crate::ui::{app::{self, Opening}, keys};"),
        file("src/ui/keys.rs", "use super::context::Context;"),
        file("src/ui/context.rs", ""),
    ];
    assert_eq!(circles(&two), ["ui: app, screens"]);
}

/// Each circle as the folder and the modules in it.
fn circles(files: &[(Path, String)]) -> Vec<String> {
    let known: BTreeSet<&Path> = files.iter().map(|(path, _)| path).collect();
    let mut arrows: BTreeMap<(Path, String), BTreeSet<String>> = BTreeMap::new();
    for (from, text) in files {
        for to in uses(from, text).into_iter().filter_map(|path| deepest(&path, &known)) {
            let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
            if shared < from.len() && shared < to.len() {
                arrows.entry((from[..shared].to_vec(), from[shared].clone())).or_default().insert(to[shared].clone());
            }
        }
    }
    let mut found: BTreeMap<Path, BTreeSet<String>> = BTreeMap::new();
    for (folder, name) in arrows.keys() {
        if reached(&arrows, folder, name).contains(name) {
            found.entry(folder.clone()).or_default().insert(name.clone());
        }
    }
    let line = |(folder, names): (Path, BTreeSet<String>)| {
        format!("{}: {}", folder.join("/"), names.into_iter().collect::<Vec<_>>().join(", "))
    };
    found.into_iter().map(line).collect()
}

/// Every module of `folder` that `name` uses, by whatever way.
fn reached(arrows: &BTreeMap<(Path, String), BTreeSet<String>>, folder: &Path, name: &str) -> BTreeSet<String> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![name.to_owned()]);
    while let Some(next) = open.pop() {
        for to in arrows.get(&(folder.clone(), next)).into_iter().flatten() {
            if seen.insert(to.clone()) {
                open.push(to.clone());
            }
        }
    }
    seen
}

fn module(path: &str) -> Path {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

/// The module that holds what `path` names.
fn deepest(path: &[String], known: &BTreeSet<&Path>) -> Option<Path> {
    (1..=path.len()).rev().map(|n| path[..n].to_vec()).find(|path| known.contains(path))
}

/// The full path of everything that `text`, the source of `module`, names with `use`.
fn uses(module: &Path, text: &str) -> Vec<Path> {
    let lines = text.split("use ").skip(1).filter_map(|rest| rest.split_once(';')).map(|(tree, _)| tree);
    lines.flat_map(expanded).map(|path| absolute(module, &path)).collect()
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn expanded(tree: &str) -> Vec<Path> {
    let (front, group) = tree.split_once('{').unwrap_or((tree, ""));
    let front: Path =
        { front.split("::") }.filter_map(|name| name.split_whitespace().next()).map(str::to_owned).collect();
    let Some(group) = group.trim_end().strip_suffix('}') else { return vec![front] };
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in group.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match parts.last_mut() {
            Some(part) if c != ',' || depth > 0 => part.push(c),
            _ => parts.push(String::new()),
        }
    }
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| expanded(&part)).map(|rest| [front.clone(), rest].concat()).collect()
}

/// The path from the root of the crate. What begins with a name of its own is looked for inside the module.
fn absolute(module: &Path, path: &[String]) -> Path {
    if path.first().is_some_and(|name| name == "crate") {
        return path[1..].to_vec();
    }
    let up = path.iter().take_while(|name| *name == "super").count();
    let here = path.iter().take_while(|name| *name == "self").count();
    [&module[..module.len().saturating_sub(up)], &path[up + here..]].concat()
}
