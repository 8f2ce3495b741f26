/** The writing line of a phone: text, answers, corrections, and the keyboards the bot offers. */

import { api } from "./api.js";
import { attachMenu, askContact, askLocation } from "./attach.js";
import { excerpt, senderName } from "./bubble.js";
import { createCommands } from "./commands.js";
import { attempt } from "./dialog.js";
import { el, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboard.js";
import { store } from "./store.js";

/** @typedef {import("./types.js").Seen} Seen */

const TALLEST = 140;

/** @param {string} key of the person @param {() => string} chatKey the chat that is open */
export function createComposer(key, chatKey) {
  /** @type {{kind: "reply" | "edit", message: Seen} | null} */
  let about = null;
  let keyboardHidden = false;
  let markupSeen = "";

  const context = el("div.context", { hidden: true });
  const field = el("textarea.field", { rows: 1, "aria-label": "Tulis pesan", enterkeyhint: "send" });
  const commands = createCommands(key, field, (text) => say(text));
  const attach = iconButton("attach", "Lampirkan", () => attachMenu(key, attach, chatKey()));
  const toggle = iconButton("keyboard", "Papan tombol", () => {
    keyboardHidden = !keyboardHidden;
    update();
  });
  const slash = iconButton("slash", "Daftar perintah", () => commands.open());
  slash.addEventListener("pointerdown", (event) => event.preventDefault());
  const sendButton = iconButton("send", "Kirim", () => send(), ".send");
  const line = el("div.writing", {}, attach, field, toggle, slash, sendButton);
  const keys = el("div.keys");
  const start = el("button.button.primary.start", { type: "button", on: { click: begin } });
  const node = el("div.composer", {}, context, commands.node, line, keys, start);

  /** @param {string} text @param {number} [answers] */
  function say(text, answers) {
    const chat = chatKey() === key ? {} : { chat: chatKey() };
    return attempt(api.says(key, { text, ...(answers ? { reply_to: answers } : {}), ...chat }));
  }

  function begin() {
    const blocked = store.people.get(key)?.blocked;
    attempt(blocked ? api.unblocks(key) : api.says(key, { text: "/start" }));
  }

  async function send() {
    const text = field.value.trim();
    if (!text) return field.focus();
    const was = about;
    const id = was?.message.message_id ?? 0;
    field.value = "";
    settle();
    const done = was?.kind === "edit"
      ? await attempt(api.edits(key, { message_id: id, text }))
      : await say(text, id || undefined);
    if (done === null && !field.value) {
      field.value = text;
      concern(was);
    }
  }

  /** @param {typeof about} what */
  function concern(what) {
    about = what;
    context.hidden = !what;
    if (what) {
      const quit = iconButton("close", "Batal", () => settle());
      const head = what.kind === "edit" ? "Menyunting pesan" : `Membalas ${senderName(what.message.from)}`;
      context.replaceChildren(icon(what.kind), el("span.context-text", {},
        el("b", {}, head), el("span", {}, excerpt(what.message))), quit);
    }
    grow();
  }

  function settle() {
    if (about?.kind === "edit") field.value = "";
    concern(null);
    commands.close();
    field.focus();
  }

  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
    sendButton.classList.toggle("ready", Boolean(field.value.trim()));
  }

  /** @param {Seen} message */
  function edit(message) {
    concern({ kind: "edit", message });
    field.value = message.text;
    grow();
    field.focus();
  }

  /** @param {Seen} message */
  function reply(message) {
    concern({ kind: "reply", message });
    field.focus();
  }

  field.addEventListener("input", () => {
    grow();
    commands.filter();
  });
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing || commands.takes(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && about) {
      settle();
    } else if (event.key === "ArrowUp" && !field.value) {
      const mine = [...(store.chats.get(key)?.values() ?? [])]
        .filter((message) => message.from === key && message.chat === chatKey() && message.text);
      if (mine.length) edit(/** @type {Seen} */ (mine.at(-1)));
      event.preventDefault();
    }
  });

  /** @param {import("./types.js").ReplyButton} choice */
  async function choose(choice) {
    if (choice.request_contact) await askContact(key);
    else if (choice.request_location) await askLocation(key);
    else await say(choice.text);
    field.focus();
  }

  /** Draws what the bot offers: start button, reply keyboard, forced answer. */
  function update() {
    const person = store.people.get(key);
    const own = chatKey() === key;
    const markup = own ? person?.reply_keyboard : null;
    const waiting = own && (person?.blocked || person?.started === false);
    start.hidden = !waiting;
    line.hidden = Boolean(waiting);
    start.textContent = person?.blocked ? "Buka blokir" : "Mulai";
    field.placeholder = markup?.input_field_placeholder ?? "Tulis pesan…";
    slash.hidden = !(own && person?.commands?.length);
    toggle.hidden = !markup?.keyboard;
    const signature = JSON.stringify(markup ?? null);
    if (signature !== markupSeen) offered(markup, signature);
    keys.hidden = Boolean(waiting) || keyboardHidden || !markup?.keyboard;
    toggle.setAttribute("aria-pressed", String(!keys.hidden));
  }

  /** @param {import("./types.js").ReplyMarkup | null | undefined} markup @param {string} signature */
  function offered(markup, signature) {
    markupSeen = signature;
    keyboardHidden = Boolean(markup?.hidden);
    keys.replaceChildren(...(markup?.keyboard ? [replyKeyboard(markup, choose)] : []));
    if (!markup?.force_reply) return;
    const asked = [...(store.chats.get(key)?.values() ?? [])].filter((message) => message.from === "bot");
    const last = asked.sort((a, b) => a.message_id - b.message_id).at(-1);
    if (last) concern({ kind: "reply", message: last });
    if (store.active === key) field.focus();
  }

  return { node, update, edit, reply, focus: () => field.focus() };
}
