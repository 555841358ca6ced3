// Every form is answered, by touch and by keyboard alone; an answer is sent, then saved, then explained.
const { test } = require("node:test");
const assert = require("node:assert/strict");
const { inRoom, join, heading, state } = require("./harness.cjs");
const { QUESTIONS, ANSWERS, RESULT, END } = require("./scenes.cjs");

const pick = (page, text) => page.locator(".option", { hasText: text }).tap();
const TOUCH = {
  choice: (page) => pick(page, "Track Two"),
  several: async (page) => {
    await pick(page, "workshops");
    await pick(page, "treaty");
    await pick(page, "economic");
    await pick(page, "treaty");
  },
  truth: (page) => pick(page, "False"),
  order: (page) => page.getByRole("button", { name: "Move D up" }).tap(),
  match: async (page) => {
    await page.getByLabel("Joseph Montville").selectOption("0");
    await page.getByLabel("John McDonald").selectOption("2");
  },
  number: (page) => page.getByRole("textbox", { name: "Your answer" }).fill("1981"),
  gaps: async (page) => {
    await page.getByRole("textbox", { name: "(1)" }).fill("official");
    await page.getByRole("textbox", { name: "(2)" }).fill("unofficial");
  },
};

// From the heading, which has the focus.
const KEYS = {
  choice: ["Tab", "Space", "ArrowDown", "ArrowDown"],
  several: ["Tab", "Space", "Tab", "Tab", "Space"],
  truth: ["Tab", "Space", "ArrowDown"],
  order: ["Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Enter"],
  // In a list a letter goes to the option that begins with it.
  match: ["Tab", "a", "Tab", "Tab", "c"],
  number: ["Tab", ..."1981"],
  gaps: ["Tab", ..."official", "Tab", ..."unofficial"],
};

async function press(page, keys) {
  for (const key of keys) await page.keyboard.press(key);
}

for (const kind of Object.keys(ANSWERS)) {
  test(`${kind}: touched, sent, then saved, then explained`, () =>
    inRoom({}, async (page, host, address) => {
      await join(page, address);
      host.saves = false;
      host.show(QUESTIONS[kind]);
      await heading(page, QUESTIONS[kind].stem);
      await TOUCH[kind](page);
      const answer = host.next("answer");
      await page.getByRole("button", { name: "Send" }).tap();
      assert.deepEqual(await answer, { t: "answer", q: QUESTIONS[kind].q, answer: ANSWERS[kind] });
      await state(page, "not saved yet");
      host.show({ t: "saved", q: QUESTIONS[kind].q });
      await state(page, "✓ Saved");
      host.show({ t: "closed", q: QUESTIONS[kind].q });
      await state(page, "No more answers");
      assert.ok(await page.getByRole("button", { name: "Saved" }).isDisabled());
      host.show(RESULT);
      await heading(page, "Partly right");
      await page.getByText(RESULT.why).waitFor();
      await page.getByText("✓ Right, but missed").waitFor();
      assert.equal(await page.locator("#score").textContent(), "2.33 points");
    }));

  test(`${kind}: by keyboard alone`, () =>
    inRoom({ hasTouch: false, isMobile: false }, async (page, host, address) => {
      await join(page, address);
      host.show(QUESTIONS[kind]);
      await heading(page, QUESTIONS[kind].stem);
      await press(page, KEYS[kind]);
      const answer = host.next("answer");
      // Until the button that sends has the focus.
      while ((await page.evaluate(() => document.activeElement.id)) !== "send") await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.deepEqual((await answer).answer, ANSWERS[kind]);
      await state(page, "✓ Saved");
    }));
}

test("an order is dragged by its letter", () =>
  inRoom({ hasTouch: false, isMobile: false }, async (page, host, address) => {
    await join(page, address);
    host.show(QUESTIONS.order);
    const handle = await page.locator(".thing .badge").first().boundingBox();
    const last = await page.locator(".thing").last().boundingBox();
    await page.mouse.move(handle.x + 5, handle.y + 5);
    await page.mouse.down();
    await page.mouse.move(handle.x + 5, last.y + last.height, { steps: 20 });
    await page.mouse.up();
    const answer = host.next("answer");
    await page.getByRole("button", { name: "Send" }).click();
    assert.deepEqual((await answer).answer, [1, 2, 3, 0]);
  }));

