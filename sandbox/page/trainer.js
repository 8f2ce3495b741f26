/** For trainers and testers: record what is clicked, stop and start the bot. */

import { api } from "./api.js";
import { attempt, button, copy, openDialog, toast } from "./dialog.js";
import { el, find } from "./dom.js";
import { openMenu } from "./menu.js";
import { store, watch } from "./store.js";

const FILE = "/sim/recording";

export function startTrainer() {
  find("#record").addEventListener("click", record);
  const bot = /** @type {HTMLElement} */ (find("#bot-state"));
  bot.addEventListener("click", () => openMenu(bot, choices(), "Keadaan bot"));
  watch("people", draw);
  draw();
}

function draw() {
  const { on, steps } = store.recording;
  const press = find("#record");
  press.setAttribute("aria-pressed", String(on));
  find("#record span").textContent = on ? `Selesai merekam (${steps})` : "Rekam";
  const { there, wanted } = store.steward;
  const bot = /** @type {HTMLElement} */ (find("#bot-state"));
  bot.hidden = !there;
  find("#bot-state span").textContent = wanted === "running" ? "Bot hidup" : "Bot mati";
}

async function record() {
  if (!store.recording.on) {
    if (await attempt(api.record(true))) toast("Merekam: setiap ketukan ditulis sebagai pengujian.");
    return;
  }
  if (!await attempt(api.record(false))) return;
  const text = await attempt(api.recorded());
  if (!text) return;
  openDialog({
    title: "Rekaman",
    body: [
      el("p", {}, "Pengujian ini mengulang semua yang Anda lakukan dan memeriksa bahwa ponsel menampilkan hal yang sama."),
      el("pre.recording", { tabindex: 0, "aria-label": "Isi pengujian" }, text),
    ],
    actions: [
      button("Salin", () => copy(text, "Rekaman disalin.")),
      el("a.button", { href: FILE, download: "test_rekaman.py" }, "Unduh"),
    ],
  });
}

function choices() {
  if (store.steward.wanted !== "running") {
    return [{ label: "Nyalakan bot", picture: "spark", run: () => want("running", "Bot dinyalakan; tunggu beberapa detik.") }];
  }
  return [
    { label: "Hentikan dengan rapi", picture: "pause", run: () => want("stopped", "Bot berhenti sesudah pekerjaannya selesai.") },
    { label: "Matikan mendadak", picture: "bolt", danger: true, run: () => want("killed", "Bot dimatikan di tengah pekerjaannya.") },
  ];
}

/** @param {string} wanted @param {string} said */
async function want(wanted, said) {
  if (await attempt(api.want(wanted))) toast(said);
}
