"""From the opening to the reports: plans, an achievement, who leads whom, whom one proposes."""

from __future__ import annotations

from tests.crash.points.playing import Playing
from tests.crash.points.verbs import authenticates, says, scene, sends, taps

OPENING = scene(
    says("sari", "/nilai"),
    *taps("sari", "Tambah rencana"),
    says("sari", "Izin usaha mikro selesai dalam tiga hari kerja"),
    *taps("sari", "Produktivitas"),
    says("sari", "40 berkas"),
    *taps("sari", "Jumlah, makin banyak", "Ajukan"),
    says("budi", "/menu"),
    *taps("budi", "Setujui rencana", "Setujui semua (1)"),
)
ACHIEVED = scene(
    says("sari", "/prestasi"),
    *taps("sari", "Buat baru"),
    says("sari", "Antrean loket turun"),
    says("sari", "Loket ditata ulang sehingga warga tidak menunggu lama."),
    *taps("sari", "Hari ini", "Inovasi", "Inovasi", "Lanjut", "Lewati"),
    sends("sari", 7),
    Playing.files_come,  # what the card says next hangs on it
    *taps("sari", "Lanjut", "Kirim"),
)
RATED = scene(*taps("budi", "Buka", "Nilai", "5", "Setujui"), *taps("sari", "Buka"))
LED = scene(
    says("maya", "/admin"),
    *taps("maya", "Atasan keliru (1)", "Dedi", "Pilih atasan"),
    says("maya", "Hendra"),
    *taps("maya", "1. Drs.", "Setujui"),
    authenticates("maya"),
    says("maya", "/admin"),
    *taps("maya", "Cari pegawai"),
    says("maya", "Budi"),
    *taps("maya", "1. Budi", "Tunjuk Plt."),
    says("maya", "Agus Salim"),
    *taps("maya", "1. Agus"),
    says("maya", "20 Agustus sampai 30 September 2026"),
    *taps("maya", "Catat"),
)
REPORTED = scene(
    says("sari", "/laporan"),
    *taps("sari", "Kirim"),
    says("sari", "/rekan"),
    *taps("sari", "Usulkan rekan"),
    says("sari", "Dedi"),
    *taps("sari", "1. Dedi Pratama"),
    says("budi", "/rekan"),
    *taps("budi", "Usulan untuk bawahan", "Sari Lestari"),
    says("budi", "Wayan"),
    *taps("budi", "1. Ni Wayan Astuti"),
)
