/** The list of everything the bot asked of Telegram, newest first, with a filter. */

import { api } from "./api.js";
import { el } from "./dom.js";
import { milliseconds, timeOf } from "./format.js";
import { jsonView } from "./json_view.js";
import { watch } from "./store.js";

const SHOWN = 200;
const PAUSE = 250;

/** @returns {{node: HTMLElement, stop: () => void}} */
export function callList() {
  const filter = el("input", { type: "search", placeholder: "Saring: sendMessage, 429, kata…",
    "aria-label": "Saring panggilan", on: { input: () => draw() } });
  const count = el("p.hint", { role: "status" });
  const list = el("ol.calls");
  /** @type {any[]} */
  let calls = [];
  let cursor = 0;
  let soon = 0;
  let stopped = false;

  async function fetchMore() {
    const answer = await api.calls(cursor).catch(() => null);
    if (!answer || stopped) return;
    const fresh = Array.isArray(answer) ? answer : answer.calls ?? [];
    const known = new Set(calls.map(numberOf));
    calls = [...calls, ...fresh.filter((/** @type {any} */ call) => !known.has(numberOf(call)))];
    cursor = answer.cursor ?? numberOf(calls.at(-1)) ?? 0;
    draw();
  }

  function draw() {
    const wanted = filter.value.trim().toLowerCase();
    const hits = calls.filter((call) => !wanted || JSON.stringify(call).toLowerCase().includes(wanted));
    const open = new Set([...list.querySelectorAll("details[open]")].map((node) => node.dataset.call));
    count.textContent = `${hits.length} dari ${calls.length} panggilan`;
    list.replaceChildren(...hits.slice(-SHOWN).reverse().map((call) => row(call, open)));
  }

  const forget = watch("call", () => {
    clearTimeout(soon);
    soon = setTimeout(fetchMore, PAUSE);
  });
  fetchMore();
  return {
    node: el("section.raw", {}, filter, count, list),
    stop: () => {
      stopped = true;
      forget();
    },
  };
}

/** @param {any} call @returns {number} its place in the ledger */
const numberOf = (call) => call?.cursor ?? call?.id ?? call?.n;

/** @param {any} call @param {Set<string | undefined>} open */
function row(call, open) {
  const name = String(numberOf(call));
  const status = call.status ?? (call.answer?.ok === false ? call.answer.error_code : 200);
  const moment = call.moment ?? call.at ?? call.date;
  const details = el("details.call", { open: open.has(name), data: { call: name } },
    el("summary", {}, el("b", {}, call.method),
      el(`span.status${status >= 400 ? ".bad" : ".good"}`, {}, status >= 400 ? `gagal ${status}` : String(status)),
      moment ? el("time", {}, timeOf(milliseconds(moment))) : null));
  const fill = () => details.childElementCount === 1 && details.append(jsonView(call));
  details.addEventListener("toggle", fill);
  if (open.has(name)) fill();
  return el("li", {}, details);
}
