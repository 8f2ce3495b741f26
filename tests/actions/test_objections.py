"""Objections and corrections on both databases: one decision each, two hands, an end."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.actions import corrections, levels, objections, receipts, scores
from bot.actions.factors.proof import ProofWanted
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.screens import Went
from bot.texts.corrections import replies as texts
from storage import absences, agreement, audit
from storage.agreement import Kind
from storage.audit import AuditEntry
from storage.corrections import Correction
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.editions import FormerResult
from storage.objections import Objection
from storage.outbox import Letter
from storage.periods import Period
from storage.results import Result
from tests.actions.test_awards import Stage, at_once, refusals
from tests.actions.test_publication import owed as awaited
from tests.actions.test_publication import publishes
from tests.copies import copied
from tests.factors import proves
from tests.quarter import tick

REASONS = "Saya memimpin inovasi antrean daring sejak bulan Juli."
WORD = "Dokumennya baru saya terima di akhir triwulan."
VERDICT = "Bukti menunjukkan pegawai memimpin pekerjaan itu."
PUBLISHED = datetime(2026, 10, 14, 3, tzinfo=UTC)
LATER = datetime(2026, 10, 22, 3, tzinfo=UTC)


@pytest.fixture
def stage(database: Database) -> Stage:
    return published(database)


@copied
def published(database: Database) -> Stage:
    """Three results are published, and their letters written."""
    made = Stage(database)
    for who in ("sari", "dedi", "yosef"):
        made.rates("budi", who)
    made.to_calibration()
    publishes(made)
    tick(database, made.now)
    return made


def files(stage: Stage, who: str = "sari", key: str = "inovasi") -> int:
    led = stage.does(who, objections.begin, stage.period).place
    number = int(led.args[0])
    stage.does(who, objections.toggle, number, key, 0)
    stage.does(who, objections.write_reasons, number, REASONS)
    stage.does(who, objections.file, number)
    return number


def heard(stage: Stage) -> int:
    """An objection of Sari's on which Budi and she have had their word."""
    number = files(stage)
    for who in ("budi", "sari"):
        stage.does(who, objections.write, number, WORD)
        stage.does(who, objections.tell, number)
    stage.does("kepala", objections.put, number, "inovasi", 5)
    stage.does("kepala", objections.write_reason, number, VERDICT)
    return number


def result_of(stage: Stage, who: str) -> Result:
    found: Result = next(r for r in stage.all(Result) if r.employee_id == stage.ids[who])
    return found


def owed(stage: Stage) -> Counter[tuple[str, int]]:
    rows = [one for one in stage.all(Duty) if not one.done_at and not one.cancelled_at]
    return Counter(
        (one.kind, one.owner_id)
        for one in rows
        if "objection" in one.kind or "expl" in one.kind or "reviewer" in one.kind
    )


def ticks(stage: Stage, now: datetime) -> None:
    stage.now = now
    with stage.database.transaction() as session:
        objections.tick(session, now)
        objections.finish(session, now)


def test_two_decisions_at_once_are_one(stage: Stage) -> None:
    number = heard(stage)
    decide = [lambda: stage.does("kepala", objections.decide, number)] * 2
    assert refusals(at_once(*decide)) == 1
    changed, kept = result_of(stage, "sari"), stage.all(FormerResult)
    assert changed.edition == 2
    assert [(one.edition, one.reason) for one in kept] == [(1, VERDICT)]
    said = Counter(entry.action for entry in stage.all(AuditEntry))
    assert (said["objections.decide"], said["results.correct"]) == (1, 1)
    assert owed(stage) == Counter()


def test_the_decision_is_the_formulas_and_can_be_made_again(stage: Stage) -> None:
    number = heard(stage)
    desk = stage.does("kepala", objections.desk, number)
    stage.does("kepala", objections.decide, number)
    with stage.database.transaction() as session:
        result = session.exec(select(Result).where(Result.edition == 2)).one()
        basis = levels.basis_of(session, result)
        assert basis is not None
        assert [mark.level for mark in basis.marks["inovasi"]] == [5]
        assert levels.reckon(session, result, basis) == scores.read_parts(result) == desk.after
        assert scores.agrees(session, result)
        assert levels.given_before(session, result, 2)["inovasi"] == 4


def test_withdrawing_and_deciding_at_once_end_it_once(stage: Stage) -> None:
    number = heard(stage)
    acts = [
        lambda: stage.does("kepala", objections.decide, number),
        lambda: stage.does("sari", objections.withdraw, number),
    ]
    assert refusals(at_once(*acts)) == 1
    (row,) = stage.all(Objection)
    assert (row.state == "decided") is (result_of(stage, "sari").edition == 2)


