/** The last look before files are sent: how they look, as what they go, with which words. */

import { api } from "./api.js";
import { attempt, button, openDialog } from "./dialog.js";
import { el, icon } from "./dom.js";
import { sizeOf } from "./format.js";

/**
 * @param {string} key of the person @param {string} chat that is open @param {File[]} files
 * @param {"photo" | "document"} as what is suggested
 */
export function previewFiles(key, chat, files, as) {
  if (!files.length) return;
  /** @type {string[]} */
  const addresses = [];
  const caption = el("textarea", { rows: 2, maxlength: 1024, name: "caption" });
  const visual = files.every((file) => /^(image|video)\//.test(file.type));
  const form = el("form.form", { id: "files-form", on: { submit: send } },
    el("div.previews", {}, ...files.map((file) => preview(file, addresses))),
    visual && choice(as),
    el("label", {}, "Keterangan (boleh kosong)", caption));

  /** @param {Event} event */
  async function send(event) {
    event.preventDefault();
    const chosen = new FormData(form).get("as") ?? "document";
    const body = new FormData();
    for (const file of files) body.append("file", file, file.name);
    body.append("kind", kindOf(files, String(chosen)));
    body.append("caption", caption.value.trim());
    if (chat !== key) body.append("chat", chat);
    if (await attempt(api.sendsFile(key, body))) dialog.close();
  }

  const dialog = openDialog({
    title: files.length > 1 ? `Kirim ${files.length} berkas` : "Kirim berkas",
    body: [form],
    actions: [button("Batal", () => dialog.close()),
      el("button.button.primary", { type: "submit", form: "files-form" }, "Kirim")],
    closed: () => addresses.forEach((address) => URL.revokeObjectURL(address)),
  });
  caption.focus();
}

/** @param {File[]} files @param {string} chosen @returns {string} Telegram's name of the kind */
function kindOf(files, chosen) {
  const all = (/** @type {string} */ family) => files.every((file) => file.type.startsWith(family));
  if (all("audio/ogg")) return "voice";
  if (all("audio/")) return "audio";
  if (chosen === "document") return "document";
  return all("video/") ? "video" : "photo";
}

/** @param {File} file @param {string[]} addresses to be given back when the dialog closes */
function preview(file, addresses) {
  const words = el("span", {}, el("b", {}, file.name), el("small", {}, sizeOf(file.size)));
  if (!file.type.startsWith("image/")) return el("div.preview", {}, icon("file"), words);
  const address = URL.createObjectURL(file);
  addresses.push(address);
  return el("div.preview.picture", {}, el("img", { src: address, alt: file.name }), words);
}

/** @param {"photo" | "document"} as */
function choice(as) {
  const option = (/** @type {string} */ value, /** @type {string} */ label) => el("label.radio", {},
    el("input", { type: "radio", name: "as", value, checked: value === as }), label);
  return el("fieldset", {}, el("legend", {}, "Kirim sebagai"),
    option("photo", "Foto atau video (dikompres)"), option("document", "Dokumen (berkas asli)"));
}
