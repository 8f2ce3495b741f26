/** Which phones stand on the desk; the choice lives in the address, so a link repeats it. */

import { api } from "./api.js";
import { el, find } from "./dom.js";
import { createPhone } from "./phone.js";
import { load, notify, store, watch } from "./store.js";

const NARROW = matchMedia("(max-width: 719px)");
const MOST = 4;

/** @type {Map<string, {node: HTMLElement, focus: () => void}>} */
const phones = new Map();
/** @type {string[]} */
let chosen = [];

/** @returns {string[]} keys of the people whose phones are open */
export const openPhones = () => chosen;
export const isNarrow = () => NARROW.matches;

/** Reads `#orang=sari,budi&aktif=sari`, or takes the first people there are. */
function fromAddress() {
  const wish = new URLSearchParams(location.hash.slice(1));
  const known = (wish.get("orang") ?? "").split(",").filter((key) => store.people.has(key));
  const fits = Math.max(2, Math.min(MOST, Math.floor((innerWidth - 24) / 300)));
  const first = [...store.people.keys()].slice(0, Math.min(4, fits));
  chosen = (known.length ? [...new Set(known)] : first).slice(0, MOST);
  const active = wish.get("aktif") ?? "";
  activate(chosen.includes(active) ? active : chosen[0] ?? "", false);
}

function toAddress() {
  const wish = `orang=${chosen.join(",")}&aktif=${store.active}`;
  history.replaceState(null, "", `#${wish}`);
}

/** Puts a phone on the desk or takes it away; on a small screen shows only that one. @param {string} key */
export function choose(key) {
  if (isNarrow()) {
    if (!chosen.includes(key)) chosen = [...chosen, key].slice(-MOST);
    activate(key, false);
  } else if (chosen.includes(key)) {
    if (chosen.length === 1) return;
    chosen = chosen.filter((one) => one !== key);
    if (store.active === key) activate(chosen[0], false);
  } else {
    chosen = [...chosen, key].slice(-MOST);
    activate(key, false);
  }
  draw();
  if (chosen.includes(key)) phoneOf(key).node.scrollIntoView({ inline: "nearest", block: "nearest" });
}

/** @param {string} key @param {boolean} focus whether to put the cursor into its line */
export function activate(key, focus) {
  store.active = key;
  toAddress();
  markRead(key);
  for (const [other, phone] of phones) phone.node.classList.toggle("active", other === key);
  notify("active");
  if (focus) phones.get(key)?.focus();
}

/** Whoever uses a phone has read what stands on it. @param {string} key */
function markRead(key) {
  const person = store.people.get(key);
  if (!person?.unread || document.hidden) return;
  person.unread = 0;
  notify("unread", key);
  api.reads(key).catch(() => undefined);
}

/** @param {string} key */
function phoneOf(key) {
  let phone = phones.get(key);
  if (!phone) {
    phone = createPhone(key);
    phones.set(key, phone);
    const use = () => (store.active === key ? markRead(key) : activate(key, false));
    phone.node.addEventListener("pointerdown", use);
    phone.node.addEventListener("focusin", use);
  }
  load(key).catch(() => undefined);
  return phone;
}

const nobody = () =>
  el("p.nobody", {}, "Belum ada orang di kotak pasir ini. Tambahkan orang untuk memulai.");

/** Puts the chosen phones on the desk without disturbing those that stay. */
export function draw() {
  const stage = /** @type {HTMLElement} */ (find("#stage"));
  chosen = chosen.filter((key) => store.people.has(key));
  if (!chosen.length) fromAddress();
  const nodes = chosen.map((key) => phoneOf(key).node);
  if (!nodes.length) nodes.push(nobody());
  for (const child of [...stage.children]) if (!nodes.includes(/** @type {any} */ (child))) child.remove();
  nodes.forEach((node, at) => {
    if (stage.children[at] !== node) stage.insertBefore(node, stage.children[at] ?? null);
  });
  stage.dataset.count = String(nodes.length);
  for (const [key, phone] of phones) phone.node.classList.toggle("active", key === store.active);
  toAddress();
  notify("stage");
}

export function startStage() {
  fromAddress();
  draw();
  let people = [...store.people.keys()].join();
  watch("people", () => {
    const now = [...store.people.keys()].join();
    if (now !== people) draw();
    people = now;
  });
  watch("unread", (key) => key === store.active && document.hasFocus() && markRead(key));
  addEventListener("focus", () => markRead(store.active));
  addEventListener("hashchange", () => {
    fromAddress();
    draw();
  });
  addEventListener("keydown", (event) => {
    const place = Number(event.key) - 1;
    if (!event.altKey || !(place in chosen)) return;
    event.preventDefault();
    activate(chosen[place], true);
  });
}
