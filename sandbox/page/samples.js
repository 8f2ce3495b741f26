/** Sample evidence, drawn here so that anyone can try sending a file without having one. */

/** @typedef {CanvasRenderingContext2D} Pen */

const SANS = "'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";
const SERIF = "Georgia, 'Liberation Serif', 'Times New Roman', serif";

/** @type {{label: string, as: "photo" | "document", draw: () => Promise<File>}[]} */
export const samples = [
  { label: "foto kegiatan", as: "photo", draw: () => paint("foto-kegiatan.jpg", 1280, 960, meeting) },
  { label: "sertifikat", as: "photo", draw: () => paint("sertifikat.jpg", 1400, 990, certificate) },
  { label: "surat tugas", as: "document", draw: () => paint("surat-tugas.png", 1000, 1414, letter) },
];

/**
 * @param {string} name @param {number} width @param {number} height
 * @param {(pen: Pen, width: number, height: number) => void} draw @returns {Promise<File>}
 */
function paint(name, width, height, draw) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  draw(/** @type {Pen} */ (canvas.getContext("2d")), width, height);
  const type = name.endsWith(".png") ? "image/png" : "image/jpeg";
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(new File([/** @type {Blob} */ (blob)], name, { type })), type, 0.88);
  });
}

/** @param {Pen} pen @param {string} colour @param {[number, number, number, number]} box @param {number} [round] */
function box(pen, colour, [x, y, width, height], round = 0) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x, y, width, height, round);
  pen.fill();
}

/** @param {Pen} pen @param {string} words @param {number} x @param {number} y @param {string} font @param {string} colour */
function words(pen, words, x, y, font, colour) {
  Object.assign(pen, { font, fillStyle: colour, textAlign: "center" });
  pen.fillText(words, x, y);
}

/** @param {Pen} pen @param {string} colour @param {number} x @param {number} y @param {number} radius */
function disc(pen, colour, x, y, radius) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 7);
  pen.fill();
}

/** A room with a banner, a speaker and listeners. @param {Pen} pen @param {number} width @param {number} height */
function meeting(pen, width, height) {
  const wall = pen.createLinearGradient(0, 0, width, height);
  wall.addColorStop(0, "#f3e9d8");
  wall.addColorStop(1, "#d9c7aa");
  pen.fillStyle = wall;
  pen.fillRect(0, 0, width, height);
  for (const x of [70, 1050]) {
    box(pen, "#8fb7c9", [x, 150, 160, 260], 6);
    box(pen, "#cfe6ef", [x + 10, 160, 66, 240], 3);
    box(pen, "#bcdbe7", [x + 84, 160, 66, 240], 3);
  }
  box(pen, "#0b6e66", [290, 120, 700, 230], 8);
  box(pen, "#f0c04d", [290, 330, 700, 20], 4);
  words(pen, "SOSIALISASI PELAYANAN PUBLIK", width / 2, 205, `700 38px ${SANS}`, "#fff");
  words(pen, "Cepat, ramah, dan tuntas", width / 2, 262, `30px ${SANS}`, "#d5f0ec");
  words(pen, "Contoh foto dari kotak pasir", width / 2, 306, `22px ${SANS}`, "#a9dad4");
  box(pen, "#8c6239", [0, 640, width, 320]);
  box(pen, "#7a4b2a", [560, 470, 160, 190], 10);
  disc(pen, "#b98055", 640, 400, 42);
  box(pen, "#2f4858", [585, 440, 110, 70], 30);
  const shirts = ["#7a3e9d", "#1f5fa8", "#a1421f", "#46650f", "#8a2f5c", "#0b6e66", "#5446ad"];
  for (const [line, size] of /** @type {[number, number][]} */ ([[700, 50], [830, 64]])) {
    for (let x = line === 700 ? 110 : 30, seat = 0; x < width; x += size * 3.4, seat += 1) {
      box(pen, shirts[(seat * 3 + line) % shirts.length], [x - size, line + size * 0.6, size * 2, size * 4], size * 0.8);
      disc(pen, seat % 2 ? "#3b2a20" : "#4a3426", x, line, size * 0.78);
    }
  }
}

/** @param {Pen} pen @param {number} width @param {number} height */
function certificate(pen, width, height) {
  pen.fillStyle = "#fdf9ee";
  pen.fillRect(0, 0, width, height);
  for (const [inset, line, colour] of /** @type {[number, number, string][]} */ ([[36, 10, "#0b6e66"], [58, 2, "#c99a2e"], [70, 2, "#c99a2e"]])) {
    Object.assign(pen, { strokeStyle: colour, lineWidth: line });
    pen.strokeRect(inset, inset, width - 2 * inset, height - 2 * inset);
  }
  const centre = width / 2;
  words(pen, "SERTIFIKAT", centre, 230, `700 86px ${SERIF}`, "#0b4f4a");
  words(pen, "Nomor 001/CONTOH/2026", centre, 282, `26px ${SANS}`, "#5b6b66");
  words(pen, "diberikan kepada", centre, 372, `italic 32px ${SERIF}`, "#4c5a56");
  words(pen, "Peserta Pelatihan", centre, 462, `700 62px ${SERIF}`, "#1c2b28");
  box(pen, "#c99a2e", [centre - 300, 488, 600, 3]);
  words(pen, "atas keikutsertaan dalam Pelatihan Pelayanan Prima", centre, 556, `32px ${SERIF}`, "#33433f");
  words(pen, "selama 24 jam pelajaran", centre, 604, `32px ${SERIF}`, "#33433f");
  for (let ray = 0; ray < 32; ray += 1) {
    const angle = (ray / 32) * Math.PI * 2;
    disc(pen, "#c99a2e", centre + Math.cos(angle) * 72, 770 + Math.sin(angle) * 72, 12);
  }
  disc(pen, "#e3bd5c", centre, 770, 68);
  words(pen, "CONTOH", centre, 780, `700 28px ${SANS}`, "#6b4d0c");
}

/** @param {Pen} pen @param {number} width @param {number} height */
function letter(pen, width, height) {
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  disc(pen, "#0b6e66", 140, 130, 48);
  words(pen, "KANTOR PELAYANAN CONTOH", width / 2 + 40, 120, `700 40px ${SERIF}`, "#1d1d1d");
  words(pen, "Jalan Merdeka Nomor 1, Kota Rekaan", width / 2 + 40, 166, `24px ${SERIF}`, "#444");
  box(pen, "#1d1d1d", [80, 212, width - 160, 5]);
  words(pen, "SURAT TUGAS", width / 2, 310, `700 40px ${SERIF}`, "#1d1d1d");
  words(pen, "Nomor 800/012/2026", width / 2, 352, `26px ${SERIF}`, "#444");
  for (let line = 0; line < 15; line += 1) {
    const last = line % 5 === 4;
    box(pen, "#c9ced2", [120, 430 + line * 38 + Math.floor(line / 5) * 34, last ? 420 : width - 240, 14], 7);
  }
  words(pen, "Kepala Kantor", 740, 1160, `28px ${SERIF}`, "#1d1d1d");
  words(pen, "(contoh, bukan surat resmi)", 740, 1300, `italic 24px ${SERIF}`, "#666");
}
