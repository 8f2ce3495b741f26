"""A thousand claims at once, one living row each: what the database itself guarantees."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, select

from bot.actions import joining
from bot.actions.guest import Guest
from bot.actions.refusals import Refused
from storage import accounts, entry_codes, pending_claims
from storage.accounts import Account
from storage.columns import vault_of
from storage.database import Database
from storage.employees import Employee
from storage.outbox import Letter
from storage.units import Unit
from tests.cast import JOINED

NIP = "199003032015032003"
NOW = JOINED.astimezone(ZoneInfo("Asia/Jakarta"))


def hire(session: Session) -> int:
    unit = Unit(name="Dinas", zone="Asia/Jakarta")
    session.add(unit)
    session.flush()
    person = Employee(
        name="Sari Lestari", search_key="sari lestari", sex=2, nip=NIP,
        nip_index=vault_of(session).index(NIP), post="", post_level="", rank="III/a",
        unit_id=unit.id or 0,
    )  # fmt: skip
    session.add(person)
    session.flush()
    return person.id or 0


def code_number(session: Session) -> int:
    code = joining.invite(session, NIP, None, NOW)
    assert len(code) == 22
    found = entry_codes.by_code(session, code)
    assert found is not None
    assert found.code_hash != code.encode()
    return found.id or 0


async def test_of_a_thousand_claims_at_once_one_wins(database: Database) -> None:
    with database.transaction() as session:
        hire(session)
        number = code_number(session)

    async def claim(telegram_id: int) -> bool:
        guest = Guest(telegram_id, NOW)
        try:
            await database.run(lambda session: joining.confirm(session, guest, number))
        except Refused:
            return False
        return True

    won = await asyncio.gather(*(claim(1000 + at) for at in range(1000)))
    assert sum(won) == 1
    with database.transaction() as session:
        assert len(session.exec(select(Account)).all()) == 1


def test_threads_of_their_own_race_as_well(database: Database) -> None:
    with database.transaction() as session:
        hire(session)
        number = code_number(session)

    def claim(telegram_id: int) -> bool:
        for _ in range(20):
            try:
                with database.transaction() as session:
                    joining.confirm(session, Guest(telegram_id, NOW), number)
            except Refused:
                return False
            except OperationalError:
                continue
            return True
        raise AssertionError("always locked")

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(claim, range(1000, 1040))) == 1


@pytest.mark.parametrize(
    "both",
    [
        ((1, "active"), (2, "active")),
        ((3, "claimed"), (4, "claimed")),
        ((5, "active"), (5, "claimed")),
    ],
    ids=["two active accounts", "two pending claims", "one Telegram account twice"],
)  # fmt: skip
def test_the_database_refuses(database: Database, both: tuple[tuple[int, str], ...]) -> None:
    with database.transaction() as session:
        person = hire(session)
    first, second = both
    add(database, person, *first)
    with pytest.raises(IntegrityError):
        add(database, person, *second)


def add(database: Database, person: int, telegram_id: int, state: str) -> None:
    with database.transaction() as session:
        session.add(
            Account(employee_id=person, telegram_id=telegram_id, state=state, claimed_at=NOW)
        )


def test_one_proof_counts_once(database: Database) -> None:
    with database.transaction() as session:
        hire(session)
        joining.confirm(session, Guest(1, NOW), code_number(session))
    with database.transaction() as session:
        number = joining.door(session, Guest(1, NOW)).number
        assert joining.approve(session, NIP, f" {number[:2]} {number[2:]}", NOW) is None
    with database.transaction() as session, pytest.raises(Refused):
        joining.approve(session, NIP, number, NOW)
    with database.transaction() as session:
        assert len(session.exec(select(Letter)).all()) == 1


def test_whoever_came_first_is_known_by_the_digits_and_a_new_code_ends_the_claim(
    database: Database,
) -> None:
    with database.transaction() as session:
        hire(session)
        joining.confirm(session, Guest(1, NOW), code_number(session))
        taken = joining.door(session, Guest(1, NOW)).number
    for said in ("", "  ", "0000", taken[:3], f"{taken}0", "٤٨٢١", "empat"):
        with database.transaction() as session, pytest.raises(Refused) as refused:
            joining.approve(session, NIP, said, NOW)
        assert taken not in refused.value.sentence
    with database.transaction() as session:
        number = code_number(session)
        assert joining.door(session, Guest(1, NOW)).state == ""
        joining.confirm(session, Guest(2, NOW), number)
        assert joining.door(session, Guest(2, NOW)).number != taken
    with database.transaction() as session, pytest.raises(Refused):
        joining.approve(session, NIP, taken, NOW)


def test_codes_end_after_72_hours(database: Database) -> None:
    with database.transaction() as session:
        hire(session)
        number = code_number(session)
    late = Guest(1, NOW + timedelta(hours=72))
    with database.transaction() as session, pytest.raises(Refused):
        joining.confirm(session, late, number)
    with database.transaction() as session:
        joining.confirm(session, Guest(1, late.now - timedelta(seconds=1)), number)


def test_one_living_code_per_person(database: Database) -> None:
    with database.transaction() as session:
        person = hire(session)
        first = code_number(session)
        second = code_number(session)
        lives = [entry_codes.get(session, one) for one in (first, second)]
        for one in lives:
            session.refresh(one)
        assert [one is not None and one.lives(NOW) for one in lives] == [False, True]
        assert lives[0] is not None
        assert lives[0].code is None
        assert entry_codes.newest_of(session, person) == lives[1]


def test_an_unknown_number_is_refused(database: Database) -> None:
    for nip in ["", "1", NIP]:
        with database.transaction() as session, pytest.raises(Refused):
            joining.invite(session, nip, None, NOW)
        with database.transaction() as session, pytest.raises(Refused):
            joining.approve(session, nip, "1234", NOW)


def test_unproven_claims_end_by_themselves(database: Database) -> None:
    with database.transaction() as session:
        hire(session)
        joining.confirm(session, Guest(1, NOW), code_number(session))
    with database.transaction() as session:
        joining.tick(session, NOW + timedelta(hours=71))
        assert accounts.living(session, 1) is not None
        joining.tick(session, NOW + timedelta(hours=73))
        assert accounts.living(session, 1) is None
        assert pending_claims.count_pending(session, None) == 0
