/** One phone: its owner, the open chat, what pops up over it, and the writing line. */

import { api } from "./api.js";
import { takeFiles } from "./attach.js";
import { createLog } from "./chat.js";
import { createComposer } from "./composer.js";
import { askLink } from "./deep_links.js";
import { attempt, confirm, copy } from "./dialog.js";
import { el, iconButton } from "./dom.js";
import { colourOf, fullName, initials } from "./format.js";
import { inspect } from "./inspector.js";
import { showPending } from "./keyboard.js";
import { openMenu } from "./menu.js";
import { messageMenu } from "./message_menu.js";
import { createNotices } from "./notices.js";
import { scan } from "./scan.js";
import { showShortcuts } from "./shortcuts.js";
import { notify, store, watch } from "./store.js";

/** @param {string} key of the person @returns {{node: HTMLElement, focus: () => void}} */
export function createPhone(key) {
  let chat = key;
  const title = el("b.chat-title");
  const below = el("span.chat-below");
  const face = el("span.avatar.bot-face", { "aria-hidden": "true" });
  const owner = ownerLine(key);
  const chats = el("div.chat-tabs", { role: "group", "aria-label": "Obrolan" });
  const notices = createNotices();
  const does = {
    inspect: (/** @type {any} */ message) => inspect(message.message_id),
    reply: (/** @type {any} */ message) => composer.reply(message),
    edit: (/** @type {any} */ message) => composer.edit(message),
    menu: (/** @type {any} */ message, /** @type {HTMLElement} */ anchor) =>
      messageMenu(key, message, anchor, does),
  };
  const view = createLog(key, () => chat, does);
  const composer = createComposer(key, () => chat);
  const more = iconButton("more", "Pilihan obrolan", () => phoneMenu(key, more));
  const camera = iconButton("scan", "Pindai kode QR", () => scan(key, camera));
  const screen = el("div.screen", {},
    el("header.chat-bar", {}, face, el("span.chat-name", {}, title, below), camera, more),
    chats, el("div.log-frame", {}, view.log, view.end, notices.node), composer.node);
  const node = el("section.phone", { data: { person: key } }, owner.node, screen);
  node.style.setProperty("--hue", colourOf(key));

  function drawBar() {
    const person = store.people.get(key);
    if (!person) return;
    node.setAttribute("aria-label", `Ponsel ${fullName(person)}${person.role ? `, ${person.role}` : ""}`);
    const group = store.groups.find((one) => one.key === chat);
    const name = group?.title ?? store.bot?.first_name ?? "Bot";
    title.textContent = name;
    face.textContent = initials(name);
    const typing = store.typing.has(chat) || store.typing.has(key);
    below.textContent = typing ? "sedang mengetik…" : group ? `${group.members.length} anggota`
      : store.bot ? "bot" : "belum tersambung";
    below.classList.toggle("typing", typing);
    view.log.setAttribute("aria-label", `Obrolan ${fullName(person)} dengan ${name}`);
    drawChats();
    owner.draw();
    composer.update();
  }

  function drawChats() {
    const groups = store.groups.filter((group) => group.members.includes(key));
    chats.hidden = !groups.length;
    const open = (/** @type {string} */ to) => {
      chat = to;
      drawBar();
      view.restart();
    };
    const tab = (/** @type {string} */ to, /** @type {string} */ label) => el("button.chat-tab", {
      type: "button", "aria-pressed": String(chat === to), on: { click: () => open(to) },
    }, label);
    chats.replaceChildren(tab(key, store.bot?.first_name ?? "Bot"),
      ...groups.map((group) => tab(group.key, group.title)));
  }

  watch(`chat:${key}`, view.update);
  watch("people", drawBar);
  watch("unread", (who) => {
    if (who !== key) return;
    if (store.active !== key) pulse(node);
    owner.draw();
    composer.update();
  });
  watch("typing", (who) => [key, chat].includes(who) && drawBar());
  watch("taps", () => showPending(node));
  watch("tick", owner.draw);
  watch("notice", (notice) => notice.person === key && notices.show(notice, key));
  takeFiles(screen, key, () => chat);
  drawBar();
  view.update();
  return { node, focus: composer.focus };
}

/** @param {HTMLElement} node */
function pulse(node) {
  node.classList.remove("pulse");
  requestAnimationFrame(() => node.classList.add("pulse"));
}

/** The edge of the phone that says whose it is. @param {string} key */
function ownerLine(key) {
  const face = el("span.avatar", { "aria-hidden": "true" });
  const name = el("h2.owner-name");
  const role = el("span.owner-role");
  const badge = el("span.badge", { hidden: true });
  const time = el("time.owner-time");
  const node = el("header.owner", {}, face, el("div.owner-text", {}, name, role), badge, time);
  function draw() {
    const person = store.people.get(key);
    if (!person) return;
    name.textContent = fullName(person);
    face.textContent = initials(fullName(person));
    role.textContent = person.role ?? "";
    badge.hidden = !person.unread;
    badge.textContent = String(person.unread ?? "");
    badge.setAttribute("aria-label", `${person.unread} pesan belum dibaca`);
    badge.setAttribute("role", "img");
    notify("local-time", { zone: person.zone, node: time });
  }
  return { node, draw };
}

/** @param {string} key @param {HTMLElement} anchor */
function phoneMenu(key, anchor) {
  const person = store.people.get(key);
  const block = async () => {
    const sure = await confirm({
      title: "Blokir bot ini?",
      text: "Bot tidak dapat lagi mengirim pesan kepada orang ini sampai blokirnya dibuka.",
      yes: "Blokir",
      danger: true,
    });
    if (sure) attempt(api.blocks(key));
  };
  openMenu(anchor, [
    { label: "Salin percakapan", picture: "copy", run: async () => {
      const text = await attempt(api.transcript(key));
      if (text) copy(text, "Percakapan disalin.");
    } },
    { label: "Buka tautan ke bot…", picture: "open", run: () => askLink(key) },
    { label: "Pintasan papan ketik", picture: "keyboard", run: showShortcuts },
    person?.blocked
      ? { label: "Buka blokir bot", picture: "unlock", run: () => attempt(api.unblocks(key)) }
      : { label: "Blokir bot", picture: "block", danger: true, run: block },
  ], "Pilihan obrolan");
}
