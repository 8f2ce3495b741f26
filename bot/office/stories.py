"""What people of a service agency achieve, told as they would tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bot.office.people import AGENCY, JAYAPURA, MAKASSAR, SEMARANG


@dataclass(frozen=True, slots=True)
class Story:
    """An achievement in words; `{layanan}` and `{tempat}` are filled in for each person."""

    title: str
    story: str
    category: str
    indicators: str
    before: str = ""
    after: str = ""
    unit: str = ""


_S = Story
DESK = (
    _S("Waktu tunggu antrean {layanan} turun menjadi {b} menit",
       "Membagi antrean menjadi berkas lengkap dan berkas kurang sejak pintu masuk, sehingga "
       "pemohon yang berkasnya lengkap langsung dilayani. Dijalankan bersama petugas keamanan.",
       "layanan_publik", "kualitas_pelayanan,produktivitas", "{a}", "{b}", "menit"),
    _S("Loket pagi bagi pemohon {layanan} dari {tempat}",
       "Membuka loket pukul 07.00 setiap Kamis bagi warga {tempat} yang datang dengan kendaraan "
       "umum, agar mereka dapat pulang sebelum siang.",
       "layanan_publik", "kualitas_pelayanan", "{c}", "{d}", "pemohon per hari"),
    _S("Formulir {layanan} dipangkas dari empat lembar menjadi satu",
       "Menyandingkan isian yang berulang dengan data yang sudah dimiliki kantor, lalu menyusun "
       "satu lembar baru yang disetujui atasan dan dipakai di semua loket.",
       "inovasi", "inovasi,kualitas_pelayanan", "4", "1", "lembar"),
    _S("Pendampingan pemohon lanjut usia dan difabel di loket {layanan}",
       "Menyediakan kursi prioritas, kartu antrean besar, dan satu petugas yang menjemput berkas "
       "ke kursi. Keluarga pemohon menyampaikan terima kasih lewat kotak saran.",
       "layanan_publik", "kualitas_pelayanan"),
    _S("Menyelesaikan {c} berkas {layanan} yang tertunda",
       "Memilah berkas tertunda menurut sebabnya, menghubungi pemohon satu per satu, dan "
       "menyelesaikan yang lengkap dalam dua minggu tanpa menambah jam lembur.",
       "administrasi", "produktivitas,penyelesaian_administrasi", "{c}", "0", "berkas"),
)  # fmt: skip
PAPER = (
    _S("Arsip {layanan} tahun 2023–2025 tertata dan dapat dicari",
       "Menata arsip menurut nomor dan tanggal, memberi kode warna, dan membuat daftar pencarian. "
       "Mencari satu berkas kini cukup dari daftar, tidak lagi membuka kardus.",
       "administrasi", "penyelesaian_administrasi", "{a}", "{e}", "menit mencari"),
    _S("Alih media {d} berkas {layanan} selesai sebelum tenggat",
       "Memindai dan memeriksa ulang setiap lembar, lalu menyimpan salinannya di dua tempat. "
       "Berkas asli dipindahkan ke ruang simpan yang kering.",
       "administrasi", "penyelesaian_administrasi,produktivitas", "0", "{d}", "berkas"),
    _S("Laporan keuangan bulanan bebas catatan perbaikan",
       "Membuat daftar periksa sebelum laporan dikirim dan mencocokkan bukti setiap Jumat, "
       "sehingga tidak ada laporan yang dikembalikan selama tiga bulan.",
       "administrasi", "penyelesaian_administrasi", "{e}", "0", "laporan dikembalikan"),
    _S("Daftar aset ruang layanan {tempat} diperbarui",
       "Mendata ulang meja, komputer, dan alat antrean bersama pengurus barang, memberi label "
       "baru, dan mengusulkan penghapusan barang rusak.",
       "administrasi", "penyelesaian_administrasi,produktivitas"),
    _S("Kamus singkat surat dinas untuk pegawai baru",
       "Menyusun contoh sepuluh surat yang paling sering dibuat beserta kesalahan yang sering "
       "terjadi. Dipakai dalam pembekalan pegawai baru.",
       "inovasi", "inovasi,penyelesaian_administrasi"),
)  # fmt: skip
SYSTEM = (
    _S("Pengingat otomatis bagi pemohon {layanan} yang berkasnya kurang",
       "Membuat pesan pengingat dari data antrean, memuat daftar kekurangan dan jam loket. "
       "Pemohon datang kembali dengan berkas lengkap pada kunjungan kedua.",
       "inovasi", "inovasi,kualitas_pelayanan", "{c}", "{e}", "persen datang sia-sia"),
    _S("Gangguan aplikasi {layanan} pulih dalam {e} jam",
       "Memindahkan layanan ke peladen cadangan, menguji ulang data hari itu, dan menulis "
       "langkah pemulihan agar rekan lain dapat melakukannya sendiri.",
       "layanan_publik", "produktivitas,kualitas_pelayanan", "26", "{e}", "jam"),
    _S("Papan pantau antrean kantor dapat dilihat dari rumah",
       "Menampilkan jumlah antrean tiap loket di situs kantor, sehingga warga memilih jam yang "
       "longgar. Ruang tunggu tidak lagi penuh pada hari Senin.",
       "inovasi", "inovasi"),
    _S("Klinik kecil aplikasi perkantoran setiap Rabu",
       "Mengajar rekan membuat surat, tabel, dan tanda tangan elektronik, dua puluh menit setiap "
       "Rabu pagi. Materinya disimpan agar dapat diulang.",
       "kolaborasi", "inovasi,produktivitas", "0", "{e}", "pertemuan"),
)  # fmt: skip
FIELD = (
    _S("Layanan keliling {layanan} di {tempat}",
       "Membawa loket ke balai kampung bersama bidan dan kader posyandu, melayani sampai "
       "pemohon terakhir, dan mengantar dokumen jadi sepekan kemudian.",
       "pengabdian", "kualitas_pelayanan,produktivitas", "0", "{d}", "warga terlayani"),
    _S("Penyuluhan {layanan} bagi kader posyandu {tempat}",
       "Menjelaskan syarat dan alur dengan permainan kartu, lalu membantu kader mengisi formulir "
       "contoh. Kader kini menjadi tempat bertanya warga.",
       "pengabdian", "kualitas_pelayanan,inovasi", "{e}", "{c}", "kader paham"),
    _S("Jemput bola {layanan} bagi nelayan {tempat}",
       "Datang ke dermaga sebelum perahu berangkat, pukul 04.30, karena pemilik perahu tidak "
       "pernah sempat datang pada jam kantor.",
       "layanan_publik", "kualitas_pelayanan,produktivitas", "{e}", "{d}", "permohonan"),
    _S("Kerja sama dengan kelurahan {tempat} untuk data warga rentan",
       "Menyepakati daftar bersama dengan kelurahan dan puskesmas, memperbaruinya setiap bulan, "
       "sehingga kunjungan tidak lagi berulang ke rumah yang sama.",
       "kolaborasi", "penyelesaian_administrasi,inovasi"),
)  # fmt: skip
LEADING = (
    _S("Standar layanan {layanan} diperbarui bersama warga",
       "Mengundang perwakilan warga {tempat}, membahas keluhan yang berulang, dan menetapkan "
       "janji layanan baru yang dipasang di setiap loket.",
       "kolaborasi", "kualitas_pelayanan,inovasi", "{c}", "{e}", "hari"),
    _S("Keluhan masyarakat dijawab dalam dua hari kerja",
       "Menunjuk penanggung jawab keluhan setiap pekan dan membahas yang belum selesai dalam apel "
       "Senin. Tidak ada keluhan yang melewati sepuluh hari.",
       "layanan_publik", "kualitas_pelayanan,produktivitas", "{e}", "2", "hari kerja"),
    _S("Pembagian tugas seksi ditulis ulang dan berjalan",
       "Menyusun ulang pembagian tugas setelah dua pegawai pindah, sehingga tidak ada loket yang "
       "kosong pada jam istirahat.",
       "administrasi", "produktivitas,penyelesaian_administrasi"),
    _S("Pertemuan lima belas menit setiap Senin pagi",
       "Membuka pekan dengan membagi tugas dan menyebut satu keluhan yang harus tuntas. Catatan "
       "ditempel di ruang belakang dan dibaca ulang pada hari Jumat.",
       "kolaborasi", "produktivitas,penyelesaian_administrasi"),
    _S("Pegawai loket bergantian belajar di unit {tempat}",
       "Mengatur tukar belajar tiga hari bagi setiap petugas loket, lalu memakai dua cara yang "
       "mereka bawa pulang untuk merapikan antrean {layanan}.",
       "kolaborasi", "inovasi,kualitas_pelayanan", "0", "{e}", "petugas"),
    _S("Tunggakan {layanan} tuntas sebelum akhir triwulan",
       "Memetakan sebab tunggakan, meminta tambahan satu petugas verifikasi selama dua pekan, dan "
       "memantau sisanya setiap sore sampai habis.",
       "administrasi", "produktivitas,penyelesaian_administrasi", "{d}", "0", "berkas"),
)  # fmt: skip
SERVICES = (
    "izin usaha mikro", "surat keterangan domisili", "legalisasi dokumen", "izin kegiatan",
    "rekomendasi beasiswa", "pembaruan data warga", "izin reklame kecil", "kartu pelaku usaha",
)  # fmt: skip
PLACES = {
    AGENCY: ("Semarang Timur", "Gunungpati", "Tembalang"),
    SEMARANG: ("Gunungpati", "Mijen", "Tugu", "Genuk", "Candisari"),
    MAKASSAR: ("Tallo", "Biringkanaya", "Pulau Barrang Lompo", "Tamalanrea"),
    JAYAPURA: ("Abepura", "Kampung Enggros", "Muara Tami", "Kampung Nafri"),
}
WORK: Sequence[tuple[str, Sequence[Story]]] = (
    ("Kepala", LEADING), ("Sekretaris", LEADING), ("Komputer", SYSTEM), ("Arsip", PAPER),
    ("Bendahara", PAPER), ("Auditor", PAPER), ("Pengadministrasi", PAPER), ("Penyuluh", FIELD),
    ("Loket", DESK), ("Pengelola", (*DESK, *FIELD)), ("Penelaah", (*DESK, *PAPER)),
)  # fmt: skip


def stories_for(dice: Random, post: str, unit: str, number: int, used: set[str]) -> list[Story]:
    """Achievements that fit a post, with places of the unit; none comes twice while there is
    another. `used` grows."""
    fitting = next((told for word, told in WORK if word in post), (*PAPER[3:], *LEADING[:2]))
    fresh = [told for told in fitting if told.title not in used] or list(fitting)
    chosen = dice.sample(fresh, min(number, len(fresh)))
    used |= {told.title for told in chosen}
    return [_filled(dice, told, unit) for told in chosen]


def _filled(dice: Random, told: Story, unit: str) -> Story:
    words = {
        "layanan": dice.choice(SERVICES),
        "tempat": dice.choice(PLACES[unit]),
        "a": str(dice.randrange(35, 80, 5)),
        "b": str(dice.randrange(10, 30)),
        "c": str(dice.randrange(18, 45)),
        "d": str(dice.randrange(48, 190)),
        "e": str(dice.randrange(3, 9)),
    }
    return Story(
        told.title.format(**words), told.story.format(**words), told.category, told.indicators,
        told.before.format(**words), told.after.format(**words), told.unit,
    )  # fmt: skip
