/** One bubble: who, what was quoted, media, text, and the small marks at its end. */

import { el, icon, iconButton } from "./dom.js";
import { colourOf, fullName, timeOf } from "./format.js";
import { inlineKeyboard } from "./keyboard.js";
import { wireLinks } from "./links.js";
import { media } from "./media.js";
import { store } from "./store.js";

/** @typedef {import("./types.js").Seen} Seen */
/** @typedef {{inspect: (m: Seen) => void, menu: (m: Seen, anchor: HTMLElement) => void}} Actions */

/** @param {string} from key of a person, or `bot` @returns {string} */
export function senderName(from) {
  if (from === "bot") return store.bot?.first_name ?? "Bot";
  const person = store.people.get(from);
  return person ? fullName(person) : from;
}

/**
 * @param {string} owner whose phone it is
 * @param {Seen[]} messages one message, or those of an album
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
export function bubble(owner, messages, actions) {
  const first = messages[0];
  const mine = first.from === owner;
  const told = messages.find((message) => message.text) ?? first;
  const zone = store.people.get(owner)?.zone;
  const time = timeOf(first.date * 1000, zone);
  const bare = ["photo", "video"].includes(first.kind) && !told.text ? ".bare" : "";
  const body = el(`div.bubble.kind-${first.kind}${bare}`, {},
    first.chat !== owner && !mine && sender(first.from),
    forwarded(first),
    quote(owner, first),
    media(messages),
    textOf(owner, told),
    reactions(first),
    marks(messages, time));
  const label = `${mine ? "Anda" : senderName(first.from)}, ${time}`;
  const keyboard = inlineKeyboard(owner, first);
  return el(`article.row${mine ? ".mine" : ".theirs"}${keyboard ? ".with-keys" : ""}`, {
    tabindex: -1,
    "aria-label": label,
    data: { id: first.message_id },
  }, el("div.stack", {}, el("div.line", {}, body, tools(first, actions)), keyboard));
}

/** @param {string} from */
function sender(from) {
  const name = el("div.sender", {}, senderName(from));
  name.style.setProperty("--hue", colourOf(from));
  return name;
}

/** @param {Seen} message */
function forwarded(message) {
  const origin = message.forwarded_from;
  return origin ? el("div.forwarded", {}, icon("forward"), `Diteruskan dari ${senderName(origin)}`) : null;
}

/** @param {string} owner @param {Seen} message */
function quote(owner, message) {
  const target = message.reply_to;
  if (!target) return null;
  const id = typeof target === "number" ? target : target.message_id;
  const source = store.chats.get(owner)?.get(id);
  const click = () => document.querySelector(`[data-person="${owner}"] [data-id="${id}"]`)
    ?.scrollIntoView({ block: "center" });
  return el("button.quote", { type: "button", on: { click } },
    el("b", {}, source ? senderName(source.from) : "Pesan"),
    el("span", {}, source ? excerpt(source) : "Pesan sudah dihapus"));
}

const KINDS = {
  photo: "Foto", document: "Dokumen", voice: "Pesan suara", video: "Video", audio: "Audio",
  sticker: "Stiker", contact: "Kontak", location: "Lokasi",
};

/** @param {Seen} message @returns {string} one line that stands for the message */
export function excerpt(message) {
  const kind = /** @type {Record<string, string>} */ (KINDS)[message.kind];
  return (message.text || kind || "Pesan").replace(/\s+/g, " ").slice(0, 90);
}

/** @param {string} owner @param {Seen} message */
function textOf(owner, message) {
  if (!message.html) return null;
  const text = el("div.text", { dir: "auto" });
  text.innerHTML = message.html; // the one place with markup: the server has escaped it
  closeRanks(text);
  wireLinks(text, owner);
  return text;
}

/** A block already ends its line; the line break after it would show as an empty line. @param {HTMLElement} text */
function closeRanks(text) {
  for (const block of text.querySelectorAll("pre, blockquote")) {
    const next = block.nextSibling;
    if (next instanceof Text && next.data.startsWith("\n")) next.deleteData(0, 1);
  }
}

/** @param {Seen[]} messages @param {string} time */
function marks(messages, time) {
  const has = (/** @type {keyof Seen} */ key) => messages.some((message) => message[key]);
  return el("div.marks", {},
    has("silent") && mark("silent", "dikirim tanpa bunyi"),
    has("pinned") && mark("pinned", "disematkan"),
    has("protected") && mark("lock", "terlindung: tidak dapat diteruskan atau disimpan"),
    has("edited") && el("span", {}, "disunting"),
    el("time", { datetime: new Date(messages[0].date * 1000).toISOString() }, time));
}

/** @param {Seen} message */
function reactions({ reactions: given }) {
  const signs = (given ?? []).map((one) => (typeof one === "string" ? one : one.emoji));
  return signs.length ? el("div.reactions", { "aria-label": "Reaksi", role: "img" }, signs.join(" ")) : null;
}

/** @param {string} picture @param {string} meaning */
const mark = (picture, meaning) =>
  el("span.mark", { title: meaning }, icon(picture), el("span.unseen", {}, meaning));

/** @param {Seen} message @param {Actions} actions */
function tools(message, actions) {
  const info = iconButton("info", "Lihat isi mentah pesan", () => actions.inspect(message));
  const more = iconButton("more", "Pilihan pesan", () => actions.menu(message, more));
  for (const button of [info, more]) button.tabIndex = -1;
  return el("div.tools", {}, info, more);
}
