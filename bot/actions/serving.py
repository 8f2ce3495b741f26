"""Under whom people served in a quarter, where it was not one superior throughout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlmodel import Session

from bot.actions import schemes
from bot.rules.days_served import Acting, Post, Service, asked, days_by_rater, spans
from bot.rules.quarters import Quarter
from bot.rules.schemes import Scheme
from storage import appraisals, employees, postings, workplaces
from storage.periods import Period
from storage.postings import Acted
from storage.workplaces import Post as Place

Days = Mapping[int, int]
"""Days served by the number of the superior, of those who are asked to rate."""


def shared(
    session: Session, period: Period, among: Sequence[int] | None = None
) -> dict[int, Days]:
    """Everybody who was moved or left in the quarter, or was led by a stand-in for long.

    With the days under each of their superiors.

    Of the people `among` only, if given. Who is not in it is rated by the superior of today.
    """
    quarter, scheme = schemes.quarter_of(period), schemes.of_period(session, period)
    acting = [one for one in postings.acted(session, quarter.first_day, quarter.last_day)
              if _lasts(one, quarter) >= scheme.mandate.rating_days]  # fmt: skip
    those = _those(session, quarter, acting, among)
    if not those:
        return {}
    found: dict[int, Days] = {}
    for service in _services(session, sorted(those), quarter, scheme, acting):
        days = asked(days_by_rater(spans(service, quarter)), scheme.mandate.rating_days)
        if days:
            found[service.employee] = days
    return found


def put_days(session: Session, period: Period, among: Sequence[int]) -> None:
    """Write on the superiors' forms about these people for how many days each stands.

    Where none of those who led somebody has sent one, the form of whoever stepped in counts.
    """
    assert period.id is not None
    days = shared(session, period, among)
    forms = appraisals.of_superiors(session, period.id, sorted(days)) if days else ()
    led = {one.employee_id for one in forms if one.official_id in days[one.employee_id]}
    for form in forms:
        own = days[form.employee_id].get(form.official_id, 0)
        served = own if form.employee_id in led else None
        if form.days != served:
            appraisals.put_days(session, form.id or 0, served)


def _lasts(one: Acted, quarter: Quarter) -> int:
    since, until = max(one.since, quarter.first_day), min(one.until, quarter.last_day)
    return (until - since).days + 1


def _those(
    session: Session, quarter: Quarter, acting: Sequence[Acted], among: Sequence[int] | None
) -> frozenset[int]:
    """Of some, only these are read: chunk by chunk nobody is read twice."""
    moved = postings.moved(session, quarter.first_day, quarter.last_day, among)
    represented = {one.absent_id for one in acting}
    led = {one.id for one in _posts(session, acting, among) if one.superior_id in represented}
    left = {one.id for one in postings.left_since(session, quarter.first_day, among)}
    return moved | led | left


def _posts(
    session: Session, acting: Sequence[Acted], among: Sequence[int] | None
) -> Sequence[Place]:
    if not acting:
        return ()
    if among is None:
        return workplaces.posts(session)
    return workplaces.posts_where(session, numbers=among)


def _services(
    session: Session, those: Sequence[int], quarter: Quarter, scheme: Scheme,
    acting: Sequence[Acted],
) -> list[Service]:  # fmt: skip
    people, history = employees.many(session, those), postings.of_people(session, those)
    leaders = {one.superior_id for own in history.values() for one in own if one.superior_id}
    leaders |= {one.superior_id for one in people.values() if one.superior_id}
    above = {
        number: one.superior_id for number, one in employees.many(session, sorted(leaders)).items()
    }
    first, last = quarter.first_day, quarter.last_day
    leave = postings.away(session, those, scheme.mandate.uncounted_leave, first, last)
    stood = tuple(Acting(one.absent_id, one.holder_id, one.since, one.until) for one in acting)
    made = []
    for number in those:
        own = history.get(number, ())
        superior = people[number].superior_id
        posts = tuple(
            Post(one.since, one.superior_id, above.get(one.superior_id or 0)) for one in own
        )
        made.append(
            Service(
                number,
                posts or (Post(postings.EVER, superior, above.get(superior or 0)),),
                stood,
                tuple(leave.get(number, ())),
                own[0].since if own else postings.EVER,
                people[number].left_on or date.max,
            )
        )
    return made
