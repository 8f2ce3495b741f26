"""The evaluation team's list of people, one of them before the form, and sending many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import deeds, rights, schemes
from bot.actions.about import About
from bot.actions.appraisals.beginning import by_person, put_in_hand
from bot.actions.appraisals.forms import demand_team_open, open_form
from bot.actions.appraisals.ratees import asks_team, demand_no_conflict, ratees
from bot.actions.appraisals.sending import hand_in
from bot.actions.drills.gate import demand_trained, shut
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules.appraisals import asked_of, team_stands_open
from bot.rules.periods import PeriodState
from bot.rules.schemes import Source
from bot.screens import Place, Went, place
from bot.texts import appraisals as texts
from bot.texts import words
from storage import appraisals, employees, periods
from storage.appraisals import ways
from storage.periods import Period

PAGE = 4
AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Ratees:
    """A page of the people I rate as the team; `complete` are filled and not sent.

    `shut`: the forms open after my drill only. `across`: I go by criterion.
    """

    period_id: int
    year: int
    quarter: int
    until: date
    today: date
    people: Sequence[tuple[int, str, str]]
    page: int
    pages: int
    sent: int
    complete: int
    total: int
    open: bool
    asks: bool
    shut: bool = False
    across: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratee(About):
    """One of them before I rate: what was achieved, and how far my form is."""

    post: str
    deeds: Sequence[tuple[str, bool]]
    state: str
    open: bool
    submit_until: date
    shut: bool = False


def team_list(session: Session, me: Me, period_id: int = 0, page: int = 0) -> Ratees:
    """Everybody I rate as the team, those without a sent form first."""
    rights.demand(session, me, "appraisals.assess_list")
    period = period_asked(session, me, period_id)
    assert period.id is not None
    mine, scheme = ratees(session, me, period.id), schemes.of_period(session, period)
    states = appraisals.own_states(session, period.id, Source.TEAM, [me.employee_id])
    order = [(states.get(n) == appraisals.SENT, key, n) for n, key in _keys(session, mine)]
    some = leaf(sorted(order), page, PAGE)
    shown = [number for *_, number in some.items]
    people = employees.many(session, shown)
    return Ratees(
        period_id=period.id,
        year=period.year,
        quarter=period.quarter,
        until=period.calibrate_until,
        today=me.today,
        people=[(n, people[n].name, states.get(n, "")) for n in shown],
        page=some.page,
        pages=some.pages,
        sent=sum(states.get(number) == appraisals.SENT for number in mine),
        complete=len(_complete(session, me, period)),
        total=len(mine),
        open=_open(period, me.today),
        asks=asks_team(scheme),
        shut=_open(period, me.today) and shut(session, me, period),
        across=bool(ways.by_criterion(session, period.id, me.employee_id, Source.TEAM)),
    )


def ratee(session: Session, me: Me, period_id: int, employee_id: int) -> Ratee:
    """One of them: the achievements and my form; never what others gave."""
    rights.demand(session, me, "appraisals.assess", about=employee_id)
    person, period = employees.get(session, employee_id), periods.get(session, period_id)
    if person is None or period is None or period.state == PeriodState.PLANNED:
        raise Refused(words.not_available(), "unknown_period")
    demand_no_conflict(session, me, person)
    done = deeds.deeds_of(session, employee_id, schemes.quarter_of(period))
    mine = appraisals.of(session, period_id, employee_id, Source.TEAM, me.employee_id)
    return Ratee(
        period_id=period_id,
        employee_id=employee_id,
        year=period.year,
        quarter=period.quarter,
        name=person.name,
        sex=person.sex,
        post=person.post,
        deeds=deeds.titles(done),
        state=mine.state if mine else "",
        open=_open(period, me.today) and asks_team(schemes.of_period(session, period)),
        submit_until=period.submit_until,
        shut=shut(session, me, period),
    )


def start_team(session: Session, me: Me, period_id: int, employee_id: int) -> Place:
    """Begin my form about somebody, or go on where it was left."""
    number = begin_team(session, me, period_id, employee_id)
    by_person(session, me, period_id, Source.TEAM)
    return open_form(session, me, number).next_open()


def begin_team(session: Session, me: Me, period_id: int, employee_id: int) -> int:
    """The number of my form, as a member of the team, begun now unless it was before."""
    rights.demand(session, me, "appraisals.assess", about=employee_id)
    period = periods.get(session, period_id)
    if period is None or employee_id not in ratees(session, me, period_id):
        raise Refused(words.not_available(), "not_a_ratee")
    demand_team_open(session, me, period, employee_id)
    demand_trained(session, me, period)
    if not asks_team(schemes.of_period(session, period)):
        raise Refused(words.not_available(), "nothing_asked")
    return put_in_hand(session, me, period_id, employee_id, Source.TEAM, me.employee_id)


def send_complete(session: Session, me: Me, period_id: int) -> Went:
    """Send what is filled wholly, at most twenty forms at once."""
    rights.demand(session, me, "appraisals.assess_list")
    period = periods.get(session, period_id)
    if period is None:
        raise Refused(words.not_available(), "unknown_period")
    ready = _complete(session, me, period)[:AT_ONCE]
    if not ready:
        raise Refused(texts.incomplete(), "incomplete")
    for number in ready:
        hand_in(session, me, open_form(session, me, number))
    return Went(place("appraisals.team", period_id), texts.sent_many(len(ready)))


def period_asked(session: Session, me: Me, period_id: int = 0) -> Period:
    """This period, or the one the team rates now, or one that waits for its publication.

    Without any, the newest that has begun.
    """
    if period_id:
        found = periods.get(session, period_id)
        if found is None:
            raise Refused(words.not_available(), "unknown_period")
    else:
        recent = periods.recent(session, 3)
        rated = [one for one in recent if _open(one, me.today)]
        waiting = [one for one in recent if one.state == PeriodState.CALIBRATION]
        found = next(iter([*rated, *waiting, *recent]), None)
    if found is None or found.state == PeriodState.PLANNED:
        raise Refused(texts.none_opened(), "no_period")
    return found


def _open(period: Period, today: date) -> bool:
    return team_stands_open(PeriodState(period.state), period.calibrate_until, today)


def _complete(session: Session, me: Me, period: Period) -> list[int]:
    """Numbers of my drafts that lack nothing."""
    scheme = schemes.of_period(session, period)
    asked, gap = len(asked_of(scheme, Source.TEAM)), scheme.departure_gap
    drafts = appraisals.filled(session, period.id or 0, Source.TEAM, me.employee_id, gap)
    return [one.appraisal_id for one in drafts if one.levels == asked and not one.unreasoned]


def _keys(session: Session, numbers: set[int]) -> list[tuple[int, str]]:
    return [(n, key) for n, key in employees.search_keys(session, None) if n in numbers]
