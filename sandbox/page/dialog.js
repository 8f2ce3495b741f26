/** Dialogs of the page: questions, forms, notices, and short toasts at its lower edge. */

import { el, find, freshId, iconButton } from "./dom.js";
import { Refused } from "./api.js";

const TOAST_LASTS = 4500;

/**
 * Opens a dialog that holds the keyboard until it is closed.
 * @param {object} parts
 * @param {string} parts.title
 * @param {string} [parts.classes]
 * @param {(Node | string | null | false)[]} parts.body
 * @param {(Node | null)[]} [parts.actions]
 * @param {() => void} [parts.closed]
 * @returns {HTMLDialogElement}
 */
export function openDialog({ title, body, actions = [], classes = "", closed }) {
  const id = freshId("dialog");
  const bar = el("header.dialog-bar", {}, el("h2", { id }, title),
    iconButton("close", "Tutup", () => dialog.close()));
  const foot = actions.length ? el("footer.dialog-actions", {}, ...actions) : null;
  /** @type {HTMLDialogElement} */
  const dialog = el(`dialog.dialog${classes}`, { "aria-labelledby": id },
    bar, el("div.dialog-body", {}, ...body), foot);
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed?.();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Asks for a decision.
 * @param {{title: string, text: string, yes: string, no?: string, danger?: boolean}} question
 * @returns {Promise<boolean>}
 */
export function confirm({ title, text, yes, no = "Batal", danger = false }) {
  return new Promise((resolve) => {
    let agreed = false;
    const agree = () => {
      agreed = true;
      dialog.close();
    };
    const dialog = openDialog({
      title,
      body: [el("p", {}, text)],
      actions: [button(no, () => dialog.close()), button(yes, agree, danger ? ".danger" : ".primary")],
      closed: () => resolve(agreed),
    });
  });
}

/** @param {string} label @param {() => void} click @param {string} [classes] */
export const button = (label, click, classes = "") =>
  el(`button.button${classes}`, { type: "button", on: { click } }, label);

/** A line that comes and goes; screen readers hear it. @param {string} text */
export function toast(text) {
  const line = el("div.page-toast", {}, text);
  find("#toasts").append(line);
  setTimeout(() => line.remove(), TOAST_LASTS);
}

/**
 * Runs a wish of a person at the page and shows the server's sentence when it is refused.
 * @template T @param {Promise<T>} work @returns {Promise<T | null>}
 */
export async function attempt(work) {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(error.message.startsWith("Kotak pasir") ? error.message : `Tidak berhasil: ${error.message}`);
    return null;
  }
}

/** @param {string} text @param {string} done what to say when it worked */
export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    toast(done);
  } catch {
    const field = el("textarea.copy-field", { readonly: true, rows: 8, "aria-label": "Teks" });
    field.value = text;
    openDialog({ title: "Salin dari sini", body: [field] });
    field.select();
  }
}
