/** Puts the page together and keeps it connected. */

import { api } from "./api.js";
import { startClock } from "./clock.js";
import { attempt, copy } from "./dialog.js";
import { find } from "./dom.js";
import { follow } from "./events.js";
import { startFaults } from "./faults.js";
import { fullName } from "./format.js";
import { startInspector } from "./inspector.js";
import { startLogKeys } from "./log_keys.js";
import { startPeopleBar } from "./people_bar.js";
import { openPhones, startStage } from "./stage.js";
import { receive, resume, store } from "./store.js";
import { startTrainer } from "./trainer.js";

let started = false;

/** @returns {Promise<number>} the cursor from which to follow */
async function prepare() {
  const cursor = await resume();
  if (!started) start();
  started = true;
  document.body.classList.remove("loading");
  return cursor;
}

function start() {
  startClock();
  startStage();
  startPeopleBar();
  startFaults();
  startTrainer();
  startInspector();
  startLogKeys();
  const more = find("#top-more");
  more.addEventListener("click", () => {
    const open = find("#top-panel").classList.toggle("open");
    more.setAttribute("aria-expanded", String(open));
  });
  find("#transcript").addEventListener("click", copyTranscript);
}

/** Copies what is on all open phones. */
async function copyTranscript() {
  const texts = await Promise.all(openPhones().map(async (key) => {
    const person = store.people.get(key);
    return `== ${person ? fullName(person) : key} ==\n${await attempt(api.transcript(key))}`;
  }));
  copy(texts.join("\n\n"), "Percakapan pada semua ponsel disalin.");
}

/** @param {"on" | "off"} state */
function connection(state) {
  const line = find("#connection");
  line.classList.toggle("off", state === "off");
  find("#connection span").textContent = state === "on" ? "Tersambung" : "Menyambung lagi…";
}

follow({ prepare, receive, connection });
