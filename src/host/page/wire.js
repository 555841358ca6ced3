"use strict";
// The road to the host: what the phone remembers of its seat, and one WebSocket that comes back by itself.

// A private window may refuse one kind of storage or both: then the seat lasts as long as the page.
const memory = (() => {
  const KEY = "seat";
  const usable = (name) => {
    try {
      const shelf = window[name];
      shelf.setItem("try", "1");
      shelf.removeItem("try");
      return shelf;
    } catch (refused) {
      return null;
    }
  };
  const shelf = usable("localStorage") || usable("sessionStorage");
  let held = {};
  try {
    held = JSON.parse((shelf && shelf.getItem(KEY)) || "{}") || {};
  } catch (torn) {
    held = {};
  }
  const save = () => {
    try {
      if (shelf) shelf.setItem(KEY, JSON.stringify(held));
    } catch (full) {
      // What cannot be kept lasts as long as the page.
    }
  };
  return {
    get: (name) => held[name],
    set(name, value) {
      held[name] = value;
      save();
    },
    clear() {
      held = {};
      save();
    },
  };
})();

// The host hears from a page at least this often, and the page doubts a host that then keeps silent.
const BEAT_MS = 20000;
const DOUBT_MS = 8000;
// A wrong code is answered late, and later each time.
const JOIN_MS = 60000;
// After this long out of sight a phone has often lost its connection without knowing.
const ASLEEP_MS = 3000;
const LONGEST_PAUSE_MS = 15000;

// `hello` gives the first frame of each connection, `heard` takes what comes, `changed` learns whether there is a connection.
function connection({ hello, heard, changed }) {
  let socket = null;
  let wanted = false;
  let failures = 0;
  let retry = 0;
  let beat = 0;
  let doubt = 0;
  let hiddenAt = 0;

  const isOpen = () => socket !== null && socket.readyState === WebSocket.OPEN;

  function open() {
    forget();
    wanted = true;
    try {
      socket = new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/ws");
    } catch (impossible) {
      again();
      return;
    }
    socket.onopen = () => send(hello());
    socket.onmessage = (event) => {
      clearTimeout(doubt);
      failures = 0;
      changed(true);
      if (event.data !== ".") heard(read(event.data));
    };
    socket.onclose = again;
    // A phone in a dead network may not say for minutes that a connection does not come about.
    doubt = setTimeout(again, DOUBT_MS);
  }

  function read(text) {
    try {
      return JSON.parse(text) || {};
    } catch (junk) {
      return {};
    }
  }

  function forget() {
    [retry, beat, doubt].forEach(clearTimeout);
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    socket = null;
  }

  function again() {
    forget();
    if (!wanted) return;
    changed(false);
    // Half of the pause is chance, so that a whole class does not come back in one moment.
    const pause = Math.min(LONGEST_PAUSE_MS, 500 * Math.pow(2, failures));
    failures += 1;
    retry = setTimeout(open, pause * (0.5 + Math.random() / 2));
  }

  function put(text, patience) {
    socket.send(text);
    clearTimeout(beat);
    beat = setTimeout(() => isOpen() && ask(DOUBT_MS), BEAT_MS);
    clearTimeout(doubt);
    if (patience) doubt = setTimeout(again, patience);
  }

  const ask = (patience) => put(".", patience);

  function send(frame) {
    if (!isOpen() || !frame) return false;
    put(JSON.stringify(frame), frame.t === "join" ? JOIN_MS : DOUBT_MS);
    return true;
  }

  function awake() {
    if (!wanted) return;
    const slept = hiddenAt && Date.now() - hiddenAt > ASLEEP_MS;
    hiddenAt = 0;
    if (isOpen() && !slept) ask(ASLEEP_MS);
    else {
      failures = 0;
      open();
    }
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenAt = Date.now();
    else awake();
  });
  window.addEventListener("pageshow", (event) => event.persisted && awake());
  window.addEventListener("online", awake);
  window.addEventListener("offline", () => wanted && again());

  return {
    open,
    send,
    awake,
    isOpen,
    stop() {
      wanted = false;
      forget();
    },
  };
}
