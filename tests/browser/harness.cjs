// A Chromium, a fake host, and a seat in it. The address is no secure context, as in a classroom.
const { after, before } = require("node:test");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { chromium } = require("playwright-core");
const { FakeHost, CODE } = require("./fake_host.cjs");

const FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 };

let browser;
let folder;
before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "browser-"));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: [...FLAGS.split(" "), "--host-resolver-rules=MAP room.test 127.0.0.1"],
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
  });
});
after(async () => {
  await browser.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

// `play` gets a page on the room's address and its host. A page that throws or reports an error fails.
async function inRoom(options, play) {
  const host = new FakeHost();
  await host.start();
  const context = await browser.newContext({ ...PHONE, ...options });
  context.setDefaultTimeout(15000);
  const page = await context.newPage();
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  const address = `http://room.test:${host.port}/`;
  try {
    await play(page, host, address);
    if (trouble.length) throw new Error(trouble.join("\n"));
  } finally {
    await context.close();
    host.stop();
  }
}

// Two phones, which keep their seats apart.
async function twoPages(play) {
  const contexts = [await browser.newContext(PHONE), await browser.newContext(PHONE)];
  contexts.forEach((context) => context.setDefaultTimeout(20000));
  try {
    await play(await Promise.all(contexts.map((context) => context.newPage())));
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

// Comes by the QR code and says a name.
async function join(page, address, name = "Ana") {
  await page.goto(`${address}#${CODE}`);
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Join" }).click();
  await heading(page, "You are in");
}

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
const state = (page, text) => page.locator("#state", { hasText: text }).waitFor();

// Presses the button that tries again, if it has not come back by itself meanwhile.
async function tryNow(page) {
  await page.getByRole("button", { name: "Try now" }).tap({ timeout: 1000 }).catch(() => {});
  await page.locator("#offline:empty").waitFor({ state: "attached" });
}

module.exports = { inRoom, tryNow, twoPages, join, heading, state, CODE };