def test_filing_twice_at_once_files_once(stage: Stage) -> None:
    number = int(stage.does("sari", objections.begin, stage.period).place.args[0])
    stage.does("sari", objections.toggle, number, "inovasi", 0)
    stage.does("sari", objections.write_reasons, number, REASONS)
    file = [lambda: stage.does("sari", objections.file, number)] * 2
    assert refusals(at_once(*file)) == 1
    asked = [one for one in stage.all(Letter) if one.template == "objections.asked"]
    assert [one.employee_id for one in asked] == [stage.ids["budi"]]


def test_nobody_is_decided_about_unheard_and_nobody_else_decides(stage: Stage) -> None:
    number = files(stage)
    stage.does("kepala", objections.write_reason, number, VERDICT)
    with pytest.raises(Refused, match="unheard"):
        stage.does("kepala", objections.decide, number)
    for who in ("sari", "budi", "dedi", "wayan", "maya"):
        with pytest.raises(Refused):
            stage.does(who, objections.decide, number)
    ticks(stage, LATER)  # the days to be heard are over
    stage.does("kepala", objections.decide, number)
    (row,) = stage.all(Objection)
    assert (row.outcome, result_of(stage, "sari").edition) == ("upheld", 1)


def test_an_explanation_on_the_last_day_leaves_two_working_days(stage: Stage) -> None:
    number = files(stage)
    (row,) = stage.all(Objection)
    assert (row.hearing_until, row.decision_until) == (date(2026, 10, 21), date(2026, 10, 28))
    stage.now = datetime(2026, 10, 21, 9, tzinfo=UTC)
    stage.does("budi", objections.write, number, WORD)
    stage.does("budi", objections.tell, number)
    (row,) = stage.all(Objection)
    assert row.hearing_until == date(2026, 10, 23)
    stage.now = datetime(2026, 10, 23, 9, tzinfo=UTC)
    stage.does("sari", objections.nothing, number)
    assert owed(stage) == Counter({("decide_objection", stage.ids["kepala"]): 1})


def test_a_mandate_for_the_reviewer_moves_the_decision_and_hr_hears_when_it_is_late(
    stage: Stage,
) -> None:
    number = files(stage)
    with stage.database.transaction() as session:
        absences.add_mandate(
            session, stage.ids["kepala"], stage.ids["rina"], "plh", date(2026, 10, 20),
            date(2026, 11, 10), stage.ids["maya"],
        )  # fmt: skip
    ticks(stage, LATER)
    stage.does("rina", objections.write_reason, number, VERDICT)
    assert stage.does("rina", objections.card, number).party == "reviewer"
    ticks(stage, datetime(2026, 10, 29, 3, tzinfo=UTC))
    late = [one.employee_id for one in stage.all(Letter) if one.template == "objections.late"]
    assert sorted(one or 0 for one in late) == sorted((stage.ids["maya"], stage.ids["rina"]))
    ticks(stage, datetime(2026, 10, 30, 3, tzinfo=UTC))
    assert len([one for one in stage.all(Letter) if one.template == "objections.late"]) == 2
    stage.does("rina", objections.decide, number)


def test_a_quarter_is_final_when_no_time_runs_and_nothing_waits(stage: Stage) -> None:
    number = files(stage)
    for who in ("dedi", "yosef"):
        stage.does(who, receipts.take, stage.period, 1)
    end = PUBLISHED + timedelta(days=15)

    def state() -> str:
        rows = [one for one in stage.all(Period) if one.id == stage.period]
        return str(rows[0].state)

    ticks(stage, end)
    assert state() == "published"  # Sari's objection waits
    with stage.database.transaction() as session:
        assert stage.ids["sari"] in objections.open_people(session, stage.period)
    stage.does("sari", objections.withdraw, number)
    with stage.database.transaction() as session:
        assert objections.open_people(session, stage.period) == frozenset()
    assert awaited(stage, DutyKind.PROPOSE_AWARD)  # an award may be proposed until it is final
    ticks(stage, end + timedelta(days=1))
    assert state() == "final"
    assert not awaited(stage, DutyKind.PROPOSE_AWARD)
    with pytest.raises(Refused):
        stage.does("dedi", objections.begin, stage.period)


def test_it_is_not_final_while_somebody_has_not_received_it(stage: Stage) -> None:
    def state() -> str:
        rows = [one for one in stage.all(Period) if one.id == stage.period]
        return str(rows[0].state)

    for who in ("dedi", "yosef"):
        stage.does(who, receipts.take, stage.period, 1)
    with stage.database.transaction() as session:
        until = date(2026, 11, 6)
        absences.add_absence(
            session, stage.ids["sari"], date(2026, 10, 15), until, "annual", stage.ids["maya"]
        )
    ticks(stage, datetime(2026, 11, 30, 3, tzinfo=UTC))
    assert state() == "published"  # her leave has put off when it counts as received
    ticks(stage, datetime(2026, 12, 12, 3, tzinfo=UTC))
    assert state() == "final"


def corrects(stage: Stage, who: str = "maya") -> int:
    result = result_of(stage, "sari").id or 0
    number = int(stage.does(who, corrections.begin, result).args[0])
    stage.does(who, corrections.put, number, "inovasi", 3)
    stage.does(who, corrections.write_reason, number, VERDICT)
    stage.does(who, corrections.propose, number)
    return number


