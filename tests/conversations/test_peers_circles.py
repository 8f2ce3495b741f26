"""Proposals that go round among the same people: for HR and the inspectorate, with names only."""

from __future__ import annotations

from datetime import date

import pytest

from storage import periods
from storage.peers import proposals
from storage.periods import Period
from tests.actions.test_peers_draw import hire
from tests.beginnings import played
from tests.cast import Cast
from tests.conftest import NOW
from tests.quarter import moves_to, period_id


@pytest.fixture
@played
def habit(cast: Cast) -> Cast:
    """In a team of nine Sari and Dedi proposed one another in three quarters that are over."""
    moves_to(cast, date(2026, 8, 12))
    ids, now = cast.ids, period_id(cast.database)
    with cast.database.transaction() as session:
        for number in range(6):
            hire(session, f"Rekan {number}", cast.units["Layanan"], ids["budi"])
        running = periods.get(session, now)
        assert running is not None
        for quarter in (1, 2, 4):
            year = 2025 if quarter == 4 else 2026
            other = {**running.model_dump(exclude={"id"}), "year": year, "quarter": quarter}
            assert periods.add(session, Period(**{**other, "state": periods.PUBLISHED}))
            then = periods.of_quarter(session, year, quarter)
            assert then is not None
            for one, peer in (("sari", "dedi"), ("dedi", "sari"), ("yosef", "sari")):
                proposals.propose(
                    session, then.id or 0, ids[one], "employee", ids[peer], ids[one], NOW
                )
    return cast


async def test_hr_sees_who_proposes_one_another_and_what_it_does_not_mean(habit: Cast) -> None:
    maya = habit.maya
    await maya.says("/rekan")
    await maya.taps("Usulan yang berputar")
    assert maya.sees("6 dari 6 usulan di antara mereka sendiri")
    assert maya.sees("Dedi Pratama")
    assert maya.sees("tidak memengaruhi nilai")
    assert "Yosef" not in maya.screen
    assert len(maya.card.text) <= 900


async def test_nobody_else_gets_there(habit: Cast) -> None:
    for key in ("sari", "budi", "dedi"):
        person = habit.people[key]
        await person.says("/rekan")
        assert "Usulan yang berputar" not in person.screen
        await person.opens("peers.circles", habit.database.vault)
        assert person.sees("tidak tersedia untuk Anda"), key


async def test_the_quarter_that_is_open_plays_no_part(habit: Cast) -> None:
    """What is proposed now would tell whom the next draw takes."""
    ids, now = habit.ids, period_id(habit.database)
    with habit.database.transaction() as session:
        proposals.propose(session, now, ids["sari"], "employee", ids["dedi"], ids["sari"], NOW)
        proposals.propose(session, now, ids["dedi"], "employee", ids["sari"], ids["dedi"], NOW)
    await habit.maya.opens("peers.circles", habit.database.vault)
    assert habit.maya.sees("6 dari 6 usulan")
