"""Pairs of mentoring: proposed, begun and ended by whom the trail says."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import col

from bot.rules.mentoring import State
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.mentoring import Mentoring

PROPOSE, START, END = "mentoring.propose", "mentoring.start", "mentoring.end"
DECLINE, LAPSE = "mentoring.decline", "mentoring.lapse"


def of_mentoring(reader: Reader) -> Iterator[Finding]:
    """Between whom every pair is, which began, were declined or lapsed, what came of them."""
    proposed = rows(
        col(Mentoring.id), "mentoring", NOTHING, col(Mentoring.proposed_by),
        col(Mentoring.proposed_at), text(col(Mentoring.mentor_id), col(Mentoring.mentee_id)),
    )  # fmt: skip
    pair = text(said("mentor"), said("mentee"))
    yield from disagreements(reader, Kind.MENTORING, proposed, Entries((PROPOSE,), pair))
    ended = rows(
        col(Mentoring.id), "mentoring", NOTHING, col(Mentoring.ended_by),
        col(Mentoring.proposed_at), col(Mentoring.outcome),
    ).where(col(Mentoring.state) == State.ENDED)  # fmt: skip
    outcome = Entries((END,), said("outcome"))
    yield from disagreements(reader, Kind.MENTORING, ended, outcome, who=False)
    for action, actor, who in (
        (START, col(Mentoring.proposed_by), col(Mentoring.started_on).is_not(None)),
        (DECLINE, col(Mentoring.declined_by), col(Mentoring.declined_by).is_not(None)),
        (LAPSE, col(Mentoring.proposed_by), col(Mentoring.state) == State.LAPSED),
    ):
        stood = rows(
            col(Mentoring.id), "mentoring", NOTHING, actor, col(Mentoring.proposed_at),
            text(col(Mentoring.mentor_id), col(Mentoring.mentee_id)),
        ).where(who)  # fmt: skip
        yield from disagreements(
            reader, Kind.MENTORING, stood, Entries((action,), pair), who=False
        )
