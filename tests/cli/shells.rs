//! `completions` and `man`: what a shell and a reader of manuals get.

use super::*;

#[test]
fn completions_are_scripts_that_know_the_commands() {
    for (shell, mark) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef ninetracks"),
        ("fish", "complete -c ninetracks"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let script =
            ninetracks().args(["completions", shell]).assert().success().stderr("").get_output().stdout.clone();
        let text = String::from_utf8(script.clone()).unwrap();
        for word in [mark, "quiz", "learn", "profile", "course"] {
            assert!(text.contains(word), "{shell}: no `{word}`");
        }
    }
}

#[test]
fn the_bash_completions_are_valid() {
    let script = ninetracks().args(["completions", "bash"]).output().unwrap().stdout;
    let checked = match Process::new("bash").args(["-n"]).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn() {
        Err(_) => return eprintln!("no bash here"),
        Ok(mut bash) => {
            std::io::Write::write_all(&mut bash.stdin.take().unwrap(), &script).unwrap();
            bash.wait_with_output().unwrap()
        }
    };
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn the_manual_is_a_manual() {
    let page = ninetracks().arg("man").assert().success().stderr("");
    let said = String::from_utf8(page.get_output().stdout.clone()).unwrap();
    for section in ["COMMANDS", "KEYS", "FILES", "ENVIRONMENT", "EXIT STATUS", "EXAMPLES"] {
        assert!(said.contains(&format!(".SH {section}\n.")), "{section} is missing or empty");
    }
    assert!(said.contains("NINETRACKS_DATA") && said.contains("choose a quiz"), "{said}");
    page.stdout(
        predicate::str::contains(".TH ninetracks 1")
            .and(predicate::str::contains(".SH SYNOPSIS"))
            .and(predicate::str::contains("quiz"))
            .and(predicate::str::contains("ninetracks\\-learn(1)").not()),
    );
}
