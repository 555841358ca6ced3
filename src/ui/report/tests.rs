use super::*;
use crate::study::report::samples;
use crate::ui::theme::ColourScheme;

fn shown(report: &Report, width: usize) -> Vec<String> {
    lines(report, &Theme::named(ColourScheme::None), width).iter().map(ToString::to_string).collect()
}

#[test]
fn no_line_is_wider_than_asked() {
    for report in samples::all() {
        for width in [40, 56, 76, 120] {
            for line in lines(&report, &Theme::named(ColourScheme::Dark), width) {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn a_drill_on_the_screen() {
    let mut drill = samples::drill();
    drill.questions.truncate(3);
    insta::assert_snapshot!(shown(&Report::Drill(drill), 76).join("\n"));
}

#[test]
fn two_votes_stand_one_under_the_other() {
    let all = shown(&Report::Drill(samples::argued()), 76).join("\n");
    let from = all.find("Hands by option").unwrap();
    insta::assert_snapshot!(all[from..].lines().take(11).collect::<Vec<_>>().join("\n"), @"
    Hands by option: before arguing (outline) and after (filled)
          A  A passenger       □                               1
                                                               0
          B  A clerk           □□□□□□□□                        7
                               ■■                              2
          C  A harbour master  □□□□□□□□□□                      8
                               ■■■■                            3
          D  A pilot ✓ key     □□□□□□□□□□□                     9
                               ■■■■■■■■■■■■■■■■■■■■■■■■        20

        Right before arguing: 36 %; after: 80 %, which is 69 % of what was still
    ");
}

#[test]
fn a_quiz_of_few_people_on_the_screen() {
    let mut test = samples::test(3);
    test.questions.truncate(2);
    insta::assert_snapshot!(shown(&Report::Test(test), 76).join("\n"));
}
