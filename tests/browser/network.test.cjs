// A phone sleeps, reloads and loses its network; its seat, its answer and its draft stay.
const { test } = require("node:test");
const assert = require("node:assert/strict");
const { inRoom, join, heading, state, tryNow, CODE } = require("./harness.cjs");
const { QUESTIONS, RESULT, WAITS } = require("./scenes.cjs");

const pick = (page, text) => page.locator(".option", { hasText: text }).tap();
const send = (page) => page.getByRole("button", { name: "Send" }).tap();
const sight = (page, hidden) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

test("a reload comes back to the seat, the saved answer and the draft", () =>
  inRoom({}, async (page, host, address) => {
    await join(page, address);
    host.show(QUESTIONS.choice);
    await pick(page, "Track Two");
    await send(page);
    await state(page, "✓ Saved");
    await page.reload();
    await heading(page, QUESTIONS.choice.stem);
    await state(page, "✓ Saved");
    assert.ok(await page.getByRole("radio", { name: "Track Two" }).isChecked());
    host.show(QUESTIONS.gaps);
    await page.getByRole("textbox", { name: "(1)" }).fill("offi");
    await page.reload();
    await heading(page, QUESTIONS.gaps.stem);
    assert.equal(await page.getByRole("textbox", { name: "(1)" }).inputValue(), "offi");
    assert.equal(host.seats.size, 1);
  }));

test("an answer given without a network goes out when it is back, once", () =>
  inRoom({}, async (page, host, address) => {
    await page.clock.install();
    await join(page, address);
    host.show(QUESTIONS.choice);
    await heading(page, QUESTIONS.choice.stem);
    host.down = true;
    host.cut();
    await pick(page, "Track Two");
    await send(page);
    await state(page, "not saved yet");
    await page.clock.fastForward(2000);
    await page.getByRole("alert").getByText("Your answer is kept here").waitFor();
    const code = await page.locator(".ticket").textContent();
    assert.match(code, /^([A-HJ-NP-RT-Z2-46-9]{4}-){2}[A-HJ-NP-RT-Z2-46-9]{4}$/);
    host.down = false;
    const answer = host.next("answer");
    await tryNow(page);
    assert.equal((await answer).answer, 2);
    await state(page, "✓ Saved");
    assert.equal(host.heard.filter((frame) => frame.t === "answer").length, 1);
  }));

test("it tries again ever more seldom, and comes back by itself", () =>
  inRoom({}, async (page, host, address) => {
    await page.clock.install();
    await join(page, address);
    host.down = true;
    host.cut();
    for (let second = 0; second < 60; second += 1) await page.clock.runFor(1000);
    assert.ok(host.refused >= 4 && host.refused <= 12, `${host.refused} tries in a minute`);
    host.down = false;
    let back = null;
    host.next("back").then((frame) => (back = frame));
    for (let second = 0; second < 30 && !back; second += 1) await page.clock.runFor(1000);
    await heading(page, "You are in");
    assert.ok(back);
  }));

test("after a sleep it asks anew, though the dead connection looks open", () =>
  inRoom({}, async (page, host, address) => {
    await page.clock.install();
    await join(page, address);
    host.show(QUESTIONS.choice);
    await heading(page, QUESTIONS.choice.stem);
    await pick(page, "Track Three");
    await sight(page, true);
    // The host goes on while the phone hears nothing.
    host.now = RESULT;
    await page.clock.fastForward(60000);
    const back = host.next("back");
    await sight(page, false);
    await back;
    await heading(page, "Partly right");
  }));

test("a frozen page catches up when it is thawed", () =>
  inRoom({}, async (page, host, address) => {
    await join(page, address);
    const phone = await page.context().newCDPSession(page);
    await phone.send("Page.setWebLifecycleState", { state: "frozen" });
    host.cut();
    host.now = QUESTIONS.choice;
    await phone.send("Page.setWebLifecycleState", { state: "active" });
    await heading(page, QUESTIONS.choice.stem);
  }));

