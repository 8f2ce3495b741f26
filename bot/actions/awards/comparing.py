"""Two by two: which of the nearly equal deserves it more, by whoever may judge both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.awards.counting import owing_pairs
from bot.actions.awards.rounds import Round, line_of, read_round
from bot.actions.awards.turning import advance
from bot.actions.awards.voting import of_panel
from bot.actions.days import agency_days
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.screens import Went, place
from bot.texts import awards as texts
from bot.texts import words
from storage import audit, employees
from storage.awards import AwardRound, rounds, votes


@dataclass(frozen=True, slots=True)
class Comparing:
    """Two of the nearly equal, 0 where all is answered; `left` questions are still mine."""

    round: Round
    first: tuple[int, str]
    second: tuple[int, str]
    left: int


def pairs(session: Session, me: Me, round_id: int) -> Comparing:
    """The next question of two for me."""
    one = _comparing(session, me, round_id)
    owing = sorted(
        pair for pair, member in _owing(session, one, me.today) if member == me.employee_id
    )
    nobody = (0, "")
    if not owing:
        return Comparing(line_of(session, one), nobody, nobody, 0)
    rights.seen(session, me, "awards.vote", owing[0])
    people = employees.many(session, owing[0])
    first, second = ((number, people[number].name) for number in owing[0])
    return Comparing(line_of(session, one), first, second, len(owing))


def prefer(session: Session, me: Me, round_id: int, better_id: int, other_id: int) -> Went:
    """Say who of the two is the better."""
    rounds.lock(session, round_id)
    one = _comparing(session, me, round_id)
    pair = (min(better_id, other_id), max(better_id, other_id))
    if (pair, me.employee_id) not in _owing(session, one, me.today):
        raise Refused(words.not_available(), "not_asked")
    number = votes.compare(session, round_id, pair, me.employee_id, better_id, me.now)
    facts = {"round": round_id, "first": pair[0], "second": pair[1]}
    audit.record(
        session, me.now, me.employee_id, "awards.compare_two", f"awardpair/{number}", facts
    )
    advance(session, one, me.now, agency_days(session, me.now))
    if one.state == rounds.CLOSED:
        return Went(place("awards.round", round_id), texts.vote_over())
    return Went(place("awards.pairs", round_id), texts.vote_kept())


def _comparing(session: Session, me: Me, round_id: int) -> AwardRound:
    one, _ = of_panel(session, me, round_id)
    if one.state != rounds.COMPARING:
        raise Refused(texts.no_vote(), "not_comparing")
    return one


def _owing(
    session: Session, one: AwardRound, today: date
) -> frozenset[tuple[tuple[int, int], int]]:
    _, period, kind = read_round(session, one.id or 0)
    return owing_pairs(session, one, period, kind, today)
