//! What each screen is for and what its signs mean, as the help says it.

use super::Screen;

/// What the help says before and after the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// A sentence on what the screen is for.
    pub what: &'static str,
    /// Its signs, each with what it means; empty where there is none that needs a word.
    pub signs: &'static str,
}

impl Screen {
    /// What it is for.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        Purpose { what: self.what_for(), signs: self.signs() }
    }

    fn what_for(&self) -> &'static str {
        match self {
            Self::Home(_) => "Where you left off, what is due today, and every lesson.",
            Self::Lesson(_) => "A lesson to read, page by page. Now and then a question asks what you remember of it.",
            Self::Cards(_) => {
                "Recall the answer, turn the card, and say how well you knew it: that decides when the card comes back."
            }
            Self::CardPractice(_) => "Cards to practise. When each comes back stays as it is.",
            Self::CardBrowser(_) => {
                "Every card of the course: find one, see how well you know it, set it aside, or practise from it on."
            }
            Self::QuizSetup(_) => {
                "Choose what the quiz is about, how long it is, and whether answers are explained at once or at the end."
            }
            Self::Placement(_) => "A test before the course and one after it, which show what you have gained.",
            Self::Quiz(_) => {
                "Questions on the lessons. In practice each answer is explained at once, in an exam after the last."
            }
            Self::Results(_) => "What you earned, and the questions to look at again.",
            Self::Scenarios(_) => "Cases in which you decide in a role, give your reason, and see what comes of it.",
            Self::Scenario(_) => {
                "Decide, say why, and see what changes. At the end your reasons are weighed and the roads not taken shown."
            }
            Self::DrillSetup(_) => "Prepare questions for a class that plays in teams before one screen.",
            Self::Drill(_) => "A class answers in teams before one screen, and you enter what they say.",
            Self::Classes(_) => "Your classes: who is in each, and how each pupil did.",
            Self::SchoolClass(_) => "The pupils of a class, what each of them needs, and how each did.",
            Self::Reports(_) => "Drills and papers that several people took, each with its report.",
            Self::Report(_) => "How a class did, person by person and question by question.",
            Self::Statistics(_) => "How regularly you study, how much you remember, and what is weak.",
            Self::Memory(_) => "How your forgetting is predicted, and what it costs to remember more.",
            Self::Wheel(_) => {
                "The categories of the course around what they have in common; turn to one to read of it."
            }
            Self::Search(_) => "Find words anywhere in the course.",
            Self::Notes(_) => "Your notes and bookmarks. Each leads to its section.",
            Self::Profiles(_) => "Several learners can share this computer; each has a profile.",
            Self::Settings(_) => "Everything that can be set. At the end of a row stands where its value comes from.",
            Self::Library(_) => "The terms, works and cases of the course, and where each is used.",
            Self::Courses(_) => {
                "The courses on this computer. Add one, bring questions in, or write them for other programs."
            }
            Self::Exchange(_) => "Bring in courses and questions, or write them for other programs.",
            Self::Problems(_) => "What is wrong in the files of the course, where, and what to do.",
            Self::FlagForm(_) => "Tell the author what is wrong here.",
        }
    }

    fn signs(&self) -> &'static str {
        match self {
            Self::Home(_) => {
                "● section read · ○ not read yet · cards: the share that you have learned · quiz: your latest score on the lesson alone · — none yet"
            }
            Self::Lesson(_) => "underlined: a term to look up · [3] a source · ▸ read on from here",
            Self::Cards(_) => "Beside each grade stands the time until then.",
            Self::CardBrowser(_) => {
                "suspended: not asked until you resume it · buried: not asked today · leech: forgotten eight times or more"
            }
            Self::QuizSetup(_) | Self::DrillSetup(_) => "seed: the same number draws the same questions",
            Self::Quiz(_) => "✓ right · ½ partly right · ✗ wrong · ○ right, but you did not pick it",
            Self::Results(_) => {
                "✓ right · ½ partly right · ✗ wrong · ○ right, but you did not pick it · seed: the same number draws the same questions"
            }
            Self::Scenario(_) => "■□ the meters at the top: how things stand, from 0 to 10",
            Self::Settings(_) => {
                "default: as it comes · file: set here · profile: set for this learner · variable, flag: set where the program was started, which comes first"
            }
            _ => "",
        }
    }
}
