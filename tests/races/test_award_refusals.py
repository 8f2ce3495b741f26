"""A head refuses whom the panel put first: the votes say who comes next, or nobody does."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib import import_module

import pytest
from sqlalchemy import text

from bot.actions import awards
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from storage import agreement, audit, proposals
from storage.agreement import Finding
from storage.audit import Reader
from storage.awards import rounds
from storage.database import Database
from storage.duties import DutyKind
from storage.grants import Grant
from storage.outbox import Letter
from storage.proposals import Proposal
from tests.actions.test_awards import CALIBRATION, REASON, at_once
from tests.races.between import between
from tests.races.test_awards import KIND, Voting, _prefers, begun

AGAINST = "Dampaknya belum dirasakan pemohon di loket."
ENOUGH = "Tidak ada calon lain yang sepadan tahun ini."


@pytest.fixture
def voting(database: Database) -> Voting:
    return begun(database)


def proposes(voting: Voting, about: str) -> int:
    led = voting.does(
        "wayan", awards.write_reason, voting.period, 0, voting.ids[about], KIND, REASON
    )
    number = int(led.args[0])
    voting.does("wayan", awards.propose, number)
    return number


def refuses(voting: Voting, number: int) -> None:
    voting.does("kepala", awards.write_rejection, number, AGAINST)
    voting.does("kepala", awards.reject, number)


def findings(voting: Voting) -> list[Finding]:
    with voting.database.transaction() as session:
        reader = Reader(session.connection())
        kinds = (agreement.Kind.VERDICT, agreement.Kind.ROUND, agreement.Kind.PROPOSAL)
        found = agreement.findings(reader, voting.database.vault, date(2026, 12, 31))
        return [one for one in found if one.kind in kinds]


def test_the_next_by_the_votes_follows_and_the_refused_one_never_comes_back(
    voting: Voting,
) -> None:
    voting.ends_with("yosef")  # then Sari, then Dedi
    refuses(voting, proposes(voting, "yosef"))
    assert voting.first() == ["sari"]
    assert voting.owing(DutyKind.NAME_WINNER) == {"wayan", "maya", "rina"}
    for nobody in ("yosef", "dedi"):
        with pytest.raises(Refused):
            proposes(voting, nobody)
    told = [one for one in voting.all(Letter) if one.template == "awards.refused"]
    assert [one.employee_id for one in told] == [voting.ids["yosef"]]
    assert AGAINST not in str([one.facts for one in told])
    inside, outside = (
        voting.does(who, awards.round_card, voting.number) for who in ("maya", "dedi")
    )
    assert [(one.name, one.reason) for one in inside.refused] == [("Yosef Wanggai", AGAINST)]
    assert (outside.passed_over, outside.refused, outside.refused_me) == (1, (), False)
    his = voting.does("yosef", awards.round_card, voting.number)
    assert (his.refused_me, his.refused) == (True, ())
    voting.turns(CALIBRATION)
    assert voting.first() == ["sari"]  # the clock finds nothing more to do
    number = proposes(voting, "sari")
    voting.does("kepala", awards.approve, number)
    assert [one.state for one in voting.all(Proposal)] == ["rejected", "approved"]
    assert findings(voting) == []


def test_all_are_refused_and_the_round_closes_without_a_first(voting: Voting) -> None:
    voting.ends_with("yosef")
    for key in ("yosef", "sari", "dedi"):
        refuses(voting, proposes(voting, key))
    assert (voting.round().state, voting.first()) == (rounds.CLOSED, [])
    assert voting.owing(DutyKind.NAME_WINNER) == set()
    assert findings(voting) == []


def test_members_are_asked_two_by_two_only_about_those_who_now_lie_close(voting: Voting) -> None:
    for who in ("wayan", "maya", "rina"):
        voting.votes(who, yosef=5, sari=3, dedi=3)
    assert voting.first() == ["yosef"]
    number = proposes(voting, "yosef")
    refuses(voting, number)
    assert voting.round().state == rounds.COMPARING
    assert voting.owing(DutyKind.COMPARE_AWARD) == {"wayan", "maya", "rina"}
    with pytest.raises(Refused):
        proposes(voting, "sari")
    assert findings(voting) == []
    for who in ("wayan", "maya", "rina"):
        _prefers(voting, who, ("dedi", "sari"))
    assert voting.first() == ["dedi"]


def test_given_back_the_candidate_keeps_the_place(voting: Voting) -> None:
    voting.ends_with("sari")
    number = proposes(voting, "sari")
    voting.does("kepala", awards.write_rejection, number, AGAINST)
    voting.does("kepala", awards.give_back, number)
    assert voting.first() == ["sari"]
    assert voting.owing(DutyKind.NAME_WINNER) == {"wayan", "maya", "rina"}
    assert not [one for one in voting.all(Letter) if one.template == "awards.refused"]
    voting.does("kepala", awards.approve, proposes(voting, "sari"))
    assert findings(voting) == []


def test_the_head_presses_both_and_one_of_them_counts(voting: Voting) -> None:
    voting.ends_with("yosef")
    number = proposes(voting, "yosef")
    voting.does("kepala", awards.write_rejection, number, AGAINST)
    outcomes = at_once(*[
        lambda act=act: voting.does("kepala", act, number)
        for act in (awards.reject, awards.give_back)
    ])  # fmt: skip
    assert sum(isinstance(one, Refused) for one in outcomes) == 1
    (kept,) = voting.all(Proposal)
    first = ["sari"] if kept.state == proposals.REJECTED else ["yosef"]
    assert voting.first() == first
    assert findings(voting) == []


def test_a_round_ends_without_a_winner_only_after_a_refusal_and_by_somebody_else(
    voting: Voting,
) -> None:
    voting.ends_with("yosef")
    with pytest.raises(Refused):
        voting.does("maya", awards.write_end, voting.number, ENOUGH)
    refuses(voting, proposes(voting, "yosef"))
    for nobody in ("kepala", "sari"):
        with pytest.raises(Refused):
            voting.does(nobody, awards.write_end, voting.number, ENOUGH)
    voting.does("maya", awards.write_end, voting.number, ENOUGH)
    with pytest.raises(Refused):
        voting.does("rina", awards.end, voting.number)  # what Maya wrote is not Rina's
    voting.does("maya", awards.end, voting.number)
    assert voting.round().state == rounds.ENDED
    assert voting.owing(DutyKind.NAME_WINNER) == set()
    with pytest.raises(Refused):
        proposes(voting, "sari")
    card = voting.does("dedi", awards.round_card, voting.number)
    assert (card.ending.by, card.ending.reason) == ("", "")
    card = voting.does("kepala", awards.round_card, voting.number)
    assert card.ending.reason == ENOUGH
    voting.turns(datetime(2026, 11, 3, 3, tzinfo=UTC))
    assert voting.round().state == rounds.ENDED
    assert findings(voting) == []


def test_whom_the_head_refused_does_not_end_the_round_for_the_others(voting: Voting) -> None:
    voting.ends_with("yosef")
    refuses(voting, proposes(voting, "yosef"))
    with voting.database.transaction() as session:
        for who in ("yosef", "dedi"):  # both join the panel; Dedi may still be proposed
            number, since = voting.ids[who], date(2026, 1, 1)
            session.add(Grant(employee_id=number, role=Role.EVALUATION_TEAM, since=since))
    ends = [
        voting.does(who, awards.round_card, voting.number).may_end for who in ("yosef", "dedi")
    ]
    assert ends == [False, True]
    with pytest.raises(Refused):
        voting.does("yosef", awards.write_end, voting.number, ENOUGH)


def test_one_proposes_the_next_while_another_ends_the_round(voting: Voting) -> None:
    voting.ends_with("yosef")
    refuses(voting, proposes(voting, "yosef"))
    voting.does("maya", awards.write_end, voting.number, ENOUGH)
    led = voting.does(
        "wayan", awards.write_reason, voting.period, 0, voting.ids["sari"], KIND, REASON
    )
    outcomes = between(
        voting.database,
        voting.act("wayan", awards.propose, int(led.args[0])),
        voting.act("maya", awards.end, voting.number),
    )
    assert isinstance(outcomes[1], Refused)
    assert voting.round().state == rounds.CLOSED


def test_a_reason_changed_behind_the_back_is_found(voting: Voting) -> None:
    voting.ends_with("yosef")
    number = proposes(voting, "yosef")
    refuses(voting, number)
    with voting.database.transaction() as session:
        session.get_one(Proposal, number).answer = "Alasan lain yang tidak pernah ditulis."
    assert [one.kind for one in findings(voting)] == [agreement.Kind.VERDICT]


def test_who_won_after_a_rejection_of_earlier_rules_is_not_called_refused(voting: Voting) -> None:
    voting.ends_with("yosef")
    with voting.database.transaction() as session:
        for state in (proposals.REJECTED, proposals.APPROVED):
            session.add(
                Proposal(
                    kind=KIND, period_id=voting.period, employee_id=voting.ids["yosef"],
                    proposer_id=voting.ids["wayan"], reason=REASON, state=state,
                    written_at=voting.now, decided_by=voting.ids["kepala"], decided_at=voting.now,
                )
            )  # fmt: skip
    card = voting.does("yosef", awards.round_card, voting.number)
    assert (card.passed_over, card.refused_me) == (0, False)


def test_what_was_rejected_under_earlier_rules_was_given_back(voting: Voting) -> None:
    """One of then and one of now: the upgrade calls the first given back, the second stays."""
    voting.ends_with("yosef")
    number = proposes(voting, "yosef")
    rules = import_module("storage.migrations.versions.0067_hands")
    with voting.database.transaction() as session:
        head = voting.ids["kepala"]
        proposals.decide(session, number, proposals.REJECTED, head, voting.now, AGAINST)
        audit.record(session, voting.now, head, "awards.reject", f"proposal/{number}")
    with voting.database.transaction() as session:
        session.connection().execute(text(rules.GIVE_BACK))
    card = voting.does("yosef", awards.round_card, voting.number)
    assert (card.passed_over, card.refused_me) == (0, False)
    voting.turns(CALIBRATION)
    assert voting.first() == ["yosef"]
    refuses(voting, proposes(voting, "yosef"))
    assert findings(voting) == []
    with voting.database.transaction() as session:
        session.connection().execute(text(rules.GIVE_BACK))
    assert [one.state for one in voting.all(Proposal)] == ["returned", "rejected"]
    with voting.database.transaction() as session:
        session.connection().execute(text("UPDATE proposal SET state = 'returned'"))
    assert [one.kind for one in findings(voting)] == [agreement.Kind.VERDICT]
