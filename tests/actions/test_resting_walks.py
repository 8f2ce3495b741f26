"""Whatever people do in a quarter, on whichever replica: ticks leave nothing owed unseen to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select, update

from bot.actions import appraisals, reports
from bot.actions.appraisals.forms import open_form
from bot.actions.days import agency_days
from bot.actions.desk.reports import accept
from bot.actions.expectations import agreeing, proposing
from bot.actions.me import Me, read_me
from bot.actions.periods import make, owed
from bot.actions.refusals import Refused
from storage import audit, periods
from storage.appraisals import Appraisal
from storage.database import Database
from storage.employees import Employee
from storage.superior_reports import SuperiorReport
from tests.actions.test_expectations import OPENING, PERIOD, draft
from tests.cast import PEOPLE, employ
from tests.databases import fresh
from tests.factors import prove

pytestmark = pytest.mark.rests
WHO = ("sari", "dedi", "yosef", "budi", "wayan")
SUPERIORS = ("kepala", "budi", "wayan")
LEAPS = (1, 20, 60, 84, 93, 100)
"""Days: into planning, the draw's week, rating (from 6 October) and calibration."""

Step = tuple[str, str, str, int]
"""What is done, about whom, by or under whom; at which replica, which then ticks."""


class Walk:
    """One agency, two processes of the bot; it counts what was not refused."""

    def __init__(self, here: Database, there: Database) -> None:
        self.replicas = (here, there)
        self.now = OPENING
        self.done: dict[str, int] = {}
        with here.transaction() as session:
            self.ids = employ(session)[1]
        self.tick(0)
        self.tick(1)

    def me(self, session: Session, who: str) -> Me:
        me = read_me(session, PEOPLE[who][0], self.now)
        if me is None:
            raise Refused("", "left")
        return me

    def takes(self, step: Step) -> None:
        act, about, by, at = step
        try:
            with self.replicas[at].transaction() as session:
                ACTS[act](self, session, about, by)
        except Refused:
            pass
        else:
            self.done[act] = self.done.get(act, 0) + 1
        for one in (at, 1 - at):
            self.tick(one)
            self.sees_nothing_left()

    def tick(self, at: int) -> None:
        more = True
        while more:
            with self.replicas[at].transaction() as session:
                more = make(session, self.now)

    def sees_nothing_left(self) -> None:
        with self.replicas[0].transaction(reading=True) as session:
            today = agency_days(session, self.now)
            for one in periods.running(session):
                assert owed.due(session, one, today) == ([], [], [])


def _proposes(walk: Walk, session: Session, about: str, _: str) -> None:
    who = walk.me(session, about)
    proposing.propose(session, who, draft(session, who))


def _agrees(walk: Walk, session: Session, about: str, by: str) -> None:
    agreeing.agree_all(session, walk.me(session, by), PERIOD, walk.ids[about])


def _returns(walk: Walk, session: Session, about: str, by: str) -> None:
    me = walk.me(session, by)
    agreeing.send_all_back(session, me, PERIOD, walk.ids[about], "Targetnya terlalu rendah.")


def _reports(walk: Walk, session: Session, about: str, _: str) -> None:
    who = walk.me(session, about)
    reports.write(session, who, PERIOD, "Loket selesai lebih cepat dari standar.")
    reports.send(session, who, PERIOD)


def _rates(walk: Walk, session: Session, about: str, by: str) -> None:
    me = walk.me(session, by)
    begin = appraisals.start_team if by == "wayan" else appraisals.start
    begin(session, me, PERIOD, walk.ids[about])
    mine = select(Appraisal.id).where(
        Appraisal.employee_id == walk.ids[about], Appraisal.official_id == me.employee_id
    )
    number = session.exec(mine).one() or 0
    for step in range(1, len(open_form(session, me, number).asked) + 1):
        appraisals.rate(session, me, number, step, 4)
    appraisals.send(session, me, number)


def _moves(walk: Walk, session: Session, about: str, by: str) -> None:
    prove(session, walk.ids["maya"], walk.now)
    person = session.get(Employee, walk.ids[about])
    assert person is not None
    row = SuperiorReport(
        employee_id=walk.ids[about], listed_id=person.superior_id, made_at=walk.now
    )
    session.add(row)
    session.flush()
    accept(session, walk.me(session, "maya"), row.id or 0, walk.ids[by])


def _leaves(walk: Walk, session: Session, about: str, _: str) -> None:
    mine = col(Employee.id) == walk.ids[about]
    session.execute(update(Employee).where(mine).values(left_on=walk.now.date()))
    audit.record(session, walk.now, None, "roster.import", "roster/1")


def _minutes(walk: Walk, session: Session, about: str, by: str) -> None:
    """A minute goes by, or another day comes."""
    leap = timedelta(days=LEAPS[(len(about) * 7 + len(by)) % len(LEAPS)])
    walk.now = max(walk.now + timedelta(minutes=1), OPENING + leap)


ACTS: dict[str, Callable[[Walk, Session, str, str], None]] = {
    "proposes": _proposes, "agrees": _agrees, "returns": _returns, "reports": _reports,
    "rates": _rates, "moves": _moves, "leaves": _leaves, "minutes": _minutes,
}  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(sorted(ACTS)),
        st.sampled_from(WHO),
        st.sampled_from(SUPERIORS),
        st.integers(0, 1),
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_whatever_is_done_nothing_owed_is_missed(steps: Sequence[Step]) -> None:
    with TemporaryDirectory() as folder:
        here = fresh(Path(folder) / "t.db")
        there = Database(here.engine.url.render_as_string(hide_password=False), here.vault)
        try:
            walk = Walk(here, there)
            for step in steps:
                walk.takes(step)
        finally:
            here.close()
            there.close()


def test_a_quarter_of_two_replicas(database: Database) -> None:
    """One walk in which nothing is refused: the steps above do what they say."""
    url = database.engine.url.render_as_string(hide_password=False)
    other = Database(url, database.vault)
    try:
        walk = Walk(database, other)
        for step in (
            ("proposes", "sari", "budi", 0), ("returns", "sari", "budi", 1),
            ("proposes", "sari", "budi", 0), ("agrees", "sari", "budi", 0),
            ("proposes", "dedi", "budi", 1), ("moves", "yosef", "kepala", 0),
            ("reports", "sari", "budi", 1),
        ):  # fmt: skip
            walk.takes(step)
        walk.now = OPENING + timedelta(days=98)
        for step in (
            ("rates", "sari", "budi", 0), ("rates", "dedi", "budi", 1),
            ("rates", "sari", "wayan", 0), ("leaves", "yosef", "budi", 1),
        ):  # fmt: skip
            walk.takes(step)
        assert walk.done == {
            "proposes": 3, "returns": 1, "agrees": 1, "moves": 1, "reports": 1, "rates": 3,
            "leaves": 1,
        }  # fmt: skip
    finally:
        other.close()
