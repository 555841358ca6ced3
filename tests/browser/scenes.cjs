// Frames that a host may send: one question of each form, and all that a page shows besides.
const options = (...texts) => texts.map((text, place) => ({ label: "ABCDEFGHIJ"[place], text }));
const posed = (q, form, stem, how, more) => ({
  t: "question", q, number: q + 1, of: 12, form, stem, how, points: 1, picture: null, options: [], items: [], gaps: [], may: "answer", ends_in_ms: 60000, answered: null, ...more,
});

const QUESTIONS = {
  choice: posed(0, "choice", "A retired ambassador and three professors from both sides meet in a monastery, without mandate. Which track is it?", "Choose one.", {
    options: options("Track One", "Track One and a Half: officials in a private capacity beside private people", "Track Two", "Track Three"),
  }),
  several: posed(1, "several", "Which of these belong to Montville's three processes?", "Mark all that apply.", {
    options: options("Small problem-solving workshops", "Influencing public opinion", "Cooperative economic development", "Ratifying a treaty in parliament"),
  }),
  truth: posed(2, "choice", "Track Two replaces official diplomacy.", "True or false?", { options: [{ label: "T", text: "True" }, { label: "F", text: "False" }] }),
  order: posed(3, "order", "Put these meetings in order, from the first to the last.", "Put in order, from first to last.", {
    options: options("Camp David", "The Dartmouth Conference", "Oslo: the secret channel through a research institute", "Burton's London workshop"),
  }),
  match: posed(4, "match", "Who does what?", "Match each item; at least one partner is left over.", {
    items: ["Joseph Montville", "Herbert Kelman", "John McDonald"],
    options: options("coined the words Track Two in a journal article of 1981", "held interactive workshops", "widened five tracks to nine", "led the talks at Camp David"),
  }),
  number: posed(5, "text", "In which year did the words “Track Two” first appear in print?", "Type your answer. Case, accents and kind of numeral do not matter.", { gaps: [null], ends_in_ms: null }),
  gaps: posed(6, "text", "Track One is (1) diplomacy, Track Two is (2).", "Fill in every gap.", { gaps: ["(1)", "(2)"] }),
  long: posed(7, "choice", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft?\nA second line, and https://example.org/a/very/long/address/that/does/not/break/anywhere/at/all.", "Which track?", {
    options: options(...["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"].map((name) => `Track ${name}, ${"whose name is followed by many words ".repeat(2)}`)),
  }),
  picture: posed(8, "choice", "Who stands in the middle?", "Choose one.", { picture: "Three people on a lawn shake hands; the one in the middle has his arms around both.", options: options("The host", "A guest") }),
  buzz: posed(9, "choice", "Who coined the words Track Two?", "Choose one.", { may: "buzz", options: options("Montville", "Kelman") }),
  watch: posed(10, "choice", "Who coined the words Track Two?", "Choose one.", { may: "watch", options: options("Montville", "Kelman") }),
};

// What each is answered with below.
const ANSWERS = { choice: 2, several: [0, 2], truth: 1, order: [0, 1, 3, 2], match: [0, null, 2], number: ["1981"], gaps: ["official", "unofficial"] };

const RESULT = {
  t: "result", q: 1, number: 2, of: 12, stem: QUESTIONS.several.stem, verdict: "partly", points: 0.33, most: 1, total: 2.33,
  rows: [
    { label: "A", text: "Small problem-solving workshops", mark: "right", taken: true, why: null },
    { label: "B", text: "Influencing public opinion", mark: "missed", taken: false, why: "Montville's second process: it makes room for leaders to move." },
    { label: "C", text: "Cooperative economic development", mark: "right", taken: true, why: null },
    { label: "D", text: "Ratifying a treaty in parliament", mark: "wrong", taken: true, why: "That is the work of Track One." },
  ],
  why: "He names workshops, public opinion and economic cooperation, in this order of how near they come to the decision makers.",
  source: "Montville 1987, pp. 7-8 · lesson 5, section 2",
};
const END = { t: "end", total: 7.5, most: 12, place: 3, of: 27, missed: ["Who coined the words Track Two?", QUESTIONS.choice.stem], keep: "/mine/1f00" };

const WAITS = {
  lobby: { t: "wait", title: "You are in", lines: ["The first question comes soon."] },
  between: { t: "wait", title: "Look at the wall", lines: ["The next question comes soon.", "Owls lead with 7 points."] },
  paused: { t: "wait", title: "Paused", lines: ["The clock stands still."] },
};

const right = { ...RESULT, verdict: "right", points: 1, total: 3, rows: RESULT.rows.slice(0, 1) };
const wrong = { ...RESULT, verdict: "wrong", points: 0, total: 0, rows: [RESULT.rows[3], RESULT.rows[1]] };
// Every page that a seat may see, by name.
const SCENES = { ...WAITS, ...QUESTIONS, partly: RESULT, right, wrong, end: END };

module.exports = { QUESTIONS, ANSWERS, RESULT, END, WAITS, SCENES };
