"""A turn in front of its rater: everything about it that both act and screen ask, at once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, bindparam, exists
from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from storage import achievements, contributions, employees, evidence, units
from storage.achievements import Achievement
from storage.contributions import Contribution
from storage.employees import Employee
from storage.evidence import Evidence
from storage.kept import keep, knows
from storage.rows import Beside
from storage.turns.opinions import opinion
from storage.turns.turn import AchievementOpinion, AchievementTurn
from storage.turns.waiting import get
from storage.units import Unit

_TABLES = (AchievementTurn, Achievement, Employee, Unit, AchievementOpinion, Contribution)


def _faced() -> Select[*tuple[Any, ...]]:
    thought = and_(
        col(AchievementOpinion.turn_id) == col(AchievementTurn.id),
        col(AchievementOpinion.rater_id) == bindparam("rater"),
    )
    shown = exists().where(col(Evidence.achievement_id) == col(Achievement.id))
    found: Select[*tuple[Any, ...]] = select_columns(*_TABLES, shown)
    return (
        found.select_from(AchievementTurn)
        .join(Achievement, col(Achievement.id) == col(AchievementTurn.achievement_id))
        .join(Employee, col(Employee.id) == col(Achievement.employee_id))
        .join(Unit, col(Unit.id) == col(Employee.unit_id))
        .outerjoin(AchievementOpinion, thought)
        .outerjoin(Contribution, col(Contribution.achievement_id) == col(Achievement.id))
        .where(col(AchievementTurn.id) == bindparam("this"))
    )


_FACED = Beside(_TABLES, _faced())


def face(session: Session, turn_id: int, rater_id: int) -> AchievementTurn | None:
    """The turn; what it is about, whose that is and what this rater thinks are then known too."""
    if not knows(session, get, turn_id):
        found = _FACED.first(session, this=turn_id, rater=rater_id)
        if found is not None:
            _keep(session, rater_id, *found)
    return get(session, turn_id)


def _keep(
    session: Session, rater_id: int, turn: AchievementTurn, about: Achievement, owner: Employee,
    unit: Unit, thought: AchievementOpinion | None, tied: Contribution | None, shown: bool,
) -> None:  # fmt: skip
    keep(session, get, turn.id, value=turn)
    keep(session, achievements.get, about.id, value=about)
    keep(session, employees.get, owner.id, value=owner)
    keep(session, units.get, unit.id, value=unit)
    keep(session, opinion, turn.id, rater_id, value=thought)
    keep(session, contributions.of, about.id, value=tied and contributions.tied(tied))
    if not shown:
        keep(session, evidence.of, about.id, value=[])
        keep(session, evidence.twins_of, about.id, value=[])
