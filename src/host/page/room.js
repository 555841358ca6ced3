"use strict";
// The room as one seat lives it: what the host says, what is shown for it, what goes back. docs/live.md has the words.

// The open question: its answer as it stands here (`answer`), on its way (`sent`) and on the teacher's disk (`kept`).
let asked = null;
let seat = null;
// What somebody who joins has said so far.
let joining = null;
let unreachable = 0;

const wire = connection({ hello, heard, changed });
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function hello() {
  const secret = memory.get("secret");
  return secret ? { t: "back", secret } : joining && Object.assign({ t: "join" }, joining);
}

function changed(connected) {
  clearTimeout(unreachable);
  if (connected) {
    $("offline").textContent = "";
    unreachable = 0;
  } else if ($("offline").textContent === "") {
    // Most breaks are over before anybody has to read of them.
    unreachable = setTimeout(tellBreak, 1500);
  }
}

function tellBreak() {
  $("offline").append(
    el("p", {}, "No connection to the teacher's computer. Trying again… Is this device still in the class's Wi-Fi? Phones may leave it: switch mobile data off."),
    el("div", { id: "unsent" }),
    button("Try now", wire.awake)
  );
  tellUnsent();
}

// What is not on the teacher's disk, and how it gets there by voice.
function tellUnsent() {
  const at = $("unsent");
  if (!at || !asked) return;
  const { question: it, answer, kept, sent } = asked;
  const code = FORMS[it.form] && FORMS[it.form].ready(answer) && kept === null ? ticket(memory.get("secret"), memory.get("seat"), it, answer) : null;
  at.textContent = "";
  if (sent !== null) at.append(el("p", {}, "Your answer is kept here and goes out as soon as the connection is back."));
  if (code) at.append(el("p", {}, "Or show your teacher this code before the answer is revealed:"), el("p", { class: "ticket" }, code));
}

// --- Joining

function start(problem) {
  seat = asked = null;
  showSeat(null);
  showTotal(null);
  const scanned = location.hash.slice(1).toUpperCase();
  if (scanned && !problem) join({ code: scanned });
  else askCode(scanned, problem, (code) => join({ code }));
}

function join(said) {
  joining = said;
  if (!wire.send(hello())) wire.open();
}

const joinAs = (name) => join({ code: joining.code, name });

function leave() {
  wire.stop();
  memory.clear();
  history.replaceState(null, "", location.pathname);
  start();
}

function welcome(frame) {
  if (memory.get("secret") !== frame.secret) {
    memory.clear();
    memory.set("secret", frame.secret);
  }
  joining = null;
  memory.set("seat", frame.seat);
  seat = { name: frame.name, team: frame.team };
  showSeat(seat);
}

function refused({ code, why, again }) {
  if (code === "time" || code === "answer") late(why);
  else if (code === "gone") {
    memory.clear();
    start(location.hash.length > 1 ? "" : why);
  } else if (!again) {
    wire.stop();
    showWords(why, [], el("p", {}, button("Start again", leave)));
  } else if (code === "name" && joining) askName(joining.name || "", joining.name && why, joinAs);
  else if (code === "list" && joining) join({ code: joining.code });
  else {
    wire.stop();
    askCode((joining && joining.code) || "", why, (typed) => join({ code: typed }));
  }
}

// --- Questions

function question(frame) {
  memory.set("begun", true);
  if (asked && asked.question.q === frame.q && asked.question.may === frame.may && $("answer")) {
    asked.question = frame;
  } else {
    const draft = memory.get("draft");
    const own = draft && draft.q === frame.q ? draft : { sent: null };
    const form = FORMS[frame.form];
    const answer = own.answer !== undefined ? own.answer : frame.answered !== null ? frame.answered : form ? form.blank(frame) : null;
    asked = { question: frame, answer, sent: own.sent, touched: own.answer !== undefined };
    showQuestion();
  }
  asked.kept = frame.answered;
  asked.ends = typeof frame.ends_in_ms === "number" ? performance.now() + frame.ends_in_ms : null;
  asked.span = Math.max(asked.span || 0, frame.ends_in_ms || 0);
  asked.over = false;
  if (asked.sent !== null && !same(asked.sent, asked.kept)) deliver();
  else asked.sent = null;
  settle();
  tick();
}

function showQuestion() {
  const { question: it, answer } = asked;
  const form = FORMS[it.form];
  const body = form && it.may === "answer" ? [answering(form.draw(it, answer, change, say))] : [waiting(it), listed(it)];
  show(
    el("div", { class: "line" }, el("p", {}, progress(it)), el("p", { class: "clock", id: "clock", role: "timer" })),
    el("div", { class: "left", id: "left", "aria-hidden": "true" }, el("div")),
    el("h1", { id: "stem", dir: "auto" }, it.stem),
    it.picture ? el("p", { class: "dim", dir: "auto" }, `Picture: ${it.picture}`) : null,
    ...body
  );
}

// For who may not answer now: the button to ask for the floor, or who has it.
function waiting(it) {
  if (it.may !== "buzz") return el("p", { class: "dim" }, "Another team has the floor.");
  const buzz = el("button", { type: "button", class: "main buzz" }, "I know it!");
  buzz.onclick = () => wire.send({ t: "buzz", q: it.q });
  return buzz;
}

