/** The calls of the page to /sim; every failure is one sentence a person can read. */

/** @typedef {import("./types.js").State} State */

export class Refused extends Error {}

/**
 * @param {string} method @param {string} path below /sim @param {any} [body] JSON or FormData
 * @returns {Promise<any>} the JSON answer @throws {Refused} with the server's sentence
 */
async function call(method, path, body) {
  /** @type {RequestInit} */
  const init = { method };
  if (body instanceof FormData) {
    init.body = body;
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { "content-type": "application/json" };
  }
  let response;
  try {
    response = await fetch(`/sim${path}`, init);
  } catch {
    throw new Refused("Kotak pasir tidak terjangkau. Coba lagi sebentar lagi.");
  }
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) throw new Refused(answer?.error ?? `Kotak pasir menjawab ${response.status}.`);
  return answer ?? text;
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} verb */
const verb = (key, verb) => `/people/${encodeURIComponent(key)}/${verb}`;

/** @param {string} key @param {string} name @param {object} [body] */
const does = (key, name, body = {}) => call("POST", verb(key, name), body);

export const api = {
  /** @returns {Promise<State>} */
  state: () => call("GET", "/state"),
  /** @param {string} key */
  chat: (key) => call("GET", `${verb(key, "chat")}?since=0`),
  /** @param {object} person */
  addPerson: (person) => call("POST", "/people", person),

  /** @param {string} key @param {{text: string, reply_to?: number, chat?: string}} body */
  says: (key, body) => does(key, "says", { ...body, wait: false }),
  /** @param {string} key @param {{data?: string, label?: string, message_id?: number}} body */
  taps: (key, body) => does(key, "taps", { ...body, wait: false }),
  /** @param {string} key @param {FormData} form */
  sendsFile: (key, form) => does(key, "sends_file", form),
  /** @param {string} key @param {{of?: string}} body */
  sharesContact: (key, body) => does(key, "shares_contact", body),
  /** @param {string} key @param {{latitude: number, longitude: number}} body */
  sharesLocation: (key, body) => does(key, "shares_location", body),
  /** @param {string} key @param {{message_id: number, from?: string}} body */
  forwards: (key, body) => does(key, "forwards", body),
  /** @param {string} key @param {{message_id: number, text: string}} body */
  edits: (key, body) => does(key, "edits", body),
  /** @param {string} key @param {string} link */
  follows: (key, link) => does(key, "follows", { link }),
  /** @param {string} key @param {string} url @param {string} theme @returns {Promise<{url: string}>} */
  opens: (key, url, theme) => does(key, "opens", { url, theme }),
  /** @param {string} key */
  blocks: (key) => does(key, "blocks"),
  /** @param {string} key */
  unblocks: (key) => does(key, "unblocks"),
  /** @param {string} key @param {string} secret */
  keepsKey: (key, secret) => does(key, "keeps_key", { secret }),
  /** @param {string} key @returns {Promise<{codes: {label: string, code: string, seconds: number}[]}>} */
  codes: (key) => call("GET", verb(key, "codes")),
  /** @param {string} key */
  reads: (key) => does(key, "reads"),

  /** @param {{advance: number} | {to: string | number} | {freeze: boolean}} move */
  moveClock: (move) => call("POST", "/clock", move),
  /** @param {import("./types.js").Fault} fault */
  addFault: (fault) => call("POST", "/faults", fault),
  clearFaults: () => call("DELETE", "/faults"),
  /** @param {boolean} on */
  record: (on) => call("POST", "/recording", { on }),
  recorded: async () => (await fetch("/sim/recording")).text(),
  /** @param {string} wanted */
  want: (wanted) => call("POST", "/wanted", { wanted }),
  /** @param {number} id */
  ages: (id) => call("POST", `/messages/${id}/age`),

  calls: () => call("GET", "/calls?since=0"),
  /** @param {number} id */
  message: (id) => call("GET", `/messages/${id}`),
  /** @param {string} key @returns {Promise<string>} */
  transcript: async (key) => {
    const response = await fetch(`/sim/transcript?person=${encodeURIComponent(key)}`);
    return response.text();
  },
};
