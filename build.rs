//! Packs the built-in course (`lessons/`, `quizzes/`, `assets/`) into the binary: every file's text, compressed, and
//! beside it the same decoded, since reading RON at each start would cost more than everything else.
//! A file that cannot be read is packed as text only; the app then says what is wrong with it.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde::Serialize;
use serde::de::DeserializeOwned;

#[allow(dead_code, unused_imports, unreachable_pub, reason = "the app uses the rest, and shows it to others")]
#[path = "src/course/model/mod.rs"]
mod model;
#[allow(dead_code, unreachable_pub, reason = "the app uses the rest, and shows it to others")]
#[path = "src/course/outline.rs"]
mod outline;

const FOLDERS: [&str; 4] = ["assets", "lessons", "quizzes", "quizzes/scenarios"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut table = String::from("pub(crate) static FILES: &[EmbeddedFile] = &[\n");
    let mut course = Parts::default();
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        for name in names(&root.join(folder)) {
            let path = format!("{folder}/{name}");
            // A checkout may have turned line ends into those of Windows.
            let text = fs::read_to_string(root.join(&path))?.replace("\r\n", "\n");
            let packed = course.pack(&path, text.strip_prefix('\u{feff}').unwrap_or(&text));
            let compressed = out.join(path.replace('/', "-")).with_extension("deflate");
            fs::write(&compressed, compress(&text)?)?;
            let text = literal(&compressed);
            let _ = writeln!(table, "({path:?}, include_bytes!({text}), {}),", place(&out, &path, packed)?);
        }
    }
    pictures(&root, &mut table)?;
    fs::write(out.join("outline.postcard"), encode(&course.outline()))?;
    table.push_str(
        "pub(crate) static OUTLINE: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/outline.postcard\"));\n",
    );
    println!("cargo::rustc-env=COURSE_MODEL={:016x}", model_of_a_course(&root)?);
    start_without_relocations();
    fs::write(out.join("embedded.rs"), table)
}

/// Of what the parts of a course look like: what one program keeps of a course, no other reads.
fn model_of_a_course(root: &Path) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    for place in
        ["src/course/model", "src/course/outline.rs", "src/course/cache", "src/course/markdown_file", "Cargo.lock"]
    {
        println!("cargo::rerun-if-changed={place}");
        let place = root.join(place);
        let mut files = if place.is_dir() {
            fs::read_dir(&place)?.map(|e| Ok(e?.path())).collect::<io::Result<Vec<_>>>()?
        } else {
            vec![place]
        };
        files.sort_unstable();
        for file in files {
            fs::read(file)?.hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

/// A program at a fixed place needs none of its eleven thousand pointers mended at each start, which would touch forty
/// pages before the first frame. Only where the linker is known to do it.
fn start_without_relocations() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|v| v == value);
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

/// Ends the table of files and begins one of pictures, as they are.
fn pictures(root: &Path, table: &mut String) -> io::Result<()> {
    const FOLDER: &str = "assets/pictures";
    table.push_str("];\npub(crate) static PICTURES: &[(&str, &[u8])] = &[\n");
    let Ok(entries) = fs::read_dir(root.join(FOLDER)) else {
        table.push_str("];\n");
        return Ok(());
    };
    let mut found: Vec<PathBuf> = entries.map(|e| Ok(e?.path())).collect::<io::Result<_>>()?;
    found.sort_unstable();
    for path in found {
        let name = format!("{FOLDER}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        let _ = writeln!(table, "({name:?}, include_bytes!({})),", literal(&path));
    }
    table.push_str("];\n");
    Ok(())
}

#[derive(Default)]
struct Parts {
    lessons: Vec<model::Lesson>,
    banks: Vec<model::Bank>,
    scenarios: Vec<model::Scenario>,
}

impl Parts {
    fn pack(&mut self, path: &str, text: &str) -> Option<Vec<u8>> {
        match path.split_once('/')? {
            ("lessons", _) => keep(text, &mut self.lessons),
            ("quizzes", name) if name.starts_with("scenarios/") => keep(text, &mut self.scenarios),
            ("quizzes", _) => keep(text, &mut self.banks),
            ("assets", "references.ron") => read::<Vec<model::Reference>>(text).map(|it| encode(&it)),
            ("assets", "cases.ron") => read::<Vec<model::Case>>(text).map(|it| encode(&it)),
            ("assets", "schemes.ron") => read::<Vec<model::Scheme>>(text).map(|it| encode(&it)),
            ("assets", "course.ron") => read::<model::About>(text).map(|it| encode(&it)),
            _ => None,
        }
    }

    fn outline(&self) -> outline::Outline {
        let bank = |lesson: &model::Lesson| self.banks.iter().find(|b| b.lesson == lesson.id);
        outline::Outline {
            lessons: self.lessons.iter().map(|l| outline::LessonOutline::of(l, bank(l))).collect(),
            scenarios: self.scenarios.iter().flat_map(outline::ScenarioOutline::sides).collect(),
        }
    }
}

fn keep<T: Serialize + DeserializeOwned>(text: &str, kept: &mut Vec<T>) -> Option<Vec<u8>> {
    let it: T = read(text)?;
    let packed = encode(&it);
    kept.push(it);
    Some(packed)
}

fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME).from_str(text).ok()
}

fn encode<T: Serialize>(it: &T) -> Vec<u8> {
    postcard::to_stdvec(it).unwrap_or_default()
}

fn compress(text: &str) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes())?;
    encoder.finish()
}

/// Writes what was packed beside the table and gives the expression that embeds it.
fn place(out: &Path, path: &str, packed: Option<Vec<u8>>) -> io::Result<String> {
    let Some(packed) = packed else { return Ok("None".into()) };
    let file = out.join(path.replace('/', "-")).with_extension("postcard");
    fs::write(&file, packed)?;
    Ok(format!("Some(include_bytes!({}))", literal(&file)))
}

/// A path as a Rust string literal.
fn literal(path: &Path) -> String {
    format!("{:?}", path.to_string_lossy())
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let named = entries.flatten().filter_map(|e| e.file_name().into_string().ok());
    let mut names: Vec<String> =
        named.filter(|n| Path::new(n).extension().is_some_and(|e| e == "ron") && !n.starts_with('.')).collect();
    names.sort_unstable();
    names
}
