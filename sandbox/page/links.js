/** What happens when somebody opens a link inside a phone. */

import { api } from "./api.js";
import { openPage } from "./app.js";
import { attempt, button, copy, openDialog } from "./dialog.js";
import { el } from "./dom.js";
import { store } from "./store.js";

/** @param {string} address @returns {boolean} whether it leads to the bot of this sandbox */
export function leadsToBot(address) {
  const name = store.bot?.username.toLowerCase();
  const match = /^(?:https?:\/\/)?(?:t|telegram)\.me\/(\w+)/i.exec(address)
    ?? /^tg:\/\/resolve\?domain=(\w+)/i.exec(address);
  return Boolean(name) && match?.[1].toLowerCase() === name;
}

/** Pages of others let nobody show them in a frame. @param {string} address @returns {boolean} */
export const ofThisMachine = (address) => /^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/i.test(address);

/** @param {string} person @returns {HTMLElement | null} the chat over which a page opens */
const logOf = (person) => document.querySelector(`.phone[data-person="${CSS.escape(person)}"] .log`);

/** @param {string} person key of whose phone it is @param {string} address */
export function openLink(person, address) {
  if (leadsToBot(address)) return void attempt(api.follows(person, address));
  if (address.startsWith("tg:")) return;
  const visit = () => {
    window.open(address, "_blank", "noopener,noreferrer");
    dialog.close();
  };
  const stay = () => {
    dialog.close();
    const log = logOf(person);
    if (log) openPage(address, log);
  };
  const take = () => copy(address, "Alamat disalin.");
  const web = /^https?:\/\//i.test(address);
  const dialog = openDialog({
    title: "Tautan ke luar",
    body: [
      el("p", {}, "Di ponsel, tautan ini membuka halaman di luar obrolan:"),
      el("p.address", {}, address),
    ],
    actions: [button("Salin alamat", take), web ? button("Buka di tab baru", visit) : null,
      web && ofThisMachine(address) ? button("Buka di ponsel ini", stay, ".primary") : null],
  });
}

/**
 * Lets the links of a message do what they would do on a phone.
 * @param {HTMLElement} text @param {string} person
 */
export function wireLinks(text, person) {
  text.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const link = target.closest("a");
    const hidden = target.closest("tg-spoiler, .tg-spoiler");
    if (hidden && !hidden.classList.contains("open")) {
      event.preventDefault();
      hidden.classList.add("open");
    } else if (link?.dataset.command) {
      attempt(api.says(person, { text: link.dataset.command }));
    } else if (link) {
      event.preventDefault();
      openLink(person, link.getAttribute("href") ?? "");
    }
  });
  text.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Enter" && target.dataset.command) target.click();
  });
  for (const link of text.querySelectorAll("a")) {
    link.rel = "noopener noreferrer";
    if (!link.dataset.command) continue;
    link.tabIndex = 0;
    link.setAttribute("role", "link");
  }
}
