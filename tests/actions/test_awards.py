"""Races and pairs of eyes in appraisals and awards, on both databases."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import inspect
from sqlmodel import Session, select

from bot.actions import appraisals, awards, publication, results, scores
from bot.actions.awards.kinds import KIND
from bot.actions.me import Me, read_me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from storage import awards as given
from storage.absences import Mandate
from storage.appraisals import Appraisal
from storage.audit import AuditEntry
from storage.awards import Award
from storage.database import Database
from storage.duties import Duty
from storage.employees import Employee
from storage.grants import Grant
from storage.outbox import Letter
from storage.periods import Period
from storage.proposals import Proposal
from storage.results import Result
from tests.cast import PEOPLE, employ
from tests.copies import copied
from tests.factors import proves
from tests.quarter import tick

RATING = datetime(2026, 10, 7, 3, tzinfo=UTC)
CALIBRATION = datetime(2026, 10, 14, 3, tzinfo=UTC)
REASON = "Memangkas waktu layanan dari tiga hari menjadi satu hari."


class Stage:
    """A database with the cast in it, and verbs for what its people do."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = RATING
        with database.transaction() as session:
            self.ids = employ(session)[1]
        tick(database, datetime(2026, 8, 12, 3, tzinfo=UTC))
        tick(database, RATING)
        with database.transaction() as session:
            period = session.exec(select(Period).where(Period.quarter == 3)).one()
            assert period.id is not None
            self.period = period.id

    def me(self, session: Session, who: str) -> Me:
        me = read_me(session, PEOPLE[who][0], self.now)
        assert me is not None
        return me

    def does(self, who: str, act: Callable[..., Any], *args: Any) -> Any:
        return self.database._attempt(lambda s: act(s, self.me(s, who), *args), False)

    def fills(self, who: str, about: str, level: int = 4) -> int:
        self.does(who, appraisals.start, self.period, self.ids[about])
        with self.database.transaction() as session:
            found = select(Appraisal.id).where(Appraisal.employee_id == self.ids[about])
            number = session.exec(found).one()
        assert number is not None
        for step in range(1, 12):
            self.does(who, appraisals.rate, number, step, level)
        return number

    def rates(self, who: str, about: str, level: int = 4) -> None:
        self.does(who, appraisals.send, self.fills(who, about, level))

    def to_calibration(self) -> None:
        self.now = CALIBRATION
        tick(self.database, CALIBRATION)
        for who in ("kepala", "maya"):
            proves(self.database, self.ids[who], CALIBRATION)

    def grants(self, who: str, role: Role) -> None:
        with self.database.transaction() as session:
            session.add(Grant(employee_id=self.ids[who], role=role, since=date(2026, 1, 1)))

    def drafts(self, who: str, about: str) -> int:
        led = self.does(who, awards.write_reason, self.period, 0, self.ids[about], KIND, REASON)
        return int(led.args[0])

    def all(self, table: type[Any]) -> list[Any]:
        with self.database.transaction() as session:
            return list(session.exec(select(table).order_by(*inspect(table).primary_key)))


@copied
def begun(database: Database) -> Stage:
    return Stage(database)


