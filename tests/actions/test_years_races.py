"""A correction of a quarter and a signature under its year in the same instant."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.actions import years
from bot.actions.years import composing
from storage.database import Database
from storage.outbox import Letter
from storage.years import DRAFT, FINAL, SIGNED
from tests.actions.test_awards import at_once
from tests.actions.test_years import WORDS, findings, ids
from tests.actions.test_years_editions import LATER, Ids, does, editions, number
from tests.years import correct, live_through

__all__ = ["ids"]
TIMES = 4


def corrected(database: Database, ids: Ids) -> str:
    correct(database, ids["sari"], 4, 5, LATER)
    return "corrected"


@pytest.mark.parametrize("turn", range(TIMES))
@pytest.mark.parametrize("signature", ["sign", "judge"])
def test_no_signature_stands_under_figures_that_moved(
    database: Database, ids: Ids, signature: str, turn: int
) -> None:
    """Whoever is first: a signed year says what its quarters say, or is to be signed anew."""
    live_through(database, dict(ids), {3: 5, 4: 4})
    does(database, "sari", years.text, 2026, "summary", WORDS)
    if signature == "judge":
        does(database, "sari", years.sign, 2026, ...)
    report = number(database)
    acts: list[Callable[[], object]] = [
        lambda: corrected(database, ids),
        lambda: (
            does(database, "budi", years.judge, report, ..., "met", "met")
            if signature == "judge"
            else does(database, "sari", years.sign, 2026, ...)
        ),
    ]
    at_once(*(acts if turn % 2 else reversed(acts)))
    with database.transaction() as session:
        rows = editions(session)
        composed = composing.compose(session, ids["sari"], 2026)
        assert composed is not None
        newest = rows[-1]
        if newest.state in (SIGNED, FINAL):
            assert not composed.moved(newest)
        else:
            assert newest.state == DRAFT
        told = session.exec(select(Letter)).all()
    if len(rows) == 2:
        assert rows[0].state == FINAL
        renewed = [one for one in told if one.template == "years.renewed"]
        assert len(renewed) == 1
        assert '"quarter": 4' in renewed[0].facts
    assert findings(database) == []
