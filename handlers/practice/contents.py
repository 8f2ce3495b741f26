"""Screens of the practice, and what of the office's own can be done there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.actions import practice
from bot.office import rehearsal
from bot.office.practice import EMPLOYEE, SUPERIOR
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import practice as texts
from bot.texts import words
from handlers.table import Shown, Table

MENU = Place("home.menu")
# Capabilities whose screens and acts work in the invented unit; nothing else does.
THERE = (
    "home", "achievements", "appraisals", "expectations", "reports", "results", "lifts",
    "receipts", "pictures", "reminders", "schemes", "glossary",
)  # fmt: skip
NOT_THERE = {"schemes.desk", "schemes.file", "schemes.export", "schemes.change"}
HATS = {EMPLOYEE: texts.AS_EMPLOYEE, SUPERIOR: texts.AS_SUPERIOR}


def draw_about(at: practice.About) -> Screen:
    label = texts.GO_ON if at.begun else texts.BEGIN
    begin = Button(label, does=Place("practice.begin"), style=Style.GOOD)
    rows = [
        [begin],
        [Button(words.BACK, opens=Place("home.help")), Button(words.MENU, opens=MENU)],
    ]
    return Screen(texts.about(begun=at.begun), rows)


def draw_home(at: rehearsal.Rehearsal) -> Screen:
    other = SUPERIOR if at.hat == EMPLOYEE else EMPLOYEE
    change = Button(HATS[other], does=place("practice.wear", other))
    rows = [[change, Button(texts.MENU, opens=MENU)]]
    if False in at.done:
        hat, following = _next(at)
        if hat in ("", at.hat):
            rows.insert(0, [following])
    return Screen(texts.steps(at.done, at.now), rows)


def _next(at: rehearsal.Rehearsal) -> tuple[str, Button]:
    """Who does the next step, if it matters, and the button that leads there."""
    mine = place("achievements.mine")
    return (
        (EMPLOYEE, Button(texts.SEND, opens=mine)),
        (SUPERIOR, Button(texts.RATE, opens=place("achievements.queue"))),
        ("", Button(texts.TO_RATING, does=Place("practice.move_on"), style=Style.GOOD)),
        (SUPERIOR, Button(texts.RATE_QUARTER, opens=place("appraisals.list"))),
        ("", Button(texts.TO_RESULT, does=Place("practice.move_on"), style=Style.GOOD)),
        (EMPLOYEE, Button(texts.SEE, opens=place("results.mine"))),
    )[at.done.index(False)]


def routes() -> Table:
    """What belongs to the office: the way in and out."""
    return Table(
        places={"practice.about": Shown(practice.about, draw_about)},
        acts={
            "practice.begin": practice.begin,
            "practice.leave": practice.leave,
            "practice.reset": practice.reset,
        },
    )


def inside(office: Table) -> Table:
    """What can be reached in the unit: a part of the office's own, and the steps."""
    own = Table(
        places={"practice.home": Shown(rehearsal.home, draw_home)},
        acts={"practice.wear": rehearsal.wear, "practice.move_on": rehearsal.move_on},
    )
    return replace(
        office,
        **{
            part: {**_there(getattr(office, part)), **getattr(own, part)}
            for part in ("places", "acts", "typed", "sent")
        },
        letters={},
    )


def _there(offered: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: what
        for name, what in offered.items()
        if name.partition(".")[0] in THERE and name not in NOT_THERE
    }
