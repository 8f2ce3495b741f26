"""What the clocks of 3 x 24 hours make HR owe: in menus and digests, and told upwards."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot.actions.days import office_day
from bot.actions.personal.officers import covering, officers
from bot.rules.authority import Role
from storage import duties
from storage.duties import DutyKind
from storage.personal import Breach, PersonalRequest


def owe_answer(
    session: Session, row: PersonalRequest, now: datetime, also: Collection[int] = ()
) -> list[int]:
    """Whoever answers for this person owes it, and `also` these; their numbers.

    Asked again it is owed by whoever has come since.
    """
    people = sorted({*officers(session, row.employee_id, now), *also})
    for person in people:
        _owe(session, DutyKind.ANSWER_PERSONAL, person, row.id or 0, now, row.due_at)
    return people


def answered(session: Session, number: int, now: datetime) -> None:
    """Nobody owes an answer to this request any more: one of them gave it."""
    duties.done(session, DutyKind.ANSWER_PERSONAL, now, object_id=number)


def not_asked(session: Session, number: int, now: datetime) -> None:
    """Nobody owes an answer: it was taken back."""
    duties.withdraw(session, DutyKind.ANSWER_PERSONAL, now, 0, object_id=number)


def owe_notice(session: Session, row: Breach, now: datetime) -> None:
    """HR of all concerned and whoever recorded it owe that people and authority are told."""
    for person in sorted({row.recorded_by, *covering(session, row.unit_id, now, Role.HR)}):
        _owe(session, DutyKind.TELL_BREACH, person, row.id or 0, now, row.due_at)


def noticed(session: Session, row: Breach, now: datetime) -> None:
    """Done once both were told."""
    if row.people_told_at is not None and row.authority_told_at is not None:
        duties.done(session, DutyKind.TELL_BREACH, now, object_id=row.id or 0)


def owe_confirmation(
    session: Session, row: Breach, people: Collection[int], now: datetime
) -> None:
    """These owe a word on the notice while the clock runs; asked again, they owe it anew."""
    until = office_day(row.due_at or now)
    for person in people:
        duties.owe_anew(
            session, DutyKind.CONFIRM_BREACH, person, office_day(now), until,
            about_id=0, object_id=row.id or 0,
        )  # fmt: skip


def confirmed(session: Session, number: int, now: datetime) -> None:
    """One of them gave it."""
    duties.done(session, DutyKind.CONFIRM_BREACH, now, object_id=number)


def not_confirmed(session: Session, number: int, now: datetime) -> None:
    """Nobody owes it: the words are being changed."""
    duties.withdraw(session, DutyKind.CONFIRM_BREACH, now, 0, object_id=number)


def _owe(
    session: Session, kind: DutyKind, person: int, number: int, now: datetime, due: datetime | None
) -> None:
    until = office_day(due or now)
    duties.owe(session, kind, person, office_day(now), until, object_id=number)
