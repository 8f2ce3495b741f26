/** A page inside the phone: a Mini App with its launch data and theme, or the phone's own browser. */

import { api } from "./api.js";
import { attempt } from "./dialog.js";
import { el, iconButton } from "./dom.js";

const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-modals";

/** @returns {"light" | "dark"} */
const ownTheme = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

/** By the name that the page itself was opened with: cookies of one do not reach the other. @param {string} url */
function here(url) {
  const address = new URL(url);
  if (["127.0.0.1", "localhost"].includes(address.hostname)) address.hostname = location.hostname;
  return address.href;
}

/**
 * Opens the app over the chat of a phone.
 * @param {string} person @param {string} url @param {string} title @param {HTMLElement} from
 */
export async function openApp(person, url, title, from) {
  await open(from, `Aplikasi mini: ${title}`, title, true, async (theme) => {
    const found = await attempt(api.opens(person, url, theme));
    return found && found.url;
  });
}

/**
 * Opens an address in the browser of a phone, as whoever has no Telegram at all would.
 * @param {string} url @param {HTMLElement} from
 */
export async function openPage(url, from) {
  await open(from, "Peramban", here(url), false, async () => url);
}

/**
 * @param {HTMLElement} from @param {string} label @param {string} title @param {boolean} themed
 * @param {(theme: string) => Promise<string | null>} address
 */
async function open(from, label, title, themed, address) {
  const screen = from.closest(".phone")?.querySelector(".screen");
  if (!screen) return;
  let theme = ownTheme();
  let frame = el("div.app-frame");
  const wide = iconButton("window", "Perbesar", () => {
    const on = node.classList.toggle("wide");
    wide.setAttribute("aria-pressed", String(on));
  });
  const shade = iconButton("theme", "Ganti tema", () => {
    theme = theme === "light" ? "dark" : "light";
    load();
  });
  const shut = themed ? "Tutup aplikasi mini" : "Tutup peramban";
  const node = el("section.app", { "aria-label": label },
    el("header.app-bar", {}, iconButton("close", shut, close),
      el("b.app-title", {}, title), themed && shade, wide),
    frame);

  async function load() {
    const found = await address(theme);
    if (found === null) return close();
    // A new frame: the same document with another fragment would not be loaded anew.
    const src = here(found);
    const next = el("iframe.app-frame", { title, src, sandbox: SANDBOX, referrerpolicy: "no-referrer" });
    frame.replaceWith(next);
    frame = next;
    frame.focus();
  }

  /** @param {MessageEvent} event */
  function hear(event) {
    if (event.source !== frame.contentWindow) return;
    const type = typeOf(event.data);
    if (type === "web_app_close") close();
    if (type === "web_app_expand") node.classList.add("expanded");
    if (type === "web_app_ready") node.classList.add("ready");
  }

  function close() {
    removeEventListener("message", hear);
    node.remove();
    if (from.isConnected) from.focus();
  }

  node.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") close();
  });
  addEventListener("message", hear);
  screen.querySelector(".app")?.remove();
  screen.append(node);
  await load();
}

/** @param {unknown} told @returns {string} what the app says to its frame */
function typeOf(told) {
  try {
    return String(JSON.parse(String(told)).eventType ?? "");
  } catch {
    return "";
  }
}
