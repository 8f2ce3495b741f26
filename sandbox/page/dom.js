/** Small builders for elements; text always enters as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Builds one element: `el("button.primary", {type: "button", on: {click}}, "Kirim")`.
 * `false`, `null` and `undefined` leave an attribute or a child out.
 *
 * @param {string} tag name, optionally followed by classes
 * @param {Record<string, any>} [props] attributes; `on` holds listeners, `data` the dataset
 * @param {...(Node | string | number | false | null | undefined)} children
 * @returns {any}
 */
export function el(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const node = document.createElement(name);
  node.classList.add(...classes);
  for (const [key, value] of Object.entries(props)) setProp(node, key, value);
  for (const child of children) {
    if (child instanceof Node) node.append(child);
    else if (child !== false && child !== null && child !== undefined) node.append(String(child));
  }
  return node;
}

/** @param {HTMLElement} node @param {string} key @param {any} value */
function setProp(node, key, value) {
  if (value === false || value === null || value === undefined) return;
  if (key === "on") {
    for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
  } else if (key === "data") {
    Object.assign(node.dataset, value);
  } else if (key === "value") {
    /** @type {any} */ (node).value = value;
  } else {
    node.setAttribute(key, value === true ? "" : String(value));
  }
}

/**
 * A picture from the sprite in index.html, hidden from screen readers.
 * @param {string} name @returns {SVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/**
 * A round button that shows only a picture; the label is read aloud and shown on hover.
 * @param {string} name @param {string} label @param {(event: MouseEvent) => void} click
 * @param {string} [classes] @returns {HTMLButtonElement}
 */
export function iconButton(name, label, click, classes = "") {
  const props = { type: "button", "aria-label": label, title: label, on: { click } };
  return el(`button.icon-button${classes}`, props, icon(name));
}

/** @template {Element} T @param {string} selector @returns {T} the element that must exist */
export function find(selector) {
  const node = document.querySelector(selector);
  if (!node) throw new Error(`missing in the page: ${selector}`);
  return /** @type {T} */ (node);
}

let serial = 0;
/** @param {string} stem @returns {string} an id that no other element has */
export const freshId = (stem) => `${stem}-${++serial}`;
