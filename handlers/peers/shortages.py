"""HR looks after those about whom too few colleagues are asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions import peers
from bot.rules.peers import Stand
from bot.rules.periods import PeriodState
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.peers import shortages as texts
from handlers.lists import people_rows, turns
from handlers.table import Recipient
from storage import periods

DESK = Button(words.BACK, opens=Place("desk.open"))
MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_list(at: peers.Shortages) -> Screen:
    when = (at.year, at.quarter)
    turn = turns(
        at.page, at.total, peers.SHORT_PAGE, lambda n: place("peers.short", at.period_id, n)
    )
    if at.closed:
        head = texts.closed(*when, at.total)
        lines = [texts.closed_line(one.name) for one in at.people]
        return Screen("\n\n".join([head, "\n".join(lines)]), [[*turn, DESK, MENU]])
    head = texts.listing(*when, at.total, at.fewest, at.until)
    lines = [texts.line(one.name, one.asked, one.answered, one.why) for one in at.people]
    opens = partial(place, "peers.shortage", at.period_id)
    rows = [[Button(words.called(one.name), opens=opens(one.employee_id))] for one in at.people]
    return Screen("\n\n".join([head, "\n".join(lines)]), [*rows, [*turn, DESK]])


def draw_one(at: peers.Shortage) -> Screen:
    here = (at.period_id, at.employee_id)
    blocks = [
        texts.one(at.name, at.unit, at.asked, at.answered, at.fewest, at.until),
        texts.around(at.circle),
        texts.ways(),
    ]
    widen = [Button(texts.WIDEN, does=place("peers.widen", *here))]
    rows = [
        *([widen] if at.asked < at.fewest else []),
        [Button(texts.ADD, opens=place("peers.naming", *here))],
        [Button(words.BACK, opens=place("peers.short", at.period_id, 0)), MENU],
    ]
    return Screen("\n\n".join(blocks), rows)


def draw_naming(at: peers.Naming) -> Screen:
    here = (at.period_id, at.employee_id)
    rows = people_rows(at.people, lambda one: place("peers.adding", *here, one))
    back = Button(words.BACK, opens=place("peers.shortage", *here))
    typing = place("peers.search_colleague", *here)
    return Screen(texts.ask(at.name), [*rows, [back, MENU]], typing=typing)


def draw_adding(at: peers.Adding) -> Screen:
    here = (at.period_id, at.employee_id)
    again = Button(words.BACK, opens=place("peers.naming", *here))
    text = texts.adding(at.name, at.rater.name, at.rater.post, at.rater.unit, near=at.near)
    if at.stand is not Stand.FREE:
        return Screen(f"{text}\n\n{texts.against(at.stand)}", [[again]])
    yes = Button(texts.YES_ADD, does=place("peers.add", *here, at.rater.employee_id))
    return Screen(text, [[yes], [again]])


def write_short(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    period = periods.get(session, facts["period"])
    if period is None or period.state not in (PeriodState.OPEN, PeriodState.RATING):
        return None
    opens = place("peers.short", facts["period"], 0)
    text = texts.letter(period.year, period.quarter)
    return Screen(text, [[Button(words.OPEN, opens=opens)]])
