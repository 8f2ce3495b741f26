"""Authenticators in people's hands: second factors put in, codes typed, proofs given."""

from __future__ import annotations

from datetime import datetime

import pyotp
from sqlmodel import Session, select

from bot.rules.factors import STEP
from storage import factors
from storage.accounts import active_of
from storage.database import Database
from storage.factors import Factor
from tests.kit import Person

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def enrol(session: Session, employee_id: int, at: datetime, secret: str = KEY) -> int:
    """A second factor that has been in use since then; its number."""
    number = factors.make(session, employee_id, secret, at)
    assert factors.confirm(session, number, 0, None, at)
    return number


def prove(session: Session, employee_id: int, now: datetime) -> None:
    """This person has typed a code a moment ago."""
    factor, account = factors.in_use(session, employee_id), active_of(session, employee_id)
    assert factor is not None
    assert account is not None
    factors.prove(session, factor.id or 0, account.id or 0, account.epoch, now)


def proves(database: Database, employee_id: int, now: datetime) -> None:
    """The same, in a transaction of its own."""
    with database.transaction() as session:
        prove(session, employee_id, now)


def code(now: datetime, *, later: int = 0, secret: str = KEY) -> str:
    """What the authenticator shows, so many steps later."""
    return pyotp.TOTP(secret).generate_otp(int(now.timestamp()) // STEP + later)


async def types_code(person: Person) -> str:
    """Reads the authenticator and types what it shows."""
    return await person.says(code(person.office.clock.now()))


def rows(database: Database) -> list[Factor]:
    with database.transaction() as session:
        return list(session.exec(select(Factor).order_by("id")))
