"""How much evidence a person keeps in a quarter: asked when a file is sent, and when it comes.

Spoken notes of raters do not count. What is taken off, or refused, gives its room back.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.evidence import QUOTA, EvidenceState, has_room
from bot.rules.quarters import Quarter
from bot.texts import achievements as texts
from storage import achievements, employees, evidence_quota, exhibits, forum_materials
from storage.broadcasts import rows as broadcasts
from storage.evidence import Evidence
from storage.trainings import proofs

TAKEN = (EvidenceState.WAITING, EvidenceState.KEPT)


def demand(session: Session, me: Me, size: int) -> None:
    """Refuse a file for which there is no room beside all that was sent this quarter.

    Until the transaction ends, nothing else of this person is counted.
    """
    evidence_quota.hold(session, me.employee_id)
    used = _used(session, me.employee_id, *_bounds(me.now), TAKEN)
    if not has_room(used, size):
        raise Refused(texts.quota_passed(used, size, QUOTA), "quota")


def hold(session: Session, row: Evidence) -> None:
    """Nothing else of this evidence's owner is counted until the transaction ends."""
    achievement = achievements.get(session, row.achievement_id)
    if achievement is not None:
        evidence_quota.hold(session, achievement.employee_id)


def has_room_for(session: Session, row: Evidence, size: int) -> bool:
    """Whether so many bytes fit beside what is kept already; the row's owner is held."""
    achievement = achievements.get(session, row.achievement_id)
    if row.turn_id or achievement is None:
        return True
    return fits(session, achievement.employee_id, row.added_at, size)


def fits(session: Session, employee_id: int, added_at: datetime, size: int) -> bool:
    """The same of whatever this person sent at that moment."""
    person = employees.get(session, employee_id)
    if person is None:
        return True
    zone = ZoneInfo(achievements.zone_of(session, person.unit_id))
    since, until = _bounds(added_at.astimezone(zone))
    return has_room(_used(session, employee_id, since, until, (EvidenceState.KEPT,)), size)


def _used(
    session: Session, employee_id: int, since: datetime, until: datetime,
    states: Collection[EvidenceState],
) -> int:  # fmt: skip
    asked = (session, employee_id, since, until, states)
    return (
        evidence_quota.used(*asked)
        + exhibits.used(*asked)
        + proofs.used(*asked)
        + forum_materials.used(*asked)
        + broadcasts.used(*asked)
    )


def _bounds(moment: datetime) -> tuple[datetime, datetime]:
    """The first moment of the quarter, and of the next one, where the person works."""
    quarter = Quarter.of(moment.date())
    return (
        datetime.combine(quarter.first_day, time(), moment.tzinfo),
        datetime.combine(quarter.next.first_day, time(), moment.tzinfo),
    )
