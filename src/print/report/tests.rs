use super::*;
use crate::study::report::{Report, samples};

fn pages() -> Vec<(Report, String)> {
    samples::all().into_iter().map(|report| (report.clone(), html(&report))).collect()
}

#[test]
fn a_page_stands_by_itself() {
    for (_, page) in pages() {
        // The licence's address is words, not a link.
        let page = page.replace("(https://creativecommons.org/licenses/by/4.0/)", "");
        for word in ["<script", "http:", "https:", "//", "src=", "href=", "@import", "url("] {
            assert!(!page.contains(word), "{word}");
        }
        assert!(
            page.starts_with("<!DOCTYPE html>")
                && page.contains("prefers-color-scheme")
                && page.contains("@media print")
        );
    }
}

#[test]
fn every_question_and_everybody_stands_on_the_page() {
    for (report, page) in pages() {
        let stems: Vec<String> = match &report {
            Report::Drill(drill) => drill.questions.iter().map(|q| q.about.stem.clone()).collect(),
            Report::Test(test) => test
                .questions
                .iter()
                .map(|q| q.about.stem.clone())
                .chain(test.people.iter().map(|p| p.who.clone()))
                .collect(),
        };
        for stem in stems {
            let escaped = stem.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            assert!(page.contains(&escaped), "{escaped}");
        }
    }
}

#[test]
fn what_people_wrote_is_no_markup() {
    let page = html(&Report::Drill(samples::drill()));
    assert!(
        page.contains("&lt;b&gt;Bo&lt;/b&gt;")
            && page.contains("&lt;script&gt;x&lt;/script&gt;")
            && !page.contains('\u{202e}')
    );
    let page = html(&Report::Test(samples::test(10)));
    assert!(page.contains("&lt;i&gt;=Eve()") && !page.contains("<i>"));
}

#[test]
fn every_chart_says_what_it_shows() {
    for (_, page) in pages() {
        let charts: Vec<&str> = page.split("<svg").skip(1).collect();
        assert!(charts.iter().all(|svg| svg.contains("aria-label=\"")), "{charts:?}");
    }
    let page = html(&Report::Drill(samples::argued()));
    assert!(page.contains("aria-label=\"D A pilot: 20\"") && page.contains("class=\"fill hollow\""));
}

#[test]
fn no_bar_leaves_its_track() {
    for (_, page) in pages() {
        for width in page.split("width=\"").skip(1).filter_map(|rest| rest.split_once("%\"")).map(|(number, _)| number)
        {
            let share: f64 = width.parse().unwrap_or(0.0);
            assert!((0.0..=100.0).contains(&share), "{width}");
        }
    }
}

#[test]
fn a_spreadsheet_runs_nothing() {
    for report in samples::all() {
        let csv = csv(&report);
        let mut reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        for record in reader.records() {
            for cell in &record.unwrap() {
                assert!(
                    !cell.starts_with(['=', '+', '@']) && (!cell.starts_with('-') || cell.parse::<f64>().is_ok()),
                    "{cell}"
                );
            }
        }
    }
}

#[test]
fn a_drill_as_a_spreadsheet() {
    let mut drill = samples::drill();
    drill.questions.truncate(2);
    insta::assert_snapshot!(csv(&Report::Drill(drill)).trim_start_matches('\u{feff}'), @"
    team,name,Q1,Q2,points,could earn,right,answered,asked,place
    1,Ada,1,,2,4,2,2,4,1
    2,<b>Bo</b>,1,,1,4,1,3,4,2
    3,'=SUM(A1),0,,0,4,0,1,4,4
    4,Dot,,,1,3,1,1,3,2

    question,id,lesson,kind,stem,key,counted,facility,answers,facility of first vote,change,to practise
    1,q-choice,How a ferry is agreed,single choice,Who steers a ship through a channel?,A pilot; or A clerk,yes,0.6667,3,,,
    2,q-several,How a ferry is agreed,several right,Which of these are true of the harbour master? Choose two.,She speaks for the port; She may sign,skipped,,0,,,

    question,option,text,key,taken by,first vote
    1,A,A passenger,,0,
    1,B,A clerk,yes,1,
    1,C,A harbour master,,0,
    1,D,A pilot,yes,1,

    course,version,authors,source,licence,licence address
    The ferry course,1.0.0,,,CC BY 4.0,https://creativecommons.org/licenses/by/4.0/
    ");
}

#[test]
fn a_quiz_as_a_spreadsheet() {
    let mut test = samples::test(3);
    test.questions.truncate(1);
    insta::assert_snapshot!(csv(&Report::Test(test)).trim_start_matches('\u{feff}'), @"
    name,on,version,Q1,points,of,percent,right,answered,seconds
    Person 0,screen,A,,,,,,,1,1,7,14,1,1,61
    <i>=Eve()�,screen,A,1,,,,,,,1,7,14,1,1,61
    Person 2,paper,B,1,1,,,,,,2,7,29,2,2,61

    question,id,lesson,kind,stem,key,facility,discrimination index %,discriminative efficiency %,no answer,read the figures
    1,q-truefalse,How a ferry is agreed,true or false,The pilot may sign for Pellow.,False,0.6667,-50,-50,1,too few to read

    question,option,text,key,taken by,first vote
    1,T,True,,0,
    1,F,False,yes,2,

    figure,value,note
    Mean,1.3333,too few to read
    Median,1,too few to read
    Standard deviation,0.5774,too few to read
    Skewness,1.7321,too few to read
    Kurtosis,,it takes four attempts
    Internal consistency,-233.3333,too few to read
    Error ratio,182.5742,too few to read
    Standard error,1.0541,too few to read

    course,version,authors,source,licence,licence address
    The ferry course,1.0.0,,,CC BY 4.0,https://creativecommons.org/licenses/by/4.0/
    ");
}

#[test]
fn few_attempts_are_marked_in_every_form() {
    let few = Report::Test(samples::test(9));
    assert!(
        html(&few).contains("Too few to read")
            && csv(&few).contains("too few to read")
            && few.json().contains("Too few to read")
    );
    let enough = Report::Test(samples::test(10));
    assert!(!html(&enough).contains("Too few to read") && !csv(&enough).contains("too few"));
}
