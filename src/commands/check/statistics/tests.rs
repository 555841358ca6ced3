use super::read::report;
use crate::print::report::{SingleTable, csv, single_table};
use crate::study::report::evidence::ItemEvidence;
use crate::study::report::{Report, samples};

fn read(text: &str) -> anyhow::Result<Vec<ItemEvidence>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report");
    std::fs::write(&file, text).unwrap();
    report(&file)
}

/// What both forms say: figures to two places, letters and counts.
fn figures(items: &[ItemEvidence]) -> Vec<String> {
    let figure = |value: Option<f64>| value.map_or("none".to_owned(), |v| format!("{v:.2}"));
    let line = |it: &ItemEvidence| {
        let options: Vec<String> = it.options.iter().map(|o| format!("{}={} {}", o.mark, o.count, o.is_key)).collect();
        format!("{} {} {} {} {options:?}", it.id, it.answers, figure(it.facility), figure(it.discrimination))
    };
    items.iter().map(line).collect()
}

#[test]
fn a_papers_report_says_the_same_in_json_and_as_a_table() {
    for people in [3, 9, 30] {
        let report = Report::Test(samples::test(people));
        let json = read(&report.json()).unwrap();
        assert_eq!(json.len(), 7);
        assert_eq!(figures(&json), figures(&read(&single_table(&report, SingleTable::Items)).unwrap()));
    }
}

#[test]
fn every_report_that_is_written_is_read() {
    for report in samples::all() {
        let questions = match &report {
            Report::Drill(drill) => drill.questions.len(),
            Report::Test(test) => test.questions.len(),
        };
        assert_eq!(read(&report.json()).unwrap().len(), questions);
        if questions > 0 {
            assert_eq!(read(&single_table(&report, SingleTable::Items)).unwrap().len(), questions);
            assert_eq!(read(&csv(&report)).unwrap().len(), questions, "also among other tables");
        }
    }
}

#[test]
fn what_is_no_report_is_refused_with_what_to_do() {
    for text in ["", "{}", "{\"questions\": []}", "[1, 2]", "a,b\n1,2", "\u{0}"] {
        let why = format!("{:#}", read(text).unwrap_err());
        assert!(why.contains("report --json"), "{text:?}: {why}");
    }
}
