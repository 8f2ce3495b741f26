/** The row of people: chooses the phones, and on a small screen switches between them. */

import { attempt, button, openDialog } from "./dialog.js";
import { api } from "./api.js";
import { el, find, icon } from "./dom.js";
import { colourOf, fullName, initials } from "./format.js";
import { choose, isNarrow, openPhones } from "./stage.js";
import { store, watch } from "./store.js";

const ZONES = [
  ["Asia/Jakarta", "WIB (Jakarta, Semarang)"],
  ["Asia/Makassar", "WITA (Makassar, Denpasar)"],
  ["Asia/Jayapura", "WIT (Jayapura, Ambon)"],
];

export function startPeopleBar() {
  const bar = find("#people");
  const draw = () => {
    const held = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.chip;
    bar.replaceChildren(...[...store.people.values()].map(chip), addButton());
    if (held) /** @type {any} */ (bar.querySelector(`[data-chip="${held}"]`))?.focus();
    bar.querySelector("[aria-pressed=true]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
    const unread = [...store.people.values()].reduce((sum, person) => sum + (person.unread ?? 0), 0);
    const name = store.bot ? `Kotak pasir · ${store.bot.first_name}` : "Kotak pasir";
    document.title = unread ? `(${unread}) ${name}` : name;
  };
  for (const topic of ["people", "unread", "active", "stage"]) watch(topic, draw);
  addEventListener("resize", draw);
  draw();
}

/** @param {import("./types.js").Person} person */
function chip(person) {
  const shown = isNarrow() ? store.active === person.key : openPhones().includes(person.key);
  const name = fullName(person);
  const unread = person.unread
    ? el("span.badge", {}, String(person.unread), el("span.unseen", {}, " pesan belum dibaca"))
    : null;
  const face = el("span.avatar.small", { "aria-hidden": "true" }, initials(name));
  const node = el("button.chip", {
    type: "button",
    "aria-pressed": String(shown),
    title: [name, person.role].filter(Boolean).join(", "),
    data: { chip: person.key },
    on: { click: () => choose(person.key) },
  }, face, el("span.chip-text", {}, el("b", {}, name), el("small", {}, person.role ?? "")), unread);
  node.style.setProperty("--hue", colourOf(person.key));
  return node;
}

function addButton() {
  return el("button.chip.add", { type: "button", data: { chip: "+" }, on: { click: () => addPerson() } },
    icon("plus"), el("span", {}, "Tambah orang"));
}

function addPerson() {
  const field = (/** @type {string} */ name, /** @type {string} */ label, /** @type {object} */ props = {}) =>
    el("label", {}, label, el("input", { name, autocomplete: "off", ...props }));
  const zone = el("select", { name: "zone" }, ...ZONES.map(([value, label]) => el("option", { value }, label)));
  const form = el("form.form.two", { id: "person-form", on: { submit: add } },
    field("first_name", "Nama depan", { required: true }),
    field("last_name", "Nama belakang"),
    field("role", "Peran (keterangan di ponsel)", { placeholder: "Analis, Makassar" }),
    field("phone", "Nomor telepon", { type: "tel", placeholder: "+62812…" }),
    field("username", "Nama pengguna", { placeholder: "tanpa @" }),
    el("label", {}, "Zona waktu", zone));

  /** @param {Event} event */
  async function add(event) {
    event.preventDefault();
    const filled = [...new FormData(form)].filter(([, value]) => value);
    const person = { key: freshKey(form.elements.first_name.value), ...Object.fromEntries(filled) };
    const added = await attempt(api.addPerson(person));
    if (!added) return;
    dialog.close();
    store.people.set(added.key, { ...person, ...added });
    choose(added.key);
  }

  const dialog = openDialog({
    title: "Tambah orang",
    body: [form],
    actions: [button("Batal", () => dialog.close()),
      el("button.button.primary", { type: "submit", form: "person-form" }, "Tambahkan")],
  });
}

/** @param {string} name @returns {string} a short key nobody has yet */
function freshKey(name) {
  const stem = name.toLowerCase().replace(/[^a-z0-9]+/g, "").slice(0, 12) || "orang";
  let key = stem;
  for (let number = 2; store.people.has(key); number += 1) key = `${stem}${number}`;
  return key;
}
