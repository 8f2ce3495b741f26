"""What a survey asks: nine elements (PermenPANRB 14/2017), fourteen before (KEP/25/M.PAN/2/2004).

Known by key, never by number: agencies swap the eighth and the ninth.
"""

from __future__ import annotations

from enum import StrEnum

LOWEST, HIGHEST = 1, 4
"""An answer: tidak baik, kurang baik, baik, sangat baik."""


class Element(StrEnum):
    """The nine of 2017, in the order of the regulation."""

    PERSYARATAN = "persyaratan"
    PROSEDUR = "prosedur"
    WAKTU = "waktu"
    BIAYA = "biaya"
    PRODUK = "produk"
    KOMPETENSI = "kompetensi"
    PERILAKU = "perilaku"
    PENGADUAN = "pengaduan"
    SARANA = "sarana"


class OldElement(StrEnum):
    """The fourteen of 2004, in the order of the decree."""

    PROSEDUR = "prosedur"
    PERSYARATAN = "persyaratan"
    KEJELASAN_PETUGAS = "kejelasan_petugas"
    KEDISIPLINAN_PETUGAS = "kedisiplinan_petugas"
    TANGGUNG_JAWAB_PETUGAS = "tanggung_jawab_petugas"
    KEMAMPUAN_PETUGAS = "kemampuan_petugas"
    KECEPATAN = "kecepatan"
    KEADILAN = "keadilan"
    KESOPANAN = "kesopanan"
    KEWAJARAN_BIAYA = "kewajaran_biaya"
    KEPASTIAN_BIAYA = "kepastian_biaya"
    KEPASTIAN_JADWAL = "kepastian_jadwal"
    KENYAMANAN = "kenyamanan"
    KEAMANAN = "keamanan"


ELEMENTS = tuple(Element)
OLD_ELEMENTS = tuple(OldElement)
