"""The life of an account: claimed, active, suspended, ended; each step a conditional update."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, update
from sqlmodel import Session, col, select

from storage.accounts import ACTIVE, CLAIMED, ENDED, SUSPENDED, Account

CHOSEN = ("quiet_from", "quiet_until", "digest", "plain", "language", "numbered", "pictures")
"""What a person may choose in /pengaturan."""


def claim(
    session: Session,
    telegram_id: int,
    employee_id: int,
    entry_code_id: int,
    replaces_id: int | None,
    now: datetime,
) -> int:
    """Write a claim; its number. Its epoch is above all this Telegram id ever had."""
    newest = select(func.max(Account.epoch)).where(Account.telegram_id == telegram_id)
    highest = session.exec(newest).one()
    written = session.connection().execute(
        insert(Account)
        .values(
            telegram_id=telegram_id,
            employee_id=employee_id,
            state=CLAIMED,
            claimed_at=now,
            entry_code_id=entry_code_id,
            replaces_id=replaces_id,
            epoch=1 if highest is None else highest + 1,
        )
        .returning(col(Account.id))
    )
    return int(written.scalar_one() or 0)


def get(session: Session, account_id: int) -> Account | None:
    """The account as it stands now."""
    return session.get(Account, account_id, populate_existing=True)


def prove(
    session: Session,
    account_id: int,
    proof: str,
    by: int | None,
    now: datetime,
    active_from: datetime | None,
) -> bool:
    """Note the second proof of a pending claim; False when it has one, or is no longer pending."""
    done = session.connection().execute(
        update(Account)
        .where(*_pending(account_id), col(Account.approved_at).is_(None))
        .values(proof=proof, approved_by=by, approved_at=now, active_from=active_from)
    )
    return done.rowcount == 1


def activate(session: Session, account_id: int, *, first: bool = False) -> bool:
    """Make a proven claim active; the caller has ended the account it takes over from.

    `first`: there was none to take over from, so the first steps are shown.
    """
    done = session.connection().execute(
        update(Account)
        .where(*_pending(account_id), col(Account.approved_at).is_not(None))
        .values(state=ACTIVE, tour=first)
    )
    if done.rowcount != 1:
        return False
    _choose_as_before(session, account_id)
    return True


def _choose_as_before(session: Session, account_id: int) -> None:
    """What the person chose on the phone before holds on this one."""
    account = get(session, account_id)
    before = get(session, account.replaces_id) if account and account.replaces_id else None
    if before is not None:
        chosen = {name: getattr(before, name) for name in CHOSEN}
        session.connection().execute(
            update(Account).where(col(Account.id) == account_id).values(**chosen)
        )


def end(session: Session, account_id: int, now: datetime) -> bool:
    """End an account that has not ended; all its buttons die."""
    return _end(session, now, col(Account.id) == account_id) == 1


def end_pending_of(session: Session, employee_id: int, now: datetime) -> int:
    """End claims on this person that wait for their second proof; how many."""
    return _end(
        session, now, col(Account.employee_id) == employee_id, col(Account.state) == CLAIMED
    )


def end_pending_of_many(session: Session, employee_ids: Sequence[int], now: datetime) -> int:
    """The same for many; how many claims."""
    return _end(
        session, now, col(Account.employee_id).in_(employee_ids), col(Account.state) == CLAIMED
    )


def end_all_of(session: Session, employee_ids: Sequence[int], now: datetime) -> Sequence[int]:
    """End every account of people who left; their numbers."""
    theirs = (col(Account.employee_id).in_(employee_ids), col(Account.state) != ENDED)
    living = session.exec(select(Account.id).where(*theirs).order_by(col(Account.id))).all()
    _end(session, now, *theirs)
    return [number for number in living if number is not None]


def end_stale(session: Session, before: datetime, now: datetime) -> int:
    """End claims made before that moment and never proven; how many."""
    unproven = col(Account.approved_at).is_(None)
    claimed = col(Account.state) == CLAIMED
    return _end(session, now, claimed, unproven, col(Account.claimed_at) < before)


def suspend(session: Session, account_id: int) -> bool:
    """Take an active account's rights away at once."""
    done = session.connection().execute(
        update(Account)
        .where(col(Account.id) == account_id, col(Account.state) == ACTIVE)
        .values(state=SUSPENDED, epoch=col(Account.epoch) + 1, typing=None)
    )
    return done.rowcount == 1


def renew(session: Session, employee_ids: Sequence[int]) -> None:
    """Kill the acting buttons of people whose rights have changed."""
    session.connection().execute(
        update(Account)
        .where(col(Account.employee_id).in_(employee_ids), col(Account.state) == ACTIVE)
        .values(epoch=col(Account.epoch) + 1)
    )


def due(session: Session, now: datetime) -> Sequence[Account]:
    """Proven claims whose waiting time is over."""
    found = select(Account).where(
        Account.state == CLAIMED,
        col(Account.approved_at).is_not(None),
        col(Account.active_from) <= now,
    )
    return session.exec(found.order_by(col(Account.id))).all()


def suspended_of(session: Session, employee_id: int) -> bool:
    """Whether an account of this person is suspended."""
    found = select(Account.id).where(
        Account.employee_id == employee_id, Account.state == SUSPENDED
    )
    return session.exec(found.limit(1)).first() is not None


def pending_of(session: Session, employee_id: int) -> Account | None:
    """The claim on this person that waits, proven or not."""
    found = select(Account).where(Account.employee_id == employee_id, Account.state == CLAIMED)
    return session.exec(found.execution_options(populate_existing=True)).first()


def _pending(account_id: int) -> tuple[ColumnElement[bool], ...]:
    return (col(Account.id) == account_id, col(Account.state) == CLAIMED)


def _end(session: Session, now: datetime, *which: ColumnElement[bool]) -> int:
    done = session.connection().execute(
        update(Account)
        .where(*which, col(Account.state) != ENDED)
        .values(state=ENDED, ended_at=now, epoch=col(Account.epoch) + 1, typing=None)
    )
    return done.rowcount
