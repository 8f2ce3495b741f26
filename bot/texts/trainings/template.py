"""The catalogue as a file to fill in: what every column holds, and the kinds of learning.

Indonesian whoever asks for it: so are the columns that the import reads.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.trainings.catalogue import LONGEST, MUST
from bot.rules.trainings.hours import FORM, MINUTES

NAME = "templat-katalog-diklat.xlsx"
SHEETS = ("katalog", "petunjuk", "jalur")
GUIDE_HEAD = ("kolom", "wajib", "isi", "contoh")
WAYS_HEAD = ("jalur", "bentuk")
COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("kode", "penanda pelatihan, tidak boleh sama dengan yang lain", "PP-01"),
    ("nama", "nama pelatihan", "Pelayanan Prima di Loket"),
    ("bidang", "bidang pelatihan", "Pelayanan"),
    ("bentuk", "boleh kosong; mengikuti jalur", "klasikal"),
    ("jalur", "salah satu dari lembar jalur", "pelatihan"),
    ("jenjang", "boleh kosong", "Dasar"),
    ("jp", f"jam pelajaran, 1 JP = {MINUTES} menit; isi jp atau menit", "20"),
    ("menit", "lama dalam menit; boleh kosong bila jp terisi", ""),
    ("kursi", "banyaknya peserta", "6"),
    ("biaya", "rupiah per peserta; kosong atau 0 bila tanpa biaya", "2.500.000"),
    ("sumber_dana", "harus diisi bila ada biaya", "APBN"),
    ("mulai", "hari pertama", "07/12/2026"),
    ("selesai", "hari terakhir; kosong bila sehari", "08/12/2026"),
    ("daftar_sampai", "hari terakhir mendaftar; kosong: sehari sebelum mulai", "04/12/2026"),
    ("tempat", "kota, gedung, atau daring", "Makassar"),
    ("penyelenggara", "nama lembaga; kantor sendiri: sertifikatnya terbit dari sini", "BPSDM"),
    ("indikator", "yang ditingkatkan, dipisah titik koma; boleh kosong", "Kualitas Pelayanan"),
    ("jabatan", "yang cocok, dipisah titik koma; boleh kosong", "Analis; Pranata Komputer"),
)


def guide() -> Sequence[tuple[str, str, str, str]]:
    """A line for each column: whether it must be filled in, with what, and an example."""
    return [
        (name, "ya" if name in MUST else "", _within(name, what), example)
        for name, what, example in COLUMNS
    ]


def ways() -> Sequence[tuple[str, str]]:
    """Every kind of learning that a line may name, with its form."""
    return [(way, form.value) for way, form in FORM.items()]


def _within(name: str, what: str) -> str:
    most = LONGEST.get(name)
    return f"{what} (paling banyak {most} huruf)" if most else what
