"""One ticket, two devices: whichever comes first counts, from chat and page alike."""

from __future__ import annotations

import secrets
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.actions.guest import Guest
from bot.actions.surveys import asking, forms, sending, webform
from bot.actions.surveys.webform import Filled
from bot.rules.surveys import codes
from bot.rules.surveys.elements import ELEMENTS
from handlers.conversations import build_dispatcher
from storage.surveys import SurveyAnswer
from storage.surveys.tables import SurveySpent
from tests.cast import Cast, settle
from tests.citizens import CODE, found, ticket
from tests.kit import Office, TestClock
from tests.races.gate import Work, at_once

ROUNDS = 3
MARKS = dict.fromkeys(ELEMENTS, 3)


@pytest.fixture
def cast(database: Any, clock: TestClock) -> Cast:
    return settle(Office(build_dispatcher(database, clock), clock), database)


def guest(cast: Cast, number: int) -> Guest:
    return Guest(number, cast.sari.office.clock.now())


def filled_in_chat(cast: Cast, code: str, number: int) -> Work:
    """A form that waits to be sent; sending it says `used` to whoever comes second."""
    who = guest(cast, number)
    with cast.database.transaction() as session:
        at = int(asking.start(session, who, codes.argument(code)).args[0])
        for one in ELEMENTS:
            asking.mark(session, who, at, one.value, 3)
    return lambda session: str(sending.send(session, who, at))


def filled_on_page(cast: Cast, code: str) -> Work:
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        token = webform.token(session, code, secrets.token_bytes(16), now)
    filled = Filled(MARKS, "", wish=False, token=token)
    return lambda session: webform.take(session, code, filled, now).fault


def kept(session: Session) -> tuple[int, int]:
    return len(session.exec(select(SurveyAnswer)).all()), len(
        session.exec(select(SurveySpent)).all()
    )


@pytest.mark.parametrize("turn", range(ROUNDS))
@pytest.mark.parametrize("way", ["chats", "pages", "both"])
def test_one_ticket_on_two_devices_counts_once(cast: Cast, turn: int, way: str) -> None:
    code = ticket(cast, found(cast)).replace("-", "")
    first = filled_on_page(cast, code) if way == "pages" else filled_in_chat(cast, code, 9001)
    other = filled_in_chat(cast, code, 9002) if way == "chats" else filled_on_page(cast, code)
    came = [str(one) for one in at_once(cast.database, first, other)]
    with cast.database.transaction() as session:
        assert kept(session) == (1, 1)
        if "surveys.sent/0" not in came[:1] and way != "pages":
            left = forms.waiting(session, guest(cast, 9001))
            assert left is not None, "what was filled in is not lost with the ticket"
            assert left.ticket is None
    assert len(set(came)) == 2, came


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_one_page_sent_twice_at_once_counts_once(cast: Cast, turn: int) -> None:
    found(cast)
    send = filled_on_page(cast, CODE)
    came = at_once(cast.database, send, send)
    assert sorted(map(str, came)) == ["", "again"]
    with cast.database.transaction() as session:
        assert kept(session) == (1, 0)
