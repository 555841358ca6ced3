// gift-pegjs: every question that was written is read, with its kind.
const fs = require("fs");
const { parse } = require("gift-pegjs");
const text = fs.readFileSync(process.argv[2], "utf8");
const written = (text.match(/^::/gm) || []).length;
const read = parse(text).filter((item) => item.type !== "Category" && item.type !== "Description");
if (read.length !== written) throw new Error(`${written} were written, ${read.length} read`);
const kinds = [...new Set(read.map((item) => item.type))].sort();
console.log(`judge gift-pegjs: ${read.length} questions are read: ${kinds.join(", ")}`);
