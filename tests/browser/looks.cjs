// How a page looks: what runs over its edge, what is too faint to read, and its picture.
const path = require("path");

// Into the folder that PICTURES names.
async function picture(page, name) {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

// What stands out on the right, if anything does.
const overflow = (page) =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const out = Array.from(document.querySelectorAll("body *")).filter((it) => !it.closest(".unseen") && it.getBoundingClientRect().right > wide + 0.5);
    return out.map((it) => `${it.tagName}.${it.className}`).concat(document.documentElement.scrollWidth > wide ? ["the page"] : []);
  });

// Texts that stand out too little from what is behind them: WCAG 2.2 asks for 4.5 to 1.
const faint = (page) =>
  page.evaluate(() => {
    const rgb = (text) => (text.match(/[\d.]+/g) || []).map(Number);
    const light = ([r, g, b]) => {
      const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const behind = (it) => {
      for (let at = it; at; at = at.parentElement) {
        const colour = rgb(getComputedStyle(at).backgroundColor);
        if (colour.length === 3 || colour[3] === 1) return colour;
      }
      return [255, 255, 255];
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const it = walker.currentNode.parentElement;
      if (!walker.currentNode.textContent.trim() || it.closest("script, style, noscript, option, .unseen, .tick, :disabled, [aria-disabled=true]")) continue;
      const [one, other] = [light(rgb(getComputedStyle(it).color)), light(behind(it))].sort((a, b) => b - a);
      if ((one + 0.05) / (other + 0.05) < 4.5) found.push(`${it.className || it.tagName}: ${((one + 0.05) / (other + 0.05)).toFixed(2)}`);
    }
    return found;
  });

module.exports = { faint, overflow, picture };
