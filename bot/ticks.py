"""What is asked at every tick, in this order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import (
    audit,
    awards,
    broadcasts,
    closing,
    evidence,
    forums,
    joining,
    mentoring,
    objections,
    panel,
    peers,
    periods,
    personal,
    practice,
    publication,
    reminders,
    replay,
    roster,
    supplements,
    talks,
    trainings,
)
from bot.actions.achievements import sending
from bot.actions.desk import shifting
from bot.actions.surveys import sealing as surveys
from bot.actions.trainings import correcting
from storage import keyboards, rounds, updates
from storage import reminders as reminder_rows

KEPT_UPDATES = timedelta(hours=48)


class Tick(NamedTuple):
    """`work(session, now)` returns True when it has more to do and wants another transaction.

    Instead of True it may return what is to be computed outside of any transaction; that returns
    what is then to be done with a session. Or it returns an iterator that computes in pieces and
    gives after each what is to be done with a session, in a transaction of its own.
    """

    name: str
    work: Callable[[Session, datetime], object]


def _hand_over(session: Session, now: datetime) -> None:
    """Leave and mandates begin and end with the day, which begins three times in Indonesia."""
    begun = [
        rounds.first_today(session, f"achievements.reassign/{zone}", _local_day(now, zone))
        for zone in reminder_rows.zones(session)
    ]
    if any(begun):
        sending.reassign(session, now)


def _local_day(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


def _close_sittings(session: Session, now: datetime) -> None:
    """Their last day is over when it is over everywhere."""
    panel.turn(session, now, periods.agency_days(session, now).last)


def _sweep_keyboards(session: Session, now: datetime) -> None:
    keyboards.sweep(session, now)


def _sweep_updates(session: Session, now: datetime) -> None:
    updates.sweep(session, now - KEPT_UPDATES)


TICKS: tuple[Tick, ...] = (
    Tick("periods.make", periods.make),
    Tick("peers.tick", peers.tick),
    Tick("periods.close", closing.close),
    Tick("publication.spread", publication.spread),
    Tick("supplements.owe", supplements.owe),
    Tick("talks.owe", talks.owe),
    Tick("mentoring.lapse", mentoring.lapse),
    Tick("objections.tick", objections.tick),
    Tick("objections.finish", objections.finish),
    Tick("panel.turn", _close_sittings),
    Tick("panel.weigh", panel.weigh),
    Tick("awards.turn", awards.turn),
    Tick("awards.tell", awards.tell),
    Tick("joining.tick", joining.tick),
    Tick("achievements.reassign", _hand_over),
    Tick("trainings.follow", trainings.follow),
    Tick("trainings.drop_drafts", correcting.drop_drafts),
    Tick("trainings.solve", trainings.solve),
    Tick("reminders.plan", reminders.plan),
    Tick("awards.certify", awards.certify_earlier),
    Tick("surveys.tick", surveys.tick),
    Tick("forums.remind", forums.remind),
    Tick("forums.credit", forums.credit),
    Tick("forums.overdue", forums.tell_hosts),
    Tick("forums.ask", forums.ask_all),
    Tick("forums.close_polls", forums.close_polls),
    Tick("forums.posts", forums.bring_up),
    Tick("broadcasts.work", broadcasts.work),
    Tick("keyboards.sweep", _sweep_keyboards),
    Tick("updates.sweep", _sweep_updates),
    Tick("practice.sweep", practice.sweep),
    Tick("personal.clocks", personal.tick),
    Tick("personal.spread", personal.spread),
    Tick("personal.retain", personal.retain),
    Tick("personal.clean", personal.clean),
    Tick("roster.work", roster.work),
    Tick("desk.shift", shifting.work),
    Tick("evidence.sweep", evidence.sweep_files),
    Tick("audit.anchor", audit.anchor),
    Tick("results.replay", replay.walk),
)


def ticks_of(anchor_chat: int | None) -> tuple[Tick, ...]:
    """All of them, and where there is a chat for it the anchor told there."""
    if anchor_chat is None:
        return TICKS
    return (*TICKS, Tick("audit.publish", audit.publish(anchor_chat)))
