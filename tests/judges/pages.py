"""Chromium: each page the program writes opens without an error, and none is wider than the window or the paper."""

import html
import json
import os
import re
import subprocess
import sys

from common import FOLDER, run

# Of a small phone, of A4 without its margins at 96 dots an inch, and of a desk.
WIDTHS = [320, 660, 1280]
# Runs in each page before anything else: what goes wrong is told, and how wide the page is.
SPY = """<script>(() => {
  const wrong = [];
  const scrolls = e => e && e !== document.body && (getComputedStyle(e).overflowX === 'auto' || scrolls(e.parentElement));
  addEventListener('error', e => wrong.push(e.message || 'not loaded: ' + (e.target.src || e.target.href)), true);
  addEventListener('unhandledrejection', e => wrong.push(String(e.reason)));
  addEventListener('securitypolicyviolation', e => wrong.push('policy: ' + e.violatedDirective));
  for (const level of ['error', 'warn']) console[level] = (...words) => wrong.push(words.join(' '));
  addEventListener('load', () => setTimeout(() => {
    const room = document.documentElement.clientWidth, cut = [];
    for (const e of document.querySelectorAll('body *')) {
      if (scrolls(e.parentElement)) continue;
      const box = e.getBoundingClientRect();
      if (box.width && (box.right > room + 1 || box.left < -1)) cut.push(e.tagName + '.' + e.className + ' ' + Math.round(box.right));
    }
    parent.postMessage({wrong, wide: document.documentElement.scrollWidth, room, cut: cut.slice(0, 5)}, '*');
  }, 50));
})()</script>"""


def pages():
    """Every kind of page, of the built-in course: reports of drills and of a paper, sheets in two sizes, the key, lessons."""
    (FOLDER / "8b.csv").write_text("Ana Ruiz\nMaximiliane-Amalie-Friederike-von-Sayn-Wittgenstein-Berlebur\nCem Ay\n")
    run("class", "import", FOLDER / "8b.csv", "--name", "8b")
    kinds = {"together": "choice,classify", "turns": "match,order,several", "argue": "choice"}
    for number, (mode, kind) in enumerate(kinds.items(), 1):
        typed = "9 5 3 2\n\n" if mode == "argue" else "a\n\n"
        run("drill", "--plain", "--class", "8b", "--teams", 2, "--seed", 7, "-n", 4, "--kind", kind, "--mode", mode, typed=typed * 60)
        run("report", number, "--html", "--out", FOLDER / f"drill-{mode}.html")
    run("paper", "--seed", 7, "-n", 12, "--class", "8b", "--name", "Friday", "--large-print", "--out", FOLDER / "paper")
    run("paper", "--plain", "--enter", "Friday", typed="Ana Ruiz\na\n" + "\n" * 40)
    run("report", "--paper", "Friday", "--html", "--out", FOLDER / "paper-report.html")
    run("export", 1, 8, "--format", "html", "--out", FOLDER / "lessons.html")
    return sorted(FOLDER.rglob("*.html"))


def spied(file):
    text = file.read_text(encoding="utf-8")
    assert re.search(r"<head>|<meta charset", text), f"{file.name} has no head"
    copy = file.parent / (file.stem + "-spied.html")
    copy.write_text(re.sub(r"(<meta charset[^>]*>)", lambda m: m[1] + SPY, text, count=1), encoding="utf-8")
    return copy


def main():
    browser = os.environ["CHROMIUM"]
    files = pages()
    assert len(files) >= 8, files
    frames = [(spied(file), width) for file in files for width in WIDTHS]
    harness = FOLDER / "harness.html"
    harness.write_text(
        """<!doctype html><meta charset=utf-8><pre id="told"></pre><script>const told = {}; addEventListener('message', e => {
          for (const f of document.querySelectorAll('iframe')) if (f.contentWindow === e.source) told[f.id] = e.data;
          document.getElementById('told').textContent = JSON.stringify(told); });</script>"""
        + "".join(f'<iframe id="f{n}" width={width} height=900 style="border:0" src="{file.as_uri()}"></iframe>' for n, (file, width) in enumerate(frames)),
        encoding="utf-8",
    )
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
    done = subprocess.run(
        [browser, *flags.split(), f"--user-data-dir={FOLDER / 'browser'}", "--virtual-time-budget=20000", "--dump-dom", harness.as_uri()],
        capture_output=True, text=True, timeout=100,
    )
    told = json.loads(html.unescape(re.search(r'<pre id="told">(.*?)</pre>', done.stdout, re.S)[1]) or "{}")
    faults = []
    for n, (file, width) in enumerate(frames):
        name = f"{file.stem.removesuffix('-spied')} at {width}"
        said = told.get(f"f{n}")
        if not said:
            faults.append(f"{name}: never opened")
            continue
        faults += [f"{name}: {wrong}" for wrong in said["wrong"]]
        if said["wide"] > said["room"] or said["cut"]:
            faults.append(f"{name}: {said['wide']} wide, {said['cut']}")
    if faults:
        sys.exit("\n".join(faults))
    print(f"judge Chromium: {len(files)} pages at {len(WIDTHS)} widths without an error, none wider than its window")


main()
