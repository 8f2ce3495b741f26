/** Everything that is sent besides text: files by any road, contact cards, places. */

import { api } from "./api.js";
import { openAuthenticator } from "./authenticator.js";
import { attempt, button, confirm, openDialog, toast } from "./dialog.js";
import { el } from "./dom.js";
import { fullName } from "./format.js";
import { openMenu } from "./menu.js";
import { samples } from "./samples.js";
import { previewFiles } from "./send_files.js";
import { store } from "./store.js";

const PLACES = [
  { name: "Semarang", latitude: -6.98361, longitude: 110.40923 },
  { name: "Makassar", latitude: -5.13432, longitude: 119.40675 },
  { name: "Jayapura", latitude: -2.53371, longitude: 140.71813 },
];

/** @param {string} key of the person @param {HTMLElement} anchor @param {string} chat that is open */
export function attachMenu(key, anchor, chat) {
  openMenu(anchor, [
    { label: "Foto atau video", picture: "photo", run: () => pick(key, chat, "image/*,video/*", "photo") },
    { label: "Dokumen", picture: "file", run: () => pick(key, chat, "", "document") },
    ...samples.map(({ label, draw, as }) => ({
      label: `Contoh: ${label}`,
      picture: "spark",
      run: async () => previewFiles(key, chat, [await draw()], as),
    })),
    { label: "Kontak saya", picture: "contact", run: () => askContact(key) },
    { label: "Kontak orang lain…", picture: "people", run: () => chooseContact(key) },
    { label: "Autentikator: kode pengaman", picture: "unlock", run: () => openAuthenticator(key) },
    { label: "Lokasi…", picture: "pin", run: () => askLocation(key) },
  ], "Lampirkan");
}

/** @param {string} key @param {string} chat @param {string} accept @param {"photo" | "document"} as */
function pick(key, chat, accept, as) {
  const input = el("input", { type: "file", accept, multiple: true });
  input.addEventListener("change", () => previewFiles(key, chat, [...input.files], as));
  input.click();
}

/**
 * Files dropped on the phone or pasted into its line.
 * @param {HTMLElement} screen @param {string} key @param {() => string} chatKey
 */
export function takeFiles(screen, key, chatKey) {
  const holds = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
  screen.addEventListener("dragover", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    screen.classList.add("dropping");
  });
  screen.addEventListener("dragleave", (event) => {
    if (!screen.contains(/** @type {Node} */ (event.relatedTarget))) screen.classList.remove("dropping");
  });
  screen.addEventListener("drop", (event) => {
    screen.classList.remove("dropping");
    if (holds(event)) received(event, event.dataTransfer, key, chatKey());
  });
  screen.addEventListener("paste", (event) => received(event, event.clipboardData, key, chatKey()));
}

/** @param {Event} event @param {DataTransfer | null} data @param {string} key @param {string} chat */
function received(event, data, key, chat) {
  const files = [...(data?.files ?? [])];
  if (!files.length) return;
  event.preventDefault();
  const pictures = files.every((file) => /^(image|video)\//.test(file.type));
  previewFiles(key, chat, files, pictures ? "photo" : "document");
}

/** Shares the person's own number after a question. @param {string} key */
export async function askContact(key) {
  const person = store.people.get(key);
  const bot = store.bot?.first_name ?? "bot";
  if (!person?.phone) return toast("Orang ini belum punya nomor telepon.");
  const agreed = await confirm({
    title: "Bagikan nomor telepon?",
    text: `${bot} akan menerima nama dan nomor telepon ${fullName(person)}, ${person.phone}.`,
    yes: "Bagikan",
  });
  if (agreed) await attempt(api.sharesContact(key, {}));
}

/** Forwards somebody else's card. @param {string} key */
function chooseContact(key) {
  const others = [...store.people.values()].filter((person) => person.key !== key && person.phone);
  const choose = (/** @type {string} */ of) => {
    attempt(api.sharesContact(key, { of }));
    dialog.close();
  };
  const dialog = openDialog({
    title: "Kirim kontak orang lain",
    body: [el("div.choices", {}, ...others.map((person) =>
      button(fullName(person), () => choose(person.key))))],
  });
}

/** @param {string} key @returns {Promise<void>} when the dialog is closed */
export function askLocation(key) {
  return new Promise((resolve) => {
    const number = (/** @type {string} */ name, /** @type {number} */ most) =>
      el("input", { name, type: "number", step: "any", min: -most, max: most, required: true });
    const latitude = number("latitude", 90);
    const longitude = number("longitude", 180);
    const fill = (/** @type {typeof PLACES[0]} */ place) => {
      latitude.value = String(place.latitude);
      longitude.value = String(place.longitude);
    };
    fill(PLACES[0]);
    const send = (/** @type {Event} */ event) => {
      event.preventDefault();
      const place = { latitude: Number(latitude.value), longitude: Number(longitude.value) };
      attempt(api.sharesLocation(key, place));
      dialog.close();
    };
    const form = el("form.form", { id: "location-form", on: { submit: send } },
      el("div.choices.across", {}, ...PLACES.map((place) => button(place.name, () => fill(place)))),
      el("label", {}, "Lintang", latitude), el("label", {}, "Bujur", longitude));
    const dialog = openDialog({
      title: "Kirim lokasi",
      body: [form],
      actions: [button("Batal", () => dialog.close()),
        el("button.button.primary", { type: "submit", form: "location-form" }, "Kirim lokasi")],
      closed: () => resolve(),
    });
  });
}
