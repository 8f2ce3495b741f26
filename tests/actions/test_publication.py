"""Publication, its letters and receipts, on both databases: once each, whoever dies between."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.actions import publication, receipts, results
from bot.actions.factors.proof import ProofWanted
from bot.actions.publication import spreading
from bot.actions.refusals import Refused
from storage import absences, duties
from storage.audit import AuditEntry
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.outbox import Letter
from storage.publication import Publication
from storage.receipts import Receipt
from tests.actions.test_awards import CALIBRATION, Stage, at_once, refusals
from tests.copies import copied
from tests.factors import proves
from tests.quarter import tick

REASON = "Pegawai yang tersisa sedang tugas belajar."
RATED = ("sari", "dedi", "yosef")


@copied
def begun(database: Database) -> Stage:
    """Three of six are rated, and the quarter is in calibration."""
    made = Stage(database)
    for who in RATED:
        made.rates("budi", who)
    made.to_calibration()
    return made


@pytest.fixture
def stage(database: Database) -> Stage:
    return begun(database)


def publishes(stage: Stage) -> None:
    stage.does("kepala", publication.write_reason, stage.period, REASON)
    stage.does("kepala", publication.sign, stage.period)


def letters(stage: Stage) -> list[Letter]:
    return [one for one in stage.all(Letter) if one.template == "results.published"]


def owed(stage: Stage, kind: DutyKind) -> list[Duty]:
    rows = [one for one in stage.all(Duty) if one.kind == kind]
    return [one for one in rows if not one.done_at and not one.cancelled_at]


def test_the_head_sees_what_is_missing_and_says_why(stage: Stage) -> None:
    card = stage.does("kepala", publication.card)
    assert (card.ready.complete, card.ready.missing, card.ready.early) == (3, 4, True)
    assert card.without_superior == 1
    gaps = stage.does("maya", publication.missing, stage.period)
    assert [one.superior for one in gaps.items] == ["Drs. Hendra Wijaya, M.Si."] * 4
    for act in (publication.confirm, publication.sign):
        with pytest.raises(Refused, match="no_reason"):
            stage.does("kepala", act, stage.period)
    with pytest.raises(Refused):
        stage.does("kepala", publication.write_reason, stage.period, "Terserah")
    for who in ("wayan", "maya", "budi", "sari"):
        with pytest.raises(Refused):
            stage.does(who, publication.sign, stage.period)
    assert stage.all(Publication) == []


def test_it_is_signed_with_the_code_and_only_as_it_was_seen(stage: Stage) -> None:
    stage.does("kepala", publication.write_reason, stage.period, REASON)
    seen = stage.does("kepala", publication.confirm, stage.period).ready.mark
    stage.rates("kepala", "budi")
    went = stage.does("kepala", publication.sign, stage.period, seen)
    assert went.place.name == "publication.card"
    assert stage.all(Publication) == []
    stage.now = CALIBRATION + timedelta(hours=13)
    with pytest.raises(ProofWanted):
        stage.does("kepala", publication.sign, stage.period)
    proves(stage.database, stage.ids["kepala"], stage.now)
    stage.does("kepala", publication.sign, stage.period)
    one = stage.all(Publication)[0]
    assert (one.results, one.missing, one.reason) == (4, 3, REASON)
    assert one.signed_by == stage.ids["kepala"]
    said = [entry.action for entry in stage.all(AuditEntry)][-2:]
    assert said == ["periods.turn", "publication.sign"]
    with pytest.raises(Refused):
        stage.does("budi", results.card, stage.period, 0)


def test_two_signatures_at_once_publish_once(stage: Stage) -> None:
    stage.does("kepala", publication.write_reason, stage.period, REASON)
    sign = [lambda: stage.does("kepala", publication.sign, stage.period)] * 2
    assert refusals(at_once(*sign)) == 1
    assert len(stage.all(Publication)) == 1


def dies(stage: Stage) -> None:
    """In the middle of a chunk, before it is kept."""
    with stage.database.transaction() as session:
        publication.spread(session, stage.now)
        raise KeyboardInterrupt


def test_letters_are_written_once_in_chunks_whoever_dies_between(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading, "CHUNK", 2)
    publishes(stage)
    seen = set()
    for _ in range(30):
        with pytest.raises(KeyboardInterrupt):
            dies(stage)
        with stage.database.transaction() as session:
            more = publication.spread(session, stage.now)
        seen.add(stage.all(Publication)[0].told)
        if not more:
            break
    assert seen == {0, 2, 3}
    keys = sorted(one.key for one in letters(stage))
    assert keys == sorted(f"results.published/{stage.period}/{stage.ids[who]}/1" for who in RATED)
    assert len(stage.all(Receipt)) == len(owed(stage, DutyKind.RECEIPT)) == 3
    assert stage.all(Publication)[0].finished_at is not None
    for kind in (DutyKind.PUBLISH, DutyKind.REPORT):
        assert [one for one in owed(stage, kind) if one.period_id == stage.period] == []
    still = [one for one in owed(stage, DutyKind.APPRAISE) if one.period_id == stage.period]
    assert not {one.about_id for one in still} & {stage.ids[who] for who in RATED}
    tick(stage.database, stage.now)
    assert len(letters(stage)) == 3


def test_a_receipt_is_noted_once_even_before_its_letter(stage: Stage) -> None:
    publishes(stage)
    stage.does("sari", receipts.take, stage.period, 1)
    stage.now += timedelta(days=1)
    stage.does("sari", receipts.take, stage.period, 1)
    tick(stage.database, stage.now)
    row = next(one for one in stage.all(Receipt) if one.employee_id == stage.ids["sari"])
    assert (row.taken_at, row.taken_by) == (CALIBRATION, stage.ids["sari"])
    assert stage.ids["sari"] not in {one.owner_id for one in owed(stage, DutyKind.RECEIPT)}
    told = [entry for entry in stage.all(AuditEntry) if entry.action == "receipts.take"]
    assert [entry.object for entry in told] == [f"receipt/{row.id}"]
    at = stage.does("sari", results.card, stage.period, stage.ids["sari"]).standing
    assert at.window.last == date(2026, 10, 14) + timedelta(14)
    with pytest.raises(Refused):
        stage.does("maya", receipts.take, stage.period, 1)


def test_leave_moves_the_day_it_counts_as_received(stage: Stage) -> None:
    publishes(stage)
    about = (stage.period, stage.ids["dedi"])
    before = stage.does("dedi", results.card, *about).standing
    assert before.deemed == date(2026, 11, 3)
    with stage.database.transaction() as session:
        absences.add_absence(
            session, stage.ids["dedi"], date(2026, 10, 19), date(2026, 10, 23), "annual", 1
        )
    after = stage.does("dedi", results.card, *about).standing
    assert after.deemed == date(2026, 11, 10)
    assert after.window.last == date(2026, 11, 24)


def test_whoever_left_gets_no_letter_and_hr_records_the_hand_over(stage: Stage) -> None:
    with stage.database.transaction() as session:
        dedi = session.get(Employee, stage.ids["dedi"])
        assert dedi is not None
        dedi.left_on = date(2026, 10, 13)
    publishes(stage)
    tick(stage.database, stage.now)
    assert stage.ids["dedi"] not in {one.employee_id for one in letters(stage)}
    found = stage.does("maya", receipts.waiting_list)
    assert found.total == 3
    number, name, _, why = found.items[0]
    assert (name, why) == ("Dedi Pratama", "left")
    assert stage.does("maya", receipts.one, number).ready
    with pytest.raises(Refused):
        stage.does("yosef", receipts.one, number)


def test_nobody_signs_and_the_head_is_reminded_never_replaced(stage: Stage) -> None:
    late = datetime(2026, 10, 27, 3, tzinfo=UTC)
    tick(stage.database, late)
    waiting = owed(stage, DutyKind.PUBLISH)
    assert [(one.owner_id, one.due_on) for one in waiting] == [
        (stage.ids["kepala"], date(2026, 10, 24))
    ]
    assert stage.all(Publication) == []
    with stage.database.transaction() as session:
        assert duties.open_of(session, stage.ids["kepala"], date(2026, 10, 27))
