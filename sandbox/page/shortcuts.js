/** The keys of the page, for whoever works without a mouse. */

import { openDialog } from "./dialog.js";
import { el } from "./dom.js";

/** @type {[string, string][]} */
const KEYS = [
  ["Alt + 1 … 4", "Ke kotak tulis ponsel pertama sampai keempat"],
  ["Enter", "Kirim; Shift + Enter untuk baris baru"],
  ["/", "Daftar perintah; panah memilih, Enter mengirim"],
  ["↑ di kotak kosong", "Sunting pesan terakhir Anda"],
  ["↑ ↓ di obrolan", "Berpindah dari pesan ke pesan"],
  ["M di pesan", "Pilihan: balas, sunting, teruskan, salin"],
  ["I di pesan", "Lihat isi mentah pesan"],
  ["Esc", "Tutup atau batalkan"],
];

export function showShortcuts() {
  openDialog({
    title: "Pintasan papan ketik",
    body: [el("dl.shortcuts", {}, ...KEYS.flatMap(([key, does]) =>
      [el("dt", {}, key), el("dd", {}, does)]))],
  });
}
