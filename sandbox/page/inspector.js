/** The side drawer: one message with the calls and updates behind it, or the list of all calls. */

import { api } from "./api.js";
import { callList } from "./calls.js";
import { attempt } from "./dialog.js";
import { el, find } from "./dom.js";
import { jsonView } from "./json_view.js";

const drawer = () => /** @type {HTMLElement} */ (find("#inspector"));
/** @type {HTMLElement | null} */
let cameFrom = null;
/** @type {(() => void) | null} */
let leave = null;

/** @param {"message" | "calls"} tab @param {(Node | string)[]} content @param {() => void} [left] */
function show(tab, content, left) {
  leave?.();
  leave = left ?? null;
  if (drawer().hidden) cameFrom = /** @type {HTMLElement} */ (document.activeElement);
  drawer().hidden = false;
  document.body.classList.add("inspecting");
  for (const node of drawer().querySelectorAll(".drawer-tab")) {
    node.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (node).dataset.tab === tab));
  }
  find("#inspector-content").replaceChildren(...content);
}

export function closeInspector() {
  leave?.();
  leave = null;
  drawer().hidden = true;
  document.body.classList.remove("inspecting");
  if (cameFrom?.isConnected) cameFrom.focus();
}

/** Shows what made a message and what it caused. @param {number} id */
export async function inspect(id) {
  const found = await attempt(api.message(id));
  if (!found) return;
  const { message, body, calls, updates } = found;
  show("message", [
    section(`Pesan ${id}`, "Seperti yang diterima bot dari Telegram.", [body]),
    section("Panggilan bot", "Yang membuat dan mengubah pesan ini.", calls),
    section("Kabar untuk bot", "Yang diterima bot karena pesan ini.", updates),
    section("Di layar ponsel", "Seperti yang dilihat orang.", [message]),
  ]);
  drawer().focus();
}

/** @param {string} title @param {string} about @param {any[]} values */
function section(title, about, values) {
  return el("section.raw", {}, el("h3", {}, title), el("p.hint", {}, about),
    ...(values.length ? values.map((value) => jsonView(value)) : [el("p.hint", {}, "Tidak ada.")]));
}

function showCalls() {
  const list = callList();
  show("calls", [list.node], list.stop);
  drawer().focus();
}

function showNothing() {
  show("message", [el("p.hint.empty", {},
    "Pilih tanda i di samping sebuah pesan untuk melihat isi mentahnya.")]);
}

export function startInspector() {
  find("#calls").addEventListener("click", () => (drawer().hidden ? showCalls() : closeInspector()));
  find("#inspector-close").addEventListener("click", closeInspector);
  find(".drawer-tab[data-tab=calls]").addEventListener("click", showCalls);
  find(".drawer-tab[data-tab=message]").addEventListener("click", showNothing);
  drawer().addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeInspector();
  });
}
