"""Publications, receipts, and the results that were corrected after publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import String, and_, cast, func
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.editions import FormerResult
from storage.publication import Publication
from storage.receipts import Receipt
from storage.results import Result

SIGN = ("publication.sign",)
RECEIVE = ("receipts.take", "receipts.hand_over")
CORRECT = ("results.correct", "panel.apply")


def of_publications(reader: Reader) -> Iterator[Finding]:
    """Every publication: by whom, when, of how many results, and how many were missing."""
    stored = rows(
        col(Publication.id), "publication", NOTHING, col(Publication.signed_by),
        col(Publication.signed_at),
        text(col(Publication.period_id), col(Publication.results), col(Publication.missing)),
    )  # fmt: skip
    entries = Entries(SIGN, text(said("period"), said("results"), said("missing")))
    return disagreements(reader, Kind.PUBLICATION, stored, entries)


def of_receipts(reader: Reader) -> Iterator[Finding]:
    """Every receipt that was taken: of what, by whom, when."""
    stored = rows(
        col(Receipt.id), "receipt", NOTHING, col(Receipt.taken_by), col(Receipt.taken_at),
        text(col(Receipt.employee_id), col(Receipt.period_id), col(Receipt.edition)),
    ).where(col(Receipt.taken_at).is_not(None))  # fmt: skip
    entries = Entries(RECEIVE, text(said("employee"), said("period"), said("edition")))
    return disagreements(reader, Kind.RECEIPT, stored, entries)


def of_corrections(reader: Reader) -> Iterator[Finding]:
    """Every edition that took the place of another one, and what it says."""
    after: Any = aliased(FormerResult)
    edition: Any = col(FormerResult.edition) + 1
    stored = rows(
        col(FormerResult.result_id), "result", cast(edition, String),
        col(FormerResult.replaced_by), col(FormerResult.replaced_at),
        text(
            func.coalesce(after.total, Result.total),
            func.coalesce(after.predikat, Result.predikat),
        ),
    )  # fmt: skip
    later = and_(after.result_id == col(FormerResult.result_id), after.edition == edition)
    stored = stored.select_from(FormerResult).join(
        Result, col(Result.id) == col(FormerResult.result_id)
    )
    entries = Entries(CORRECT, text(said("total"), said("predikat")), said("edition"))
    return disagreements(reader, Kind.CORRECTION, stored.outerjoin(after, later), entries)
