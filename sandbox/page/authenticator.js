/** The authenticator app of a phone: its codes, one press to type one, a line for a new key. */

import { api } from "./api.js";
import { attempt, button, openDialog } from "./dialog.js";
import { el } from "./dom.js";

const LOOK_AGAIN = 1000;

/** @param {string} key of the person */
export function openAuthenticator(key) {
  const list = el("div.choices", { "aria-live": "off" });
  const field = el("input", { name: "secret", autocomplete: "off", required: true });
  const keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await attempt(api.keepsKey(key, field.value)) === null) return;
    field.value = "";
    draw();
  };
  const form = el("form.form", { on: { submit: keep } },
    el("label", {}, "Kunci baru dari percakapan", field),
    el("button.button", { type: "submit" }, "Tambahkan kunci"));

  /** @param {string} code */
  function type(code) {
    dialog.close();
    attempt(api.says(key, { text: code }));
  }

  async function draw() {
    const found = await attempt(api.codes(key));
    if (!found) return;
    const labels = found.codes.map(({ label, code, seconds }) =>
      ({ code, text: `Ketik ${code.slice(0, 3)} ${code.slice(3)} · ${label} · ${seconds} dtk` }));
    if (list.children.length !== labels.length || !labels.length) {
      list.replaceChildren(...labels.map(() => el("span")));
      if (!labels.length) list.replaceChildren(el("p", {}, "Belum ada kunci di ponsel ini."));
    }
    labels.forEach(({ code, text }, at) => {
      const old = list.children[at];
      if (old.dataset.code === code) old.textContent = text;
      else {
        const key = button(text, () => type(code), ".primary");
        key.dataset.code = code;
        old.replaceWith(key);
      }
    });
  }

  const timer = setInterval(draw, LOOK_AGAIN);
  const dialog = openDialog({
    title: "Aplikasi autentikator",
    body: [el("p", {}, "Kode pengaman di ponsel ini, menurut jam kotak pasir."), list, form],
    closed: () => clearInterval(timer),
  });
  draw();
}
