"""Awards given, for everybody; and proposals that wait, for those who decide or propose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import cases, rights
from bot.actions.awards.card import card_of
from bot.actions.awards.kinds import kind_of
from bot.actions.awards.prizes import seat_of
from bot.actions.awards.telling import Audience, audience
from bot.actions.me import Me
from bot.actions.pages import Leaf, leaf, nearest, pages_of
from bot.actions.refusals import Refused
from bot.actions.stories import cards
from bot.rules.authority import Role
from bot.rules.awards import AwardKind
from bot.rules.certificates import CertificateKind
from bot.rules.proposals import conflict_of_decider
from bot.texts import words
from storage import awards, certificates, employees, periods, proposals, units
from storage.awards import Award
from storage.trainings.training import Training

PAGE = 5


@dataclass(frozen=True, slots=True)
class Honour:
    """One award as everybody may see it: no score, no proposer.

    `certificate_id` only for those who may print it, while it is in force; `prize`, `seat`,
    `consent` and `handed` (day, by whom, how) only for them, too. `story` is its state, where I
    may read or judge it, about the certificate `story_of`. `decree_of` is the proposal whose
    decree is mine to print. `heard` says who would read of my own.
    `revoked_on`: its certificate was taken back.
    """

    award_id: int
    number: int
    award_year: int
    name: str
    sex: int
    unit: str
    scope: str
    year: int
    quarter: int
    given_at: datetime
    giver: str
    mine: bool
    kind: AwardKind
    certificate_id: int = 0
    prize: str = ""
    seat: Training | None = None
    consent: str = ""
    handed: tuple[date, str, str] | None = None
    may_hand: bool = False
    story: str = ""
    story_of: int = 0
    decree_of: int = 0
    heard: Audience | None = None
    revoked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """`cases` wait for my decision: proposal and name. `watches`: I see whose service is long."""

    honours: Sequence[Honour]
    page: int
    pages: int
    cases: Sequence[tuple[int, str]]
    watches: bool


def list_(session: Session, me: Me, page: int = 0) -> Given:
    """Everybody who was honoured, newest first."""
    rights.demand(session, me, "awards.list")
    total = awards.count(session)
    at = nearest(page, total, PAGE)
    shown = _honours(session, me, awards.page(session, at * PAGE, PAGE))
    watches = me.has(Role.HR) or me.has(Role.HEAD)
    return Given(shown, at, pages_of(total, PAGE), _my_cases(session, me), watches)


def waiting(session: Session, me: Me, page: int = 0) -> Leaf[tuple[int, str]]:
    """A page of the proposals that wait for my decision."""
    rights.demand(session, me, "awards.list")
    return leaf(_my_cases(session, me), page, PAGE)


def honour(session: Session, me: Me, award_id: int) -> Honour:
    """One award."""
    rights.demand(session, me, "awards.list")
    award = awards.get(session, award_id)
    if award is None:
        raise Refused(words.not_available(), "unknown_award")
    shown = _honours(session, me, [award])[0]
    concerned = _concerned(session, me, award)
    row = certificates.of_object(session, CertificateKind.AWARD, award.id or 0)
    if row is not None and row.state == certificates.VALID:
        story = cards.state_of(session, row.id or 0)
        if story == "told" or concerned:
            shown = replace(shown, story=story, story_of=row.id or 0)
    return _with_more(session, me, award, shown) if concerned else shown


def _concerned(session: Session, me: Me, award: Award, *roles: Role) -> bool:
    """Whether it is mine, or of somebody whose unit my role reaches (HR and heads by default)."""
    person = employees.get(session, award.employee_id)
    assert person is not None
    granted = [me.roles.get(role, frozenset()) for role in roles or (Role.HR, Role.HEAD)]
    mine = person.id == me.employee_id and not roles
    return mine or any(cases.reaches(session, person.unit_id, some) for some in granted)


def _with_more(session: Session, me: Me, award: Award, shown: Honour) -> Honour:
    row = certificates.of_object(session, CertificateKind.AWARD, award.id or 0)
    valid = row is not None and row.state == certificates.VALID
    handed = None
    if award.handed_at is not None:
        by = employees.get(session, award.handed_by or 0)
        day = award.handed_at.astimezone(me.zone).date()
        handed = (day, by.name if by else "", award.handed_note or "")
    return replace(
        shown,
        certificate_id=(row.id or 0) if row is not None and valid else 0,
        prize="" if shown.revoked_on else shown.kind.prize,
        seat=seat_of(session, award.id or 0),
        consent=award.consent,
        handed=handed,
        decree_of=award.proposal_id if _signs(session, me, award) else 0,
        heard=audience(session, award, me.unit_id) if shown.mine and valid else None,
        may_hand=valid and not shown.mine and _concerned(session, me, award, Role.HR),
    )


def _signs(session: Session, me: Me, award: Award) -> bool:
    one = proposals.get(session, award.proposal_id)
    return one is not None and card_of(session, me, one).may_sign


def _honours(session: Session, me: Me, some: Sequence[Award]) -> list[Honour]:
    people = employees.many(session, [n for one in some for n in (one.employee_id, one.given_by)])
    where = [people[one.employee_id].unit_id for one in some] + [one.scope_id for one in some]
    names = units.names(session, where)
    known = {period.id: period for period in periods.everything(session)}
    gone = certificates.taken_back(session, [one.id or 0 for one in some])
    return [
        Honour(
            award_id=one.id or 0,
            number=one.number,
            award_year=one.year,
            name=people[one.employee_id].name,
            sex=people[one.employee_id].sex,
            unit=names.get(people[one.employee_id].unit_id, ""),
            scope=names.get(one.scope_id, ""),
            year=known[one.period_id].year,
            quarter=known[one.period_id].quarter,
            given_at=one.given_at.astimezone(me.zone),
            giver=people[one.given_by].name,
            mine=one.employee_id == me.employee_id,
            kind=kind_of(session, known[one.period_id], one.kind),
            revoked_on=gone[one.id].astimezone(me.zone).date() if one.id in gone else None,
        )
        for one in some
    ]


def _my_cases(session: Session, me: Me) -> list[tuple[int, str]]:
    if not me.has(Role.HEAD):
        return []
    mine = [
        one
        for one in proposals.waiting(session)
        if cases.reaches(session, one.scope_id, me.roles[Role.HEAD])
        and conflict_of_decider(cases.of_proposal(session, one), me.employee_id) is None
    ]
    people = employees.many(session, [one.employee_id for one in mine])
    return [(one.id or 0, people[one.employee_id].name) for one in mine]
