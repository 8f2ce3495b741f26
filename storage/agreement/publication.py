"""Publications, receipts, and the results that were corrected after publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import String, and_, cast, func, literal
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.editions import FormerResult
from storage.publication import Publication
from storage.receipts import Receipt
from storage.results import Result
from storage.supplements import Supplement

SIGN = ("publication.sign",)
ADD = ("supplements.sign",)
RECEIVE = ("receipts.take", "receipts.hand_over", "receipts.attest")
TAKEN_BACK = "receipts.contradict"
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


def of_supplements(reader: Reader) -> Iterator[Finding]:
    """Every result that was published after its quarter: by whom, when, and what it was first."""
    stored = rows(
        col(Supplement.id), "supplement", NOTHING, col(Supplement.signed_by),
        col(Supplement.signed_at),
        text(
            col(Supplement.period_id), col(Supplement.employee_id),
            func.coalesce(FormerResult.total, Result.total, ""),
            func.coalesce(FormerResult.predikat, Result.predikat, ""),
        ),
    )  # fmt: skip
    its = and_(
        col(Result.period_id) == col(Supplement.period_id),
        col(Result.employee_id) == col(Supplement.employee_id),
    )
    first = and_(
        col(FormerResult.result_id) == col(Result.id), col(FormerResult.edition) == literal(1)
    )
    stored = stored.select_from(Supplement).outerjoin(Result, its)
    stored = stored.outerjoin(FormerResult, first)
    stored = stored.where(col(Supplement.signed_at).is_not(None))
    value = text(said("period"), said("employee"), said("total"), said("predikat"))
    return disagreements(reader, Kind.SUPPLEMENT, stored, Entries(ADD, value))


def of_receipts(reader: Reader) -> Iterator[Finding]:
    """Every receipt that was taken, and not contradicted: of what, by whom, when."""
    stored = rows(
        col(Receipt.id), "receipt", NOTHING, col(Receipt.taken_by), col(Receipt.taken_at),
        text(col(Receipt.employee_id), col(Receipt.period_id), col(Receipt.edition)),
    ).where(col(Receipt.taken_at).is_not(None))  # fmt: skip
    value = text(said("employee"), said("period"), said("edition"))
    entries = Entries((*RECEIVE, TAKEN_BACK), value, counting=RECEIVE)
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
