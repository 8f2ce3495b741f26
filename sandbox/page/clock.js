/** The clock of the sandbox in WIB, how far it was moved, and the buttons that move it. */

import { api } from "./api.js";
import { attempt } from "./dialog.js";
import { find } from "./dom.js";
import { dayOf, duration, HOME_ZONE, milliseconds, shortMoment, timeOf, zoneName } from "./format.js";
import { openMenu } from "./menu.js";
import { notify, store, watch } from "./store.js";

const HOUR = 3600;
const DAY = 24 * HOUR;
const TICK = 1000;

/** The sandbox's moment when it was last heard, and the page's own watch at that time. */
let heard = { now: Date.now(), at: 0 };

/** @returns {number} the sandbox's moment in milliseconds */
export const now = () =>
  store.clock?.frozen ? heard.now : heard.now + (performance.now() - heard.at);

function hear() {
  if (!store.clock) return;
  heard = { now: milliseconds(store.clock.now), at: performance.now() };
  draw();
  drawMarks();
}

function draw() {
  const moment = now();
  find("#clock-time").textContent = `${timeOf(moment)} WIB`;
  find("#clock-day").textContent = dayOf(moment);
  const { offset = 0, frozen = false } = store.clock ?? {};
  const moved = /** @type {HTMLElement} */ (find("#clock-moved"));
  const far = Math.abs(offset) >= 30 && `${offset > 0 ? "maju" : "mundur"} ${duration(offset)}`;
  moved.textContent = [far, frozen && "dijeda"].filter(Boolean).join(", ");
  moved.hidden = !moved.textContent;
  const freeze = find("#clock-freeze");
  freeze.setAttribute("aria-pressed", String(frozen));
  find("#clock-freeze span").textContent = frozen ? "Jalankan" : "Jeda";
  notify("tick");
}

/** @returns {import("./types.js").Mark[]} deadlines still to come, soonest first */
const ahead = () => store.marks
  .filter((mark) => milliseconds(mark.at) > now())
  .sort((a, b) => milliseconds(a.at) - milliseconds(b.at));

function drawMarks() {
  const next = ahead()[0];
  const jump = /** @type {HTMLButtonElement} */ (find("#clock-jump"));
  const all = /** @type {HTMLButtonElement} */ (find("#clock-marks"));
  jump.disabled = !next;
  all.disabled = !next;
  find("#clock-jump small").textContent = next
    ? `${next.label} · ${shortMoment(milliseconds(next.at))}`
    : "tidak ada tenggat di depan";
}

/** @param {Parameters<typeof api.moveClock>[0]} move */
const move = (move) => void attempt(api.moveClock(move));

/** Jumps to a named moment. @param {import("./types.js").Mark | undefined} mark */
const jumpTo = (mark) => mark && move({ to: mark.at });

export function startClock() {
  find("#clock-hour").addEventListener("click", () => move({ advance: HOUR }));
  find("#clock-tomorrow").addEventListener("click", () => move({ advance: DAY }));
  find("#clock-jump").addEventListener("click", () => jumpTo(ahead()[0]));
  find("#clock-freeze").addEventListener("click", () => move({ freeze: !store.clock?.frozen }));
  const all = /** @type {HTMLElement} */ (find("#clock-marks"));
  all.addEventListener("click", () => openMenu(all, ahead().slice(0, 12).map((mark) => ({
    label: `${mark.label} · ${shortMoment(milliseconds(mark.at))}`,
    picture: "flag",
    run: () => jumpTo(mark),
  })), "Pilih tenggat"));
  watch("clock", hear);
  watch("people", drawMarks);
  watch("local-time", ({ zone, node }) => {
    const text = `${timeOf(now(), zone ?? HOME_ZONE)} ${zoneName(zone)}`;
    if (node.textContent !== text) node.textContent = text;
  });
  hear();
  setInterval(draw, TICK);
}