@pytest.fixture
def stage(database: Database) -> Stage:
    return begun(database)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Run all from one starting line; what each returned, or the Refused it met."""
    line = threading.Barrier(len(acts))
    outcomes: list[Any] = [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        line.wait()
        try:
            outcomes[place] = act()
        except Refused as refusal:
            outcomes[place] = refusal

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert None not in outcomes, "an act failed with something else than a refusal"
    return outcomes


def refusals(outcomes: list[Any]) -> int:
    return sum(isinstance(outcome, Refused) for outcome in outcomes)


def test_the_superior_and_a_mandate_holder_send_at_once(stage: Stage) -> None:
    with stage.database.transaction() as session:
        session.add(
            Mandate(
                absent_id=stage.ids["budi"], holder_id=stage.ids["wayan"], kind="plh",
                since=date(2026, 10, 1), until=date(2026, 10, 31),
            )
        )  # fmt: skip
    number = stage.fills("budi", "sari")
    outcomes = at_once(
        lambda: stage.does("budi", appraisals.send, number),
        lambda: stage.does("wayan", appraisals.send, number),
    )
    assert refusals(outcomes) == 1
    assert len(stage.all(Result)) == 1
    sent = [entry for entry in stage.all(AuditEntry) if entry.action == "appraisals.send"]
    assert len(sent) == 1


def test_nobody_rates_themself_even_with_the_superiors_mandate(stage: Stage) -> None:
    with stage.database.transaction() as session:
        session.add(
            Mandate(
                absent_id=stage.ids["budi"], holder_id=stage.ids["sari"], kind="plt",
                since=date(2026, 10, 1), until=date(2026, 10, 31),
            )
        )  # fmt: skip
    with pytest.raises(Refused):
        stage.does("sari", appraisals.start, stage.period, stage.ids["sari"])
    stage.rates("sari", "dedi")
    listed = stage.does("sari", appraisals.list_)
    assert stage.ids["sari"] not in {line.employee_id for line in listed.people}


def test_a_sent_appraisal_takes_no_more_taps(stage: Stage) -> None:
    number = stage.fills("budi", "sari")
    stage.does("budi", appraisals.send, number)
    for act, args in (
        (appraisals.rate, (number, 1, 1)),
        (appraisals.advise, (number, "Pertahankan capaian yang baik ini.")),
        (appraisals.send, (number,)),
        (appraisals.start, (stage.period, stage.ids["sari"])),
    ):
        with pytest.raises(Refused):
            stage.does("budi", act, *args)
    assert [row.total for row in stage.all(Result)] == ["100.00"]


def test_an_incomplete_form_is_not_sent(stage: Stage) -> None:
    stage.does("budi", appraisals.start, stage.period, stage.ids["sari"])
    with pytest.raises(Refused):
        stage.does("budi", appraisals.send, 1)
    assert [row.state for row in stage.all(Appraisal)] == ["draft"]


def test_a_low_result_needs_feedback(stage: Stage) -> None:
    number = stage.fills("budi", "sari", level=3)
    with pytest.raises(Refused):
        stage.does("budi", appraisals.send, number)
    stage.does("budi", appraisals.advise, number, "Mari kita bahas target tiap minggu.")
    stage.does("budi", appraisals.send, number)
    assert [row.predikat for row in stage.all(Result)] == ["sangat_kurang"]


def test_a_result_recomputes_to_itself_and_a_changed_one_is_found(stage: Stage) -> None:
    stage.rates("budi", "sari", 5)
    stage.rates("budi", "dedi", 4)
    with stage.database.transaction() as session:
        assert scores.disagreeing(session, 0, 10) == ([], None)
        first, rest = scores.disagreeing(session, 0, 1)
        assert (first, rest) == ([], 1)
        result = session.exec(select(Result)).first()
        assert result is not None
        result.total = "120.01"
        session.flush()
        assert scores.disagreeing(session, 0, 10) == ([result.id], None)


def test_only_who_may_sees_a_result(stage: Stage) -> None:
    stage.rates("budi", "sari")
    about = (stage.period, stage.ids["sari"])
    with pytest.raises(Refused):
        stage.does("sari", results.card, *about)
    assert stage.does("budi", results.card, *about).name.startswith("Sari")
    for who in ("dedi", "maya", "kepala"):
        with pytest.raises(Refused):
            stage.does(who, results.card, *about)
    stage.to_calibration()
    with pytest.raises(Refused):
        stage.does("sari", results.card, *about)
    stage.does("kepala", publication.write_reason, stage.period, REASON)
    stage.does("kepala", publication.sign, stage.period)
    assert stage.does("sari", results.card, *about).mine
    with pytest.raises(Refused):
        stage.does("dedi", results.card, *about)
    tick(stage.database, CALIBRATION)
    told = {letter.key for letter in stage.all(Letter)}
    assert told >= {f"results.published/{stage.period}/{stage.ids['sari']}/1"}


def test_two_proposals_at_once(stage: Stage) -> None:
    stage.grants("rina", Role.EVALUATION_TEAM)
    stage.rates("budi", "sari", 5)
    stage.rates("budi", "dedi", 5)
    stage.to_calibration()
    one, other = stage.drafts("wayan", "sari"), stage.drafts("rina", "dedi")
    outcomes = at_once(
        lambda: stage.does("wayan", awards.propose, one),
        lambda: stage.does("rina", awards.propose, other),
    )
    assert refusals(outcomes) == 1
    assert sorted(row.state for row in stage.all(Proposal)) == ["draft", "waiting"]


def test_two_decisions_at_once(stage: Stage) -> None:
    stage.grants("maya", Role.HEAD)
    stage.rates("budi", "sari", 5)
    stage.to_calibration()
    number = stage.drafts("wayan", "sari")
    stage.does("wayan", awards.propose, number)
    stage.does("maya", awards.write_rejection, number, "Belum ada bukti dampak yang terukur.")
    outcomes = at_once(
        lambda: stage.does("kepala", awards.approve, number),
        lambda: stage.does("maya", awards.reject, number),
    )
    assert refusals(outcomes) == 1
    proposal, given_ = stage.all(Proposal)[0], stage.all(Award)
    assert len(given_) == (proposal.state == "approved")
    letters = [letter.template for letter in stage.all(Letter)]
    assert letters.count("awards.decided") == 1
    assert letters.count("awards.won") == len(given_)


def test_three_pairs_of_eyes_through_unions_of_roles(stage: Stage) -> None:
    """Wayan proposes and is head too; kepala is head; sari is head and candidate."""
    for who in ("wayan", "sari"):
        stage.grants(who, Role.HEAD)
    stage.grants("kepala", Role.EVALUATION_TEAM)
    stage.grants("sari", Role.EVALUATION_TEAM)
    stage.grants("dedi", Role.EVALUATION_TEAM)
    stage.rates("budi", "dedi", 5)
    stage.to_calibration()
    with pytest.raises(Refused):
        stage.drafts("dedi", "dedi")
    number = stage.drafts("wayan", "dedi")
    with pytest.raises(Refused):
        stage.does("kepala", awards.propose, number)
    stage.does("wayan", awards.propose, number)
    for who in ("wayan", "dedi", "budi", "maya"):
        with pytest.raises(Refused):
            stage.does(who, awards.approve, number)
    owners = {d.owner_id for d in stage.all(Duty) if d.kind == "decide_award"}
    assert owners == {stage.ids["kepala"], stage.ids["sari"]}
    stage.does("kepala", awards.approve, number)
    assert [(row.year, row.number) for row in stage.all(Award)] == [(2026, 1)]


def test_after_a_rejection_the_team_owes_a_new_proposal_and_roles_stay_apart(
    stage: Stage,
) -> None:
    stage.grants("kepala", Role.EVALUATION_TEAM)
    stage.grants("maya", Role.HEAD)
    stage.rates("budi", "sari", 5)
    stage.to_calibration()
    number = stage.drafts("wayan", "sari")
    stage.does("wayan", awards.propose, number)
    with pytest.raises(Refused):
        stage.does("kepala", awards.reject, number)
    stage.does("kepala", awards.write_rejection, number, "Belum ada bukti dampak yang terukur.")
    stage.does("kepala", awards.reject, number)
    owing = {
        d.owner_id for d in stage.all(Duty) if d.kind == "propose_award" and d.done_at is None
    }
    assert owing == {stage.ids["wayan"]}
    with pytest.raises(Refused):
        stage.drafts("kepala", "sari")
    again = stage.drafts("wayan", "sari")
    stage.does("wayan", awards.propose, again)
    stage.does("maya", awards.approve, again)
    assert [row.state for row in stage.all(Proposal)] == ["rejected", "approved"]


def test_a_rejection_in_a_final_quarter_asks_nobody_again(stage: Stage) -> None:
    stage.rates("budi", "sari", 5)
    stage.to_calibration()
    number = stage.drafts("wayan", "sari")
    stage.does("wayan", awards.propose, number)
    with stage.database.transaction() as session:
        session.get_one(Period, stage.period).state = "final"
    stage.does("kepala", awards.write_rejection, number, "Belum ada bukti dampak yang terukur.")
    stage.does("kepala", awards.reject, number)
    assert all(d.done_at for d in stage.all(Duty) if d.kind == "propose_award")
    stage.does("wayan", awards.propose, stage.drafts("wayan", "sari"))  # and yet it may be done


def test_numbers_of_a_year_have_no_gap_even_after_a_rollback(stage: Stage) -> None:
    database = stage.database

    def count(session: Session) -> int:
        return given.next_number(session, 2026)

    def breaks(session: Session) -> int:
        return count(session) // 0

    with pytest.raises(ZeroDivisionError):
        database._attempt(breaks, False)
    numbers = at_once(*[lambda: database._attempt(count, False) for _ in range(4)])
    assert sorted(numbers) == [1, 2, 3, 4]


def test_a_team_of_one_unit_ranks_and_proposes_only_there(stage: Stage) -> None:
    stage.rates("budi", "sari", 5)
    stage.rates("budi", "yosef", 5)
    stage.to_calibration()
    with stage.database.transaction() as session:
        unit = session.get(Employee, stage.ids["sari"])
        assert unit is not None
        where = unit.unit_id
        session.add(
            Grant(
                employee_id=stage.ids["rina"], role=Role.EVALUATION_TEAM,
                unit_id=where, since=date(2026, 1, 1),
            )
        )  # fmt: skip
    panel = stage.does("rina", awards.panel)
    assert panel.scope == "Layanan"
    assert stage.ids["yosef"] not in {row.employee_id for row in panel.rows}
    for scope, about in ((0, "sari"), (where, "yosef")):
        with pytest.raises(Refused):
            stage.does(
                "rina", awards.write_reason, stage.period, scope, stage.ids[about], KIND, REASON
            )
    stage.does("rina", awards.write_reason, stage.period, where, stage.ids["sari"], KIND, REASON)
