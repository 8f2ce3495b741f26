/** What the page knows: people, chats, pending taps, clock. Events change it, views watch it. */

import { api } from "./api.js";
import { applyEvent } from "./changes.js";

/** @typedef {import("./types.js").Seen} Seen */
/** @typedef {{chat: string, message_id: number, data: string}} Tap */

/** @type {Map<string, Set<(detail?: any) => void>>} */
const watchers = new Map();

export const store = {
  /** @type {import("./types.js").Bot | null} */ bot: null,
  /** @type {Map<string, import("./types.js").Person>} */ people: new Map(),
  /** @type {import("./types.js").Group[]} */ groups: [],
  /** Chats that are loaded: messages by id. @type {Map<string, Map<number, Seen>>} */
  chats: new Map(),
  /** Deleted messages; an older answer must not bring them back. @type {Set<number>} */
  gone: new Set(),
  /** Taps the bot has not answered yet. @type {Map<string, Tap>} */ taps: new Map(),
  /** People whose phone shows "typing". @type {Map<string, number>} */ typing: new Map(),
  /** @type {import("./types.js").Clock | null} */ clock: null,
  /** @type {import("./types.js").Mark[]} */ marks: [],
  /** @type {import("./types.js").Fault[]} */ faults: [],
  taken: -1, // the cursor of the state that was read last
  recording: { on: false, steps: 0 },
  steward: { there: false, wanted: "running" },
  cursor: -1,
  /** The person whose phone is in use; its messages count as read. */ active: "",
};

/**
 * @param {string} topic `people`, `chat:<key>`, `taps`, `clock`, `faults`, `notice` …
 * @param {(detail?: any) => void} listener
 * @returns {() => void} stops watching
 */
export function watch(topic, listener) {
  if (!watchers.has(topic)) watchers.set(topic, new Set());
  watchers.get(topic)?.add(listener);
  return () => watchers.get(topic)?.delete(listener);
}

/** @param {string} topic @param {any} [detail] */
export function notify(topic, detail) {
  for (const listener of [...(watchers.get(topic) ?? [])]) listener(detail);
}

/**
 * Takes over what the server said of everything but messages.
 * @param {import("./types.js").State} state
 */
function take(state) {
  store.bot = state.bot;
  store.taken = state.cursor;
  const shown = state.people.filter((person) => !person.silent);
  store.people = new Map(shown.map((person) => [person.key, person]));
  store.groups = state.groups ?? [];
  store.clock = state.clock;
  store.marks = state.marks ?? [];
  store.faults = state.faults ?? [];
  store.recording = state.recording;
  store.steward = state.steward;
  for (const topic of ["people", "clock", "faults"]) notify(topic);
}

/** Reads the state again while events flow; an answer older than they are is asked for again. */
async function refresh() {
  const state = await api.state();
  if (state.cursor < store.cursor) refreshSoon();
  else take(state);
}

/**
 * Brings everything up to date before events flow again. When the server's cursor went back,
 * everything known is forgotten.
 * @returns {Promise<number>} the cursor from which events must be followed
 */
export async function resume() {
  store.gone.clear();
  const state = await api.state();
  const forgotten = state.cursor < store.cursor;
  if (forgotten || store.cursor < 0) store.cursor = state.cursor;
  if (forgotten) for (const chat of store.chats.values()) chat.clear();
  take(state);
  const cursor = store.cursor;
  store.taps = new Map((state.open_taps ?? []).map(({ id, person, message_id, data }) =>
    [id, { chat: person, message_id, data }]));
  await Promise.all([...store.chats.keys()].map(reload));
  return cursor;
}

/** The server forgot everything; events go on, so nothing that comes meanwhile may be lost. */
export function forget() {
  store.gone.clear();
  store.taps.clear();
  for (const [key, chat] of store.chats) {
    chat.clear();
    notify(`chat:${key}`, {});
    reload(key).catch(() => undefined);
  }
  refreshSoon();
}

/** Loads a person's messages once. @param {string} key */
export async function load(key) {
  if (!store.chats.has(key)) await reload(key);
}

/** @param {string} key */
async function reload(key) {
  if (!store.people.has(key)) {
    store.chats.delete(key);
    return notify(`chat:${key}`, {});
  }
  const chat = store.chats.get(key) ?? new Map();
  store.chats.set(key, chat); // what arrives while we wait is kept in it
  const { messages, cursor } = await api.chat(key);
  const there = new Set(messages.map((/** @type {Seen} */ message) => message.message_id));
  for (const [id, message] of chat) if (!there.has(id) && message.cursor <= cursor) chat.delete(id);
  for (const message of messages) put(message, key);
  notify(`chat:${key}`, { loaded: true });
}

/**
 * Keeps a message in the chats that show it, unless a newer version is known.
 * @param {Seen} message @param {string} [owner] the phone it was read from
 * @returns {string[]} keys of the phones it is seen on
 */
export function put(message, owner) {
  const group = store.groups.find((one) => one.key === message.chat);
  const phones = owner ? [owner] : group ? group.members : [message.chat];
  for (const key of phones) {
    const chat = store.chats.get(key);
    const known = chat?.get(message.message_id);
    const gone = message.deleted || store.gone.has(message.message_id);
    if (gone || (known && known.cursor > message.cursor)) continue;
    chat?.set(message.message_id, message);
  }
  return phones;
}

/** @param {import("./types.js").SimEvent} event as it came from the stream */
export function receive(event) {
  if (event.cursor <= store.cursor && event.type !== "reset") return;
  store.cursor = event.cursor;
  applyEvent(event);
}

let pending = 0;
/** Reads the state again soon; many wishes become one request. */
export function refreshSoon() {
  clearTimeout(pending);
  pending = setTimeout(() => refresh().catch(() => undefined), 40);
}
