"""The raters' drill: its home, a case a screen, and who did it."""

from __future__ import annotations

from bot.actions import drills
from bot.rules.schemes import LEVELS
from bot.screens import Button, Place, Screen, place
from bot.texts import drills as texts
from bot.texts import words
from handlers.lists import turns
from handlers.table import Shown, Table
from storage.duties import DutyKind

MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_home(at: drills.Home) -> Screen:
    blocks = [texts.home(at.year, at.quarter, at.cases, at.next, required=at.required)]
    if at.distance.answers:
        blocks.append(texts.own(at.distance))
    rows = []
    if at.next:
        label = texts.GO_ON if at.distance.answers else texts.BEGIN
        rows.append([Button(label, opens=place("drills.case", at.period_id, at.next))])
    else:
        rows += [[one] for one in _forms(at)]
    if at.watches:
        rows.append([Button(texts.WATCH, opens=place("drills.watch", at.period_id, 0))])
    return Screen("\n\n".join(blocks), [*rows, [MENU]])


def _forms(at: drills.Home) -> list[Button]:
    """The way back to what waited for the drill."""
    ways = {
        DutyKind.APPRAISE: (texts.TO_PEOPLE, place("appraisals.list", at.period_id, 0)),
        DutyKind.PEERS: (texts.TO_COLLEAGUES, place("peers.queue", at.period_id, 0)),
        DutyKind.ASSESS: (texts.TO_TEAM, place("appraisals.team", at.period_id, 0)),
    }
    return [
        Button(label, opens=opens) for kind, (label, opens) in ways.items() if kind in at.forms
    ]


def draw_case(at: drills.Case) -> Screen:
    one, back = at.case, Button(words.BACK, opens=place("drills.home", at.period_id))
    if at.level is None:
        asked = texts.case(
            one.name, one.situation, at.indicator.name, at.indicator.anchors, at.step, at.steps
        )
        rows = [
            [Button(texts.level(n), does=place("drills.answer", at.period_id, at.step, n))]
            for n in LEVELS
        ]
        return Screen(asked, [*rows, [back]])
    told = texts.told(
        one.name, one.situation, at.indicator.name, at.level, one.gold,
        at.indicator.anchors[one.gold - 1], one.reason,
    )  # fmt: skip
    after = Button(texts.DONE, opens=place("drills.home", at.period_id))
    if at.step < at.steps:
        after = Button(texts.NEXT_CASE, opens=place("drills.case", at.period_id, at.step + 1))
    return Screen(told, [[after], [back, MENU]])


def draw_watch(at: drills.Watch) -> Screen:
    head = texts.watch(at.year, at.quarter, at.trained, at.total, required=at.required)
    lines = [texts.person(name, did=did) for name, did in at.people]
    turn = turns(at.page, at.total, drills.PAGE, lambda n: place("drills.watch", at.period_id, n))
    back = Button(words.BACK, opens=place("drills.home", at.period_id))
    return Screen("\n\n".join([head, "\n".join(lines)]), [turn, [back, MENU]])


def routes() -> Table:
    return Table(
        places={
            "drills.home": Shown(drills.home, draw_home),
            "drills.case": Shown(drills.case, draw_case),
            "drills.watch": Shown(drills.watch, draw_watch),
        },
        acts={"drills.answer": drills.answer},
    )
