"""An extract for the operator's shell: of the whole agency, NIP always masked."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.exports.access import OF_HR
from bot.actions.exports.asking import sentence
from bot.actions.exports.extracting import Extract, extract
from bot.actions.exports.taking import MOST_OF_PDF
from bot.actions.refusals import Refused
from bot.texts import exports as texts
from storage import audit, handouts, periods
from storage.handouts import Handout


def take_as_operator(
    session: Session, kind: str, year: int, quarter: int, purpose: str, ending: str, now: datetime,
    zone: ZoneInfo,
) -> Extract:  # fmt: skip
    """Gather it and write down that it was taken. Raises Refused as in the chat."""
    said, which = sentence(purpose), year
    if kind == "results":
        period = periods.of_quarter(session, year, quarter)
        which = period.id or 0 if period else 0
    elif kind in OF_HR:
        which = 0
    made = extract(session, kind, which, None, zone, full=False)
    if not made.lines:
        raise Refused(texts.nothing_there(), "nothing")
    if ending == "pdf" and len(made.lines) > MOST_OF_PDF:
        raise Refused(texts.too_many(MOST_OF_PDF), "too_many")
    row = Handout(
        kind=kind, which=which, purpose=said, state=handouts.TAKEN, ending=ending,
        lines=len(made.lines), made_at=now, taken_at=now,
    )  # fmt: skip
    number = handouts.add(session, row)
    facts = {
        "kind": kind, "which": which, "ending": ending, "lines": len(made.lines), "full": False,
    }  # fmt: skip
    audit.record(session, now, None, "exports.take", f"handout/{number}", facts)
    return made
