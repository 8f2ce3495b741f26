/** What each event changes in the store, and which views must look again. */

import { store, notify, put, refreshSoon, forget } from "./store.js";

/** @typedef {import("./types.js").SimEvent} SimEvent */

const TYPING_LASTS = 5500;

/** @type {Record<string, (event: SimEvent) => void>} */
const changes = {
  message(event) {
    const { message } = event;
    const phones = put(message);
    for (const key of phones) {
      if (message.from !== key) arrived(key, event.cursor);
      notify(`chat:${key}`, { message });
    }
  },
  edit(event) {
    for (const key of put(event.message)) notify(`chat:${key}`, {});
  },
  delete(event) {
    store.gone.add(event.message_id);
    for (const [key, chat] of store.chats) if (chat.delete(event.message_id)) notify(`chat:${key}`, {});
  },
  tap(event) {
    const { callback_query_id: id, message_id, data } = event;
    store.taps.set(id, { chat: event.person ?? "", message_id, data });
    notify("taps");
    if (store.faults.length) refreshSoon(); // a tap may have used one up
  },
  tap_answered(event) {
    const tap = store.taps.get(event.callback_query_id);
    store.taps.delete(event.callback_query_id);
    notify("taps");
    const person = event.person ?? tap?.chat;
    if (event.text || event.url) notify("notice", { ...event, person });
  },
  typing(event) {
    const key = event.person ?? "";
    const until = Date.now() + TYPING_LASTS;
    store.typing.set(key, until);
    notify("typing", key);
    setTimeout(() => {
      if (store.typing.get(key) === until) quiet(key);
    }, TYPING_LASTS);
  },
  clock(event) {
    const { now, offset, frozen, version } = event.clock ?? event;
    if (now === undefined) return refreshSoon();
    store.clock = { now, offset, frozen, version };
    notify("clock");
  },
  reply_keyboard(event) {
    const person = store.people.get(event.person ?? "");
    if (!person || event.reply_keyboard === undefined) return refreshSoon();
    person.reply_keyboard = event.reply_keyboard;
    notify("people");
  },
  call: (event) => notify("call", event),
  reset: forget,
};

/**
 * A message reached this phone; a state that was read later has counted it already.
 * @param {string} key @param {number} cursor
 */
function arrived(key, cursor) {
  quiet(key);
  const person = store.people.get(key);
  if (!person || cursor <= store.taken) return;
  person.started = true;
  person.unread = (person.unread ?? 0) + 1;
  notify("unread", key);
}

/** @param {string} key */
function quiet(key) {
  store.typing.delete(key);
  notify("typing", key);
}

/** @param {SimEvent} event */
export function applyEvent(event) {
  const change = changes[event.type];
  if (change) change(event);
  else refreshSoon();
}
