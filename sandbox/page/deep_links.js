/** Opens a link to the bot for whoever is chosen, as if that person had scanned or pressed it. */

import { api } from "./api.js";
import { attempt, button, openDialog, toast } from "./dialog.js";
import { el } from "./dom.js";
import { fullName } from "./format.js";
import { leadsToBot } from "./links.js";
import { activate } from "./stage.js";
import { store } from "./store.js";

/** @param {string} key whose phone asks; another may be chosen @param {string} [link] */
export function askLink(key, link = "") {
  const start = link || `https://t.me/${store.bot?.username ?? ""}?start=`;
  const field = el("input", { type: "url", required: true, value: start, "aria-describedby": "link-note" });
  const people = [...store.people.values()].filter((one) => !one.silent);
  const who = el("select", {}, ...people.map((one) =>
    el("option", { value: one.key, selected: one.key === key }, fullName(one))));
  const note = el("p", { id: "link-note" },
    "Tautan undangan, kode QR, atau tautan mana pun ke bot ini, seperti bila dipindai dengan ponsel.");
  const follow = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!leadsToBot(field.value)) return toast("Tautan itu tidak menuju bot ini.");
    if (await attempt(api.follows(who.value, field.value.trim())) === null) return;
    dialog.close();
    activate(who.value, true);
  };
  const form = el("form.form", { on: { submit: follow } },
    el("label", {}, "Tautan", field), el("label", {}, "Dibuka oleh", who),
    el("button.button.primary", { type: "submit" }, "Buka"));
  const dialog = openDialog({ title: "Buka tautan ke bot", body: [note, form],
    actions: [button("Batal", () => dialog.close())] });
  field.focus();
}
