"""The achievements of a quarter as reports and appraisals show them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import Session

from bot.actions.achievements.results import Deed, deeds_in
from bot.rules.quarters import Quarter
from bot.rules.schemes import LevelProposal
from bot.rules.scoring import RatedAchievement, propose_level
from storage import merits


def deeds_of(session: Session, employee_id: int, quarter: Quarter) -> Sequence[Deed]:
    """What a person did in the quarter: rated achievements first, then those that wait."""
    return deeds_in(session, employee_id, quarter.first_day, quarter.last_day)


def titles(deeds: Sequence[Deed]) -> list[tuple[str, bool]]:
    """Titles with whether each is rated."""
    return [(deed.title, bool(deed.levels)) for deed in deeds]


def proposed(deeds: Sequence[Deed], indicator: str, by: LevelProposal) -> int | None:
    """The level that the rated achievements suggest; None without any."""
    rated = [deed.levels[indicator] for deed in deeds if indicator in deed.levels]
    return propose_level([RatedAchievement(level) for level in rated], by)


def count_rated(
    session: Session, employee_ids: Collection[int], quarter: Quarter
) -> Mapping[int, int]:
    """How many approved achievements each of these people has in the quarter."""
    days = (quarter.first_day, quarter.last_day)
    return merits.approved_between(session, employee_ids, *days)
