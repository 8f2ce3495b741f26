"""Objections, both sides' words, what was decided on them, and corrections by two people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import String, case, cast, func
from sqlmodel import col

from bot.rules.objections import State
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.corrections import CONFIRMED, DRAFT, REFUSED, Correction
from storage.objections import Explanation, Objection

FILE, EXPLAIN, NAME = "objections.file", "objections.explain", "objections.name"
ENDS = ("objections.decide", "objections.withdraw")
PROPOSE, CONFIRM, REFUSE = "corrections.propose", "corrections.confirm", "corrections.refuse"


def of_objections(reader: Reader) -> Iterator[Finding]:
    """Every objection that was filed: against what, and about which indicators."""
    stored = rows(
        col(Objection.id), "objection", NOTHING, col(Objection.employee_id),
        col(Objection.filed_at),
        text(col(Objection.period_id), col(Objection.edition), col(Objection.indicators)),
    ).where(col(Objection.state) != State.DRAFT)  # fmt: skip
    value = text(said("period"), said("edition"), said("indicators"))
    yield from disagreements(reader, Kind.OBJECTION, stored, Entries((FILE,), value))
    words = rows(
        col(Explanation.objection_id), "objection", cast(col(Explanation.person_id), String),
        col(Explanation.person_id), col(Explanation.given_at), col(Explanation.party),
    ).where(col(Explanation.given_at).is_not(None))  # fmt: skip
    given = Entries((EXPLAIN,), said("party"), said("person"))
    yield from disagreements(reader, Kind.EXPLANATION, words, given)
    named = rows(
        col(Objection.id), "objection", NOTHING, col(Objection.named_by), col(Objection.named_at),
        text(col(Objection.named_id)),
    ).where(col(Objection.named_id).is_not(None))  # fmt: skip
    yield from disagreements(reader, Kind.REVIEWER, named, Entries((NAME,), said("person")))


def of_endings(reader: Reader) -> Iterator[Finding]:
    """Every decision on an objection with its levels, and every withdrawal."""
    decider: Any = func.coalesce(col(Objection.decided_by), col(Objection.employee_id))
    at: Any = func.coalesce(col(Objection.decided_at), col(Objection.withdrawn_at))
    stored = rows(
        col(Objection.id), "objection", NOTHING, decider, at,
        text(col(Objection.state), col(Objection.outcome), col(Objection.levels)),
    ).where(col(Objection.state).in_((State.DECIDED, State.WITHDRAWN)))  # fmt: skip
    value = text(said("state"), said("outcome"), said("levels"))
    return disagreements(reader, Kind.OBJECTION_END, stored, Entries(ENDS, value))


def of_two_hands(reader: Reader) -> Iterator[Finding]:
    """Every correction that was proposed, and what the second person made of it."""
    stored = rows(
        col(Correction.id), "correction", NOTHING, col(Correction.proposer_id),
        col(Correction.proposed_at),
        text(col(Correction.result_id), col(Correction.edition), col(Correction.levels)),
    ).where(col(Correction.state) != DRAFT)  # fmt: skip
    value = text(said("result"), said("edition"), said("levels"))
    yield from disagreements(reader, Kind.PROPOSED_CORRECTION, stored, Entries((PROPOSE,), value))
    decided = rows(
        col(Correction.id), "correction", NOTHING, col(Correction.decided_by),
        col(Correction.decided_at), col(Correction.state),
    ).where(col(Correction.state).in_((CONFIRMED, REFUSED)))  # fmt: skip
    state: Any = case({CONFIRM: CONFIRMED, REFUSE: REFUSED}, value=ENTRIES.c.action)
    verdicts = Entries((CONFIRM, REFUSE), state)
    yield from disagreements(reader, Kind.CONFIRMATION, decided, verdicts)
