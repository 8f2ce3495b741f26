/** Pictures, documents, sound, places and cards inside a bubble. */

import { openDialog } from "./dialog.js";
import { el, icon } from "./dom.js";
import { initials, sizeOf } from "./format.js";

/** @typedef {import("./types.js").Seen} Seen */

/** @param {Seen[]} messages one message, or the pictures of an album @returns {HTMLElement | null} */
export function media(messages) {
  if (messages.length > 1 && messages.every(isVisual)) {
    const few = messages.length === 2 || messages.length === 4 ? ".two" : ".three";
    return el(`div.album${few}`, {}, ...messages.map((message) => part(message)));
  }
  if (messages.length > 1) return el("div.files", {}, ...messages.map((message) => part(message)));
  return part(messages[0]);
}

/** @param {Seen} message */
const isVisual = (message) => message.kind === "photo" || message.kind === "video";

/** @param {Seen} message @returns {HTMLElement | null} */
function part(message) {
  const draw = parts[message.kind];
  if (draw) return draw(message);
  return message.file ? documentCard(message) : null;
}

/** @type {Record<string, (message: Seen) => HTMLElement | null>} */
const parts = {
  photo: (message) => (message.file ? photo(message) : null),
  sticker: (message) => (message.file ? el("img.sticker", { src: message.file.url, alt: "Stiker" }) : null),
  voice: (message) => player("audio", message, "Pesan suara"),
  audio: (message) => player("audio", message, "Audio"),
  video: (message) => player("video", message, "Video"),
  video_note: (message) => player("video", message, "Pesan video"),
  contact: (message) => contactCard(message),
  animation: (message) => player("video", message, "Animasi"),
  dice: (message) => el("div.dice", {}, `${message.dice?.emoji} ${message.dice?.value}`),
  poll: (message) => poll(message),
  venue: (message) => placeCard(message),
  location: (message) => placeCard(message),
};

/** @param {Seen} message */
function photo(message) {
  const { url, name } = /** @type {any} */ (message.file);
  const label = message.text ? `Foto: ${message.text.slice(0, 80)}` : "Foto";
  const click = () => enlarge(url, label, name);
  return el("button.photo", { type: "button", "aria-label": `${label}. Perbesar`, on: { click } },
    el("img", { src: url, alt: "", loading: "lazy" }));
}

/** @param {string} url @param {string} label @param {string} name */
function enlarge(url, label, name) {
  const save = el("a.button", { href: url, download: name || "foto.jpg" }, "Unduh");
  openDialog({
    title: label,
    classes: ".lightbox",
    body: [el("img", { src: url, alt: label })],
    actions: [save],
  });
}

/** @param {"audio" | "video"} tag @param {Seen} message @param {string} label */
function player(tag, message, label) {
  if (!message.file) return null;
  return el(`${tag}.player`, { src: message.file.url, controls: true, preload: "metadata", "aria-label": label });
}

/** @param {Seen} message */
function documentCard(message) {
  const { name, url, size, mime } = /** @type {import("./types.js").Attachment} */ (message.file);
  const ending = (name.includes(".") ? name.split(".").at(-1) : mime.split("/").at(-1)) ?? "";
  return el("a.document", { href: url, download: name, "aria-label": `Unduh ${name}, ${sizeOf(size)}` },
    el("span.document-kind", { "aria-hidden": "true" }, ending.slice(0, 4).toUpperCase()),
    el("span.document-name", {}, el("b", {}, name), el("small", {}, sizeOf(size))),
    icon("download"));
}

/** @param {Seen} message */
function contactCard(message) {
  const card = message.contact;
  if (!card) return null;
  const name = [card.first_name, card.last_name].filter(Boolean).join(" ");
  const number = card.phone_number.startsWith("+") ? card.phone_number : `+${card.phone_number}`;
  return el("div.card", {}, el("span.avatar", { "aria-hidden": "true" }, initials(name)),
    el("span.card-text", {}, el("b", {}, name), el("small", {}, number)));
}

/** @param {Seen} message */
function placeCard(message) {
  const place = message.venue?.location ?? message.location;
  if (!place) return null;
  const { latitude, longitude } = place;
  const number = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 5 });
  return el("div.card", {}, el("span.avatar.place", {}, icon("pin")),
    el("span.card-text", {}, el("b", {}, message.venue?.title ?? "Lokasi"),
      el("small", {}, `${number.format(latitude)}; ${number.format(longitude)}`)));
}

/** @param {Seen} message */
function poll(message) {
  const { question = "Jajak pendapat", options = [] } = message.poll ?? {};
  return el("div.poll", {}, el("b", {}, question),
    el("ul", {}, ...options.map((option) => el("li", {}, option.text))));
}
