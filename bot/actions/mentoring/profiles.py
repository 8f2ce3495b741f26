"""What I can teach, what I want to learn, and with whom I would rather not be paired."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.mentoring import needing
from bot.actions.refusals import Refused
from bot.actions.search import find
from bot.actions.talks.typed import tidy
from bot.rules.authority import Role
from bot.rules.mentoring import PLACES, Reason, State
from bot.screens import Place, Went
from bot.texts import mentoring as texts
from bot.texts import words
from storage import employees, mentoring

TEXT = 200
MOST_BARS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """`waits`: my answer is wanted."""

    number: int
    name: str
    mentor: bool
    state: State
    waits: bool


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
    """Fields by key, those chosen, own words; `places` of an offer, 0 of a wish."""

    fields: Mapping[str, str]
    chosen: frozenset[str]
    text: str
    places: int
    active: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers and names of those whom I would rather not be paired with."""

    people: Sequence[tuple[int, str]]


def home(session: Session, me: Me) -> Home:
    """Where my mentoring stands."""
    rights.demand(session, me, "mentoring.home", about=me.employee_id)
    rows = mentoring.of_person(session, me.employee_id)
    ids = [n for row in rows for n in (row.mentor_id, row.mentee_id)]
    people = employees.many(session, ids)
    pairs = []
    for row in rows:
        mentor = row.mentor_id == me.employee_id
        mine = row.mentor_agreed_at if mentor else row.mentee_agreed_at
        other = people[row.mentee_id if mentor else row.mentor_id]
        waits = row.state == State.PROPOSED and mine is None
        pairs.append(Pair(row.id or 0, other.name, mentor, State(row.state), waits))
    offer = mentoring.offer(session, me.employee_id)
    wish = mentoring.wish(session, me.employee_id)
    posts = employees.posts_where(session, numbers=[me.employee_id])
    want = needing.mentees(session, posts, me.today).get(me.employee_id)
    has = any(not one.mentor and one.state is not State.ENDED for one in pairs)
    return Home(
        pairs=pairs,
        offers=bool(offer and offer.active),
        wishes=bool(wish and wish.active),
        reason=want.reason if want and not has else None,
        runs=me.has(Role.HR),
        looks=me.has(Role.HR) or me.has(Role.HEAD),
    )


def offer(session: Session, me: Me) -> Profile:
    """What I can teach."""
    rights.demand(session, me, "mentoring.home", about=me.employee_id)
    row, fields = mentoring.offer(session, me.employee_id), needing.fields(session, me.today)
    if row is None:
        return Profile(fields, frozenset(), "", 1, active=False)
    return Profile(fields, needing.keys(row.strengths), row.text, row.places, row.active)


def wish(session: Session, me: Me) -> Profile:
    """What I want to learn."""
    rights.demand(session, me, "mentoring.home", about=me.employee_id)
    row, fields = mentoring.wish(session, me.employee_id), needing.fields(session, me.today)
    if row is None:
        return Profile(fields, frozenset(), "", 0, active=False)
    return Profile(fields, needing.keys(row.goals), row.text, 0, row.active)


def strength(session: Session, me: Me, key: str) -> Place:
    """Choose a field, or no longer; with the first one I offer myself."""
    chosen = _toggled(offer(session, me), key)
    mentoring.put_offer(session, me.employee_id, strengths=chosen, active=bool(chosen))
    return Place("mentoring.offer")


def goal(session: Session, me: Me, key: str) -> Place:
    """Choose a field to learn, or no longer; with the first one I ask for a mentor."""
    chosen = _toggled(wish(session, me), key)
    mentoring.put_wish(session, me.employee_id, goals=chosen, active=bool(chosen))
    return Place("mentoring.wish")


def places(session: Session, me: Me, many: int) -> Place:
    """How many people at most I can be a mentor of at once."""
    offer(session, me)
    if many not in PLACES:
        raise Refused(words.not_available(), "places")
    mentoring.put_offer(session, me.employee_id, places=many)
    return Place("mentoring.offer")


def stop(session: Session, me: Me, what: str) -> Went:
    """Neither offer nor wish any more; what runs goes on."""
    rights.demand(session, me, "mentoring.home", about=me.employee_id)
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


def bars(session: Session, me: Me) -> Bars:
    """With whom I would rather not be paired."""
    rights.demand(session, me, "mentoring.home", about=me.employee_id)
    people = employees.many(session, ids := mentoring.bars_of(session, me.employee_id))
    return Bars([(one, people[one].name) for one in ids if one in people])


def say_bar(session: Session, me: Me, text: str) -> Went:
    """Whom, by name; nobody is told."""
    there = bars(session, me)
    found = [one for one in find(session, text, limit=1) if one != me.employee_id]
    if not found:
        raise Refused(texts.nobody_found(), "nobody")
    if len(there.people) >= MOST_BARS:
        raise Refused(texts.enough_bars(MOST_BARS), "enough")
    mentoring.bar(session, me.employee_id, found[0])
    return Went(Place("mentoring.bars"), texts.barred_notice())


def unbar(session: Session, me: Me, other_id: int) -> Place:
    """It is all right again."""
    bars(session, me)
    mentoring.unbar(session, me.employee_id, other_id)
    return Place("mentoring.bars")


def _toggled(profile: Profile, key: str) -> str:
    if key not in profile.fields:
        raise Refused(words.not_available(), "field")
    return ",".join(sorted(profile.chosen ^ {key}))
