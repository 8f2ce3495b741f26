/** Answers to taps: a toast that passes, or an alert that waits for "Mengerti". */

import { el } from "./dom.js";
import { openLink } from "./links.js";

const TOAST_LASTS = 4000;

/** @returns {{node: HTMLElement, show: (notice: any, person: string) => void}} */
export function createNotices() {
  const node = el("div.notices", { role: "status", "aria-live": "polite" });

  /** @param {{text?: string, alert?: boolean, url?: string}} notice @param {string} person */
  function show(notice, person) {
    if (notice.url) openLink(person, notice.url);
    if (!notice.text) return;
    if (notice.alert) return alert(notice.text);
    const line = el("div.toast", {}, notice.text);
    node.append(line);
    setTimeout(() => line.remove(), TOAST_LASTS);
  }

  /** @param {string} text */
  function alert(text) {
    const phone = /** @type {HTMLElement} */ (node.closest(".phone"));
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    const close = () => {
      veil.remove();
      if (before?.isConnected && phone.contains(before)) before.focus();
    };
    const agree = el("button.button.primary", { type: "button", on: { click: close } }, "Mengerti");
    const box = el("div.alert", { role: "alertdialog", "aria-label": "Pesan dari bot" },
      el("p", {}, text), agree);
    const veil = el("div.alert-veil", {}, box);
    veil.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") close();
      if (event.key === "Tab") event.preventDefault();
    });
    phone.querySelector(".screen")?.append(veil);
    if (phone.contains(before)) agree.focus();
  }

  return { node, show };
}
