/** The camera of a phone: scans a paper at hand, or what another phone shows. */

import { openPage } from "./app.js";
import { askLink } from "./deep_links.js";
import { attempt, button, openDialog } from "./dialog.js";
import { api } from "./api.js";
import { el } from "./dom.js";
import { fullName } from "./format.js";
import { leadsToBot, ofThisMachine } from "./links.js";
import { store } from "./store.js";

const LINK = /https?:\/\/[^\s<>"“”]+/g;
const LOOKED_AT = 4; // messages of another phone, newest first

/** @typedef {{label: string, link: string}} Paper */

/** @param {string} key whose phone scans @param {HTMLElement} from the button that was pressed */
export function scan(key, from) {
  const take = async (/** @type {Paper} */ { link }) => {
    dialog.close();
    if (leadsToBot(link)) await attempt(api.follows(key, link));
    else openPage(link, from);
  };
  const choices = (/** @type {string} */ title, /** @type {Paper[]} */ papers) => papers.length > 0
    && el("section", { "aria-label": title }, el("h3", {}, title),
      el("div.choices", {}, ...papers.map((one) => button(one.label, () => take(one)))));
  const own = store.people.get(key)?.papers ?? [];
  const seen = onOtherPhones(key);
  const nothing = !own.length && !seen.length
    && el("p", {}, "Tidak ada kode QR di dekat orang ini. Buka lembar atau tiketnya di ponsel lain, "
      + "atau tempelkan tautannya.");
  const other = () => {
    dialog.close();
    askLink(key);
  };
  const dialog = openDialog({ title: "Pindai kode QR",
    body: [choices("Di dekatnya", own), choices("Di ponsel lain", seen), nothing],
    actions: [button("Tautan lain…", other), button("Batal", () => dialog.close())] });
}

/** Links that stand on the phones of others, newest first. @param {string} key @returns {Paper[]} */
function onOtherPhones(key) {
  /** @type {Map<string, Paper>} */
  const found = new Map();
  for (const [owner, messages] of store.chats) {
    const person = store.people.get(owner);
    if (!person || owner === key) continue;
    const newest = [...messages.values()].filter((one) => one.from === "bot" && !one.deleted).slice(-LOOKED_AT);
    for (const message of newest.reverse()) {
      for (const link of message.text.match(LINK) ?? []) {
        if (!leadsToBot(link) && !ofThisMachine(link)) continue;
        const way = leadsToBot(link) ? "Telegram" : "halaman web";
        found.set(link, { label: `${fullName(person)}: ${message.text.split("\n")[0]} (${way})`, link });
      }
    }
  }
  return [...found.values()];
}
