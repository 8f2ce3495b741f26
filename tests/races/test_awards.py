"""Rounds of awards: votes at once, a count while a vote comes in, people who leave in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import permutations
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.actions import appraisals, awards
from bot.actions.awards import turning
from bot.actions.awards.outcome import first_of
from bot.actions.days import agency_days
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.awards import DecidedBy
from bot.rules.awards.service import PENALTIES
from storage.appraisals import Appraisal
from storage.audit import AuditEntry
from storage.awards import AwardRound, AwardVote, rounds, votes
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.grants import Grant
from storage.proposals import Proposal
from storage.service_notes import ServiceNote
from tests.actions.test_awards import CALIBRATION, REASON, Stage, at_once
from tests.cast import employ
from tests.copies import copied
from tests.factors import proves
from tests.quarter import STEPS, tick
from tests.races.between import between

OPENED = datetime(2026, 8, 12, 3, tzinfo=UTC)
OVER = datetime(2026, 10, 21, 3, tzinfo=UTC)  # the days of voting are past
PAIRS_OVER = datetime(2026, 10, 27, 3, tzinfo=UTC)
KIND = "inovator"


class Voting(Stage):
    """Wayan, Maya and Rina vote on Sari, Dedi and Yosef, who were rated alike."""

    def __init__(self, database: Database) -> None:
        self.database, self.now = database, OPENED
        with database.transaction() as session:
            self.ids = employ(session)[1]
            for key in ("maya", "rina"):
                grant = Grant(employee_id=self.ids[key], role=Role.EVALUATION_TEAM,
                              since=date(2026, 1, 1))  # fmt: skip
                session.add(grant)
        tick(database, OPENED)
        self.turns(OPENED)
        self.now = datetime(2026, 10, 7, 3, tzinfo=UTC)
        tick(database, self.now)
        with database.transaction() as session:
            self.period = session.exec(select(AwardRound.period_id)).first() or 0
        with database.transaction() as session:
            budi = self.me(session, "budi")
            for key in ("sari", "dedi", "yosef"):
                _rate(session, budi, self.period, self.ids[key])
        self.now = CALIBRATION
        tick(database, self.now)
        self.turns(self.now)
        proves(database, self.ids["kepala"], self.now)
        with database.transaction() as session:
            one = rounds.of_case(session, KIND, self.period, 0)
            assert one is not None
            assert one.state == rounds.VOTING
            self.number = one.id or 0

    def turns(self, now: datetime) -> None:
        self.now = now
        with self.database.transaction() as session:
            awards.turn(session, now)

    def act(self, who: str, work: Callable[..., Any], *args: Any) -> Callable[[Session], Any]:
        return lambda session: work(session, self.me(session, who), *args)

    def votes(self, who: str, **levels: int) -> None:
        for key, level in levels.items():
            self.does(who, awards.vote, self.number, self.ids[key], level)

    def round(self) -> AwardRound:
        with self.database.transaction() as session:
            found = rounds.get(session, self.number)
            assert found is not None
            return found

    def first(self) -> list[str]:
        names = {number: key for key, number in self.ids.items()}
        return [names[one] for one in first_of(self.round())]

    def owing(self, kind: DutyKind) -> set[str]:
        names = {number: key for key, number in self.ids.items()}
        return {
            names[one.owner_id]
            for one in self.all(Duty)
            if one.kind == kind and one.object_id == self.number and not one.done_at
            and not one.cancelled_at
        }  # fmt: skip

    def leaves(self, key: str) -> None:
        with self.database.transaction() as session:
            session.get_one(Employee, self.ids[key]).left_on = self.now.date()

    def is_penalised(self, key: str) -> None:
        with self.database.transaction() as session:
            session.add(_penalty(self, key))

    def ends_with(self, first: str) -> None:
        """Everybody votes; this one is ahead by more than what is near."""
        others = [key for key in ("sari", "dedi", "yosef") if key != first]
        for who in ("wayan", "maya", "rina"):
            self.votes(who, **{first: 5, others[0]: 4, others[1]: 3})
        assert self.first() == [first]


def _rate(session: Session, superior: Me, period: int, about: int) -> None:
    appraisals.start(session, superior, period, about)
    found = select(Appraisal.id).where(Appraisal.employee_id == about)
    number = session.exec(found).one() or 0
    for step in range(1, STEPS + 1):
        appraisals.rate(session, superior, number, step, 5)
    appraisals.send(session, superior, number)


@copied
def begun(database: Database) -> Voting:
    return Voting(database)


@pytest.fixture
def voting(database: Database) -> Voting:
    return begun(database)


def test_one_member_votes_twice_at_once(voting: Voting) -> None:
    about = voting.ids["sari"]
    at_once(*[
        lambda level=level: voting.does("wayan", awards.vote, voting.number, about, level)
        for level in (2, 5)
    ])  # fmt: skip
    (kept,) = voting.all(AwardVote)
    trail = [one for one in voting.all(AuditEntry) if one.action == "awards.vote"]
    assert (kept.level in (2, 5), len(trail)) == (True, 2)


def test_the_last_two_votes_come_at_once(voting: Voting) -> None:
    """Neither sees the other; whoever comes second counts both."""
    voting.votes("maya", sari=5, dedi=4, yosef=3)
    for who in ("wayan", "rina"):
        voting.votes(who, sari=5, dedi=4)
    about = voting.ids["yosef"]
    between(
        voting.database,
        voting.act("wayan", awards.vote, voting.number, about, 3),
        voting.act("rina", awards.vote, voting.number, about, 3),
    )
    assert voting.round().state == rounds.CLOSED
    assert voting.first() == ["sari"]
    assert voting.owing(DutyKind.VOTE_AWARD) == set()


def test_a_vote_comes_in_while_it_is_counted(voting: Voting) -> None:
    """Two of three are a quorum; what Rina says is counted, or refused as too late."""
    for who in ("wayan", "maya"):
        voting.votes(who, sari=5, dedi=4, yosef=3)
    voting.now = OVER

    def counts(session: Session) -> str:
        one = rounds.get(session, voting.number)
        assert one is not None
        turning.advance(session, one, OVER, agency_days(session, OVER))
        return one.state

    state, late = between(
        voting.database, counts,
        voting.act("rina", awards.vote, voting.number, voting.ids["dedi"], 5),
    )  # fmt: skip
    assert state == rounds.CLOSED
    assert isinstance(late, Refused)
    assert late.code == "not_voting"
    assert len(voting.all(AwardVote)) == 6


def test_nothing_is_counted_without_a_quorum(voting: Voting) -> None:
    voting.votes("wayan", sari=5, dedi=4, yosef=3)
    voting.turns(OVER)
    assert voting.round().state == rounds.VOTING
    assert voting.owing(DutyKind.VOTE_AWARD) == {"maya", "rina"}
    voting.leaves("maya")
    voting.turns(OVER)
    assert voting.owing(DutyKind.VOTE_AWARD) == {"rina"}  # one of two is no quorum either
    voting.leaves("rina")
    voting.turns(OVER)
    assert voting.first() == ["sari"]


def test_conflicts_shrink_the_panel_and_the_rest_decide(voting: Voting) -> None:
    voting.votes("wayan", sari=5, dedi=5, yosef=3)
    voting.votes("maya", sari=1, dedi=5, yosef=3)
    voting.does("maya", awards.declare, voting.number, voting.ids["sari"])
    for who in ("sari", "yosef"):
        voting.does("rina", awards.declare, voting.number, voting.ids[who])
    voting.votes("rina", dedi=4)
    assert voting.first() == ["sari"]  # five from the only one who may judge her
    paper = rounds.entries
    with voting.database.transaction() as session:
        found = paper(session, voting.number)
    assert found[voting.ids["sari"]].split()[-1] == "120.00"


def test_who_leaves_or_is_penalised_while_they_vote_is_no_candidate_any_more(
    voting: Voting,
) -> None:
    voting.votes("wayan", sari=5, dedi=4, yosef=3)
    voting.votes("maya", sari=5, dedi=4)
    voting.leaves("sari")
    voting.is_penalised("dedi")
    paper = voting.does("rina", awards.ballot, voting.number)
    assert [name for _, name, _ in paper.people] == ["Yosef Wanggai"]
    voting.turns(CALIBRATION)
    assert voting.first() == ["yosef"]  # alone: there is nothing left to vote on
    assert voting.owing(DutyKind.VOTE_AWARD) == set()


def test_the_first_leaves_after_the_end_and_the_votes_decide_among_the_others(
    voting: Voting,
) -> None:
    voting.ends_with("sari")
    voting.leaves("sari")
    with pytest.raises(Refused):
        voting.does(
            "wayan", awards.write_reason, voting.period, 0, voting.ids["dedi"], KIND, REASON
        )
    voting.turns(CALIBRATION)
    assert voting.first() == ["dedi"]
    assert voting.owing(DutyKind.NAME_WINNER) == {"wayan", "maya", "rina"}
    trail = [
        one.action for one in voting.all(AuditEntry) if one.object == f"awardround/{voting.number}"
    ]
    assert trail[-3:] == ["awards.close", "awards.reopen", "awards.close"]
    led = voting.does(
        "wayan", awards.write_reason, voting.period, 0, voting.ids["dedi"], KIND, REASON
    )
    voting.does("wayan", awards.propose, int(led.args[0]))
    voting.turns(CALIBRATION)
    assert voting.first() == ["dedi"]


def test_a_penalty_between_proposal_and_decision_stops_the_award(voting: Voting) -> None:
    voting.ends_with("sari")
    led = voting.does(
        "wayan", awards.write_reason, voting.period, 0, voting.ids["sari"], KIND, REASON
    )
    number = int(led.args[0])
    voting.does("wayan", awards.propose, number)
    between(
        voting.database,
        lambda session: _penalise(session, voting),
        voting.act("kepala", awards.case, number),
    )
    with pytest.raises(Refused) as refusal:
        voting.does("kepala", awards.approve, number)
    assert refusal.value.code == "obstacles"
    voting.does("kepala", awards.write_rejection, number, "Sedang menjalani hukuman disiplin.")
    with pytest.raises(Refused):
        voting.does("kepala", awards.reject, number)
    voting.does("kepala", awards.give_back, number)
    voting.turns(CALIBRATION)
    assert (voting.first(), [one.state for one in voting.all(Proposal)]) == (
        ["dedi"],
        ["returned"],
    )


def _penalise(session: Session, voting: Voting) -> str:
    session.add(_penalty(voting, "sari"))
    return "noted"


def _penalty(voting: Voting, key: str) -> ServiceNote:
    return ServiceNote(
        employee_id=voting.ids[key], kind=PENALTIES[0], since=date(2026, 10, 1),
        until=date(2027, 4, 1), ground="SK-1", recorded_by=voting.ids["rina"],
        recorded_at=voting.now, confirmed_at=voting.now,
    )  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(("wayan", "maya", "rina")))[::3])
def test_a_circle_of_near_ties_is_told_whoever_answers_last(
    voting: Voting, order: tuple[str, ...]
) -> None:
    """Sari before Dedi before Yosef before Sari: the stated order decides, and it is said."""
    for who in order:
        voting.votes(who, sari=4, dedi=4, yosef=4)
    assert voting.round().state == rounds.COMPARING
    likes = {
        "wayan": ("sari", "dedi", "yosef"), "maya": ("dedi", "yosef", "sari"),
        "rina": ("yosef", "sari", "dedi"),
    }  # fmt: skip
    for who in order[:-1]:
        _prefers(voting, who, likes[who])
    last = likes[order[-1]]
    pairs = [(better, other) for at, better in enumerate(last) for other in last[at + 1 :]]
    for better, other in pairs[:-1]:
        voting.does(order[-1], awards.prefer, voting.number, voting.ids[better], voting.ids[other])
    first, second = (voting.ids[key] for key in pairs[-1])
    between(
        voting.database,
        voting.act(order[-1], awards.prefer, voting.number, first, second),
        voting.act(order[0], awards.prefer, voting.number, first, second),
    )
    card = voting.does("wayan", awards.round_card, voting.number)
    assert card.round.state == rounds.CLOSED
    assert card.outcome.circle == 3
    assert card.outcome.decided_by in (DecidedBy.ORDER, DecidedBy.NOTHING)
    with voting.database.transaction() as session:
        assert sum(map(len, votes.answers(session, voting.number).values())) == 9


def _prefers(voting: Voting, who: str, likes: tuple[str, ...]) -> None:
    for at, better in enumerate(likes):
        for other in likes[at + 1 :]:
            voting.does(who, awards.prefer, voting.number, voting.ids[better], voting.ids[other])


def test_a_member_who_leaves_while_they_compare_stops_nobody(voting: Voting) -> None:
    for who in ("wayan", "maya", "rina"):
        voting.votes(who, sari=4, dedi=4, yosef=4)
    for who in ("wayan", "maya"):
        _prefers(voting, who, ("yosef", "sari", "dedi"))
    assert voting.owing(DutyKind.COMPARE_AWARD) == {"rina"}
    voting.leaves("rina")
    voting.turns(CALIBRATION)
    assert voting.first() == ["yosef"]
