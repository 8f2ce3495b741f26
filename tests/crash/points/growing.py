"""What makes people grow: thanks, a talk, a training from its application, a mentor."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlmodel import Session

from tests.crash.points.stories import Story
from tests.crash.points.verbs import at_ten, authenticates, says, taps
from tests.trainings import WHY, offer

APPLIED = datetime(2026, 11, 10, 3, 0, tzinfo=UTC)


def offered(session: Session) -> None:
    """One course of two seats, and money for it."""
    offer(session, APPLIED)


THANKS = Story(
    "apresiasi",
    (
        says("sari", "/apresiasi"),
        *taps("sari", "Ucapkan terima kasih"),
        says("sari", "dedy pratama"),
        *taps("sari", "1. ", "Kolaboratif"),
        says("sari", "Membantu saya menata arsip sampai malam."),
        *taps("sari", "Kirim"),
        says("dedi", "/apresiasi"),
        *taps("dedi", "Terima kasih untuk saya", "Sari Lestari", "Boleh dibaca semua"),
    ),
)
TALK = Story(
    "dialog",
    (
        says("budi", "/dialog"),
        *taps("budi", "Pegawai saya", "Sari Lestari", "Usulkan waktu"),
        says("budi", "besok jam 9"),
        *taps("budi", "Usulkan waktu ini"),
        says("sari", "/menu"),
        *taps("sari", "Waktu dialog: Budi", "Saya setuju"),
        at_ten(date(2026, 9, 3)),
        says("sari", "/dialog"),
        *taps("sari", "Catat dialog", "Hari ini", "Catatan pribadi"),
        says("sari", "Saya ragu soal pindah loket."),
        *taps("sari", "Tambah tindak lanjut"),
        says("sari", "Menyiapkan jadwal piket loket prioritas."),
        *taps("sari", "Budi Santoso", "2 minggu lagi"),
        says("budi", "/menu"),
        *taps("budi", "Tindak lanjut Sari", "Selesai"),
    ),
    begins=datetime(2026, 9, 2, 3, 0, tzinfo=UTC),
)
TRAINING = Story(
    "pelatihan",
    (
        says("sari", "/diklat"),
        *taps("sari", "Katalog", "1. Pelayanan", "Daftar"),
        says("sari", WHY),
        *taps("sari", "Kirim permohonan"),
        says("budi", "/diklat"),
        *taps("budi", "Menunggu saya (1)", "Sari", "Setuju"),
        says("maya", "/diklat"),
        *taps("maya", "Meja diklat", "Anggaran"),
        says("maya", "APBN 2.000.000"),
        *taps("maya", "Kembali", "Bagi kursi"),
        at_ten(date(2026, 11, 11)),
        says("maya", "/diklat"),
        *taps("maya", "Meja diklat", "Lihat pembagian kursi", "Minta persetujuan"),
        says("rina", "/menu"),
        *taps("rina", "Setujui pembagian", "Setujui …", "Ya, setujui"),
        authenticates("rina"),
        at_ten(date(2026, 11, 30)),
        says("maya", "/diklat"),
        *taps("maya", "Meja diklat", "Kegiatan dan kehadiran", "1. Pelayanan"),
        *taps("maya", "Yang lain hadir semua", "Sari", "Lulus …", "Ya, lulus"),
        says("sari", "/menu"),
        *taps("sari", "Umpan balik pelatihan", "Beri umpan balik", "4", "Kirim"),
    ),
    offered,
    begins=APPLIED,
)
MENTORING = Story(
    "mentoring",
    (
        says("wayan", "/mentor"),
        *taps("wayan", "Saya bersedia", "Inovasi"),
        says("sari", "/mentor"),
        *taps("sari", "Saya ingin mentor", "Inovasi"),
        says("maya", "/mentor"),
        *taps("maya", "Susun pasangan", "Lihat usulan", "Tanyakan kepada semua"),
        says("wayan", "/menu"),
        *taps("wayan", "Mentoring dengan Sari", "Ya, saya bersedia"),
        says("sari", "/mentor"),
        *taps("sari", "Mentor: Ni Wayan", "Ya, saya bersedia", "Catat pertemuan", "Hari ini"),
        says("sari", "1 jam 30 menit"),
        says("sari", "Membahas usulan loket prioritas."),
        says("wayan", "/mentor"),
        *taps("wayan", "Mentee: Sari", "Ya, kami bertemu", "Ya, kami bertemu"),
        *taps("wayan", "Akhiri dengan hasil", "Tercapai sebagian", "5"),
    ),
)
GROWTH = (THANKS, TALK, TRAINING, MENTORING)
