"use strict";
// An answer as twelve signs that a teacher can type, for a phone that does not reach the host. docs/live.md says how they are
// made; only who knows the seat's secret can make them.

const SIGNS = "ABCDEFGHJKLMNPQRTUVWXYZ2346789";
const MOST_ANSWERS = 16384;

// The answer as a number below MOST_ANSWERS; null for one that does not fit.
function packed(question, answer) {
  const options = question.options.length;
  const digits = (places, base) => places.reduce((sum, place) => sum * base + place, 0);
  const number = {
    choice: () => answer,
    several: () => answer.reduce((sum, place) => sum + Math.pow(2, place), 0),
    match: () => digits(answer.map((place) => (place === null ? options : place)), options + 1),
    // The last place is known when the others are: a number in the factorial system.
    order: () => answer.reduce((sum, place, at) => sum * (options - at) + answer.slice(at + 1).filter((later) => later < place).length, 0),
  }[question.form];
  const fits = number && (question.form !== "several" || options <= 14);
  const value = fits ? number() : MOST_ANSWERS;
  return value < MOST_ANSWERS ? value : null;
}

// SHA-256 (FIPS 180-4) of at most 55 bytes: one block. Browsers keep their own for secure contexts.
function sha256(bytes) {
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
  const fraction = (n, power) => {
    const root = Math.pow(n, power);
    return ((root - Math.floor(root)) * 4294967296) | 0;
  };
  const block = bytes.concat([128]);
  while (block.length < 62) block.push(0);
  block.push((bytes.length * 8) >> 8, (bytes.length * 8) & 255);
  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  const words = [];
  for (let i = 0; i < 64; i += 1) {
    if (i < 16) words.push((block[4 * i] << 24) | (block[4 * i + 1] << 16) | (block[4 * i + 2] << 8) | block[4 * i + 3]);
    else {
      const [far, near] = [words[i - 15], words[i - 2]];
      const mixed = (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) + (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10));
      words.push((words[i - 16] + words[i - 7] + mixed) | 0);
    }
  }
  const start = primes.slice(0, 8).map((prime) => fraction(prime, 1 / 2));
  let [a, b, c, d, e, f, g, h] = start;
  words.forEach((word, i) => {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + fraction(primes[i], 1 / 3) + word) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  });
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + start[i]) >>> 0);
}

// Six signs for 29 bits.
function signs(value) {
  let text = "";
  for (let at = 0; at < 6; at += 1) {
    text = SIGNS[value % SIGNS.length] + text;
    value = Math.floor(value / SIGNS.length);
  }
  return text;
}

// `seat` is the seat's number; null where the answer does not fit.
function ticket(secret, seat, question, answer) {
  const value = packed(question, answer);
  if (value === null || typeof seat !== "number" || seat >= 1024) return null;
  const bytes = (number, count) => Array.from({ length: count }, (_, at) => Math.floor(number / Math.pow(256, count - 1 - at)) % 256);
  const key = secret.match(/../g).map((pair) => parseInt(pair, 16));
  const [first, second] = sha256(key.concat(bytes(seat, 2), bytes(question.q, 4), bytes(value, 2)));
  const text = signs((seat * MOST_ANSWERS + value) * 32 + (first >>> 27)) + signs(second >>> 3);
  return text.match(/..../g).join("-");
}
