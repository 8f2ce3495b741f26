"""What an award is called, and its certificate."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import certificates
from bot.actions.awards.kinds import kind_of
from bot.actions.certificates import Ground
from bot.rules.certificates import CertificateKind
from bot.texts import awards as texts
from bot.texts.language import on_paper
from storage import certificates as issued
from storage import employees, periods, units
from storage.awards import Award

AT_ONCE = 50


def title_of(session: Session, award: Award) -> str:
    """`Pegawai Teladan Triwulan III 2026`, with the unit if it is of one unit."""
    period = periods.get(session, award.period_id)
    assert period is not None
    scope = units.names(session, [award.scope_id]).get(award.scope_id, "")
    kind = kind_of(session, period, award.kind)
    return texts.award(period.year, period.quarter, scope, kind)


@on_paper
def certify(session: Session, award: Award, by: int | None, now: datetime) -> None:
    """Issue its certificate, with the award's number, dated the day it was given."""
    giver = employees.get(session, award.given_by)
    where = units.get(session, giver.unit_id) if giver else None
    zone = ZoneInfo(where.zone) if where else now.tzinfo
    ground = Ground(
        CertificateKind.AWARD, award.id or 0, award.employee_id, award.given_by,
        title_of(session, award), award.given_at.astimezone(zone).date(), award.year, award.number,
    )  # fmt: skip
    certificates.issue(session, ground, by, now)


def certify_earlier(session: Session, now: datetime) -> bool:
    """Issue what awards of before still lack; whether there is more to do."""
    lacking = issued.uncertified_awards(session, AT_ONCE)
    for award in lacking:
        certify(session, award, None, now)
    return len(lacking) == AT_ONCE
