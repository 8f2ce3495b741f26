"""Receipts: the tap under a result, and for HR who has not taken it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import receipts
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import receipts as texts
from bot.texts import results, words
from handlers.lists import turns
from handlers.table import Recipient, Shown, Table
from storage import periods
from storage import receipts as stored

DESK = Button(words.BACK, opens=Place("desk.open"))
HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_list(at: receipts.Waits) -> Screen:
    rows = [
        [Button(words.called(name), opens=place("receipts.one", number))]
        for number, name, _, _ in at.items
    ]
    row = turns(
        at.page,
        at.total,
        receipts.PAGE,
        lambda page: place("receipts.list", at.period_id, page),
    )
    people = [(name, unit, why) for _, name, unit, why in at.items]
    text = texts.listed(at.year, at.quarter, at.total, people)
    return Screen(text, [*rows, *([row] if row else []), [DESK, HOME]])


def draw_one(at: receipts.Handing) -> Screen:
    text = texts.handing(at.name, at.year, at.quarter, at.published, at.why, at.standing)
    record = place("receipts.hand_over", at.receipt_id)
    back = Button(words.BACK, opens=place("receipts.list", at.period_id, 0))
    return Screen(text, [[Button(texts.HAND_OVER, does=record, style=Style.GOOD)], [back, HOME]])


def write_handed(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = stored.get(session, facts["receipt"])
    period = periods.get(session, row.period_id) if row else None
    if row is None or period is None or row.taken_at is None:
        return None
    those = row.employee_id, row.edition, row.issued_at
    at = receipts.standing(session, period, *those, to.now)
    see = Button(results.SEE, opens=place("results.card", row.period_id, row.employee_id))
    day = row.taken_at.astimezone(to.now.tzinfo).date()
    return Screen(texts.handed(period.year, period.quarter, day, at), [[see]])


def routes() -> Table:
    return Table(
        places={
            "receipts.list": Shown(receipts.waiting_list, draw_list),
            "receipts.one": Shown(receipts.one, draw_one),
        },
        acts={"receipts.take": receipts.take, "receipts.hand_over": receipts.hand_over},
        letters={"receipts.handed": write_handed},
    )
