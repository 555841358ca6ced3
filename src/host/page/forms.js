"use strict";
// The five ways to answer. Each form has `blank` (nothing said yet), `ready` (whether that can be sent), `draw` (the elements,
// which call `change` with the new answer). Answers are as they go over the wire.

function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  Object.keys(attributes || {}).forEach((name) => {
    const value = attributes[name];
    if (typeof value === "function") made[name] = value;
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  });
  children.forEach((child) => child !== null && child !== undefined && made.append(child));
  return made;
}

const unseen = (text) => el("span", { class: "unseen" }, text);
const badge = (label) => el("span", { class: "badge" }, label);
const words = (text) => el("span", { class: "words", dir: "auto" }, text);

// Options as radio buttons or checkboxes: the whole row is the label.
function picks(question, answer, change, many) {
  const taken = (place) => (many ? answer.indexOf(place) >= 0 : answer === place);
  const rows = question.options.map((option, place) => {
    const box = el("input", { type: many ? "checkbox" : "radio", name: "answer", value: place, checked: taken(place) });
    const row = el("label", { class: "option" }, box, badge(option.label), words(option.text), el("span", { class: "tick", "aria-hidden": "true" }, "✓"));
    box.onchange = () => {
      rows.forEach((each) => each.classList.toggle("on", each.firstChild.checked));
      const on = rows.map((each, at) => (each.firstChild.checked ? at : -1)).filter((at) => at >= 0);
      change(many ? on : on[0]);
    };
    box.onfocus = () => row.classList.toggle("focus", seenFocus(box));
    box.onblur = () => row.classList.remove("focus");
    row.classList.toggle("on", taken(place));
    return row;
  });
  return el("fieldset", { class: many ? "many" : "one", "aria-labelledby": "stem how" }, ...rows);
}

// Browsers that do not know the word show every focus.
function seenFocus(element) {
  try {
    return element.matches(":focus-visible");
  } catch (unknown) {
    return true;
  }
}

// Things to sort: buttons for everybody, and the letter as a handle to drag by.
function sorting(question, answer, change, say) {
  const list = el("ol", { "aria-labelledby": "stem how" });
  const things = () => Array.from(list.children);
  const named = (thing) => question.options[thing.dataset.place].text;

  function settle() {
    things().forEach((thing, at) => {
      thing.querySelector(".place").textContent = at + 1;
      const [up, down] = thing.querySelectorAll(".move");
      // A button that has the focus must not lose it by becoming disabled.
      up.setAttribute("aria-disabled", at === 0);
      down.setAttribute("aria-disabled", at === list.children.length - 1);
    });
  }

  // It is the neighbour that moves: the thing that was touched keeps focus and pointer.
  function shift(thing, up) {
    const neighbour = up ? thing.previousElementSibling : thing.nextElementSibling;
    if (!neighbour) return false;
    list.insertBefore(neighbour, up ? thing.nextElementSibling : thing);
    settle();
    change(things().map((each) => Number(each.dataset.place)));
    return true;
  }

  function told(thing, up) {
    if (shift(thing, up)) say(`${named(thing)}: now ${things().indexOf(thing) + 1} of ${list.children.length}`);
  }

  function drag(thing, event) {
    const past = (neighbour, up) => {
      if (!neighbour) return false;
      const box = neighbour.getBoundingClientRect();
      const middle = box.top + box.height / 2;
      return up ? event.clientY < middle : event.clientY > middle;
    };
    while (past(thing.previousElementSibling, true) && shift(thing, true));
    while (past(thing.nextElementSibling, false) && shift(thing, false));
  }

  answer.forEach((place) => {
    const option = question.options[place];
    const handle = badge(option.label);
    const button = (sign, up) =>
      el("button", { type: "button", class: "move", "aria-label": `Move ${option.label} ${up ? "up" : "down"}: ${option.text}`, onclick: () => told(thing, up) }, sign);
    const thing = el("li", { class: "thing", "data-place": place }, el("span", { class: "place" }), handle, words(option.text), button("↑", true), button("↓", false));
    handle.onpointerdown = (event) => {
      handle.setPointerCapture(event.pointerId);
      thing.classList.add("held");
      handle.onpointermove = (moved) => drag(thing, moved);
    };
    handle.onpointerup = handle.onpointercancel = () => {
      thing.classList.remove("held");
      handle.onpointermove = null;
    };
    list.append(thing);
  });
  settle();
  return list;
}

// A list to choose from for each item; a long choice is cut in its box, so it stands below in full.
const CUT = 30;
const CUT_WIDE = 60;
function matching(question, answer, change) {
  const joined = answer.slice();
  const fields = question.items.map((item, at) => {
    const full = el("p", { class: "full", dir: "auto" });
    const choices = question.options.map((option, place) =>
      el("option", { value: place, selected: joined[at] === place }, `${option.label}  ${option.text}`)
    );
    const list = el("select", { id: `item${at}` }, el("option", { value: "" }, "Choose…"), ...choices);
    const settle = () => {
      const text = joined[at] === null ? "" : question.options[joined[at]].text;
      full.textContent = text.length > CUT ? text : "";
      full.hidden = text.length <= CUT;
      full.classList.toggle("fits", text.length <= CUT_WIDE);
    };
    list.onchange = () => {
      joined[at] = list.value === "" ? null : Number(list.value);
      settle();
      change(joined.slice());
    };
    settle();
    return el("div", { class: "field" }, el("label", { for: `item${at}`, dir: "auto" }, `${at + 1}. ${item}`), list, full);
  });
  return el("div", { role: "group", "aria-labelledby": "stem how" }, ...fields);
}

function typing(question, answer, change) {
  const typed = answer.slice();
  const alone = question.gaps.length === 1;
  const fields = question.gaps.map((gap, at) => {
    const field = el("input", {
      type: "text", id: `gap${at}`, value: typed[at], maxlength: 200, dir: "auto",
      autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: alone ? "send" : "next",
    });
    field.oninput = () => {
      typed[at] = field.value;
      change(typed.slice());
    };
    const label = gap || (alone ? "Your answer" : `Gap ${at + 1}`);
    return el("div", { class: "field" }, el("label", { for: `gap${at}`, dir: "auto" }, label), field);
  });
  return el("div", { role: "group", "aria-labelledby": "stem how" }, ...fields);
}

const FORMS = {
  choice: { blank: () => null, ready: (answer) => answer !== null, draw: (question, answer, change) => picks(question, answer, change, false) },
  several: { blank: () => [], ready: (answer) => answer.length > 0, draw: (question, answer, change) => picks(question, answer, change, true) },
  order: { blank: (question) => question.options.map((_, place) => place), ready: () => true, draw: sorting },
  match: { blank: (question) => question.items.map(() => null), ready: (answer) => answer.some((place) => place !== null), draw: matching },
  text: { blank: (question) => question.gaps.map(() => ""), ready: (answer) => answer.some((text) => text.trim() !== ""), draw: typing },
};
