// A host that does as it is told: it speaks the words of docs/live.md, and a test decides what it says and when.
const fs = require("fs");
const http = require("http");
const path = require("path");
const { WebSocketServer } = require("ws");

const PAGE = path.join(__dirname, "../../src/host/page");
const CODE = "K7QF";

// The page as the host puts it together: one answer, nothing fetched after it.
function page() {
  const read = (name) => fs.readFileSync(path.join(PAGE, name), "utf8");
  return read("index.html")
    .replace(/<link rel="stylesheet" href="(.*?)">/, (_, name) => `<style>${read(name)}</style>`)
    .replace(/<script src="(.*?)"><\/script>/g, (_, name) => `<script>${read(name)}</script>`);
}

class FakeHost {
  constructor() {
    this.seats = new Map(); // secret -> { name, socket, answers }
    this.heard = [];
    this.waiting = [];
    this.now = { t: "wait", title: "You are in", lines: ["The first question comes soon."] };
    this.names = null; // a class list
    this.saves = true; // whether answers are acknowledged at once
    this.deaf = false; // whether what comes is left unanswered
    this.down = false; // whether connections are refused
    this.refused = 0;
  }

  async start() {
    this.http = http.createServer((request, answer) => {
      const html = request.url === "/" ? page() : request.url === "/data" ? "<title>Data</title>" : null;
      answer.writeHead(html ? 200 : 404, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY });
      answer.end(html || "");
    });
    this.sockets = new WebSocketServer({ noServer: true });
    this.http.on("upgrade", (request, socket, head) => {
      if (this.down) {
        this.refused += 1;
        return socket.destroy();
      }
      this.sockets.handleUpgrade(request, socket, head, (ws) => ws.on("message", (text) => this.hear(ws, String(text))));
    });
    await new Promise((ready) => this.http.listen(0, "127.0.0.1", ready));
    this.port = this.http.address().port;
  }

  stop() {
    this.cut();
    this.http.close();
  }

  hear(ws, text) {
    if (this.deaf) return;
    if (text === ".") {
      ws.send(".");
      return this.note({ t: "." });
    }
    const frame = JSON.parse(text);
    if (frame.t === "join") this.join(ws, frame);
    else if (frame.t === "back") this.back(ws, frame.secret);
    else if (frame.t === "answer") {
      ws.seat.answers[frame.q] = frame.answer;
      if (this.saves) ws.send(JSON.stringify({ t: "saved", q: frame.q }));
    }
    this.note(frame);
  }

  join(ws, { code, name }) {
    const refuse = (why) => ws.send(JSON.stringify({ t: "refused", again: true, ...why }));
    if (code !== CODE) return refuse({ code: "code", why: "There is no class with this code. Look at the wall again." });
    if (!name) return this.names ? ws.send(JSON.stringify({ t: "names", names: this.names })) : refuse({ code: "name", why: "A name is needed." });
    if (name === "Rude") return refuse({ code: "name", why: "Choose another name." });
    const secret = String(this.seats.size + 1).padStart(32, "0");
    this.seats.set(secret, { name, answers: {} });
    this.back(ws, secret);
  }

  back(ws, secret) {
    const seat = this.seats.get(secret);
    if (!seat) return ws.send(JSON.stringify({ t: "refused", code: "gone", why: "This seat is not known here.", again: true }));
    if (seat.socket && seat.socket !== ws) seat.socket.send(JSON.stringify({ t: "away" }));
    ws.seat = seat;
    seat.socket = ws;
    ws.send(JSON.stringify({ t: "welcome", secret, seat: Number(secret) - 1, name: seat.name, team: this.team || null }));
    this.tell(seat, this.now);
  }

  tell(seat, frame) {
    const kept = seat.answers[frame.q];
    const sent = frame.t === "question" ? { ...frame, answered: kept === undefined ? null : kept } : frame;
    seat.socket.send(JSON.stringify(sent));
  }

  // Tells everybody, and who comes back later too.
  show(frame) {
    if (frame.t !== "closed" && frame.t !== "saved") this.now = frame;
    this.seats.forEach((seat) => this.tell(seat, frame));
  }

  // Breaks every connection; `down` keeps new ones out.
  cut() {
    this.sockets.clients.forEach((ws) => ws.terminate());
  }

  note(frame) {
    this.heard.push(frame);
    this.waiting = this.waiting.filter(([wanted, found]) => !(wanted(frame) && (found(frame), true)));
  }

  // The next frame of a kind.
  next(kind) {
    return new Promise((found) => this.waiting.push([(frame) => frame.t === kind, found]));
  }
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self' ws:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

module.exports = { FakeHost, CODE, page };
