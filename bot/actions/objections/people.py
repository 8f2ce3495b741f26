"""Who is who in an objection: whose word is asked, who may decide, what I am to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.reach import reach_of
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.objections import Case, Clocks, Party, State, reviewer_bar, reviewer_of
from bot.rules.schemes import Source
from bot.texts import words
from storage import absences, appraisals, employees, grants, objections
from storage.objections import Objection


@dataclass(frozen=True, slots=True)
class Sides:
    """`raters` gave the levels of the superior's group and are asked; `barred` cannot decide.

    `above` is the superior in service of the official whose rating counts; None: nobody is.
    """

    raters: tuple[int, ...]
    barred: frozenset[int]
    above: int | None


def sides_of(session: Session, period_id: int, employee_id: int) -> Sides:
    """From what was sent about the person, and from the hierarchy as it is now."""
    sent = appraisals.sent_about(session, period_id, employee_id)
    rated = [one for one in sent if one.source == Source.SUPERIOR]
    hands = frozenset(number for one in sent for number in (one.by_id, one.official_id))
    people = employees.many(session, sorted(hands))
    here = {number for number, person in people.items() if person.left_on is None}
    asked = dict.fromkeys(one.by_id if one.by_id in here else one.official_id for one in rated)
    longest = max(rated, key=lambda one: (one.days or 0, -(one.id or 0)), default=None)
    official = people.get(longest.official_id) if longest else None
    above = employees.get(session, official.superior_id or 0) if official else None
    due = above.id if above is not None and above.left_on is None else None
    return Sides(tuple(one for one in asked if one in here), hands, due)


def reviewers(session: Session, row: Objection, sides: Sides, today: date) -> list[int]:
    """Who may decide today: the superior's superior and the holder of that mandate, or the named.

    The one whose turn it is comes first; empty when HR has to name somebody.
    """
    mandate = absences.mandate_for(session, sides.above, today) if sides.above else None
    holder = mandate.holder_id if mandate else None
    named = employees.get(session, row.named_id or 0)
    here = named.id if named is not None and named.left_on is None else None
    first = reviewer_of(row.employee_id, sides.barred, sides.above, holder, here)
    if first is None:
        return []
    both = [first, sides.above] if first == holder else [first]
    free = [
        one
        for one in both
        if one is not None and reviewer_bar(one, row.employee_id, sides.barred) is None
    ]
    return list(dict.fromkeys(free))


def may_be_named(session: Session, row: Objection, sides: Sides, person: int) -> bool:
    """Whether HR may name this person: in service, no party to it, led by none of them.

    Whoever stands at the top leads everybody; then only those led by the employee are barred.
    """
    one = employees.get(session, person)
    if one is None or one.left_on is not None:
        return False
    people = employees.many(session, sorted(sides.barred))
    leading = {number for number, rater in people.items() if rater.superior_id is not None}
    led = {row.employee_id, *leading} & set(employees.chain(session, person))
    below = [person] if led else []
    return reviewer_bar(person, row.employee_id, sides.barred, below) is None


def officers(session: Session, row: Objection, sides: Sides, today: date) -> list[int]:
    """HR of the person's unit, without those who are a party."""
    person = employees.get(session, row.employee_id)
    assert person is not None
    free = {one.employee_id for one in grants.holders(session, Role.HR, today)} - sides.barred
    reaching = []
    for number in sorted(free - {row.employee_id}):
        reach = reach_of(session, number, today)
        if reach is None or person.unit_id in reach:
            reaching.append(number)
    return reaching


def party_of(session: Session, me: Me, row: Objection, sides: Sides) -> Party | None:
    """What I am to an objection that was filed; None for whom it is no business."""
    if row.employee_id == me.employee_id:
        return Party.EMPLOYEE
    asked = [one.person_id for one in objections.explanations(session, row.id or 0)]
    if me.employee_id in asked or me.employee_id in sides.raters:
        return Party.SUPERIOR
    if me.employee_id in (row.decided_by, *reviewers(session, row, sides, me.today)):
        return Party.REVIEWER
    mine = me.employee_id in officers(session, row, sides, me.today)
    return Party.HR if mine else None


@dataclass(frozen=True, slots=True)
class Seen:
    """An objection with what I am to it."""

    row: Objection
    sides: Sides
    party: Party

    @property
    def waits(self) -> bool:
        return self.row.state == State.FILED


def demanded(session: Session, me: Me, action: str, objection_id: int) -> Seen:
    """An objection to which I may do this; to everybody else it does not exist."""
    row = objections.get(session, objection_id)
    if row is None or (row.state == State.DRAFT and row.employee_id != me.employee_id):
        raise Refused(words.not_available(), "unknown_objection")
    sides = sides_of(session, row.period_id, row.employee_id)
    party = party_of(session, me, row, sides)
    state = str(party or "")
    if row.state == State.DRAFT:
        state = "draft"
    elif row.state != State.FILED and action != "objections.read":
        state = ""
    rights.demand(session, me, action, about=row.employee_id, state=state)
    if party is None:
        raise Refused(words.not_available(), "no_party")
    return Seen(row, sides, party)


def case_of(session: Session, row: Objection, reviewer: int | None) -> Case:
    """The case as the rules know it, with this reviewer."""
    told = objections.explanations(session, row.id or 0)
    return Case(
        employee=row.employee_id,
        superiors=frozenset(one.person_id for one in told if one.party == Party.SUPERIOR),
        state=State(row.state),
        reviewer=reviewer,
        explained=frozenset(one.person_id for one in told if one.given_at is not None),
    )


def limits_of(row: Objection) -> Clocks:
    """The last days of one that was filed."""
    assert row.hearing_until is not None
    assert row.decision_until is not None
    return Clocks(row.hearing_until, row.decision_until)


def names(session: Session, numbers: Sequence[int | None]) -> dict[int, str]:
    """Names of these people, by number."""
    known = employees.many(session, sorted({one for one in numbers if one}))
    return {number: person.name for number, person in known.items()}
