"""Each day's answers are sealed in the trail once the day is over, so that a change is found."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlmodel import Session

from bot.actions.days import agency_days, office_day
from bot.actions.surveys import collecting, wishes
from bot.rules.surveys.collecting import DRAFT_LASTS
from bot.rules.surveys.sealing import digest
from storage import audit, keyboards, outbox, rounds, surveys
from storage.surveys.answers import SEALED

ANSWERING = ("surveys.start/", "surveys.mark/", "surveys.skip/", "surveys.send/")


def tick(session: Session, now: datetime) -> None:
    """Erase what is kept for hours; once a day seal what is over, and forget who pressed."""
    collecting.forget(session, now)
    if not rounds.first_today(session, "surveys.tick", office_day(now)):
        return
    over = agency_days(session, now).last
    reseal(session, surveys.answers.unsealed(session, over), now)
    keyboards.forget_before(session, ANSWERING, now - DRAFT_LASTS)
    outbox.forget_chats(session, wishes.NEWS)
    wishes.forget(session, now)


def reseal(session: Session, days: Collection[date], now: datetime) -> None:
    """Seal these days as they stand now: for days that are over, and for what was imported."""
    for day in sorted(days):
        rounds.first_today(session, SEALED, day)
        rows = surveys.answers.of_day(session, day)
        facts = {"answers": len(rows), "mark": digest(rows)}
        audit.record(session, now, None, SEALED, f"surveyday/{day.isoformat()}", facts)
