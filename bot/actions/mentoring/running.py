"""HR looks at who could be a pair and sends the proposal; both then say whether they want it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.actions import reach, rights
from bot.actions.me import Me
from bot.actions.mentoring import needing
from bot.actions.mentoring.letters import tell
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules.mentoring import (
    ANSWER_DAYS,
    LIVING,
    Mentee,
    Mentor,
    Pair,
    Reason,
    State,
    below,
    lower_only,
    match,
)
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import mentoring as texts
from bot.texts import words
from storage import audit, duties, employees, mentoring, workplaces
from storage.duties import DutyKind
from storage.mentoring import Mentoring, Two

PAGE = 6
MOST = 50


@dataclass(frozen=True, slots=True)
class Desk:
    """`needs` by reason among those without a mentor; `places` free of so many mentors."""

    needs: Mapping[Reason, int]
    mentors: int
    places: int
    living: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Line:
    """A pair that could be: mentor, mentee, what both name."""

    mentor: str
    mentee: str
    goals: Sequence[str]


@dataclass(frozen=True, slots=True)
class Preview:
    """A page of the proposal; `left` in need find nobody, `asked` of them asked for one.

    `higher` of them would suit a mentor who works below them, which may not be.
    """

    lines: Sequence[Line]
    pairs: int
    left: int
    asked: int
    higher: int
    page: int
    pages: int
    mark: str


@dataclass(frozen=True, slots=True)
class _Found:
    mentors: Sequence[Mentor]
    mentees: Mapping[int, Mentee]
    pairs: Mapping[int, int]
    living: Sequence[Two]
    lower: Collection[Pair]


def desk(session: Session, me: Me) -> Desk:
    """How many want a mentor, how many offer, how many have one, where my role reaches."""
    rights.demand(session, me, "mentoring.run")
    found = _find(session, me)
    counts = Counter(one.reason for one in found.mentees.values())
    states = Counter(one.state for one in found.living)
    return Desk(
        {reason: counts[reason] for reason in Reason},
        len(found.mentors),
        sum(one.places for one in found.mentors),
        states[State.ACTIVE],
        states[State.PROPOSED],
    )


def preview(session: Session, me: Me, page: int = 0) -> Preview:
    """Who would be proposed to whom."""
    rights.demand(session, me, "mentoring.run")
    found = _find(session, me)
    pairs = sorted(found.pairs.items())[:MOST]
    shown, at, pages = leaf(pairs, page, PAGE)
    named = [number for pair in shown for number in pair]
    rights.seen(session, me, "mentoring.run", named)
    people = employees.many(session, named)
    names = needing.fields(session, me.today)
    strengths = {one.number: one.strengths for one in found.mentors}
    lines = [
        Line(
            people[mentor].name, people[mentee].name,
            [names[key] for key in sorted(found.mentees[mentee].goals & strengths[mentor])],
        )
        for mentee, mentor in shown
    ]  # fmt: skip
    left = [one for number, one in found.mentees.items() if number not in found.pairs]
    asked = sum(one.asks for one in left)
    higher = lower_only(left, found.mentors, found.lower)
    return Preview(lines, len(pairs), len(left), asked, higher, at, pages, stamp(tuple(pairs)))


def run(session: Session, me: Me, mark: str = "") -> Went:
    """Ask all of them; nothing is so before both have agreed."""
    rights.demand(session, me, "mentoring.run")
    found = _find(session, me)
    pairs = sorted(found.pairs.items())[:MOST]
    if mark and mark != stamp(tuple(pairs)):
        return Went(place("mentoring.preview", 0), words.changed_since())
    if not pairs:
        raise Refused(texts.nobody_to_pair(), "nobody")
    employees.lock_all(session, [number for pair in pairs for number in pair])
    if not _stands(session, found, pairs):
        return Went(place("mentoring.preview", 0), words.changed_since())
    for mentee, mentor in pairs:
        _propose(session, me, found.mentees[mentee], mentor)
    return Went(Place("mentoring.desk"), texts.run_notice(len(pairs)))


def _propose(session: Session, me: Me, mentee: Mentee, mentor: int) -> None:
    number = mentoring.add(
        session,
        Mentoring(
            mentor_id=mentor, mentee_id=mentee.number, goals=",".join(sorted(mentee.goals)),
            reason=mentee.reason, state=State.PROPOSED, proposed_by=me.employee_id,
            proposed_at=me.now,
        ),
    )  # fmt: skip
    facts = {"mentor": mentor, "mentee": mentee.number}
    audit.record(
        session, me.now, me.employee_id, "mentoring.propose", f"mentoring/{number}", facts
    )
    for one, other in ((mentor, mentee.number), (mentee.number, mentor)):
        duties.owe(
            session, DutyKind.ANSWER_MENTORING, one, me.today, me.today + timedelta(ANSWER_DAYS),
            about_id=other, object_id=number,
        )  # fmt: skip
        tell(session, me.now, "mentoring.proposed", number, one)


def _stands(session: Session, found: _Found, pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether all of it is still so, read afresh of people whom nobody changes meanwhile."""
    living, bars = mentoring.pairs_in(session, LIVING), mentoring.bars(session)
    taken = Counter(one.mentor_id for one in living) + Counter(mentor for _, mentor in pairs)
    mentored = {one.mentee_id for one in living}
    places = {one.employee_id: one.places for one in mentoring.offers(session)}
    asking = mentoring.wishes(session)
    return all(
        mentee not in mentored
        and taken[mentor] <= places.get(mentor, 0)
        and (mentor, mentee) not in bars
        and (found.mentees[mentee].reason is not Reason.ASKED or mentee in asking)
        for mentee, mentor in pairs
    )


def _find(session: Session, me: Me) -> _Found:
    """Of the units that my role reaches. The pairs are stable."""
    within, everybody = reach.my_reach(session, me), workplaces.posts(session)
    posts = [one for one in everybody if within is None or one.unit_id in within]
    pairs = mentoring.pairs_in(session, (*LIVING, State.DECLINED))
    living = [one for one in pairs if one.state in LIVING]
    above, taken = (
        {one.id: one.superior_id for one in everybody},
        {one.mentee_id for one in living},
    )
    mentors = needing.mentors(session, posts, living)
    lower = below([one.number for one in mentors if one.places], above)
    barred = needing.barred(session, above, pairs) | lower
    wanting = needing.mentees(session, [one for one in posts if one.id not in taken], me.today)
    here = {one.id for one in posts}
    return _Found(
        mentors, wanting, match(mentors, list(wanting.values()), barred),
        [one for one in living if one.mentee_id in here], lower,
    )  # fmt: skip
