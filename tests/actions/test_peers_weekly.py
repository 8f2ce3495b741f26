"""The cap of a week, kept by the draw and by everything drawn afterwards."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from sqlmodel import col, select

from storage import periods
from storage.database import Database
from storage.peers import PeerTicket, Side, TicketState, tickets
from storage.scheme_files import default_text
from storage.units import Unit
from tests.actions.test_peers_draw import HEAD, NOW, hire
from tests.quarter import tick

DRAWN = datetime(2026, 10, 3, 3, tzinfo=UTC)
DAYS, TEAM, REFUSING, WEEKLY = 10, 14, 12, 5
WEEK = timedelta(days=7)


def office(database: Database, weekly: int) -> None:
    """A head, a superior with a team of fourteen, and a scheme with this cap of a week."""
    body = (
        default_text().replace("load = 6", "load = 12").replace("weekly = 6", f"weekly = {weekly}")
    )
    with database.transaction() as session:
        assert periods.add_scheme(session, 1, date(2026, 1, 1), body, NOW)
        unit = Unit(name="Loket", zone="Asia/Jakarta")
        session.add(unit)
        session.flush()
        hire(session, "Kepala", unit.id or 0, None)
        superior = hire(session, "Atasan", unit.id or 0, HEAD)
        for number in range(TEAM):
            hire(session, f"Orang {number}", unit.id or 0, superior)
    tick(database, NOW, peers=True)


def carried(database: Database, day: date) -> tuple[int, int]:
    """The most that anybody got in the seven days up to this one; and the fewest about anybody."""
    alive = (TicketState.OPEN, TicketState.SPENT)
    with database.transaction() as session:
        found = session.exec(
            select(PeerTicket).where(
                PeerTicket.side == Side.PEER, col(PeerTicket.state).in_(alive)
            )
        ).all()
    lately = Counter(one.rater_id for one in found if one.asked_on and one.asked_on > day - WEEK)
    return max(lately.values()), min(Counter(one.about_id for one in found).values())


def refuse(database: Database, dice: Random, many: int) -> None:
    """So many forms are given back."""
    with database.transaction() as session:
        found = session.exec(
            select(PeerTicket)
            .where(PeerTicket.side == Side.PEER, PeerTicket.state == TicketState.OPEN)
            .order_by(col(PeerTicket.id))
        ).all()
        for one in dice.sample(list(found), many):
            assert tickets.change(session, one.id or 0, TicketState.DECLINED, DRAWN)


def play(database: Database, weekly: int) -> list[tuple[int, int]]:
    """Ten days on which forms are given back, what `carried` says after each."""
    office(database, weekly)
    dice, seen = Random(7), []
    for number in range(DAYS):
        now = DRAWN + timedelta(number)
        if number:
            refuse(database, dice, REFUSING if number < 3 else 2)
        tick(database, now, peers=True)
        seen.append(carried(database, now.date()))
    return seen


def test_nobody_gets_more_in_seven_days_than_the_scheme_says(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.actions.peers.drawing.secrets.token_hex", lambda _: "benih")
    seen = play(database, WEEKLY)
    assert max(most for most, _ in seen) == WEEKLY
    assert seen[-1][1] >= 3, "after a week there was room again for whom too few were asked about"


def test_without_the_cap_somebody_would(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.actions.peers.drawing.secrets.token_hex", lambda _: "benih")
    assert max(most for most, _ in play(database, 0)) > WEEKLY
