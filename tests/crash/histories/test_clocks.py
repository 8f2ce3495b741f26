"""However the clock jumps, by a second or by 400 days: no period goes back, nothing is told twice.

All ticks, three zones, over the end of years; forums, reminders, periods, anchors, buttons.
"""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from bot.actions.forums import drafts, summaries
from bot.rules.audit import walk
from bot.rules.periods import PeriodState
from storage import keyboards
from storage.audit import open_reader
from tests.actions.forums import fill, number_of
from tests.crash.histories.office import BEGIN, Office, open_office
from tests.crash.life import FULL

pytestmark = [pytest.mark.crash, pytest.mark.timeout(6 * 3600)]
LIVES = timedelta(days=30)
START = BEGIN + timedelta(days=9)
ORDER = [state.value for state in PeriodState]
JUMPS = st.lists(
    st.one_of(
        st.sampled_from([-1, 1]).map(lambda second: timedelta(seconds=second)),
        st.integers(-40, 40).map(lambda hours: timedelta(hours=hours)),
        st.integers(-400, 400).map(lambda days: timedelta(days=days)),
        st.sampled_from([START - BEGIN, timedelta(days=95), timedelta(days=-95)]),
    ),
    min_size=3,
    max_size=10,
)
ONCE = {
    "a reminder": "select duty_id, stage from reminder",
    "a letter": "select key from letter",
    "a forum's letter": "select employee_id, template from letter"
    " where template in ('forums.day', 'forums.hour')",
    "a period": "select year, quarter from period",
    "an anchor": "select object from auditentry where action = 'audit.anchor'",
}


def rows(office: Office, query: str) -> list[tuple[Any, ...]]:
    with office.database.transaction(reading=True) as session:
        return [tuple(row) for row in session.connection().execute(text(query))]


def plan(office: Office) -> None:
    """A forum in nine days, and a button of Sari's that lives for a month."""

    def send(session: Any, me: Any) -> None:
        number = number_of(drafts.begin(session, me))
        fill(session, number, START, 0, "everybody")
        summaries.send(session, me, number)
        keyboards.issue(session, "button", 101, 0, ["home.menu"], BEGIN, BEGIN + LIVES)

    office.reads("budi", send)


def check_button(office: Office, latest: Any) -> None:
    """It acts until its time is over, and never again once it was swept."""
    try:
        with office.database.transaction() as session:
            acts = keyboards.spend(session, "button", keyboards.Holder(101, 0), office.now, by=1)
            raise LookupError  # nothing of this attempt stays
    except LookupError:
        assert (acts is not None) == (latest < BEGIN + LIVES)


@settings(max_examples=400 if FULL else 6, deadline=None, suppress_health_check=list(HealthCheck))
@given(jumps=JUMPS)
def test_nothing_goes_back_and_nothing_is_told_twice(jumps: list[timedelta]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = open_office(Path(folder))
        try:
            plan(office)
            latest, states = office.now, dict[tuple[int, int], int]()
            for jump in jumps:
                office.passes(jump / timedelta(days=1))
                latest = max(latest, office.now)
                check(office, states)
                check_button(office, latest)
        finally:
            office.close()


def check(office: Office, states: dict[tuple[int, int], int]) -> None:
    for what, query in ONCE.items():
        found = rows(office, query)
        assert len(set(found)) == len(found), what
    for year, quarter, state in rows(office, "select year, quarter, state from period"):
        assert ORDER.index(state) >= states.get((year, quarter), 0)
        states[year, quarter] = ORDER.index(state)
    with open_reader(str(office.database.engine.url)) as reader:
        assert walk(office.database.vault.key("audit"), reader.rows()).broken is None