test("a host that keeps silent is doubted and asked anew", () =>
  inRoom({}, async (page, host, address) => {
    await page.clock.install();
    await join(page, address);
    const beat = host.next(".");
    await page.clock.runFor(20000);
    await beat;
    host.deaf = true;
    const again = page.waitForEvent("websocket");
    await page.clock.runFor(20000 + 8000 + 1000);
    await again;
  }));

test("an idle page sends one byte in 20 seconds", () =>
  inRoom({}, async (page, host, address) => {
    await page.clock.install();
    let bytes = 0;
    page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => (bytes += payload.length)));
    await join(page, address);
    bytes = 0;
    for (let beats = 0; beats < 3; beats += 1) {
      const beat = host.next(".");
      await page.clock.runFor(20000);
      await beat;
    }
    assert.equal(bytes, 3);
  }));

test("another page takes the seat over, and this one gives way", () =>
  inRoom({}, async (page, host, address) => {
    await join(page, address);
    const other = await page.context().newPage();
    await other.goto(address);
    await heading(other, "You are in");
    await heading(page, "Open on another page");
    const away = heading(other, "Open on another page");
    await page.getByRole("button", { name: "Use this one" }).click();
    await heading(page, "You are in");
    await away;
    assert.equal(host.seats.size, 1);
  }));

for (const [refused, lasts] of [[["localStorage"], true], [["localStorage", "sessionStorage"], false]]) {
  test(`without ${refused.join(" and ")} a seat ${lasts ? "outlasts a reload" : "lasts as long as the page"}`, () =>
    inRoom({}, async (page, host, address) => {
      await page.addInitScript((refused) => {
        refused.forEach((name) =>
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException("refused", "SecurityError");
            },
          })
        );
      }, refused);
      await join(page, address);
      host.cut();
      host.show(WAITS.between);
      await heading(page, WAITS.between.title);
      await page.reload();
      if (lasts) await heading(page, WAITS.between.title);
      else await heading(page, "What is your name?");
    }));
}

test("a code is asked for where none was scanned, and a wrong one can be corrected", () =>
  inRoom({}, async (page, host, address) => {
    await page.goto(address);
    await page.getByLabel("The code on the wall").fill("XXXX");
    await page.keyboard.press("Enter");
    await page.getByText("Look at the wall again").waitFor();
    await page.getByLabel("The code on the wall").fill(CODE.toLowerCase());
    await page.keyboard.press("Enter");
    await page.getByLabel("Your name").fill("Rude");
    await page.keyboard.press("Enter");
    await page.getByText("Choose another name").waitFor();
    await page.getByLabel("Your name").fill("Ana");
    await page.keyboard.press("Enter");
    await heading(page, "You are in");
    assert.equal(await page.locator("#who").textContent(), "Ana");
  }));

test("a name is picked from the class list, with its team", () =>
  inRoom({}, async (page, host, address) => {
    host.names = ["Ana", "Bela"];
    host.team = { name: "Owls", colour: 2, shape: "triangle" };
    await page.goto(`${address}#${CODE}`);
    await page.getByLabel("Your name on the class list").selectOption("Bela");
    await page.getByRole("button", { name: "Join" }).click();
    await heading(page, "You are in");
    assert.equal(await page.locator("#who").textContent(), "Bela · Owls");
    await page.getByRole("img", { name: "triangle" }).waitFor();
    await page.getByRole("button", { name: "Not you?" }).click();
    await page.getByLabel("The code on the wall").waitFor();
  }));

test("a seat of an earlier room joins anew, and one that was taken out is told why", () =>
  inRoom({}, async (page, host, address) => {
    await join(page, address);
    host.seats.clear();
    host.cut();
    await page.getByLabel("Your name").fill("Ana");
    await page.getByRole("button", { name: "Join" }).click();
    await heading(page, "You are in");
    host.show({ t: "removed", why: "Your teacher took this seat out." });
    await heading(page, "Your teacher took this seat out.");
    await page.reload();
    await page.getByLabel("Your name").waitFor();
  }));
