/** The stream of events, taken up again at the last cursor after every break. */

const TYPES = [
  "message", "edit", "delete", "tap", "tap_answered", "typing", "reply_keyboard", "commands",
  "people", "clock", "call", "fault", "blocked", "marks", "recording", "steward", "reset",
];
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;

/**
 * Follows the server until the page is closed. Before each connection `prepare` brings the page
 * up to date and answers the cursor from which to go on.
 *
 * @param {object} wiring
 * @param {() => Promise<number>} wiring.prepare
 * @param {(event: import("./types.js").SimEvent) => void} wiring.receive
 * @param {(state: "on" | "off") => void} wiring.connection
 */
export function follow({ prepare, receive, connection }) {
  let pause = FIRST_PAUSE;

  async function connect() {
    try {
      listen(await prepare());
    } catch {
      retry();
    }
  }

  function retry() {
    connection("off");
    setTimeout(connect, pause);
    pause = Math.min(pause * 1.6, LONGEST_PAUSE);
  }

  /** @param {number} cursor */
  function listen(cursor) {
    const source = new EventSource(`/sim/events?since=${cursor}`);
    /** @param {MessageEvent} raw */
    const take = (raw) => receive(JSON.parse(raw.data));
    source.onmessage = take;
    for (const type of TYPES) source.addEventListener(type, /** @type {any} */ (take));
    source.onopen = () => {
      pause = FIRST_PAUSE;
      connection("on");
    };
    source.onerror = () => {
      source.close();
      retry();
    };
  }

  connect();
}