def test_a_signed_value_is_changed_by_two_different_people(stage: Stage) -> None:
    with pytest.raises(Refused):
        stage.does("budi", corrections.begin, result_of(stage, "sari").id or 0)
    number = corrects(stage)
    with pytest.raises(Refused):
        stage.does("maya", corrections.confirm, number)
    stage.now += timedelta(hours=13)
    with pytest.raises(ProofWanted):
        stage.does("rina", corrections.confirm, number)
    for who in ("rina", "kepala"):
        proves(stage.database, stage.ids[who], stage.now)
    confirm = [
        lambda: stage.does("rina", corrections.confirm, number),
        lambda: stage.does("kepala", corrections.confirm, number),
    ]
    went = [one.notice for one in at_once(*confirm) if isinstance(one, Went)]
    assert went.count(texts.confirmed_notice()) == 1
    (row,), now = stage.all(Correction), result_of(stage, "sari")
    assert (row.state, row.made, now.edition) == ("confirmed", 2, 2)
    assert row.decided_by in (stage.ids["rina"], stage.ids["kepala"])
    told = stage.does("sari", corrections.history, stage.period, stage.ids["sari"])
    names = told.former[0].by
    assert names[0] == "Maya Kusuma, S.Psi."
    assert len(set(names)) == 2
    assert (told.former[0].total, told.total) == (100, scores.read_parts(now).total)


def test_whoever_rated_neither_proposes_nor_confirms(stage: Stage) -> None:
    stage.grants("budi", Role.HR)
    with pytest.raises(Refused):
        stage.does("budi", corrections.begin, result_of(stage, "sari").id or 0)
    number = corrects(stage)
    proves(stage.database, stage.ids["kepala"], stage.now)
    with pytest.raises(Refused):
        stage.does("budi", corrections.confirm, number)
    stage.grants("sari", Role.HR)
    for act in (corrections.card, corrections.confirm):
        with pytest.raises(Refused):
            stage.does("sari", act, number)


def test_what_is_objected_to_is_not_corrected_beside_it(stage: Stage) -> None:
    files(stage)
    with pytest.raises(Refused, match="objected"):
        stage.does("maya", corrections.begin, result_of(stage, "sari").id or 0)


def test_a_correction_waits_once_and_may_be_refused_or_taken_back(stage: Stage) -> None:
    number = corrects(stage)
    with pytest.raises(Refused, match="waits_already"):
        corrects(stage, "rina")
    stage.does("maya", corrections.withdraw, number)
    again = corrects(stage)
    proves(stage.database, stage.ids["kepala"], stage.now)
    stage.does("kepala", corrections.write_refusal, again, REASONS)
    stage.does("kepala", corrections.refuse, again)
    hers = [one for one in stage.all(Correction) if one.proposer_id == stage.ids["maya"]]
    assert [one.state for one in hers] == ["withdrawn", "refused"]
    assert result_of(stage, "sari").edition == 1


OURS = {
    Kind.OBJECTION, Kind.EXPLANATION, Kind.REVIEWER, Kind.OBJECTION_END, Kind.CORRECTION,
    Kind.PROPOSED_CORRECTION, Kind.CONFIRMATION, Kind.EXHIBIT,
}  # fmt: skip


def found(stage: Stage) -> list[str]:
    """What `teladan verify` finds about objections and corrections."""
    url = stage.database.engine.url.render_as_string(hide_password=False)
    with audit.open_reader(url) as reader:
        every = agreement.findings(reader, stage.database.vault, stage.now.date())
        return sorted(f"{one.kind}/{one.fault}" for one in every if one.kind in OURS)


def test_the_trail_accounts_for_objections_and_finds_what_was_changed_behind_it(
    stage: Stage,
) -> None:
    number = heard(stage)
    stage.does("kepala", objections.decide, number)
    assert found(stage) == []
    behind = (
        ("levels", "inovasi=4", "objection_end/differs"),
        ("indicators", "akuntabel", "objection/differs"),
    )
    for column, value, fault in behind:
        with stage.database.transaction() as session:
            row = session.exec(select(Objection)).one()
            before = getattr(row, column)
            row.sqlmodel_update({column: value})
            session.add(row)
        assert found(stage) == [fault]
        with stage.database.transaction() as session:
            row = session.exec(select(Objection)).one()
            row.sqlmodel_update({column: before})
            session.add(row)


def test_the_trail_accounts_for_corrections(stage: Stage) -> None:
    number = corrects(stage)
    proves(stage.database, stage.ids["rina"], stage.now)
    stage.does("rina", corrections.confirm, number)
    assert found(stage) == []
    with stage.database.transaction() as session:
        row = session.exec(select(Correction)).one()
        row.decided_by = stage.ids["kepala"]
        session.add(row)
    assert found(stage) == ["confirmation/differs"]
