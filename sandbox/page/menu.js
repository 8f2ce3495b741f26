/** A small menu next to a button: arrow keys move, Enter chooses, Escape gives up. */

import { el, icon } from "./dom.js";

/** @typedef {{label: string, picture?: string, run: () => void, danger?: boolean}} Choice */

const GAP = 6;
/** @type {(() => void) | null} */
let closeOpen = null;

/**
 * @param {HTMLElement} anchor the button it belongs to; focus returns there
 * @param {(Choice | null | false)[]} choices
 * @param {string} label
 */
export function openMenu(anchor, choices, label) {
  closeOpen?.();
  const items = choices.filter((choice) => choice).map((choice) => item(/** @type {any} */ (choice)));
  const menu = el("div.menu", { role: "menu", "aria-label": label }, ...items);
  document.body.append(menu);
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  items[0]?.focus();

  /** @param {boolean} back */
  function close(back) {
    closeOpen = null;
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (back && anchor.isConnected) anchor.focus();
  }
  /** @param {PointerEvent} event */
  function outside(event) {
    if (!menu.contains(/** @type {Node} */ (event.target))) close(false);
  }
  closeOpen = () => close(false);
  document.addEventListener("pointerdown", outside, true);
  menu.addEventListener("choose", () => close(true));
  menu.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      return close(true);
    }
    move(event, items);
  });
}

/** @param {Choice} choice */
function item({ label, picture, run, danger }) {
  const classes = danger ? "button.menu-item.danger" : "button.menu-item";
  const click = (/** @type {Event} */ event) => {
    event.currentTarget?.dispatchEvent(new CustomEvent("choose", { bubbles: true }));
    run();
  };
  const props = { type: "button", role: "menuitem", tabindex: -1, on: { click } };
  return el(classes, props, picture && icon(picture), el("span", {}, label));
}

/** @param {KeyboardEvent} event @param {HTMLElement[]} items */
function move(event, items) {
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const last = items.length - 1;
  /** @type {Record<string, number>} */
  const goes = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last };
  if (!(event.key in goes)) return;
  event.preventDefault();
  items[goes[event.key]].focus();
}

/** Beside the anchor, inside its phone or the window. @param {HTMLElement} menu @param {HTMLElement} anchor */
function place(menu, anchor) {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = box.bottom + GAP + height < innerHeight;
  const room = anchor.closest(".phone")?.getBoundingClientRect() ?? { left: 0, right: innerWidth };
  const left = Math.max(GAP, room.left + GAP, Math.min(box.left, room.right - width - GAP));
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.max(GAP, below ? box.bottom + GAP : box.top - GAP - height)}px`;
}
