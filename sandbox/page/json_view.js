/** Shows JSON with quiet colours; every part enters as text. */

import { copy } from "./dialog.js";
import { el, iconButton } from "./dom.js";

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** @param {any} value @returns {HTMLElement} */
export function jsonView(value) {
  const text = JSON.stringify(value, null, 2);
  const code = el("pre.json", { tabindex: 0, role: "group", "aria-label": "JSON" });
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    code.append(text.slice(from, match.index), el(`span.${kindOf(match)}`, {}, match[0]));
    from = match.index + match[0].length;
  }
  code.append(text.slice(from));
  const take = iconButton("copy", "Salin JSON", () => copy(text, "JSON disalin."));
  return el("div.json-box", {}, code, take);
}

/** @param {RegExpMatchArray} match */
function kindOf(match) {
  if (match[2]) return "json-key";
  if (match[1]) return "json-text";
  return match[3] ? "json-word" : "json-number";
}
