/** The log of one phone: keeps the shown bubbles equal to the store, and the eye at the end. */

import { bubble } from "./bubble.js";
import { el, icon } from "./dom.js";
import { dayOf } from "./format.js";
import { showPending } from "./keyboard.js";
import { store } from "./store.js";

/** @typedef {import("./types.js").Seen} Seen */
/** @typedef {{name: string, signature: string, draw: () => HTMLElement, messages: Seen[]}} Item */

const SHOWN_AT_FIRST = 120;
const NEAR_END = 60;

/**
 * @param {string} owner whose phone it is
 * @param {() => string} chatKey the chat that is open on it
 * @param {import("./bubble.js").Actions} actions
 */
export function createLog(owner, chatKey, actions) {
  const list = el("div.log-list");
  const log = el("div.log", { role: "log", tabindex: 0, "aria-live": "off", "aria-describedby": "log-hint" }, list);
  const end = el("button.to-end", { type: "button", hidden: true, "aria-label": "Ke pesan terbaru",
    on: { click: () => stick() } }, icon("down"));
  /** @type {Map<string, {node: HTMLElement, signature: string}>} */
  let shown = new Map();
  let limit = SHOWN_AT_FIRST;
  let atEnd = true;

  function stick() {
    atEnd = true;
    log.scrollTop = log.scrollHeight;
  }
  let top = 0;
  log.addEventListener("scroll", () => {
    const near = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    if (near || log.scrollTop < top) atEnd = near; // growing content moves nobody away
    top = log.scrollTop;
    end.hidden = atEnd;
  }, { passive: true });
  const follow = new ResizeObserver(() => atEnd && stick());
  follow.observe(list);
  follow.observe(log);

  /** Draws what changed. @param {{message?: Seen, loaded?: boolean}} [news] */
  function update(news = {}) {
    const focus = holdFocus(log);
    const messages = [...(store.chats.get(owner)?.values() ?? [])]
      .filter((message) => message.chat === chatKey())
      .sort((a, b) => a.message_id - b.message_id);
    const older = messages.length > limit;
    const items = itemsOf(owner, messages.slice(-limit), actions);
    if (!items.length) items.push({ name: "empty", signature: "", messages: [], draw: emptyCard });
    reconcile(items);
    if (older) list.prepend(olderButton());
    showPending(log);
    focus.restore();
    if (atEnd || news.message?.from === owner) stick();
    if (news.loaded) requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
  }

  /** @param {Item[]} items */
  function reconcile(items) {
    const next = new Map();
    const nodes = items.map(({ name, signature, draw }) => {
      const old = shown.get(name);
      const node = old && old.signature === signature ? old.node : draw();
      next.set(name, { node, signature });
      return node;
    });
    const wanted = new Set(nodes);
    for (const child of [...list.children]) if (!wanted.has(/** @type {any} */ (child))) child.remove();
    nodes.forEach((node, at) => {
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
    });
    shown = next;
  }

  function olderButton() {
    const click = () => {
      limit += SHOWN_AT_FIRST;
      atEnd = false;
      update();
    };
    return el("button.older", { type: "button", on: { click } }, "Tampilkan pesan sebelumnya");
  }

  /** Another chat was opened on this phone. */
  function restart() {
    log.setAttribute("aria-live", "off");
    limit = SHOWN_AT_FIRST;
    atEnd = true;
    update({ loaded: true });
  }

  return { log, end, update, restart, stick };
}

/** @param {string} owner @param {Seen[]} messages @param {import("./bubble.js").Actions} actions */
function itemsOf(owner, messages, actions) {
  const zone = store.people.get(owner)?.zone;
  /** @type {Item[]} */
  const items = [];
  let day = "";
  for (const message of messages) {
    const today = dayOf(message.date * 1000, zone);
    if (today !== day) {
      day = today;
      items.push({ name: `day ${day}`, signature: day, messages: [], draw: () => dayLine(today) });
    }
    const last = items.at(-1);
    if (message.album && last?.messages[0]?.album === message.album) {
      last.messages.push(message);
      last.signature = JSON.stringify(last.messages);
      continue;
    }
    if (message.kind === "service") {
      items.push({ name: `service ${message.message_id}`, signature: message.text, messages: [], draw: () => dayLine(message.text) });
      continue;
    }
    const group = [message];
    items.push({
      name: `message ${message.message_id}`,
      signature: JSON.stringify(group) + zone,
      messages: group,
      draw: () => bubble(owner, group, actions),
    });
  }
  return items;
}

/** @param {string} day */
const dayLine = (day) => el("div.day", {}, el("span", {}, day));

const emptyCard = () => el("div.empty-chat", {}, el("b", {}, "Belum ada pesan"),
  el("span", {}, "Percakapan akan tampil di sini."));

/**
 * Remembers which button of a bubble has the focus, so that an edit in place does not lose it.
 * @param {HTMLElement} log
 */
function holdFocus(log) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const row = /** @type {HTMLElement | null} */ (active?.closest?.(".row") ?? null);
  const inside = row && log.contains(row);
  const id = inside ? row.dataset.id : "";
  const label = active?.textContent ?? "";
  return {
    restore() {
      if (!inside || active?.isConnected) return;
      const fresh = /** @type {HTMLElement | null} */ (log.querySelector(`[data-id="${id}"]`));
      const keys = /** @type {HTMLElement[]} */ ([...(fresh?.querySelectorAll(".key") ?? [])]);
      const target = keys.find((key) => key.textContent === label) ?? keys[0] ?? fresh ?? log;
      target.focus({ preventScroll: true });
    },
  };
}
