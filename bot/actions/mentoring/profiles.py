"""What I can teach, what I want to learn, and with whom I would rather not be paired."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.mentoring import needing
from bot.actions.refusals import Refused
from bot.actions.talks.typed import tidy
from bot.rules.authority import Role
from bot.rules.mentoring import LIVING, PLACES, Reason, State
from bot.screens import Place, Went, place
from bot.texts import mentoring as texts
from bot.texts import words
from storage import employees, mentoring

TEXT = 200


@dataclass(frozen=True, slots=True)
class Pair:
    """`waits`: my answer is wanted. `met`: a meeting waits for me to confirm it."""

    number: int
    name: str
    mentor: bool
    state: State
    waits: bool
    met: bool


@dataclass(frozen=True, slots=True)
class Home:
    """My pairs, my profile, and why a mentor may help me, if the rules say so."""

    pairs: Sequence[Pair]
    offers: bool
    wishes: bool
    reason: Reason | None
    runs: bool
    looks: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """Fields by key, those chosen, own words; `places` of an offer, 0 of a wish.

    `page` of the fields is shown.
    """

    fields: Mapping[str, str]
    chosen: frozenset[str]
    text: str
    places: int
    active: bool
    page: int = 0


def home(session: Session, me: Me) -> Home:
    """Where my mentoring stands."""
    rights.demand(session, me, "mentoring.home", about=me.employee_id)
    rows = mentoring.of_person(session, me.employee_id)
    ids = [n for row in rows for n in (row.mentor_id, row.mentee_id)]
    people = employees.many(session, ids)
    met = mentoring.to_confirm(session, me.employee_id, [row.id or 0 for row in rows])
    pairs = []
    for row in rows:
        mentor = row.mentor_id == me.employee_id
        mine = row.mentor_agreed_at if mentor else row.mentee_agreed_at
        other = people[row.mentee_id if mentor else row.mentor_id]
        waits = row.state == State.PROPOSED and mine is None
        state = State(row.state)
        pairs.append(Pair(row.id or 0, other.name, mentor, state, waits, row.id in met))
    offer = mentoring.offer(session, me.employee_id)
    wish = mentoring.wish(session, me.employee_id)
    asks = bool(wish and wish.active)
    has = any(not one.mentor and one.state in LIVING for one in pairs)
    return Home(
        pairs=pairs,
        offers=bool(offer and offer.active),
        wishes=asks,
        reason=None if has else needing.reason_of(session, me.employee_id, me.today, asks=asks),
        runs=me.has(Role.HR),
        looks=me.has(Role.HR) or me.has(Role.HEAD),
    )


def offer(session: Session, me: Me, page: int = 0) -> Profile:
    """What I can teach."""
    rights.demand(session, me, "mentoring.home", about=me.employee_id)
    row, fields = mentoring.offer(session, me.employee_id), needing.fields(session, me.today)
    if row is None:
        return Profile(fields, frozenset(), "", 1, False, page)
    return Profile(fields, needing.keys(row.strengths), row.text, row.places, row.active, page)


def room(session: Session, me: Me) -> Profile:
    """How many people at most, and whether I offer myself any longer."""
    return offer(session, me)


def wish(session: Session, me: Me, page: int = 0) -> Profile:
    """What I want to learn."""
    rights.demand(session, me, "mentoring.home", about=me.employee_id)
    row, fields = mentoring.wish(session, me.employee_id), needing.fields(session, me.today)
    if row is None:
        return Profile(fields, frozenset(), "", 0, False, page)
    return Profile(fields, needing.keys(row.goals), row.text, 0, row.active, page)


def strength(session: Session, me: Me, key: str, page: int = 0) -> Place:
    """Choose a field, or no longer; with the first one I offer myself."""
    chosen = _toggled(offer(session, me), key)
    mentoring.put_offer(session, me.employee_id, strengths=chosen, active=bool(chosen))
    return place("mentoring.offer", page)


def goal(session: Session, me: Me, key: str, page: int = 0) -> Place:
    """Choose a field to learn, or no longer; with the first one I ask for a mentor."""
    chosen = _toggled(wish(session, me), key)
    mentoring.put_wish(session, me.employee_id, goals=chosen, active=bool(chosen))
    return place("mentoring.wish", page)


def places(session: Session, me: Me, many: int) -> Place:
    """How many people at most I can be a mentor of at once."""
    employees.lock(session, me.employee_id)
    offer(session, me)
    if many not in PLACES:
        raise Refused(words.not_available(), "places")
    mentoring.put_offer(session, me.employee_id, places=many)
    return Place("mentoring.room")


def stop(session: Session, me: Me, what: str) -> Went:
    """Neither offer nor wish any more; what runs goes on."""
    rights.demand(session, me, "mentoring.home", about=me.employee_id)
    employees.lock(session, me.employee_id)
    if what == "offer":
        mentoring.put_offer(session, me.employee_id, active=False)
    else:
        mentoring.put_wish(session, me.employee_id, active=False)
    return Went(Place("mentoring.home"), texts.stopped_notice())


def say_offer(session: Session, me: Me, text: str) -> Place:
    """In own words what I can teach."""
    offer(session, me)
    mentoring.put_offer(session, me.employee_id, text=tidy(text, TEXT), active=True)
    return Place("mentoring.offer")


def say_wish(session: Session, me: Me, text: str) -> Place:
    """In own words what I want to learn."""
    wish(session, me)
    mentoring.put_wish(session, me.employee_id, text=tidy(text, TEXT), active=True)
    return Place("mentoring.wish")


def _toggled(profile: Profile, key: str) -> str:
    if key not in profile.fields:
        raise Refused(words.not_available(), "field")
    return ",".join(sorted(profile.chosen ^ {key}))
