"""The poster of an award for the notice board, with its winner's consent alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.awards.certifying import title_of
from bot.actions.awards.telling import still_told
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.certificates import CertificateKind, link_argument, numbered
from bot.texts import awards as texts
from storage import awards, certificates, employees, profile, stories, units
from storage.printing import printing_of

SIZES = ("a4", "a3")
LONGEST_STORY = 240


@dataclass(frozen=True, slots=True)
class Poster:
    """What stands on it; `link` is the QR's, `story` the beginning of what the winner tells."""

    award_id: int
    office: str
    name: str
    unit: str
    honour: str
    number: str
    link: str
    story: str
    given_at: datetime


def poster(session: Session, me: Me, award_id: int) -> Poster:
    """For HR and heads of the winner's unit, and the winner. Refused without consent."""
    award = awards.get(session, award_id)
    row = certificates.of_object(session, CertificateKind.AWARD, award_id)
    about, state = (award.employee_id, row.state) if award and row else (0, "")
    rights.demand(session, me, "certificates.print", about=about, state=state)
    assert award is not None
    assert row is not None
    if still_told(session, award_id) is None:
        raise Refused(texts.no_poster(), "no_consent")
    person = employees.get(session, award.employee_id)
    assert person is not None
    printing, username = printing_of(session), profile.username(session) or ""
    link = f"https://t.me/{username}?start={link_argument(row.code)}"
    if printing.address:
        link = f"{printing.address}/cek/{row.code}"
    told = stories.get(session, row.id or 0)
    return Poster(
        award_id=award_id,
        office=units.top(session),
        name=person.name,
        unit=units.names(session, [person.unit_id]).get(person.unit_id, ""),
        honour=title_of(session, award),
        number=numbered(row.kind, row.number, row.year),
        link=link,
        story=told.text if told is not None and told.told_at is not None else "",
        given_at=award.given_at,
    )
