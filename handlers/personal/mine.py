"""What is held of me, who looked, what I agreed to."""

from __future__ import annotations

from bot.actions import personal
from bot.screens import Button, Place, Screen, place
from bot.texts import personal as texts
from bot.texts import words
from bot.texts.personal import asking, breaching, copying, erasing, kinds, retaining
from handlers.appraisals import pager
from handlers.lists import MOST_BUTTONS

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("personal.home"))


def draw_home(at: personal.Home) -> Screen:
    rows = [
        [
            Button(texts.HELD, opens=place("personal.held", 0)),
            Button(texts.SEEN, opens=place("personal.seen", 0)),
        ],
        [
            Button(texts.CONSENTS, opens=place("personal.consents", 0)),
            Button(asking.ASK, opens=Place("personal.ask")),
        ],
        [
            Button(copying.COPY, opens=Place("personal.ask_copy")),
            Button(erasing.ERASE, opens=Place("personal.erasables")),
        ],
    ]
    if at.breaches:
        rows.append([Button(breaching.BREACHES, opens=Place("personal.breaches"))])
    if at.desk:
        rows[-1].append(Button(asking.DESK, opens=place("personal.desk", 0)))
    if sum(map(len, rows)) < MOST_BUTTONS:
        rows.append([MENU])
    return Screen(texts.home(at.officer, at.contact), rows)


def draw_held(at: personal.Held) -> Screen:
    buttons = [
        Button(str(number), opens=place("personal.kind", kind.value))
        for number, (kind, _) in enumerate(at.rows, at.first)
    ]
    turn = pager("personal.held", [], at.page, at.pages)
    return Screen(kinds.held(at.rows, at.first), [buttons, [*turn, HOME]])


def draw_kind(at: personal.HeldKind) -> Screen:
    back = Button(words.BACK, opens=place("personal.held", at.page))
    sooner = retaining.sooner(at.sooner)
    text = kinds.kind(at.kind, at.many, at.basis, at.keeping, at.years)
    return Screen(text + sooner, [[back, MENU]])


def draw_seen(at: personal.Looked) -> Screen:
    turn = pager("personal.seen", [], at.page, at.pages)
    return Screen(texts.looked(at.rows, at.total), [[*turn, HOME, MENU]])


def draw_consents(at: personal.Agreed) -> Screen:
    rows = [(one.kind, one.version, one.since, one.until) for one in at.rows]
    buttons = [
        Button(
            texts.take_back(number),
            does=place("personal.withdraw", one.kind.value, one.object_id),
        )
        for number, one in enumerate(at.rows, at.first)
        if one.until is None
    ]
    pairs = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    turn = pager("personal.consents", [], at.page, at.pages)
    return Screen(texts.agreed(rows, at.first), [*pairs, [*turn, HOME]])
