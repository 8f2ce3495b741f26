"""Decisions on achievements, and the states that follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import and_, case, func
from sqlmodel import col

from bot.rules.achievements import Verdict
from storage.achievements import Achievement
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.audit.entries import ENTRIES
from storage.turns import AchievementOpinion, AchievementTurn

STATES = {f"achievements.{verdict}": str(verdict.state) for verdict in Verdict}
LATER = ("achievements.send", "achievements.submit", "achievements.withdraw")
DELETE = "achievements.delete"
_STATE: Any = case(STATES, value=ENTRIES.c.action)


def of_decisions(reader: Reader) -> Iterator[Finding]:
    """Every turn that was approved, returned or rejected, with the levels given."""
    decided = and_(
        col(AchievementOpinion.turn_id) == col(AchievementTurn.id),
        col(AchievementOpinion.rater_id) == col(AchievementTurn.decided_by),
    )
    stored = rows(
        col(AchievementTurn.achievement_id), "achievement", text(col(AchievementTurn.id)),
        col(AchievementTurn.decided_by), col(AchievementTurn.decided_at),
        text(col(AchievementTurn.state), func.coalesce(col(AchievementOpinion.marks), "")),
    )  # fmt: skip
    stored = stored.select_from(AchievementTurn).outerjoin(AchievementOpinion, decided)
    stored = stored.where(col(AchievementTurn.state).in_(STATES.values()))
    entries = Entries(tuple(STATES), text(_STATE, said("marks")), said("turn"))
    return disagreements(reader, Kind.DECISION, stored, entries)


def of_states(reader: Reader) -> Iterator[Finding]:
    """Every achievement that stands as decided."""
    stored = rows(
        col(Achievement.id), "achievement", NOTHING, col(Achievement.employee_id),
        col(Achievement.changed_at), col(Achievement.state),
    ).where(col(Achievement.state).in_(STATES.values()))  # fmt: skip
    entries = Entries((*STATES, *LATER, DELETE), _STATE, counting=tuple(STATES))
    return disagreements(reader, Kind.ACHIEVEMENT, stored, entries, who=False)
