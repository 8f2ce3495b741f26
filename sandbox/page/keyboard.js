/** The buttons under a message and the buttons in place of a phone's keyboard. */

import { api } from "./api.js";
import { openApp } from "./app.js";
import { attempt, copy } from "./dialog.js";
import { el, icon } from "./dom.js";
import { openLink } from "./links.js";
import { store } from "./store.js";

/** @typedef {import("./types.js").InlineButton} InlineButton */
/** @typedef {import("./types.js").Seen} Seen */

const PICTURES = { url: "open", web_app: "window", copy: "copy" };
const SPOKEN = { url: "membuka tautan", web_app: "membuka aplikasi mini", copy: "menyalin teks" };

/** Presses on their way to the server, by message and data. @type {Set<string>} */
const pressed = new Set();

/** @param {number} message @param {string} [data] */
const mark = (message, data) => `${message}\n${data}`;

/** @param {string} person @param {Seen} message @returns {HTMLElement | null} */
export function inlineKeyboard(person, message) {
  const rows = (message.keyboard ?? []).filter((row) => row.length);
  if (!rows.length) return null;
  const grid = el("div.inline-keyboard", { role: "group", "aria-label": "Tombol pesan" });
  for (const row of rows) {
    grid.append(el("div.key-row", {}, ...row.map((key) => inlineButton(person, message, key))));
  }
  return grid;
}

/** @param {string} person @param {Seen} message @param {InlineButton} key */
function inlineButton(person, message, key) {
  const picture = /** @type {Record<string, string>} */ (PICTURES)[key.kind];
  const spoken = /** @type {Record<string, string>} */ (SPOKEN)[key.kind];
  const look = ["primary", "success", "danger"].includes(key.style ?? "") ? `.${key.style}` : "";
  const node = el(`button.key${look}`, {
    type: "button",
    "aria-label": spoken && `${key.text}, ${spoken}`,
    data: { message: message.message_id, press: key.data ?? "" },
    on: { click: () => press(person, message, key, node) },
  }, el("span.key-label", {}, key.text), picture && icon(picture), el("span.spinner"));
  return node;
}

/** @param {string} person @param {Seen} message @param {InlineButton} key @param {HTMLElement} node */
async function press(person, message, key, node) {
  if (key.kind === "copy") return copy(key.data, "Teks disalin.");
  if (key.kind === "web_app") return openApp(person, key.data, key.text, node);
  if (key.kind !== "callback") return openLink(person, key.data);
  const name = mark(message.message_id, key.data);
  pressed.add(name);
  showPending(/** @type {HTMLElement} */ (node.closest(".phone") ?? node));
  await attempt(api.taps(person, { data: key.data, message_id: message.message_id }));
  pressed.delete(name);
  for (const phone of document.querySelectorAll(".phone")) showPending(/** @type {any} */ (phone));
}

/** Shows the spinner on every button whose tap is not answered. @param {HTMLElement} root */
export function showPending(root) {
  const waiting = new Set(pressed);
  for (const tap of store.taps.values()) waiting.add(mark(tap.message_id, tap.data));
  for (const node of root.querySelectorAll(".key[data-press]")) {
    const { message, press: data } = /** @type {HTMLElement} */ (node).dataset;
    const busy = Boolean(data) && waiting.has(mark(Number(message), data));
    node.classList.toggle("busy", busy);
    node.toggleAttribute("aria-busy", false);
    if (busy) node.setAttribute("aria-busy", "true");
  }
}

/**
 * The big buttons that stand in for the keyboard.
 * @param {import("./types.js").ReplyMarkup} markup
 * @param {(key: import("./types.js").ReplyButton) => void} choose
 */
export function replyKeyboard(markup, choose) {
  const rows = (markup.keyboard ?? []).map((row) => row.map((raw) => {
    const key = typeof raw === "string" ? { text: raw } : raw;
    const picture = key.request_contact ? "contact" : key.request_location ? "pin" : "";
    return el("button.reply-key", { type: "button", on: { click: () => choose(key) } },
      picture && icon(picture), el("span", {}, key.text));
  }));
  return el("div.reply-keyboard", { role: "group", "aria-label": "Papan tombol" },
    ...rows.map((row) => el("div.key-row", {}, ...row)));
}
