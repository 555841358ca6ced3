// A lesson with the real host: two pages play every form; the host is killed in the middle of it and resumed.
const { test } = require("node:test");
const assert = require("node:assert/strict");
const { spawn } = require("child_process");
const fs = require("fs");
const net = require("net");
const os = require("os");
const path = require("path");
const { twoPages } = require("./harness.cjs");
const { faint, overflow, picture } = require("./looks.cjs");

const COURSE = path.join(__dirname, "../fixtures/course");
const QUESTIONS = 7;

const freePort = () =>
  new Promise((found) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

// `ninetracks host` as a process, and its teacher, who types lines.
class Host {
  constructor(data, port, more) {
    const words = ["--course", COURSE, "--data", data, "--seed", "7", "host", "--plain", "--bind", `127.0.0.1:${port}`, ...more];
    this.process = spawn(process.env.NINETRACKS, words, { stdio: ["pipe", "pipe", "inherit"], env: { HOME: data, LANG: "C.UTF-8", TZ: "UTC", PATH: "" } });
    this.said = "";
    this.read = 0;
    this.wake = () => {};
    this.process.stdout.on("data", (text) => {
      this.said += text;
      this.wake();
    });
  }

  types(line) {
    this.process.stdin.write(`${line}\n`);
  }

  // Waits for words after those that were waited for before.
  async says(words) {
    const patience = Date.now() + 20000;
    for (;;) {
      const at = words.exec(this.said.slice(this.read));
      if (at) {
        this.read += at.index + at[0].length;
        return at[1];
      }
      assert.ok(Date.now() < patience, `${words} was not said:\n${this.said}`);
      await new Promise((woken) => {
        this.wake = woken;
        setTimeout(woken, 1000);
      });
    }
  }

  async kill() {
    const gone = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGKILL");
    await gone;
  }
}

// Answers whatever is asked, in a way that hands something in.
async function send(page) {
  await page.locator("#answer").waitFor();
  const first = page.locator("#answer .option").first();
  if (await first.count()) await first.click();
  for (const list of await page.locator("#answer select").all()) await list.selectOption({ index: 1 });
  for (const field of await page.locator("#answer input[type=text]").all()) await field.fill("Ferry");
  await page.getByRole("button", { name: "Send" }).click();
}

async function answer(page) {
  await send(page);
  await page.locator("#state", { hasText: /Saved/ }).waitFor();
}

// A phone without a network shows its answer as a code, which the teacher types; forged, it is refused.
async function answerByCode(page, host) {
  await page.locator("#answer").waitFor();
  await page.context().setOffline(true);
  await send(page);
  const code = await page.locator(".ticket").textContent();
  host.types(`code ${code.replace(/^./, (sign) => (sign === "A" ? "B" : "A"))}`);
  await host.says(/not one for this question/);
  host.types(`code ${code}`);
  await host.says(/The answer of Ben is taken/);
  await page.context().setOffline(false);
}

async function looksWell(page, name) {
  await page.setViewportSize({ width: 320, height: 568 });
  await picture(page, `${name}-320-light`);
  assert.deepEqual(await overflow(page), [], name);
  assert.deepEqual(await faint(page), [], name);
}

test("two pages play a lesson with the host, which is killed and resumed", { timeout: 100000 }, () =>
  twoPages(async (pages) => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), "host-"));
    const port = await freePort();
    let host = new Host(data, port, ["--timer", "0", "-n", String(QUESTIONS), "--round", "0"]);
    try {
      const code = await host.says(/The code is (\w+)\./);
      for (const [n, page] of pages.entries()) {
        await page.goto(`http://127.0.0.1:${port}/#${code}`);
        await page.getByLabel("Your name").fill(["Ana", "Ben"][n]);
        await page.getByRole("button", { name: "Join" }).click();
        await page.getByRole("button", { name: "Not you?" }).waitFor();
      }
      for (let question = 0; question < QUESTIONS; question += 1) {
        host.types("");
        host.types("");
        await answer(pages[0]);
        if (question === 1) {
          await host.kill();
          host = new Host(data, port, ["--resume"]);
          await host.says(/The code is/);
          // It was paused by its end.
          host.types("");
          await pages[0].locator("#state", { hasText: "Saved" }).waitFor({ timeout: 20000 });
        }
        // Typed words fit no code.
        const isTyped = (await pages[0].locator("#answer input[type=text]").count()) > 0;
        if (question > 1 && !isTyped) await answerByCode(pages[1], host);
        else await answer(pages[1]);
        await host.says(/Closed\./);
        host.types("");
        for (const page of pages) await page.locator("h1.verdict").waitFor();
        assert.match(await pages[1].locator(".line").textContent(), new RegExp(`Question ${question + 1} of ${QUESTIONS}`));
      }
      host.types("");
      host.types("");
      for (const page of pages) {
        await page.getByRole("heading", { name: "That was the last question" }).waitFor();
        await page.getByText(/Place [12] of 2/).waitFor();
      }
      await pages[0].getByRole("link", { name: "Your page to keep" }).click();
      await pages[0].getByRole("heading", { name: "To practise: Ana" }).waitFor();
      // Answers are words: letters would say nothing without the options.
      for (const answer of await pages[0].locator("h2 + p").allTextContents()) assert.doesNotMatch(answer, /^(\d?[A-J][ ,]*)+$/);
      await looksWell(pages[0], "keep");
      await pages[0].goto(`http://127.0.0.1:${port}/data`);
      await pages[0].getByText("What is not kept").waitFor();
      await looksWell(pages[0], "data");
    } finally {
      await host.kill();
      fs.rmSync(data, { recursive: true, force: true });
    }
  }));
