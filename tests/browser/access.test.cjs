// Every page of a seat: names for a screen reader, the focus on what is new, enough contrast, no sideways scroll.
const { test } = require("node:test");
const assert = require("node:assert/strict");
const { inRoom, join, heading, state, tryNow, CODE } = require("./harness.cjs");
const { faint, overflow, picture } = require("./looks.cjs");
const { QUESTIONS, SCENES } = require("./scenes.cjs");

const SIZES = [[320, 568], [390, 844], [820, 1180]];

async function each(page, host, look) {
  for (const [name, frame] of Object.entries(SCENES)) {
    host.show(frame);
    await page.waitForFunction((text) => document.querySelector("h1").textContent.includes(text), frame.title || (frame.t === "question" ? frame.stem : ""));
    await look(name, frame);
  }
}

// Pages on which something was done.
async function answers(page, host, look) {
  host.show(QUESTIONS.choice);
  await page.locator(".option", { hasText: "Track Two" }).tap();
  await look("picked");
  await page.getByRole("button", { name: "Send" }).tap();
  await state(page, "✓ Saved");
  await look("saved");
  host.show(QUESTIONS.several);
  await page.locator(".option", { hasText: "workshops" }).tap();
  await look("marked");
  host.show(QUESTIONS.match);
  await page.getByLabel("Joseph Montville").selectOption("0");
  await look("matched");
  host.down = true;
  host.cut();
  await page.getByRole("alert").waitFor();
  await look("cut-off");
  host.down = false;
  await tryNow(page);
}

const SHOWS = SIZES.flatMap(([width, height]) => ["light", "dark"].map((colorScheme) => ({ viewport: { width, height }, colorScheme })));
for (const { viewport, colorScheme } of SHOWS) {
  test(`${viewport.width} pixels, ${colorScheme}: nothing is faint, nothing scrolls sideways`, () =>
    inRoom({ viewport, colorScheme }, async (page, host, address) => {
      const look = async (name) => {
        assert.deepEqual(await overflow(page), [], name);
        assert.deepEqual(await faint(page), [], name);
        await picture(page, `${name}-${viewport.width}-${colorScheme}`);
      };
      await page.goto(address);
      await page.getByLabel("The code on the wall").waitFor();
      await look("code");
      await page.goto("about:blank");
      await page.goto(`${address}#${CODE}`);
      await page.getByLabel("Your name").fill("Ana Maria Wolfeschlegelsteinhausenbergerdorff");
      await look("name");
      await page.getByRole("button", { name: "Join" }).click();
      await heading(page, "You are in");
      await each(page, host, look);
      await answers(page, host, look);
    }));
}

test("with text twice as large nothing scrolls sideways at 320 pixels", () =>
  inRoom({ viewport: { width: 320, height: 568 } }, async (page, host, address) => {
    await join(page, address);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await each(page, host, async (name) => {
      assert.deepEqual(await overflow(page), [], name);
      await picture(page, `${name}-320-twice`);
    });
  }));

test("whatever takes the focus has a name, and a new page its heading", () =>
  inRoom({}, async (page, host, address) => {
    await join(page, address);
    const reader = await page.context().newCDPSession(page);
    await each(page, host, async (name, frame) => {
      const { nodes } = await reader.send("Accessibility.getFullAXTree");
      const said = (node, what) => (node[what] ? String(node[what].value) : "");
      const roles = ["button", "radio", "checkbox", "textbox", "combobox", "link", "radiogroup", "group", "list", "timer", "heading", "img"];
      const nameless = nodes.filter((node) => !node.ignored && ["button", "radio", "checkbox", "textbox", "combobox", "link", "heading"].includes(said(node, "role")) && !said(node, "name").trim());
      assert.deepEqual(nameless.map((node) => said(node, "role")), [], name);
      assert.ok(nodes.some((node) => roles.includes(said(node, "role"))));
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1", name);
      if (frame.t === "question" && frame.may === "answer") {
        const asked = nodes.filter((node) => said(node, "name").includes(frame.stem.slice(0, 20)));
        assert.ok(asked.length >= 2, `${name}: the fields are not named after the question`);
      }
    });
  }));

test("a thing that is moved keeps the focus, and its new place is told", () =>
  inRoom({}, async (page, host, address) => {
    await join(page, address);
    host.show(QUESTIONS.order);
    await page.getByRole("button", { name: "Move A down" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("#status", { hasText: "Camp David: now 2 of 4" }).waitFor({ state: "attached" });
    assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Move A down/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.locator("#status", { hasText: "now 4 of 4" }).waitFor({ state: "attached" });
  }));

test("the page needs no secure context and nothing from elsewhere", () =>
  inRoom({}, async (page, host, address) => {
    const fetched = [];
    page.on("request", (request) => fetched.push(request.url()));
    await join(page, address);
    assert.equal(await page.evaluate(() => window.isSecureContext), false);
    assert.deepEqual(fetched.filter((url) => !url.startsWith("data:")), [address]);
  }));
