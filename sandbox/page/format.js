/** Times, sizes and names the way people in Indonesia write them. */

const ZONE_NAMES = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};
const COLOURS = [
  "#1f5fa8", "#a1421f", "#7a3e9d", "#0b6e66", "#8a2f5c", "#855600", "#5446ad", "#46650f",
];
export const HOME_ZONE = "Asia/Jakarta";

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} zone @param {Intl.DateTimeFormatOptions} options */
function format(zone, options) {
  const key = zone + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat("id-ID", { timeZone: zone, ...options });
    formats.set(key, found);
  }
  return found;
}

/** @param {string | number} moment ISO text, seconds or milliseconds @returns {number} ms */
export function milliseconds(moment) {
  if (typeof moment === "string") return Date.parse(moment);
  return moment > 1e11 ? moment : moment * 1000;
}

/** @param {number} ms @param {string} [zone] @returns {string} "14.05" */
export function timeOf(ms, zone = HOME_ZONE) {
  return format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(ms);
}

/** @param {number} ms @param {string} [zone] @returns {string} "Selasa, 1 Desember 2026" */
export function dayOf(ms, zone = HOME_ZONE) {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return format(zone, /** @type {any} */ (options)).format(ms);
}

/** @param {number} ms @param {string} [zone] @returns {string} "1 Des 14.05" */
export function shortMoment(ms, zone = HOME_ZONE) {
  const day = format(zone, { day: "numeric", month: "short" }).format(ms);
  return `${day} ${timeOf(ms, zone)}`;
}

/** @param {string} [zone] @returns {string} "WIB", "WITA", "WIT" or the zone's last word */
export function zoneName(zone = HOME_ZONE) {
  const known = /** @type {Record<string, string>} */ (ZONE_NAMES)[zone];
  return known ?? zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
}

/** @param {number} seconds @returns {string} "2 hari 3 jam", the two largest units */
export function duration(seconds) {
  const total = Math.round(Math.abs(seconds));
  /** @type {[number, string][]} */
  const units = [[86400, "hari"], [3600, "jam"], [60, "menit"], [1, "detik"]];
  let rest = total;
  const parts = [];
  for (const [size, word] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count) parts.push(`${count} ${word}`);
  }
  return parts.slice(0, 2).join(" ") || "0 detik";
}

/** @param {number} bytes @returns {string} "1,2 MB" */
export function sizeOf(bytes) {
  const number = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });
  if (bytes < 1000) return `${bytes} byte`;
  if (bytes < 1e6) return `${number.format(bytes / 1000)} kB`;
  return `${number.format(bytes / 1e6)} MB`;
}

/** @param {{first_name: string, last_name?: string | null}} person */
export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

/** @param {string} name @returns {string} at most two capitals */
export function initials(name) {
  const words = name.replace(/\b(Pak|Bu|Bapak|Ibu|dr|Drs|Dra|Ir|H|Hj)\b\.?/g, "").trim().split(/\s+/);
  const letters = words.filter((word) => /^\p{L}/u.test(word)).map((word) => word[0]);
  return [letters[0], letters.length > 1 ? letters.at(-1) : ""].join("").toUpperCase() || "?";
}

/** @type {Map<string, string>} */
const given = new Map();

/** @param {string} key @returns {string} this key's colour; neighbours in order never share one */
export function colourOf(key) {
  const colour = given.get(key) ?? COLOURS[given.size % COLOURS.length];
  given.set(key, colour);
  return colour;
}
