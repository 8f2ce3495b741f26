"""Whoever left long enough ago becomes a number: nothing says any more who it was."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.rules.personal import Erasable
from storage import audit
from storage.accounts import Account
from storage.achievements import Achievement
from storage.employees import Employee
from storage.evidence import Evidence
from storage.evidence import remove as remove_evidence
from storage.personal.erased import Erased
from storage.personal.erasing import erase

NOBODY = "–"
_NAMED = col(Employee.name) != NOBODY


def expired_leavers(session: Session, before: date) -> int:
    """How many left before that day and still have a name here."""
    found = select(func.count()).where(col(Employee.left_on) < before, _NAMED)
    return int(session.connection().execute(found).scalar_one())


def expire_leavers(session: Session, before: date, now: datetime, limit: int) -> Erased:
    """Take name, numbers, account and free words from the next few; the figures stay, of nobody.

    What the trail says of them goes too; the chain stays whole.
    """
    run = session.connection().execute
    asked = select(col(Employee.id)).where(col(Employee.left_on) < before, _NAMED)
    people = list(run(asked.order_by(col(Employee.id)).limit(limit)).scalars())
    files: set[str] = set()
    for number in people:
        files |= _forget(session, number or 0, now)
    session.expire_all()
    return Erased(len(people), frozenset(files))


def _forget(session: Session, whose: int, now: datetime) -> set[str]:
    run = session.connection().execute
    files: set[str] = set()
    for group in Erasable:
        files |= erase(session, group, whose).files
    mine = select(col(Achievement.id)).where(col(Achievement.employee_id) == whose)
    found = run(
        select(col(Evidence.id), col(Evidence.sha256)).where(
            col(Evidence.achievement_id).in_(mine)
        )
    ).all()
    remove_evidence(session, [row[0] or 0 for row in found])
    blank = dict.fromkeys(("title", "story", "before", "after"), "")
    run(update(Achievement).where(col(Achievement.employee_id) == whose).values(**blank))
    accounts = list(
        run(select(col(Account.id)).where(col(Account.employee_id) == whose)).scalars()
    )
    for number in accounts:
        gone: dict[str, Any] = {"telegram_id": -(number or 0)}
        run(update(Account).where(col(Account.id) == number).values(**gone))
    nobody: dict[str, Any] = {
        "name": NOBODY, "search_key": "", "nip": "", "nip_index": secrets.token_bytes(16),
        "phone": None, "phone_index": None,
    }  # fmt: skip
    run(update(Employee).where(col(Employee.id) == whose).values(**nobody))
    objects = [f"account/{number}" for number in accounts]
    audit.erase(session, now, None, whose, objects)
    return files | {row[1] for row in found if row[1]}
