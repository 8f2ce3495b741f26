"""Yearly reports: signed by their person, judged with a predikat."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import or_
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.years import PROVEN, YearReport

BACK = ("years.return", "years.reopen")
SIGN, FORWARD = ("years.sign", *BACK), ("years.forward", *BACK)
JUDGE = ("years.judge",)


def of_year_signatures(reader: Reader) -> Iterator[Finding]:
    """Every report that its person signed and nobody returned: when, with which total."""
    stored = rows(
        col(YearReport.id), "yearreport", NOTHING, col(YearReport.employee_id),
        col(YearReport.signed_at), text(col(YearReport.year), col(YearReport.total)),
    ).where(col(YearReport.signed_at).is_not(None))  # fmt: skip
    entries = Entries(SIGN, text(said("year"), said("total")), counting=SIGN[:1])
    return disagreements(reader, Kind.YEAR_SIGNATURE, stored, entries)


def of_year_forwards(reader: Reader) -> Iterator[Finding]:
    """Every report that a superior signed for the evaluation team to judge: by whom, when."""
    judged_apart = or_(
        col(YearReport.judged_by).is_(None),
        col(YearReport.judged_by) != col(YearReport.superior_by),
    )
    stored = rows(
        col(YearReport.id), "yearreport", NOTHING, col(YearReport.superior_by),
        col(YearReport.superior_at), text(col(YearReport.year)),
    ).where(col(YearReport.superior_at).is_not(None), judged_apart)  # fmt: skip
    entries = Entries(FORWARD, text(said("year")), counting=FORWARD[:1])
    return disagreements(reader, Kind.YEAR_FORWARD, stored, entries)


def of_years(reader: Reader) -> Iterator[Finding]:
    """Every report that was ever final: by whom it was judged, when, with what, and its proof."""
    stored = rows(
        col(YearReport.id), "yearreport", NOTHING, col(YearReport.judged_by),
        col(YearReport.judged_at),
        text(
            col(YearReport.hasil_kerja), col(YearReport.perilaku), col(YearReport.predikat),
            col(YearReport.number), col(YearReport.months), col(YearReport.credit),
            col(YearReport.code),
        ),
    ).where(col(YearReport.state).in_(PROVEN))  # fmt: skip
    names = ("hasil_kerja", "perilaku", "predikat", "number", "months", "credit", "code")
    told = text(*map(said, names))
    return disagreements(reader, Kind.YEAR, stored, Entries(JUDGE, told))
