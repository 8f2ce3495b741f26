"""One criterion across everybody I rate, then the next: in an order of its own each time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import deeds, rights, schemes
from bot.actions.appraisals.beginning import begin
from bot.actions.appraisals.mine import left_out, people_of, rating_open
from bot.actions.appraisals.ratees import ratees
from bot.actions.appraisals.rating import explain, keep, planned_for
from bot.actions.appraisals.serving import demand_served, official_of, officials
from bot.actions.appraisals.team import begin_team
from bot.actions.drills.gate import demand_trained
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.reports.parts import ResultLine
from bot.rules.appraisals import asked_of, shuffled
from bot.rules.periods import PeriodState
from bot.rules.schemes import Indicator, Source
from bot.screens import Place, place
from bot.texts import appraisals as texts
from bot.texts import words
from storage import appraisals, employees, periods, reports
from storage.periods import Period

RIGHTS = {
    Source.SUPERIOR: ("appraisals.list", "appraisals.rate"),
    Source.TEAM: ("appraisals.assess_list", "appraisals.assess"),
}


@dataclass(frozen=True, slots=True)
class Across:
    """One person on one criterion; `employee_id` 0 once every level is given.

    `rated` of `people` have a level on it; `after` is whom to go on to without one.
    """

    period_id: int
    source: str
    step: int
    steps: int
    people: int
    rated: int = 0
    indicator: Indicator | None = None
    employee_id: int = 0
    name: str = ""
    titles: Sequence[tuple[str, int]] = ()
    proposed: int | None = None
    level: int | None = None
    after: int = 0
    planned: Sequence[ResultLine] = ()


@dataclass(frozen=True, slots=True)
class _Task:
    """Whom I rate how: those whose form is not sent, and the officials in whose name."""

    period: Period
    source: Source
    asked: Sequence[Indicator]
    officials: Collection[int]
    people: Collection[int]

    def order(self, me: Me, step: int) -> list[int]:
        return shuffled(self.people, self.period.id, me.employee_id, self.asked[step - 1].key)

    def levels(self, session: Session, step: int) -> Mapping[int, int]:
        return appraisals.levels_on(
            session, self.period.id or 0, self.source, self.officials, self.asked[step - 1].key
        )


def across(
    session: Session, me: Me, period_id: int, source: str, step: int = 1, employee_id: int = 0
) -> Across:
    """This person on this criterion, or the first whose level is missing there or further on."""
    task = _task(session, me, period_id, source, employee_id)
    _demand_step(task, step)
    at, person = (step, employee_id) if employee_id else _first_open(session, me, task, step)
    steps, people = len(task.asked), len(task.people)
    if not person:
        return Across(period_id, source, steps, steps, people)
    if person not in task.people:
        raise Refused(texts.already_sent(), "not_in_this_list")
    shown, levels = task.asked[at - 1], task.levels(session, at)
    one = employees.get(session, person)
    assert one is not None
    done = deeds.deeds_of(session, person, schemes.quarter_of(task.period))
    by = schemes.of_period(session, task.period).level_proposal
    return Across(
        period_id=period_id,
        source=source,
        step=at,
        steps=steps,
        people=people,
        rated=sum(number in levels for number in task.people),
        indicator=shown,
        employee_id=person,
        name=one.name,
        titles=[(deed.title, deed.levels[shown.key]) for deed in done if shown.key in deed.levels],
        proposed=deeds.proposed(done, shown.key, by),
        level=levels.get(person),
        after=_following(task.order(me, at), {}, person),
        planned=planned_for(session, task.period, person, shown),
    )


def rate_across(
    session: Session, me: Me, period_id: int, source: str, step: int, employee_id: int, level: int
) -> Place:
    """Keep a level on this criterion and go on to the next person without one."""
    task = _task(session, me, period_id, source, employee_id)
    _demand_step(task, step)
    person = employees.get(session, employee_id)
    assert person is not None
    mine = me.employee_id
    if task.source is Source.SUPERIOR:
        mine = official_of(session, me, employee_id, period_id) or person.superior_id or 0
    form = appraisals.of(session, period_id, employee_id, task.source, mine)
    start = begin_team if task.source is Source.TEAM else begin
    number = form.id if form and form.id else start(session, me, period_id, employee_id)
    _, wants_reason = keep(session, me, number, step, level)
    if wants_reason:
        return place("appraisals.reason", number, step, 1)
    return _next(session, me, task, step, employee_id)


def reason_across(session: Session, me: Me, appraisal_id: int, step: int, text: str) -> Place:
    """Keep why a level departs from the proposal, and go on with the criterion."""
    form = explain(session, me, appraisal_id, step, text)
    person = form.appraisal.employee_id
    task = _task(session, me, form.period.id or 0, form.source, person)
    return _next(session, me, task, step, person)


def _next(session: Session, me: Me, task: _Task, step: int, person: int) -> Place:
    levels = task.levels(session, step)
    after = _following(task.order(me, step), levels, person)
    return place("appraisals.across", task.period.id or 0, task.source, step, after)


def _following(order: Sequence[int], levels: Mapping[int, int], person: int) -> int:
    """Who comes after this person and has no level; 0 for nobody."""
    at = order.index(person) + 1 if person in order else 0
    waiting = [one for one in [*order[at:], *order[:at]] if one not in levels and one != person]
    return next(iter(waiting), 0)


def _first_open(session: Session, me: Me, task: _Task, step: int) -> tuple[int, int]:
    """The first criterion from this one on where somebody has no level, and who."""
    steps = len(task.asked)
    for at in [*range(step, steps + 1), *range(1, step)]:
        if person := _following(task.order(me, at), task.levels(session, at), 0):
            return at, person
    return steps, 0


def _task(session: Session, me: Me, period_id: int, source: str, employee_id: int) -> _Task:
    if source not in RIGHTS:
        raise Refused(words.not_available(), "no_such_group")
    group = Source(source)
    all_of_them, one = RIGHTS[group]
    if employee_id:
        demand_served(session, me, one, employee_id, period_id)
    else:
        about = me.employee_id if group is Source.SUPERIOR else None
        rights.demand(session, me, all_of_them, about=about)
    period = periods.get(session, period_id)
    if period is None or period.state == PeriodState.PLANNED:
        raise Refused(words.not_available(), "unknown_period")
    demand_trained(session, me, period)
    mine = [me.employee_id] if group is Source.TEAM else officials(session, me)
    asked = asked_of(schemes.of_period(session, period), group)
    whom = ratees(session, me, period_id) if group is Source.TEAM else _open(session, me, period)
    sent = appraisals.own_states(session, period_id, group, mine)
    left = [number for number in whom if sent.get(number) != appraisals.SENT]
    return _Task(period, group, asked, mine, left)


def _demand_step(task: _Task, step: int) -> None:
    if not 1 <= step <= len(task.asked):
        raise Refused(words.not_available(), "no_such_step")


def _open(session: Session, me: Me, period: Period) -> list[int]:
    """Those of mine whom I may rate now, among them who left in the quarter."""
    ids = [one.id for one in people_of(session, me, period.id or 0) if one.id]
    if rating_open(period, me.today, reported=False):
        return ids
    reported = reports.senders_among(session, period.id or 0, ids)
    late = left_out(session, period, ids)
    return [n for n in ids if n in late or rating_open(period, me.today, reported=n in reported)]
