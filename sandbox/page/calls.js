/** The list of everything the bot asked of Telegram, newest first, with a filter. */

import { api } from "./api.js";
import { el } from "./dom.js";
import { milliseconds, timeOf } from "./format.js";
import { jsonView } from "./json_view.js";
import { watch } from "./store.js";

const SHOWN = 200;

/** @returns {{node: HTMLElement, stop: () => void}} */
export function callList() {
  const filter = el("input", { type: "search", placeholder: "Saring: sendMessage, 429, kata…",
    "aria-label": "Saring panggilan", on: { input: () => draw() } });
  const count = el("p.hint", { role: "status" });
  const list = el("ol.calls");
  /** @type {any[]} */
  let calls = [];

  /** @param {any[]} fresh */
  function take(fresh) {
    const numbers = new Set(fresh.map((call) => call.n));
    calls = [...calls.filter((call) => !numbers.has(call.n)), ...fresh].sort((a, b) => a.n - b.n);
    draw();
  }

  function draw() {
    const wanted = filter.value.trim().toLowerCase();
    const hits = calls.filter((call) => !wanted || JSON.stringify(call).toLowerCase().includes(wanted));
    const open = new Set([...list.querySelectorAll("details[open]")].map((node) => node.dataset.call));
    count.textContent = `${hits.length} dari ${calls.length} panggilan`;
    list.replaceChildren(...hits.slice(-SHOWN).reverse().map((call) => row(call, open)));
  }

  api.calls().then((answer) => take(answer.calls), () => undefined);
  const stop = watch("call", ({ call }) => take([call]));
  return { node: el("section.raw", {}, filter, count, list), stop };
}

/** @param {any} call @param {Set<string | undefined>} open */
function row(call, open) {
  const { n, method, status, moment } = call;
  const name = String(n);
  const details = el("details.call", { open: open.has(name), data: { call: name } },
    el("summary", {}, el("b", {}, method),
      el(`span.status${status >= 400 ? ".bad" : ".good"}`, {}, status >= 400 ? `gagal ${status}` : String(status || "…")),
      el("time", {}, timeOf(milliseconds(moment)))));
  const fill = () => details.childElementCount === 1 && details.append(jsonView(call));
  details.addEventListener("toggle", fill);
  if (open.has(name)) fill();
  return el("li", {}, details);
}
