use ninetracks::course::{check, report, Course};
fn main() -> std::process::ExitCode {
    let dir = std::env::args().nth(2);
    let course = match dir { Some(d) => Course::open(d.as_ref()), None => Course::builtin() };
    let course = match course { Ok(c) => c, Err(e) => { eprintln!("{e}"); return 1.into() } };
    let found = check::check(&course);
    for f in &found { println!("{}\n", report::render(f, report::Ink::Plain)); }
    println!("{} findings", found.len());
    u8::from(check::fails(&found)).into()
}
