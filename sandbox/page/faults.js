/** Disturbances on order: what the bot suffers on a bad day, one button each. */

import { api } from "./api.js";
import { attempt, button, openDialog, toast } from "./dialog.js";
import { el, find } from "./dom.js";
import { store, watch } from "./store.js";

/** @typedef {import("./types.js").Fault} Fault */

const ANY = "*";
/** @type {{title: string, text: string, fault: Fault}[]} */
const ON_ORDER = [
  {
    title: "Terlalu banyak permintaan (429)",
    text: "Kiriman berikutnya ditolak; bot harus menunggu 5 detik.",
    fault: { method: "sendMessage", kind: "status", status: 429, retry_after: 5, times: 1 },
  },
  {
    title: "Peladen tumbang (502)",
    text: "Tiga panggilan berikutnya dijawab halaman galat.",
    fault: { method: ANY, kind: "html", times: 3 },
  },
  {
    title: "Jaringan lambat",
    text: "Sepuluh panggilan berikutnya tertahan 3 detik.",
    fault: { method: ANY, kind: "slow", seconds: 3, times: 10 },
  },
  {
    title: "Ketukan ganda",
    text: "Ketukan berikutnya sampai dua kali, seperti jari yang tidak sabar.",
    fault: { method: "getUpdates", kind: "repeat_tap", times: 1 },
  },
  {
    title: "Ketukan hilang",
    text: "Ketukan berikutnya tidak pernah sampai, seperti tanpa sinyal.",
    fault: { method: ANY, kind: "lose_tap", times: 1 },
  },
  {
    title: "Jawaban hilang di jalan",
    text: "Pesan berikutnya terkirim, tetapi bot tidak mendapat jawaban.",
    fault: { method: "sendMessage", kind: "drop_after", times: 1 },
  },
];

export function startFaults() {
  find("#faults").addEventListener("click", openPanel);
  watch("faults", () => {
    const badge = find("#faults .badge");
    badge.textContent = String(store.faults.length);
    /** @type {HTMLElement} */ (badge).hidden = !store.faults.length;
  });
}

function openPanel() {
  const active = el("ul.active-faults", { "aria-live": "polite" });
  const list = el("div.fault-list", {}, ...ON_ORDER.map(order));
  const clear = button("Hapus semua gangguan", () => attempt(api.clearFaults()));
  const draw = () => {
    clear.disabled = !store.faults.length;
    active.replaceChildren(...(store.faults.length
      ? store.faults.map((fault) => el("li", {}, describe(fault)))
      : [el("li.calm", {}, "Tidak ada gangguan. Semua berjalan biasa.")]));
  };
  const stop = watch("faults", draw);
  draw();
  openDialog({
    title: "Gangguan",
    body: [
      el("p", {}, "Lihat bagaimana bot bertahan pada hari yang buruk."),
      list,
      el("h3", {}, "Menunggu terjadi"),
      active,
    ],
    actions: [clear],
    closed: stop,
  });
}

/** @param {typeof ON_ORDER[0]} choice */
function order({ title, text, fault }) {
  const click = async () => {
    if (await attempt(api.addFault(fault))) toast(`Disiapkan: ${title.toLowerCase()}`);
  };
  return el("button.fault", { type: "button", on: { click } }, el("b", {}, title), el("span", {}, text));
}

/** @param {Fault} fault @returns {string} */
function describe(fault) {
  const known = ON_ORDER.find((choice) => choice.fault.kind === fault.kind
    && (fault.kind !== "status" || fault.status === 429));
  const name = known?.title ?? [fault.kind, fault.status].filter(Boolean).join(" ");
  const where = fault.method && fault.method !== ANY ? `, ${fault.method}` : "";
  return `${name}${where}${fault.times ? `, ${fault.times} kali lagi` : ""}`;
}
