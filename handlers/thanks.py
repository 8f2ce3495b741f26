"""/apresiasi: thanking a colleague, reading thanks, and what looks like an arrangement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from bot.actions import thanks
from bot.actions.search import Found
from bot.rules.thanks import Value
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import thanks as texts
from bot.texts import words
from handlers.appraisals import pager
from handlers.lists import found_text, people_rows
from handlers.table import Recipient, Shown, Table

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("thanks.home"))
WAYS_OUT = [HOME, MENU]


def draw_home(at: thanks.Home) -> Screen:
    blocks = [texts.home(at.left, at.weekly, at.received)]
    lines = [texts.shown_line(one.giver, one.receiver, one.value, one.text) for one in at.open]
    blocks += [texts.shown(lines)] if lines else []
    give = [Button(texts.GIVE, opens=Place("thanks.whom"), style=Style.GOOD)] if at.left else []
    mine = [Button(texts.MINE, opens=place("thanks.mine", 0))]
    mine += [Button(texts.TEAM, opens=Place("thanks.team"))] if at.leads else []
    watch = [Button(texts.WATCH, opens=Place("thanks.watch"))] if at.watches else []
    return Screen("\n\n".join(blocks), [give, mine, watch, [MENU]])


def draw_whom(left: int) -> Screen:
    typing = Place("thanks.whom") if left else None
    return Screen(texts.ask_whom(left), [WAYS_OUT], typing=typing)


def draw_found(people: Sequence[Found]) -> Screen:
    rows = people_rows(people, lambda one: place("thanks.value", one))
    return Screen(found_text(people), [*rows, WAYS_OUT], typing=Place("thanks.whom"))


def draw_value(at: thanks.Whom) -> Screen:
    buttons = [
        Button(texts.NAMES[one], opens=place("thanks.text", at.receiver_id, one.value))
        for one in Value
    ]
    rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    return Screen(texts.choose(at.receiver), [*rows, [HOME]])


def draw_text(at: thanks.Whom) -> Screen:
    typing = place("thanks.text", at.receiver_id, at.value)
    back = Button(words.BACK, opens=place("thanks.value", at.receiver_id))
    return Screen(texts.ask_text(at.receiver, at.value), [[back, MENU]], typing=typing)


def draw_confirm(at: thanks.Draft) -> Screen:
    send = Button(words.SEND, does=place("thanks.send", at.number, at.mark), style=Style.GOOD)
    change = Button(words.CHANGE, opens=place("thanks.text", at.receiver_id, at.value.value))
    cancel = Button(words.CANCEL, opens=Place("thanks.home"))
    return Screen(texts.confirm(at.receiver, at.value, at.text), [[send], [change, cancel]])


def draw_mine(at: thanks.Mine) -> Screen:
    rows = [
        [Button(words.called(one.giver), opens=place("thanks.one", one.number))] for one in at.rows
    ]
    label = texts.UNCOUNT if at.counted else texts.COUNT
    consent = Button(label, does=place("thanks.consent", int(not at.counted)))
    turn = pager("thanks.mine", [], at.page, at.pages)
    text = "\n\n".join([texts.mine(at.many), texts.counted(given=at.counted)])
    return Screen(text, [*rows, [consent], [*turn, *WAYS_OUT]])


def draw_one(at: thanks.One) -> Screen:
    label = texts.HIDE if at.shown else texts.SHOW
    show = Button(label, does=place("thanks.show", at.number, int(not at.shown)))
    back = Button(words.BACK, opens=place("thanks.mine", 0))
    text = texts.one(at.giver, at.value, at.text, at.day, shown=at.shown)
    return Screen(text, [[show], [back, MENU]])


def draw_team(at: thanks.Team) -> Screen:
    return Screen(texts.team(at.rows, at.others), [WAYS_OUT])


def draw_watch(at: thanks.Watch) -> Screen:
    return Screen(texts.watch(at.many, at.pairs, at.rings), [WAYS_OUT])


def write_received(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    opens = thanks.still_mine(session, facts["thanks"])
    if opens is None:
        return None
    return Screen(texts.letter(), [[Button(words.OPEN, opens=opens)]], stays=True)


def routes() -> Table:
    return Table(
        places={
            "thanks.home": Shown(thanks.home, draw_home),
            "thanks.whom": Shown(thanks.ask_whom, draw_whom),
            "thanks.found": Shown(thanks.choose_whom, draw_found),
            "thanks.value": Shown(thanks.choose_value, draw_value),
            "thanks.text": Shown(thanks.ask_text, draw_text),
            "thanks.confirm": Shown(thanks.confirm, draw_confirm),
            "thanks.mine": Shown(thanks.mine, draw_mine),
            "thanks.one": Shown(thanks.one, draw_one),
            "thanks.team": Shown(thanks.team, draw_team),
            "thanks.watch": Shown(thanks.watch, draw_watch),
        },
        acts={
            "thanks.send": thanks.send,
            "thanks.show": thanks.show,
            "thanks.consent": thanks.consent,
        },
        typed={"thanks.whom": thanks.say_whom, "thanks.text": thanks.say_text},
        commands={"apresiasi": Place("thanks.home")},
        letters={"thanks.received": write_received},
    )
