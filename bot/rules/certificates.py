"""Certificates: their kinds and numbers, the code that proves one, and what may be said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.audit.codes import BadCode, read_code


class CertificateKind(StrEnum):
    """What a certificate is for; a yearly report has a number and a code of the same form."""

    AWARD = "award"
    TRAINING = "training"
    OBJECTION = "objection"  # the minutes of a decision; in nobody's list of certificates


class CertificateState(StrEnum):
    VALID = "valid"
    REVOKED = "revoked"


class Verdict(StrEnum):
    """What whoever holds a paper, or only its number, is told."""

    VALID = "valid"
    REVOKED = "revoked"
    REPLACED = "replaced"  # a yearly report of which a later edition is final
    UNKNOWN = "unknown"


SERIES = {"award": "PGM", "training": "STF", "year": "LKT", "objection": "BAK"}
"""The middle of a number: piagam, sertifikat, laporan tahunan, berita acara keberatan."""
HONOURS = (CertificateKind.AWARD, CertificateKind.TRAINING)
"""What somebody was given, listed as theirs; what may be revoked."""
LINK = "cek"  # what a link's argument begins with
WRITTEN = re.compile(r"(?<![0-9A-Za-z])(\d{1,18}(?:-[0-9A-Za-z]{4}){4})(?![0-9A-Za-z])")
NUMBER = re.compile(r"\D*?(\d{1,6})\s*/\s*([A-Za-z]{3})\s*/\s*(\d{4})\s*")
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to know of: a code, or only the number of a series and year."""

    code: str = ""
    series: str = ""
    year: int = 0
    number: int = 0


def numbered(kind: str, number: int, year: int) -> str:
    """`007/PGM/2026`."""
    return f"{number:03d}/{SERIES[kind]}/{year}"


def link_argument(code: str) -> str:
    """What a deep link carries: letters, digits and dashes, at most 64."""
    return f"{LINK}-{code}"


def find_code(text: str) -> str | None:
    """The code in a link, in `/start cek-…`, or alone as it is printed; never a mistyped one."""
    for found in WRITTEN.findall(text[:LONGEST]):
        try:
            return read_code(found)[1]
        except BadCode:
            continue
    return None


def asked(typed: str) -> Asked | None:
    """What was typed, however; None for what is no code and no number.

    What has the form of a code is one, also when its check letter does not fit: a forged paper
    is unknown, not misunderstood.
    """
    if code := find_code(typed):
        return Asked(code=code)
    try:
        return Asked(code=read_code(typed[:LONGEST])[1])
    except BadCode:
        if forged := WRITTEN.search(typed[:LONGEST]):
            return Asked(code=forged[1].upper())
        found = NUMBER.fullmatch(typed[:LONGEST])
    if found is None or found[2].upper() not in SERIES.values():
        return None
    series = next(kind for kind, letters in SERIES.items() if letters == found[2].upper())
    return Asked(series=series, number=int(found[1]), year=int(found[3]))
