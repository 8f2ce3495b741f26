"""Kinds of career records as a file names them, and what each is stored as."""

from __future__ import annotations

from enum import StrEnum

from bot.rules.awards.service import NoteKind
from bot.rules.career.facts import Fact, Past


class Sort(StrEnum):
    """What a line is about, as the column `jenis` says it."""

    RANK = "pangkat"
    POST = "jabatan"
    LEVEL = "jenjang"
    EDUCATION = "pendidikan"
    CREDIT = "angka_kredit"
    CREDIT_AT_RANK = "angka_kredit_pangkat"
    EXAM = "uji_kompetensi"
    PREDIKAT = "predikat"
    COMPETENCE = "kompetensi"
    POTENTIAL = "potensi"
    QUALIFICATION = "kualifikasi"
    INTEGRITY = "integritas"
    LIGHT = "hukuman_ringan"
    MEDIUM = "hukuman_sedang"
    HEAVY = "hukuman_berat"
    TRAINING = "pelatihan"


PAST = {
    Sort.RANK: Past.RANK, Sort.POST: Past.POST, Sort.LEVEL: Past.LEVEL,
    Sort.EDUCATION: Past.EDUCATION, Sort.CREDIT: Past.CREDIT,
}  # fmt: skip
FACTS = {
    Sort.RANK: Fact.RANK_SINCE, Sort.LEVEL: Fact.POST_SINCE, Sort.CREDIT: Fact.CREDIT,
    Sort.CREDIT_AT_RANK: Fact.CREDIT_AT_RANK, Sort.EXAM: Fact.EXAM, Sort.PREDIKAT: Fact.PREDIKAT,
    Sort.COMPETENCE: Fact.COMPETENCE, Sort.POTENTIAL: Fact.POTENTIAL,
    Sort.QUALIFICATION: Fact.QUALIFICATION, Sort.INTEGRITY: Fact.INTEGRITY,
}  # fmt: skip
PENALTIES = {
    Sort.LIGHT: NoteKind.LIGHT, Sort.MEDIUM: NoteKind.MEDIUM, Sort.HEAVY: NoteKind.HEAVY,
}  # fmt: skip
