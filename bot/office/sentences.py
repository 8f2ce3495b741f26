"""Sentences around achievements: notes of raters, reports, feedback, reasons of proposals."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

PRAISE = (
    "Hasilnya terasa di loket. Mohon dicatat langkahnya agar rekan dapat meniru.",
    "Baik sekali. Ukurannya jelas dan buktinya lengkap.",
    "Terima kasih, sudah sesuai rencana. Teruskan sampai akhir tahun.",
    "Bagus. Lain kali sertakan juga pendapat pemohon.",
    "",
    "",
)
MEND = (
    "Mohon lengkapi angka sebelum dan sesudahnya, lalu kirim kembali.",
    "Bukti belum menunjukkan hasilnya. Mohon tambahkan foto atau rekap.",
)
REFUSE = (
    "Kegiatan ini adalah tugas rutin yang sudah dinilai dalam rencana kerja.",
    "Prestasi ini milik tim lain; silakan ajukan bagian yang Anda kerjakan sendiri.",
)
OPENINGS = (
    "Triwulan ini saya memusatkan perhatian pada",
    "Pekerjaan terpenting saya triwulan ini adalah",
    "Yang paling terasa hasilnya triwulan ini:",
)
CLOSINGS = (
    "Triwulan depan saya ingin menularkan cara ini kepada rekan satu seksi.",
    "Kendalanya jaringan yang sering terputus; sementara diatasi dengan catatan kertas.",
    "Saya masih perlu belajar menyusun laporan yang lebih ringkas.",
    "Target lain berjalan sesuai rencana.",
)
FEEDBACK_GOOD = (
    "Kinerja Anda menjadi contoh bagi seksi. Pertahankan ketelitian dan bantu rekan yang baru.",
    "Hasil kerja sesuai target. Coba ajukan satu perbaikan cara kerja triwulan depan.",
    "Terima kasih atas kesigapan Anda melayani. Dokumen sudah rapi dan tepat waktu.",
)
FEEDBACK_LOW = (
    "Beberapa dokumen terlambat. Mari bertemu setiap Senin untuk membagi pekerjaan per minggu.",
    "Target belum tercapai karena sering berganti tugas. Triwulan depan fokus pada dua target.",
)
PROPOSED = (
    "Nilainya tertinggi di unitnya, prestasinya terukur, dan caranya sudah ditiru seksi lain.",
    "Konsisten dua triwulan, melayani dengan ramah, dan membantu rekan menyelesaikan tunggakan.",
)


def report(dice: Random, titles: Sequence[str]) -> str:
    """Two or three sentences about the quarter, at most 400 characters."""
    about = titles[0][0].lower() + titles[0][1:] if titles else "pelayanan harian dan arsip"
    return f"{dice.choice(OPENINGS)} {about}. {dice.choice(CLOSINGS)}"[:400]


def feedback(dice: Random, *, low: bool) -> str:
    """What a superior writes to a person at the end of a quarter."""
    return dice.choice(FEEDBACK_LOW if low else FEEDBACK_GOOD)
