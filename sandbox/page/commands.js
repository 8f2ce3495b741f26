/** The list of commands over the writing line; typing "/" filters it. */

import { el, freshId } from "./dom.js";
import { store } from "./store.js";

/**
 * @param {string} key of the person
 * @param {HTMLTextAreaElement} field
 * @param {(command: string) => void} choose
 */
export function createCommands(key, field, choose) {
  const id = freshId("commands");
  const node = el("div.commands", { role: "listbox", id, "aria-label": "Perintah", hidden: true });
  field.setAttribute("aria-controls", id);
  field.setAttribute("aria-autocomplete", "list");
  /** @type {string[]} */
  let found = [];
  let at = -1;

  /** @param {string} wanted what the command has to begin with */
  function show(wanted) {
    const all = store.people.get(key)?.commands ?? [];
    const list = all.filter(({ command }) => command.startsWith(wanted));
    found = list.map(({ command }) => `/${command}`);
    node.replaceChildren(...list.map(({ command, description }, index) => el("div.command-option", {
      role: "option", id: `${id}-${index}`, "aria-selected": "false",
      on: { pointerdown: (/** @type {Event} */ event) => {
        event.preventDefault();
        take(index);
      } },
    }, el("b", {}, `/${command}`), el("span", {}, description))));
    node.hidden = !list.length;
    mark(list.length ? 0 : -1);
  }

  /** @param {number} index */
  function mark(index) {
    at = index;
    [...node.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    if (at < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", `${id}-${at}`);
    node.children[at].scrollIntoView({ block: "nearest" });
  }

  /** @param {number} index */
  function take(index) {
    const command = found[index];
    close();
    field.value = "";
    field.dispatchEvent(new Event("input"));
    choose(command);
    field.focus();
  }

  function close() {
    node.hidden = true;
    mark(-1);
  }

  function filter() {
    const match = /^\/(\w*)$/.exec(field.value);
    if (match) show(match[1].toLowerCase());
    else close();
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the list used the key */
  function takes(event) {
    if (node.hidden) return false;
    const last = found.length - 1;
    if (event.key === "ArrowDown") mark(at === last ? 0 : at + 1);
    else if (event.key === "ArrowUp") mark(at <= 0 ? last : at - 1);
    else if (event.key === "Enter" && !event.shiftKey) take(at);
    else if (event.key === "Tab" && field.value) {
      field.value = found[at];
      filter();
    } else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    return true;
  }

  function open() {
    if (!node.hidden) return close();
    show("");
    field.focus();
  }

  field.addEventListener("blur", close);
  return { node, filter, takes, open, close };
}
