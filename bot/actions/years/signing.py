"""The employee's signature under the year: what it was composed from is kept with it."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.years import composing, owing
from bot.actions.years.writing import Beside, Card, card, mine
from bot.screens import Went, place
from bot.texts import words
from bot.texts import years as texts
from storage import agreement, audit, outbox, years
from storage.columns import vault_of
from storage.outbox import Kind
from storage.years import DRAFT, SECTIONS


def confirm(session: Session, me: Me, year: int) -> Card:
    """The last look before I sign."""
    if mine(session, me, year).state != DRAFT:
        raise Refused(texts.no_draft(), "year_signed")
    found = card(session, me, year)
    if isinstance(found, Beside) or not found.may_sign:
        raise Refused(texts.not_yet(), "year_incomplete")
    if not found.report.summary:
        raise Refused(texts.summary_wanted(), "no_summary")
    return found


def sign(session: Session, me: Me, year: int, turn: int) -> Went:
    """Sign my report and hand it to my superior."""
    found = confirm(session, me, year)
    report, here = found.report, place("years.card", year)
    assert report.id is not None
    assert me.superior_id is not None
    result, mended = found.composed.result, bool(report.parts)
    parts, deeds = composing.write(result), composing.write_deeds(found.composed.deeds)
    values = {
        "state": years.SIGNED, "signed_at": me.now, "superior_id": me.superior_id, "reason": "",
        "scheme_id": found.composed.scheme_id, "parts": parts, "deeds": deeds,
        "total": str(result.total),
    }  # fmt: skip
    if not years.step(session, report.id, DRAFT, turn, values):
        return Went(here, words.changed_since())
    owing.written(session, me, year)
    owing.to_review(session, me, report, me.superior_id)
    written = (getattr(report, name) for name in SECTIONS)
    said = agreement.mark(vault_of(session), *written, parts, deeds)
    facts = {
        "year": year, "total": str(result.total), "superior": me.superior_id, "said": said,
    }  # fmt: skip
    audit.record(session, me.now, me.employee_id, "years.sign", f"yearreport/{report.id}", facts)
    if mended:
        _tell_mended(session, me, report.id, turn, me.superior_id)
    return Went(here, texts.signed_notice())


def _tell_mended(session: Session, me: Me, report_id: int, turn: int, superior_id: int) -> None:
    """A first signature comes with the morning's digest, which tells each stage only once."""
    outbox.put(
        session, f"years.mended/{report_id}/{turn}", Kind.DECISION, "years.mended", me.now,
        to=superior_id, facts={"report": report_id}, opens=place("years.review", report_id),
    )  # fmt: skip