test("a saved answer can be changed, and says so until the change is saved", () =>
  inRoom({}, async (page, host, address) => {
    await join(page, address);
    host.show(QUESTIONS.choice);
    await pick(page, "Track Two");
    await page.getByRole("button", { name: "Send" }).tap();
    await state(page, "✓ Saved");
    await pick(page, "Track Three");
    await state(page, "not sent");
    const answer = host.next("answer");
    await page.getByRole("button", { name: "Send the change" }).tap();
    assert.equal((await answer).answer, 3);
    await state(page, "✓ Saved");
  }));

test("what was chosen and not sent goes out when the time is up", () =>
  inRoom({}, async (page, host, address) => {
    await page.clock.install();
    await join(page, address);
    host.show({ ...QUESTIONS.choice, ends_in_ms: 20000 });
    await pick(page, "Track Two");
    const answer = host.next("answer");
    await page.clock.fastForward(20000);
    assert.equal((await answer).answer, 2);
    await state(page, "✓ Saved. No more answers");
  }));

test("nothing is sent for a seat that chose nothing", () =>
  inRoom({}, async (page, host, address) => {
    await page.clock.install();
    await join(page, address);
    host.show({ ...QUESTIONS.order, ends_in_ms: 20000 });
    await heading(page, QUESTIONS.order.stem);
    await page.clock.fastForward(20000);
    await state(page, "No more answers");
    assert.equal(host.heard.filter((frame) => frame.t === "answer").length, 0);
  }));

test("the clock shows what the host says is left, and takes a longer time", () =>
  inRoom({}, async (page, host, address) => {
    await page.clock.install();
    await join(page, address);
    host.show({ ...QUESTIONS.choice, ends_in_ms: 15000 });
    await page.getByRole("timer").getByText("0:15").waitFor();
    await page.clock.fastForward(5000);
    await page.getByRole("timer").getByText("0:10").waitFor();
    await page.locator("#status", { hasText: "10 seconds left" }).waitFor({ state: "attached" });
    host.show({ ...QUESTIONS.choice, ends_in_ms: 75000 });
    await page.getByRole("timer").getByText("1:15").waitFor();
  }));

test("a buzzer is one button, and who has not the floor watches", () =>
  inRoom({}, async (page, host, address) => {
    await join(page, address);
    host.show(QUESTIONS.buzz);
    const buzz = host.next("buzz");
    await page.getByRole("button", { name: "I know it!" }).tap();
    assert.equal((await buzz).q, QUESTIONS.buzz.q);
    host.show({ ...QUESTIONS.buzz, may: "watch" });
    await page.getByText("Another team has the floor.").waitFor();
    await page.getByRole("listitem").filter({ hasText: "Montville" }).waitFor();
    assert.equal(await page.getByRole("radio").count(), 0);
    host.show({ ...QUESTIONS.buzz, may: "answer" });
    await page.getByRole("radio").first().waitFor();
  }));

test("texts are texts, whatever they hold", () =>
  inRoom({}, async (page, host, address) => {
    await join(page, address);
    const stem = "<img src=x onerror=\"document.title='hit'\"> & <b>bold</b>";
    host.show({ ...QUESTIONS.choice, stem });
    await heading(page, stem);
    assert.equal(await page.locator("main img, main b").count(), 0);
  }));

test("the end says the score, the place and what to look at again", () =>
  inRoom({}, async (page, host, address) => {
    await join(page, address);
    host.show(END);
    await heading(page, "That was the last question");
    await page.getByText("7.5 of 12 points").waitFor();
    await page.getByText("Place 3 of 27").waitFor();
    assert.equal(await page.getByRole("link", { name: "Your page to keep" }).getAttribute("href"), END.keep);
    await page.getByText(END.missed[0]).waitFor();
  }));
