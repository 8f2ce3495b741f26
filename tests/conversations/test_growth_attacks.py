"""Training and mentoring against those who try more than they may."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import Session, select

from bot.actions import mentoring, trainings
from bot.actions.me import Me, read_me
from bot.actions.refusals import Refused
from bot.rules.mentoring import Outcome
from bot.rules.trainings.course import State
from storage import absences
from storage.mentoring import Mentoring, MentorWorth
from storage.trainings import request
from tests.cast import PEOPLE, Cast
from tests.quarter import moves_to
from tests.trainings import WHY, applies, offer

TODAY = date(2026, 11, 10)


def me(cast: Cast, session: Session, key: str) -> Me:
    found = read_me(session, PEOPLE[key][0], cast.sari.office.clock.now())
    assert found is not None
    return found


@pytest.fixture
def offered(cast: Cast) -> Cast:
    moves_to(cast, TODAY)
    with cast.database.transaction() as session:
        offer(session, cast.sari.office.clock.now(), apply_until=TODAY)
    return cast


async def test_what_was_written_in_time_is_not_sent_after_the_close(offered: Cast) -> None:
    sari = offered.sari
    await sari.says("/diklat")
    await sari.taps("Katalog")
    await sari.taps("1. Pelayanan")
    await sari.taps("Daftar")
    await sari.says(WHY)
    moves_to(offered, date(2026, 11, 11))
    await sari.taps("Kirim permohonan")
    assert sari.sees("Pendaftaran pelatihan ini sudah ditutup")
    with offered.database.transaction() as session:
        row = request.of(session, 1, offered.ids["sari"])
        assert row is not None
        assert row.state == State.DRAFT


async def test_who_stands_in_for_the_superior_does_not_answer_an_own_application(
    offered: Cast,
) -> None:
    await applies(offered.sari, "1. Pelayanan")
    with offered.database.transaction() as session:
        ids = offered.ids
        absences.add_mandate(session, ids["budi"], ids["sari"], "plh", TODAY, TODAY, ids["maya"])
    await offered.sari.says("/diklat")
    assert "Menunggu saya (1)" not in offered.sari.screen
    await offered.sari.opens("trainings.request/1", offered.database.vault)
    assert "[Setuju]" not in offered.sari.screen
    for act in (trainings.agree, trainings.refuse):
        with offered.database.transaction() as session, pytest.raises(Refused):
            act(session, me(offered, session, "sari"), 1)


def test_a_meeting_needs_the_other_one_and_a_second_rating_replaces_the_first(
    opened: Cast,
) -> None:
    ids = opened.ids
    with opened.database.transaction() as session:
        row = Mentoring(
            mentor_id=ids["wayan"], mentee_id=ids["sari"], goals="", reason="asked",
            state="active", proposed_by=ids["maya"], proposed_at=opened.sari.office.clock.now(),
            started_on=date(2026, 8, 1),
        )  # fmt: skip
        session.add(row)
        session.flush()
        number = row.id or 0
        sari, wayan = me(opened, session, "sari"), me(opened, session, "wayan")
        mentoring.note(session, sari, number, 20260812, 60)
        (held,) = mentoring.card(session, sari, number).meetings
        meeting = held.number
    for key in ("sari", "dedi", "budi", "maya"):  # who noted it, strangers, superior, HR
        with opened.database.transaction() as session, pytest.raises(Refused):
            mentoring.confirm(session, me(opened, session, key), meeting)
    with opened.database.transaction() as session:
        mentoring.confirm(session, wayan, meeting)
        mentoring.end(session, wayan, number, Outcome.REACHED)
    for level in (5, 1):
        with opened.database.transaction() as session:
            mentoring.value(session, me(opened, session, "sari"), number, level)
    with opened.database.transaction() as session:
        (told,) = session.exec(select(MentorWorth))
        assert (told.person_id, told.level) == (ids["sari"], 1)
        with pytest.raises(Refused):
            mentoring.note(session, wayan, number, 20260812, 60)  # it is over
