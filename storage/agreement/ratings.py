"""Levels given, forms sent, and the results that came of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_, select
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.appraisals import SENT, SUPERIOR, Appraisal, Rating
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.editions import FormerResult
from storage.results import Result

RATE, SEND = ("appraisals.rate",), ("appraisals.send",)
COMPUTE, WITHDRAW = ("results.compute",), ("results.withdraw",)
MAIN = (
    select(
        func.min(col(Appraisal.id)).label("id"), col(Appraisal.period_id),
        col(Appraisal.employee_id),
    )
    .where(col(Appraisal.state) == SENT, col(Appraisal.source) == SUPERIOR)
    .group_by(col(Appraisal.period_id), col(Appraisal.employee_id))
    .subquery("main")
)  # fmt: skip
ASSESS, GIVE_BACK = ("appraisals.assess",), ("panel.give_back",)  # the team sends; and returns


def of_ratings(reader: Reader) -> Iterator[Finding]:
    """Every level on every indicator of every form."""
    stored = rows(
        col(Rating.appraisal_id), "appraisal", col(Rating.indicator),
        col(Rating.by_id), col(Rating.at), text(col(Rating.level)),
    )  # fmt: skip
    entries = Entries(RATE, said("level"), said("indicator"))
    return disagreements(reader, Kind.RATING, stored, entries)


def of_appraisals(reader: Reader) -> Iterator[Finding]:
    """Every form that was sent."""
    stored = rows(
        col(Appraisal.id), "appraisal", NOTHING, col(Appraisal.by_id), col(Appraisal.sent_at),
        text(col(Appraisal.official_id), col(Appraisal.period_id)),
    ).where(col(Appraisal.state) == SENT)  # fmt: skip
    value = text(said("for"), said("period"))
    sent = (*SEND, *ASSESS)
    entries = Entries((*sent, *GIVE_BACK), value, counting=sent)
    return disagreements(reader, Kind.APPRAISAL, stored, entries)


def of_results(reader: Reader) -> Iterator[Finding]:
    """Every result as it was first, beside the first superior's form that it rests on.

    Before 0.2 it was the sending of the form that told it, and the oldest do not say the total.
    """
    stored = rows(
        col(Result.id), "appraisal", NOTHING, col(Result.computed_by), _first("computed_at"),
        text(_first("total"), _first("predikat")), of=MAIN.c.id,
    )  # fmt: skip
    form = and_(
        MAIN.c.period_id == col(Result.period_id), MAIN.c.employee_id == col(Result.employee_id)
    )
    former = and_(
        col(FormerResult.result_id) == col(Result.id), col(FormerResult.edition) == literal(1)
    )
    stored = stored.select_from(Result).outerjoin(MAIN, form).outerjoin(FormerResult, former)
    told = or_(ENTRIES.c.action.not_in(SEND), said("formula").is_not(None))
    entries = Entries(
        (*SEND, *COMPUTE, *WITHDRAW), text(said("total"), said("predikat")),
        counting=(*SEND, *COMPUTE), only=told,
    )  # fmt: skip
    return disagreements(reader, Kind.RESULT, stored, entries)


def _first(name: str) -> ColumnElement[Any]:
    """A value of a result before anybody corrected it."""
    return func.coalesce(getattr(FormerResult, name), getattr(Result, name))
