"""The invented office is whole: people, results, awards, and a task on every phone."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.actions import awards, cases, publication, scores, trainings
from bot.actions.awards.kinds import KIND
from bot.actions.awards.ranking import ranking
from bot.actions.me import read_me
from bot.actions.stories import reading as told_stories
from bot.actions.surveys import home as survey_home
from bot.actions.surveys import reading
from bot.actions.trainings import running
from bot.office.colleagues import ANSWERS
from bot.office.hiring import NOT_JOINED, invitation_code
from bot.office.people import AGENCY, LATE, LEVELS_ABOVE
from bot.office.phones import Phone
from bot.rules.nip import NipKind, parse_nip
from bot.rules.periods import PeriodState
from bot.rules.trainings.course import State
from storage import (
    absences,
    accounts,
    duties,
    employees,
    entry_codes,
    evidence,
    invited,
    outbox,
    periods,
    proposals,
    rating_queue,
    supplements,
    turns,
    units,
)
from storage.achievements import Achievement
from storage.awards import Award
from storage.broadcasts import Broadcast, open_quizzes, quizzes
from storage.broadcasts import reading as reach
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.employees import Employee
from storage.evidence import Evidence
from storage.evidence_files import files_of
from storage.exhibits import Exhibit
from storage.peers import TicketState, tickets
from storage.surveys import SurveyWish
from storage.trainings.request import TrainingRequest
from storage.units import Unit
from tests.office.conftest import Made


def by_key(made: Made, key: str) -> Phone:
    return next(phone for phone in made.seeded.phones if phone.key == key)


def person(session: Session, made: Made, key: str) -> Employee:
    index = vault_of(session).index(by_key(made, key).number)
    return session.exec(select(Employee).where(Employee.phone_index == index)).one()


def test_a_late_result_a_leaver_an_exhibit_and_too_few_answers(made: Made) -> None:
    with made.database.transaction() as session:
        head = person(session, made, "kepala").id or 0
        found = duties.open_ones(
            session, (head,), (DutyKind.PUBLISH_LATE,), made.seeded.now.date()
        )
        assert [one.about_id for one in found] == [supplements.waiting(session)[0].employee_id]
        me = read_me(session, by_key(made, "kepala").telegram_id, made.seeded.now)
        assert me is not None
        assert publication.card(session, me).before == (found[0].period_id, 2)
        (left,) = session.exec(select(Employee).where(Employee.left_on != None))  # noqa: E711
        assert left.superior_id == person(session, made, "yosef").id
        (exhibit,) = session.exec(select(Exhibit))
        assert files_of(session).read(exhibit.sha256)
        third = periods.of_quarter(session, 2026, 3)
        spent = Counter(
            one.about_id
            for one in tickets.of_period(session, (third and third.id) or 0)
            if one.state == TicketState.SPENT
        )
        assert min(spent.values()) == ANSWERS


def test_forty_people_in_four_units_and_three_zones(made: Made) -> None:
    with made.database.transaction(reading=True) as session:
        people = employees.in_service(session)
        assert len(people) == len({one.name for one in people}) == 39
        found = [parse_nip(one.nip, made.seeded.now.date()) for one in people]
        assert {nip.kind for nip in found} == set(NipKind)
        assert all(nip.serial > 900 for nip in found)
        assert {unit.zone for unit in units.everything(session)} == {
            "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura",
        }  # fmt: skip
        assert len(units.everything(session)) == 4
        deepest = max(len(employees.chain(session, one.id or 0)) for one in people)
        assert deepest == LEVELS_ABOVE


def test_the_first_four_phones_are_those_of_the_story(made: Made) -> None:
    keys = [phone.key for phone in made.seeded.phones]
    assert keys[:4] == ["sari", "budi", "wayan", "kepala"]
    assert len(keys) == len(set(keys)) >= 10
    with made.database.transaction(reading=True) as session:
        for phone in made.seeded.phones:
            account = accounts.active_of(session, person(session, made, phone.key).id or 0)
            assert (account is not None) is phone.joined
            if account is not None:
                assert account.telegram_id == phone.telegram_id


def test_who_has_not_joined_holds_a_living_invitation(made: Made) -> None:
    with made.database.transaction(reading=True) as session:
        code = entry_codes.by_code(session, invitation_code())
        assert code is not None
        assert code.lives(made.seeded.now)
        assert code.employee_id == person(session, made, NOT_JOINED).id
    caption = next(phone.role for phone in made.seeded.phones if not phone.joined)
    assert caption.endswith(f"?start={invitation_code()}")


def test_every_stored_result_recomputes(made: Made) -> None:
    with made.database.transaction(reading=True) as session:
        assert scores.disagreeing(session, 0, 1000) == ([], None)


def test_the_public_was_heard_in_every_office(made: Made) -> None:
    """Figures in each quarter, a suspicion and comments for HR, and who waits to be told."""
    now = made.seeded.now
    with made.database.transaction() as session:
        head, maya = (
            read_me(session, by_key(made, key).telegram_id, now) for key in ("kepala", "maya")
        )
        assert head is not None
        assert maya is not None
        for unit in units.everything(session):
            for quarter in (20261, 20262, 20263, 20264):
                assert reading.glance(session, head, unit.id or 0, quarter).figure is not None
        home = survey_home.home(session, maya)
        assert (home.cases, home.comments) == (1, 2)
        (wish,) = session.exec(select(SurveyWish)).all()
        assert wish.told_on is None


def test_awards_are_numbered_without_a_gap(made: Made) -> None:
    with made.database.transaction(reading=True) as session:
        found = session.exec(select(Award)).all()
        assert [award.number for award in found] == list(range(1, len(found) + 1))
        assert len(found) == 5
        assert all(award.employee_id != award.given_by for award in found)


def test_everybody_sees_a_round_that_is_voted_on_and_one_that_ended_in_a_story(made: Made) -> None:
    with made.database.transaction(reading=True) as session:
        for phone in made.seeded.phones:
            me = read_me(session, phone.telegram_id, made.seeded.now)
            if me is None:
                continue
            seen = awards.list_rounds(session, me).items
            assert (seen[0].kind.key, seen[0].state) == ("inovator", "voting"), phone.key
            (told,) = told_stories.list_(session, me).rows
            newest = awards.list_(session, me).honours[0]
            assert newest.name == told[1] == person(session, made, "marice").name
            assert awards.still_told(session, newest.award_id)
        wayan = person(session, made, "wayan").id or 0
        owed = duties.open_ones(session, (wayan,), (DutyKind.VOTE_AWARD,), made.seeded.now.date())
        assert len(owed) == 2


def test_an_application_is_there_at_each_stage(made: Made) -> None:
    with made.database.transaction(reading=True) as session:
        rows = session.exec(select(TrainingRequest)).all()
        stages = set(State) - {State.WITHDRAWN, State.CALLED_OFF, State.PRESENT}
        assert {one.state for one in rows} == stages
        sari = person(session, made, "sari").id or 0
        assert trainings.ledger(session, sari, made.seeded.now.date()).hours.minutes >= 540
        assert running.use_of(
            session, next(r for r in rows if r.state == "passed").training_id
        ).mean


def test_the_third_quarter_can_be_proposed_and_decided_at_once(made: Made) -> None:
    today = made.seeded.now.date()
    with made.database.transaction(reading=True) as session:
        period = periods.of_quarter(session, 2026, 3)
        agency = session.exec(select(Unit).where(Unit.name == AGENCY)).first()
        assert period is not None
        assert period.id is not None
        assert agency is not None
        assert agency.id is not None
        assert PeriodState(period.state) is PeriodState.CALIBRATION
        assert proposals.living(session, KIND, period.id, agency.id) is None
        best = next(row for row in ranking(session, period, agency.id) if not row.obstacles)
        assert best.employee_id == person(session, made, "sari").id
        head, team = (person(session, made, key).id or 0 for key in ("kepala", "wayan"))
        kinds = {duty.kind for duty in duties.open_of(session, team, today)}
        assert DutyKind.PROPOSE_AWARD in kinds
        waiting = proposals.waiting(session)
        assert len(waiting) == 1
        assert head in cases.deciders(session, waiting[0], today)
        owed = duties.open_ones(session, (head,), (DutyKind.DECIDE_AWARD,), today)
        assert [duty.object_id for duty in owed] == [waiting[0].id]


@pytest.mark.parametrize(
    ("key", "count"), [("budi", 3), ("tenri", 2), ("yosef", 1), ("kepala", 1)]
)
def test_raters_have_their_queue(made: Made, key: str, count: int) -> None:
    today = made.seeded.now.date()
    with made.database.transaction(reading=True) as session:
        who = person(session, made, key).id or 0
        held = [one.absent_id for one in absences.mandates_held(session, who, today)]
        assert len(rating_queue.waiting_for(session, who, [who, *held], today)) == count


def test_one_picture_was_claimed_before(made: Made) -> None:
    with made.database.transaction(reading=True) as session:
        waiting = [turn for turn, _ in turns.all_waiting(session)]
        twins = [evidence.twins_of(session, turn.achievement_id) for turn in waiting]
        assert [[twin.same for twin in found] for found in twins if found] == [[True]]


def test_pictures_are_shown_without_telegram(made: Made) -> None:
    with made.database.transaction(reading=True) as session:
        found = session.exec(select(Evidence)).all()
        assert len(found) >= 6
        for one in found:
            assert (one.kind, one.state, one.file_id) == ("document", "kept", "")
            assert files_of(session).read(one.sha256).startswith(b"\xff\xd8")


def test_every_phone_has_something_to_do(made: Made) -> None:
    """The forum must still be answered, or something is owed that can be done now."""
    now = made.seeded.now
    with made.database.transaction(reading=True) as session:
        for phone in made.seeded.phones:
            who = person(session, made, phone.key).id or 0
            asked = invited.waiting_for(session, who, invited.Moments(now, now, now, now, 5))
            owed = duties.open_of(session, who, now.date())
            assert asked or owed, phone.key


def test_newcomers_owe_nothing_of_the_quarter_before(made: Made) -> None:
    with made.database.transaction(reading=True) as session:
        period = periods.of_quarter(session, 2026, 3)
        assert period is not None
        assert period.id is not None
        late = {person(session, made, key).id for key in LATE}
        kinds = (DutyKind.REPORT, DutyKind.APPRAISE)
        owed = duties.of_period(session, period.id, kinds)
        assert owed
        assert not [duty for duty in owed if {duty.owner_id, duty.about_id} & late]


def test_nothing_lies_in_the_future_and_no_letter_waits(made: Made) -> None:
    now = made.seeded.now
    with made.database.transaction(reading=True) as session:
        assert session.exec(select(outbox.Letter)).all() == []
        for row in session.exec(select(Achievement)):
            moments = (row.created_at, row.sent_at or row.created_at, row.changed_at)
            assert max(moments) <= now + timedelta(minutes=1)
            assert row.done_on is not None
            assert row.done_on <= now.date()


def test_a_broadcast_has_figures_and_others_wait(made: Made) -> None:
    with made.database.transaction(reading=True) as session:
        found = {one.state: one.id or 0 for one in session.exec(select(Broadcast))}
        assert set(found) == {"sent", "planned", "draft"}
        how = reach.progress(session, found["sent"])
        assert (how.out, how.wait) == (2, 0)
        assert how.sent > how.seen > 0
        sums = quizzes.sums(session, found["sent"])
        assert sums.asked > sums.answered > sums.passed > 0
        sari = person(session, made, "sari").id or 0
        assert open_quizzes.unanswered(session, sari, made.seeded.now.date())
