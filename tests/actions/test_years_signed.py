"""Whose name stands under a yearly report when its person was moved before it was signed above."""

from __future__ import annotations

import pytest

from bot.actions import years
from storage.database import Database
from storage.years import YearReport
from tests.actions.test_years import does, findings, moves_under, sign
from tests.cast import employ
from tests.years import END, TEAM, install, live_through, me


@pytest.mark.parametrize("team", [False, True])
def test_the_superior_of_today_signs_as_what_they_are(database: Database, team: bool) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
    if team:
        install(database, TEAM)
    live_through(database, ids, {3: 5, 4: 4})
    report = sign(database)
    moves_under(database, ids, "kepala")
    if team:
        does(database, "kepala", years.forward, report, ...)
        does(database, "wayan", years.judge, report, ..., "met", "met")
    else:
        does(database, "kepala", years.judge, report, ..., "met", "met")
    with database.transaction() as session:
        row = session.get_one(YearReport, report)
        page = years.page(session, me(session, "sari", END), report)
    assert (row.superior_id, row.superior_by) == (ids["kepala"], ids["kepala"])
    assert page.parties.superior == page.parties.signer, "not on behalf of the former one"
    assert findings(database) == []
