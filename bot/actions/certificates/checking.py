"""What anybody may learn of a paper by its code or its number: no more than stands on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import rights
from bot.actions.certificates import facts
from bot.actions.guest import ZONE, Guest
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.years import parties
from bot.rules import certificates as rules
from bot.rules.certificates import HONOURS, SERIES, Asked, CertificateKind, Verdict, numbered
from bot.screens import Place, place
from bot.texts import certificates as texts
from storage import certificates, employees, units, years
from storage.certificates import REVOKED, Certificate, FormerCertificate
from storage.years import REPLACED, YearReport

YEAR = "year"


@dataclass(frozen=True, slots=True)
class Answer:
    """`number` as it is printed. Names, honour, office and day only for whoever has the code.

    `since` is the day of the revocation; `replaced_by` the number of the edition in force;
    `certificate_id` only for whoever may read the certificate itself.
    """

    verdict: Verdict
    number: str = ""
    name: str = ""
    honour: str = ""
    office: str = ""
    day: date | None = None
    since: date | None = None
    replaced_by: str = ""
    certificate_id: int = 0


UNKNOWN = Answer(Verdict.UNKNOWN)


def check(
    session: Session, me: Me | Guest, typed: str = "", year: int = 0, number: int = 0
) -> Answer | None:
    """What is known of a code, or of a series with year and number; None: nothing asked yet."""
    rights.demand(session, me, "certificates.check", about=me.employee_id)
    if not typed:
        return None
    wanted = Asked(series=typed, year=year, number=number) if year else Asked(code=typed)
    return replace(about(session, wanted), certificate_id=_open_to(session, me, wanted))


def _open_to(session: Session, me: Me | Guest, wanted: Asked) -> int:
    """The certificate itself for whoever may read it whole, 0 for everybody else."""
    if isinstance(me, Guest) or (wanted.series and wanted.series not in SERIES):
        return 0
    if wanted.code:
        row = certificates.by_code(session, wanted.code)
    else:
        kind = CertificateKind(wanted.series)
        row = certificates.by_number(session, kind, wanted.year, wanted.number)
    if row is None or row.kind not in HONOURS:
        return 0
    right = "certificates.read"
    may = rights.allowed(session, me, right, about=row.employee_id, state=row.state)
    return (row.id or 0) if may else 0


def look_up(session: Session, me: Me | Guest, typed: str) -> Place:
    """What was typed, as a place that says what it is worth. Raises Refused for no code at all."""
    rights.demand(session, me, "certificates.check", about=me.employee_id)
    wanted = rules.asked(typed)
    if wanted is None:
        raise Refused(texts.bad_code(), "bad_code")
    if wanted.code:
        return place("certificates.check", wanted.code)
    return place("certificates.check", wanted.series, wanted.year, wanted.number)


def about(session: Session, wanted: Asked | None) -> Answer:
    """The answer to anybody whatsoever, the same for all that is unknown."""
    if wanted is None:
        return UNKNOWN
    if wanted.code:
        if row := certificates.by_code(session, wanted.code):
            return _told(row)
        if former := certificates.former_by_code(session, wanted.code):
            return _told_former(session, former)
        return _told_year(session, years.by_code(session, wanted.code))
    if wanted.series == YEAR:
        report = years.by_number(session, wanted.year, wanted.number)
        return _bare(_told_year(session, report))
    if wanted.series not in SERIES:
        return UNKNOWN
    kind = CertificateKind(wanted.series)
    which = (kind, wanted.year, wanted.number)
    if row := certificates.by_number(session, *which):
        return _bare(_told(row))
    former = certificates.former_by_number(session, *which)
    return _bare(_told_former(session, former)) if former else UNKNOWN


def _bare(known: Answer) -> Answer:
    """For whoever has nothing but a number, which can be guessed."""
    return Answer(known.verdict, known.number, since=known.since, replaced_by=known.replaced_by)


def _told(row: Certificate) -> Answer:
    told = facts.read(row.facts)
    gone = row.revoked_at if row.state == REVOKED else None
    return Answer(
        verdict=Verdict.REVOKED if gone else Verdict.VALID,
        number=numbered(row.kind, row.number, row.year),
        name=told.name,
        honour=told.honour,
        office=told.office,
        day=told.day,
        since=gone.astimezone(ZONE).date() if gone else None,
    )


def _told_former(session: Session, former: FormerCertificate) -> Answer:
    """The paper of before, unless what replaced it was revoked: then so is this."""
    now = certificates.get(session, former.certificate_id)
    assert now is not None
    told, answer = facts.read(former.facts), _told(now)
    gone = answer.verdict is Verdict.REVOKED
    return Answer(
        verdict=Verdict.REVOKED if gone else Verdict.REPLACED,
        number=numbered(former.kind, former.number, former.year),
        name=told.name,
        honour=told.honour,
        office=told.office,
        day=told.day,
        since=answer.since,
        replaced_by="" if gone else answer.number,
    )


def _told_year(session: Session, report: YearReport | None) -> Answer:
    if report is None or report.judged_at is None or report.number is None:
        return UNKNOWN
    there = parties.read(report.parties) if report.parties else None
    person = employees.get(session, report.employee_id)
    after = None
    if report.state == REPLACED:
        after = years.in_force(session, report.year, report.employee_id)
    zone = ZoneInfo(there.zone) if there else ZONE
    return Answer(
        verdict=Verdict.REPLACED if after else Verdict.VALID,
        number=numbered(YEAR, report.number, report.year),
        name=there.person.name if there else person.name if person else "",
        honour=texts.yearly(report.year, report.predikat),
        office=there.office if there else units.top(session),
        day=report.judged_at.astimezone(zone).date(),
        replaced_by=numbered(YEAR, after.number or 0, after.year) if after else "",
    )
