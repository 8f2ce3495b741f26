/** What a person can do with one message: answer, change, forward, copy, look inside. */

import { api } from "./api.js";
import { attempt, button, copy, openDialog, toast } from "./dialog.js";
import { el } from "./dom.js";
import { fullName } from "./format.js";
import { openMenu } from "./menu.js";
import { store } from "./store.js";

/** @typedef {import("./types.js").Seen} Seen */

/**
 * @param {string} owner whose phone it is @param {Seen} message @param {HTMLElement} anchor
 * @param {{reply: (m: Seen) => void, edit: (m: Seen) => void, inspect: (m: Seen) => void}} does
 */
export function messageMenu(owner, message, anchor, does) {
  const mine = message.from === owner;
  openMenu(anchor, [
    { label: "Balas", picture: "reply", run: () => does.reply(message) },
    mine && Boolean(message.text) && { label: "Sunting", picture: "edit", run: () => does.edit(message) },
    message.protected
      ? { label: "Terlindung: tidak dapat diteruskan", picture: "lock", run: () => refuse() }
      : { label: "Teruskan…", picture: "forward", run: () => forward(owner, message) },
    Boolean(message.text) && !message.protected
      && { label: "Salin teks", picture: "copy", run: () => copy(message.text, "Teks disalin.") },
    !mine && { label: "Jadikan berumur dua hari", picture: "skip", run: () => age(message) },
    { label: "Lihat isi mentah", picture: "info", run: () => does.inspect(message) },
  ], "Pilihan pesan");
}

/** @param {Seen} message */
async function age(message) {
  if (await attempt(api.ages(message.message_id))) toast("Pesan ini kini terlalu tua untuk dihapus bot.");
}

const refuse = () => toast("Pesan ini dilindungi bot: tidak dapat disalin atau diteruskan.");

/**
 * The message goes to the bot, from whoever is chosen: a colleague may have received it first.
 * @param {string} owner @param {Seen} message
 */
function forward(owner, message) {
  const bot = store.bot?.first_name ?? "bot";
  const people = [...store.people.values()].sort((a) => (a.key === owner ? -1 : 0));
  const choose = (/** @type {string} */ key) => {
    const from = key === owner ? {} : { from: owner };
    attempt(api.forwards(key, { message_id: message.message_id, ...from }));
    dialog.close();
  };
  const dialog = openDialog({
    title: `Teruskan ke ${bot}`,
    body: [
      el("p", {}, "Siapa yang meneruskan pesan ini?"),
      el("div.choices", {}, ...people.map((person) => button(
        person.key === owner ? `${fullName(person)} (pemilik ponsel ini)` : fullName(person),
        () => choose(person.key),
      ))),
    ],
  });
}
