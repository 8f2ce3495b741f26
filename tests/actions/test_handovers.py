"""A result that its person does not tap: handed over, attested by another, contradicted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot.actions import receipts, results
from bot.actions.refusals import Refused
from bot.rules.receipts import HandState, ReceiptState, Way
from storage import agreement
from storage.accounts import Account
from storage.audit import AuditEntry, open_reader
from storage.database import Database
from storage.duties import DutyKind
from storage.handovers import Handover
from storage.outbox import Letter
from storage.receipts import Receipt
from tests.actions.test_awards import CALIBRATION, Stage, at_once, refusals
from tests.actions.test_publication import owed, publishes
from tests.copies import copied
from tests.quarter import tick

WHERE = "Ruang kepegawaian lantai 2"
DENIAL = "Saya tidak pernah menerima lembar itu."


@copied
def begun(database: Database) -> Stage:
    """Published; Sari has an account and has not tapped."""
    made = Stage(database)
    for who in ("sari", "dedi", "yosef"):
        made.rates("budi", who)
    made.to_calibration()
    publishes(made)
    tick(database, made.now)
    return made


@pytest.fixture
def stage(database: Database) -> Stage:
    return begun(database)


def receipt(stage: Stage, who: str) -> Receipt:
    found: Receipt = next(one for one in stage.all(Receipt) if one.employee_id == stage.ids[who])
    return found


def long_after(stage: Stage) -> None:
    """The days for handing over have passed."""
    stage.now = CALIBRATION + timedelta(days=21)
    tick(stage.database, stage.now)


def hands_over(stage: Stage, by: str, about: str, witness: str) -> int:
    number = receipt(stage, about).id
    led = stage.does(by, receipts.write_place, number, Way.PRINTED.value, WHERE)
    (handover,) = led.args
    stage.does(by, receipts.ask, handover, stage.ids[witness])
    return int(handover)


def state(stage: Stage, who: str) -> ReceiptState:
    card = stage.does(who, results.card, stage.period, stage.ids[who])
    found: ReceiptState = card.standing.state
    return found


def told(stage: Stage, template: str) -> list[int | None]:
    return [one.employee_id for one in stage.all(Letter) if one.template == template]


def disagreements(stage: Stage) -> list[object]:
    url = stage.database.engine.url.render_as_string(hide_password=False)
    with open_reader(url) as reader:
        kinds = (agreement.Kind.RECEIPT, agreement.Kind.HANDOVER)
        found = agreement.findings(reader, stage.database.vault, stage.now.date())
        return [one for one in found if one.kind in kinds]


def test_whoever_can_tap_is_reminded_first(stage: Stage) -> None:
    number = receipt(stage, "sari").id
    at = stage.does("maya", receipts.one, number)
    assert not at.ready
    assert at.standing.deemed == date(2026, 11, 3)
    for who in ("maya", "budi"):
        with pytest.raises(Refused, match="still_reminded"):
            stage.does(who, receipts.write_place, number, Way.PRINTED.value, WHERE)
    with stage.database.transaction() as session:
        mine = select(Account).where(Account.employee_id == stage.ids["sari"])
        session.exec(mine).one().unreachable = "blocked"
    assert stage.does("maya", receipts.one, number).ready


def test_two_people_say_so_and_the_third_reads_who(stage: Stage) -> None:
    long_after(stage)
    assert state(stage, "sari") is ReceiptState.DEEMED
    handover = hands_over(stage, "budi", "sari", "dedi")
    assert told(stage, "receipts.asked") == [stage.ids["dedi"]]
    assert [one.owner_id for one in owed(stage, DutyKind.ATTEST)] == [stage.ids["dedi"]]
    assert receipt(stage, "sari").taken_at is None
    for who in ("budi", "sari", "maya", "rina"):
        with pytest.raises(Refused):
            stage.does(who, receipts.attest, handover)
    with pytest.raises(Refused):
        stage.does("sari", receipts.handed, handover)
    stage.does("dedi", receipts.attest, handover)
    row = receipt(stage, "sari")
    assert (row.taken_at, row.taken_by) == (stage.now, stage.ids["dedi"])
    assert state(stage, "sari") is ReceiptState.WITNESSED
    assert owed(stage, DutyKind.ATTEST) == []
    assert stage.ids["sari"] not in {one.owner_id for one in owed(stage, DutyKind.RECEIPT)}
    assert told(stage, "receipts.handed") == [stage.ids["sari"]]
    at = stage.does("sari", receipts.handed, handover)
    assert (at.officer, at.witness, at.way, at.where) == (
        "Budi Santoso, S.Sos.", "Dedi Pratama", "printed", WHERE
    )  # fmt: skip
    card = stage.does("sari", results.card, stage.period, stage.ids["sari"])
    assert card.standing.handover_id == handover
    assert card.standing.window.last == date(2026, 11, 3) + timedelta(14)
    assert disagreements(stage) == []


def test_the_employee_contradicts_and_nothing_was_received(stage: Stage) -> None:
    long_after(stage)
    handover = hands_over(stage, "maya", "sari", "budi")
    stage.does("budi", receipts.attest, handover)
    for who in ("maya", "budi", "dedi"):
        with pytest.raises(Refused):
            stage.does(who, receipts.contradict, handover, DENIAL)
    with pytest.raises(Refused, match="not_a_word"):
        stage.does("sari", receipts.contradict, handover, "Bohong")
    stage.does("sari", receipts.contradict, handover, DENIAL)
    assert receipt(stage, "sari").taken_at is None
    assert state(stage, "sari") is ReceiptState.DEEMED
    assert sorted(told(stage, "receipts.contradicted"), key=str) == sorted(
        [stage.ids["maya"], stage.ids["budi"]], key=str
    )
    assert stage.does("sari", receipts.handed, handover).word == DENIAL
    with pytest.raises(Refused, match="contradicted_already"):
        stage.does("sari", receipts.contradict, handover, DENIAL)
    assert disagreements(stage) == []
    stage.does("sari", receipts.take, stage.period, 1)
    assert state(stage, "sari") is ReceiptState.TAPPED
    assert disagreements(stage) == []


def test_the_witness_denies(stage: Stage) -> None:
    long_after(stage)
    handover = hands_over(stage, "maya", "sari", "budi")
    stage.does("budi", receipts.deny, handover)
    assert told(stage, "receipts.denied") == [stage.ids["maya"]]
    assert receipt(stage, "sari").taken_at is None
    with pytest.raises(Refused, match="overtaken"):
        stage.does("budi", receipts.attest, handover)
    again = hands_over(stage, "maya", "sari", "dedi")
    assert again != handover
    assert disagreements(stage) == []


def test_a_tap_comes_first(stage: Stage) -> None:
    long_after(stage)
    handover = hands_over(stage, "maya", "sari", "budi")
    stage.does("sari", receipts.take, stage.period, 1)
    assert owed(stage, DutyKind.ATTEST) == []
    with pytest.raises(Refused, match="overtaken"):
        stage.does("budi", receipts.attest, handover)
    assert state(stage, "sari") is ReceiptState.TAPPED
    assert disagreements(stage) == []


def test_tap_and_witness_at_once_leave_one_receipt(stage: Stage) -> None:
    long_after(stage)
    handover = hands_over(stage, "maya", "sari", "budi")
    outcomes = at_once(
        lambda: stage.does("sari", receipts.take, stage.period, 1),
        lambda: stage.does("budi", receipts.attest, handover),
    )
    assert refusals(outcomes) <= 1
    both = ("receipts.take", "receipts.attest")
    taken = [one for one in stage.all(AuditEntry) if one.action in both]
    assert len(taken) == 1
    assert receipt(stage, "sari").taken_at is not None
    assert disagreements(stage) == []


def test_nobody_is_witness_in_their_own_case(stage: Stage) -> None:
    long_after(stage)
    number = receipt(stage, "sari").id
    with pytest.raises(Refused, match="not_a_place"):
        stage.does("maya", receipts.write_place, number, Way.SHOWN.value, "di")
    (handover,) = stage.does("maya", receipts.write_place, number, Way.SHOWN.value, WHERE).args
    for who in ("maya", "sari"):
        with pytest.raises(Refused, match="not_a_witness"):
            stage.does("maya", receipts.ask, handover, stage.ids[who])
    with pytest.raises(Refused):
        stage.does("budi", receipts.ask, handover, stage.ids["dedi"])
    (found,) = stage.all(Handover)
    assert found.state == HandState.DRAFT
    assert stage.does("maya", receipts.find_witness, handover, "Budi").args[1] == stage.ids["budi"]


def test_a_changed_row_is_found(stage: Stage) -> None:
    long_after(stage)
    handover = hands_over(stage, "maya", "sari", "budi")
    stage.does("budi", receipts.attest, handover)
    with stage.database.engine.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE handover SET witness_id = {stage.ids['dedi']} WHERE id = {handover}"
        )
    found = disagreements(stage)
    assert [(one.kind, one.about) for one in found] == [  # type: ignore[attr-defined]
        (agreement.Kind.HANDOVER, str(handover))
    ]
