/** Keys inside a chat: arrows walk the messages, letters act on the one in focus. */

/** @type {Record<string, string>} */
const TOOLS = { i: ".tools button:first-child", m: ".tools button:last-child" };
/** @type {Record<string, (rows: HTMLElement[], at: number) => HTMLElement | undefined>} */
const STEPS = {
  ArrowUp: (rows, at) => (at < 0 ? rows.at(-1) : rows[at - 1]),
  ArrowDown: (rows, at) => rows[at + 1],
  Home: (rows) => rows[0],
  End: (rows) => rows.at(-1),
};

export function startLogKeys() {
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const log = /** @type {HTMLElement | null} */ (target.closest?.(".log"));
    const row = target.matches?.(".row") ? target : null;
    if (!log || !(row || target === log) || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = /** @type {HTMLElement[]} */ ([...log.querySelectorAll(".row")]);
    const next = STEPS[event.key]?.(rows, row ? rows.indexOf(row) : -1);
    const tool = row && row.querySelector(TOOLS[event.key.toLowerCase()] ?? "none");
    if (next) {
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    } else if (tool) {
      /** @type {HTMLElement} */ (tool).click();
    } else return;
    event.preventDefault();
  });
}
