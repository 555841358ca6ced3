"use strict";
// What a page shows besides a question: joining, waiting, results, the end. Text is put in as text, never as HTML.

const $ = (id) => document.getElementById(id);
const button = (text, act) => el("button", { type: "button", class: "plain", onclick: act }, text);
const rounded = (points) => String(Math.round(points * 100) / 100);
const counted = (points) => `${rounded(points)} ${points === 1 ? "point" : "points"}`;

// Told to a screen reader; the same words twice are told twice.
function say(text) {
  $("status").textContent = "";
  setTimeout(() => ($("status").textContent = text), 50);
}

// Puts `parts` on the page. What begins with a heading takes the focus there, so that it is read from its start.
function show(...parts) {
  const main = $("main");
  while (main.firstChild) main.firstChild.remove();
  main.append(...parts.filter((part) => part));
  const heading = main.querySelector("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  window.scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

// Shapes of teams, in a box of 16.
const SHAPES = {
  circle: "M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1z",
  square: "M2 2h12v12H2z",
  triangle: "M8 1l7 13H1z",
  diamond: "M8 0l7 8-7 8-7-8z",
  star: "M8 0l2.3 5.3 5.7.5-4.3 3.8L13 15.3 8 12.3l-5 3 1.3-5.7L0 5.8l5.7-.5z",
  cross: "M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z",
  ring: "M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1zM8 5a3 3 0 1 0 0 6A3 3 0 1 0 8 5z",
  bar: "M0 5.5h16v5H0z",
};

function shape(team) {
  const svg = (tag, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
    return made;
  };
  const drawn = svg("svg", { viewBox: "-1 -1 18 18", class: "shape", role: "img", "aria-label": team.shape });
  drawn.append(svg("path", { d: SHAPES[team.shape] || SHAPES.circle, fill: `var(--t${team.colour})` }));
  return drawn;
}

// Who sits here, and for which team.
function showSeat(seat) {
  const who = $("who");
  who.textContent = seat ? seat.name : "";
  if (seat && seat.team) who.append(" · ", shape(seat.team), seat.team.name);
}

function showTotal(total) {
  $("score").textContent = typeof total === "number" ? counted(total) : "";
}

const aboutData = () => el("p", {}, el("a", { href: "/data" }, "What is kept about you?"));

// A field with its problem, if any; gives what was entered to `act`.
function entry({ title, label, field, problem, done, act }) {
  const trouble = el("p", { class: "state wrong problem", id: "trouble" }, problem);
  const go = el("button", { type: "submit", class: "main" }, done);
  const form = el("form", { novalidate: true }, el("div", { class: "field" }, el("label", { for: "entry" }, label), field), trouble, go);
  field.id = "entry";
  field.setAttribute("aria-describedby", "trouble");
  if (problem) field.setAttribute("aria-invalid", "true");
  form.onsubmit = (event) => {
    event.preventDefault();
    const value = field.value.trim();
    if (value === "") {
      field.focus();
      return;
    }
    go.disabled = true;
    go.textContent = "One moment…";
    say("One moment…");
    act(value);
  };
  show(el("h1", {}, title), form, aboutData());
  if (problem) say(problem);
  field.focus();
}

const plainField = (more) => el("input", Object.assign({ type: "text", autocomplete: "off", autocorrect: "off", spellcheck: "false" }, more));

function askCode(code, problem, act) {
  const field = plainField({ value: code, maxlength: 12, autocapitalize: "characters", class: "code" });
  entry({ title: "Join the class", label: "The code on the wall", field, problem, done: "Go on", act: (value) => act(value.toUpperCase()) });
}

function askName(name, problem, act) {
  const field = plainField({ value: name, maxlength: 60, autocapitalize: "words" });
  entry({ title: "What is your name?", label: "Your name, as the class will see it", field, problem, done: "Join", act });
}

function pickName(names, problem, act) {
  const field = el("select", {}, el("option", { value: "" }, "Choose…"), ...names.map((name) => el("option", { value: name }, name)));
  entry({ title: "Who are you?", label: "Your name on the class list", field, problem, done: "Join", act });
}

function showWords(title, lines, ...more) {
  show(el("h1", {}, title), ...lines.map((line) => el("p", { dir: "auto" }, line)), ...more);
}

const VERDICTS = {
  right: ["✓", "Right"],
  partly: ["½", "Partly right"],
  wrong: ["✗", "Not right"],
  none: ["–", "No answer"],
  void: ["–", "This question does not count"],
  vote: ["○", "Here is the answer"],
};
const MARKS = { right: "✓ Right", partly: "½ Partly right", wrong: "✗ Not right", missed: "✓ Right, but missed", none: "" };

const progress = ({ number, of }) => (of > 1 ? `Question ${number} of ${of}` : "");

function resultRow(row) {
  const tag = [MARKS[row.mark], row.taken && "your answer"].filter((part) => part).join(" · ");
  return el(
    "li",
    { class: row.mark },
    el("span", { dir: "auto" }, row.label ? el("b", {}, row.label) : null, row.text),
    tag ? el("span", { class: "tag" }, tag) : null,
    row.why ? el("span", { class: "why", dir: "auto" }, row.why) : null
  );
}

function showResult(result) {
  const [sign, verdict] = VERDICTS[result.verdict] || VERDICTS.none;
  const earned = result.verdict === "void" || result.verdict === "vote" ? "" : `${rounded(result.points)} of ${counted(result.most)}`;
  show(
    el("div", { class: "line" }, el("p", {}, progress(result)), el("p", {}, earned)),
    el("h1", { class: `verdict ${result.verdict}` }, el("span", { class: "sign", "aria-hidden": "true" }, sign), verdict),
    el("p", { dir: "auto" }, result.stem),
    el("ul", { class: "rows" }, ...result.rows.map(resultRow)),
    result.why ? el("p", { dir: "auto" }, result.why) : null,
    result.source ? el("p", { class: "source", dir: "auto" }, result.source) : null
  );
}

function showEnd(end, leave) {
  const place = typeof end.place === "number" ? el("p", {}, `Place ${end.place} of ${end.of}`) : null;
  const missed = end.missed || [];
  const again = missed.length ? [el("h2", {}, "To look at again"), el("ul", { class: "rows" }, ...missed.map((text) => el("li", { dir: "auto" }, text)))] : [];
  const keep = end.keep ? el("p", {}, el("a", { href: end.keep }, "Your page to keep, with the answers")) : null;
  show(
    el("h1", {}, "That was the last question"),
    el("p", { class: "total" }, `${rounded(end.total)} of ${counted(end.most)}`),
    place,
    ...again,
    keep,
    el("p", {}, button("Forget me on this device", leave)),
    aboutData()
  );
}
