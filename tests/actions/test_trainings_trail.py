"""`teladan verify` of training: what was changed past the bot is found, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text
from sqlmodel import Session

from bot.actions import trainings
from bot.actions.me import Me, read_me
from bot.actions.trainings import agreeing, attending, correcting, ending, ruling
from bot.rules.trainings.course import State
from handlers.conversations import build_dispatcher
from storage import agreement, audit
from storage.database import Database
from storage.trainings import request
from tests.cast import PEOPLE, Cast, settle
from tests.factors import prove
from tests.kit import Office, TestClock
from tests.quarter import moves_to
from tests.trainings import WHY, offer

NOVEMBER, DAY = date(2026, 11, 10), date(2026, 11, 12)
KINDS = {
    agreement.Kind.APPLICATION, agreement.Kind.ATTENDANCE, agreement.Kind.TRAINING_RESULT,
    agreement.Kind.HOURS, agreement.Kind.ALLOCATION, agreement.Kind.ASKED_TRAINING,
    agreement.Kind.CONFIRMED_TRAINING,
}  # fmt: skip


@pytest.fixture
def taught(database: Database, clock: TestClock) -> Cast:
    """Sari applied, was refused, applied again, got a seat, came and passed; Dedi is a draft."""
    cast = settle(Office(build_dispatcher(database, clock), clock), database)
    moves_to(cast, NOVEMBER)
    now = cast.sari.office.clock.now()
    with database.transaction() as session:
        course = offer(session, now, begins_on=DAY, cost=0)
        for agreed in (False, True):
            sari, budi = me(session, cast, "sari"), me(session, cast, "budi")
            trainings.write_why(session, sari, course, WHY)
            number = request.of(session, course, cast.ids["sari"])
            assert number is not None
            trainings.send(session, sari, number.id or 0)
            if agreed:
                agreeing.agree(session, budi, number.id or 0)
            else:
                agreeing.write_refusal(session, budi, number.id or 0, WHY)
                agreeing.refuse(session, budi, number.id or 0)
        trainings.write_why(session, me(session, cast, "dedi"), course, WHY)
        trainings.reserve_seat(session, course, cast.ids["sari"], "award/1", now)
    moves_to(cast, DAY)
    with database.transaction() as session:
        maya, number = me(session, cast, "maya"), request.of(session, course, cast.ids["sari"])
        assert number is not None
        attending.note(session, maya, number.id or 0, State.PRESENT)
        ending.write_score(session, maya, number.id or 0, "90")
        ending.end(session, maya, number.id or 0, State.PASSED)
    return cast


def me(session: Session, cast: Cast, key: str) -> Me:
    found = read_me(session, PEOPLE[key][0], cast.sari.office.clock.now())
    assert found is not None
    return found


def found_in(database: Database) -> list[tuple[str, str]]:
    with audit.open_reader(database.engine.url.render_as_string(hide_password=False)) as reader:
        all_ = agreement.findings(reader, database.vault, DAY)
        return sorted((one.kind, one.fault) for one in all_ if one.kind in KINDS)


def test_what_the_bot_did_agrees(taught: Cast) -> None:
    assert found_in(taught.database) == []


@pytest.mark.parametrize(
    ("change", "kind", "fault"),
    [
        ("UPDATE trainingrequest SET score = 99 WHERE score = 90", "training_result", "differs"),
        ("UPDATE learning SET minutes = 1800", "hours", "differs"),
        ("UPDATE learning SET state = 'refused'", "hours", "gone"),
        ("UPDATE trainingrequest SET attended_by = 1 WHERE score = 90", "attendance", "differs"),
    ],
)
def test_what_was_changed_past_the_bot_is_found(
    taught: Cast, change: str, kind: str, fault: str
) -> None:
    with taught.database.engine.begin() as connection:
        connection.execute(text(change))
    assert found_in(taught.database) == [(kind, fault)]


@pytest.fixture
def put_right(taught: Cast) -> Cast:
    """Sari's score was 90; by the word of two it is 70."""
    with taught.database.transaction() as session:
        rina, kepala = me(session, taught, "rina"), me(session, taught, "kepala")
        found = request.of_person(session, taught.ids["sari"])[0].id or 0
        correcting.write(session, rina, found, "70")
        correcting.write(session, rina, found, WHY)
        correcting.ask(session, rina, found)
        prove(session, kepala.employee_id, kepala.now)
        ruling.confirm(session, kepala, 1)
    return taught


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("UPDATE trainingrequest SET score = 90 WHERE score = 70", "training_result"),
        ("UPDATE trainingcorrection SET was_score = 99", "asked_training"),
        ("UPDATE trainingcorrection SET was_by = decided_by", "asked_training"),
        ("UPDATE trainingcorrection SET reason = answer_was", "asked_training"),
        ("UPDATE trainingcorrection SET decided_by = 1 + decided_by", "confirmed_training"),
    ],
)
def test_a_correction_changed_past_the_bot_is_found(
    put_right: Cast, change: str, kind: str
) -> None:
    assert found_in(put_right.database) == []
    other = put_right.database.vault.seal("Lain sekali.")
    with put_right.database.engine.begin() as connection:
        connection.execute(text(change.replace("answer_was", ":other")), {"other": other})
    assert found_in(put_right.database) == [(kind, "differs")]


def test_an_application_that_is_gone_is_found(taught: Cast) -> None:
    with taught.database.engine.begin() as connection:
        connection.execute(text("DELETE FROM trainingrequest WHERE score = 90"))
    kinds = {kind for kind, _ in found_in(taught.database)}
    assert kinds == {"application", "attendance", "training_result"}


def test_a_seat_without_an_entry_is_found(taught: Cast) -> None:
    with taught.database.engine.begin() as connection:
        seat = "UPDATE trainingrequest SET state = 'seated' WHERE state = 'draft'"
        connection.execute(text(seat))
    assert found_in(taught.database) == [("application", "unrecorded")]