// The options, to read.
function listed(it) {
  return el("ul", { class: "rows" }, ...it.options.map((option) => el("li", { dir: "auto" }, el("b", {}, option.label), option.text)));
}

function answering(fields) {
  const it = asked.question;
  const form = el("form", { id: "answer", novalidate: true });
  form.append(
    el("p", { class: "prompt", id: "how" }, it.how ? it.how.charAt(0).toUpperCase() + it.how.slice(1) : ""),
    fields,
    el("div", { class: "foot" }, el("p", { class: "state", id: "state" }), el("button", { type: "submit", class: "main", id: "send" }, "Send"))
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    if (FORMS[it.form].ready(asked.answer) && !asked.over) deliver();
  };
  return form;
}

function remember() {
  memory.set("draft", { q: asked.question.q, answer: asked.answer, sent: asked.sent });
}

function change(answer) {
  asked.answer = answer;
  asked.touched = true;
  remember();
  settle();
}

// Sends the answer; when there is no connection it goes out with the question's next coming.
function deliver() {
  if (asked.question.may !== "answer") return;
  asked.sent = asked.answer;
  remember();
  wire.send({ t: "answer", q: asked.question.q, answer: asked.sent });
  settle();
}

function saved({ q }) {
  if (!asked || asked.question.q !== q || asked.sent === null) return;
  asked.kept = asked.sent;
  asked.sent = null;
  remember();
  settle();
}

function late(why) {
  if (!asked) return;
  asked.sent = null;
  remember();
  settle();
  tell(why, "wrong");
}

function closed({ q }) {
  if (!asked || asked.question.q !== q) return;
  asked.over = true;
  asked.ends = null;
  settle();
}

let told = "";
function tell(text, kind) {
  const state = $("state");
  if (!state) return;
  state.textContent = text;
  state.className = `state ${kind}`;
  if (text && text !== told) say(text);
  told = text;
}

// The line and the button under the answer say where it stands.
function settle() {
  tellUnsent();
  const send = $("send");
  if (!send) return;
  const { question: it, answer, kept, sent, over } = asked;
  const isKept = kept !== null && same(answer, kept);
  const isSent = sent !== null && same(answer, sent);
  $("answer").querySelectorAll("input, select, button").forEach((part) => part !== send && (part.disabled = over));
  send.disabled = over || isKept || isSent || !FORMS[it.form].ready(answer);
  send.textContent = isKept ? "Saved" : isSent ? "Sent" : kept !== null ? "Send the change" : "Send";
  if (over) tell(kept !== null ? "✓ Saved. No more answers: wait for the result." : "No more answers: wait for the result.", kept !== null ? "saved" : "");
  else if (isKept) tell("✓ Saved. You can change it while the question is open.", "saved");
  else if (isSent) tell("Sent: not saved yet…", "");
  else tell(kept !== null ? "Changed, not sent. Your first answer counts until you send." : "", "");
}

// The clock is the host's: it sent how much was left, and sends it again whenever the page comes back.
function tick() {
  const clock = $("clock");
  if (!clock || !asked) return;
  const left = asked.ends === null ? null : Math.max(0, asked.ends - performance.now());
  $("left").hidden = left === null;
  if (left === null) {
    clock.textContent = "";
    return;
  }
  const seconds = Math.ceil(left / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  if (text !== clock.textContent) {
    clock.textContent = text;
    clock.classList.toggle("soon", seconds <= 10);
    if (seconds === 10) say("10 seconds left");
  }
  $("left").firstChild.style.transform = `scaleX(${asked.span ? left / asked.span : 0})`;
  // What was chosen and not sent goes out with the last second: the host allows for the way.
  if (left === 0) {
    const form = FORMS[asked.question.form];
    if (asked.touched && asked.sent === null && !same(asked.answer, asked.kept) && form && form.ready(asked.answer)) deliver();
    closed({ q: asked.question.q });
  }
}
setInterval(tick, 250);

// --- What the host says

const HEARD = {
  welcome,
  refused,
  question,
  saved,
  closed,
  names: ({ names }) => pickName(names, "", joinAs),
  wait({ title, lines }) {
    asked = null;
    const other = seat && !memory.get("begun") ? el("p", {}, button("Not you?", leave)) : null;
    showWords(title, lines, other);
  },
  result(frame) {
    asked = null;
    showTotal(frame.total);
    showResult(frame);
  },
  end(frame) {
    asked = null;
    showTotal(null);
    showEnd(frame, leave);
  },
  away() {
    wire.stop();
    showWords("Open on another page", ["Your seat is used in another window or on another device."], el("p", {}, button("Use this one", wire.open)));
  },
  removed({ why }) {
    wire.stop();
    memory.clear();
    seat = null;
    showSeat(null);
    showWords(why || "Your teacher took this seat out.", [], el("p", {}, button("Start again", leave)));
  },
};

function heard(frame) {
  const act = Object.prototype.hasOwnProperty.call(HEARD, frame.t) && HEARD[frame.t];
  if (act) act(frame);
}

// Another code was scanned or typed into the address.
window.addEventListener("hashchange", () => !memory.get("secret") && start());

if (memory.get("secret")) {
  showWords("One moment…", []);
  wire.open();
} else start();
