"""Drawing where talks stand: mine, one pair, the agenda, those that were held."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import talks
from bot.rules.talks import State
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import talks as texts
from bot.texts import words
from bot.texts.talks import agenda, following, pairs
from handlers.appraisals import pager

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("talks.home"))
WAYS_OUT = (HOME, MENU)
MOST = 8
Rows = list[list[Button]]


def draw_home(at: talks.Home) -> Screen:
    blocks, rows = [f"{pairs.title()}\n{pairs.what_for()}"], list[list[Button]]()
    if at.mine is not None:
        blocks.append(_standing(at.mine, pairs.with_superior(at.mine.name)))
        rows += _doings(at.mine, brief=bool(at.leads or at.looks))
    if at.leads:
        blocks.append(pairs.led(at.leads, at.without))
    doors = []
    if at.leads:
        doors.append(Button(texts.TEAM, opens=place("talks.team", 0)))
    if at.looks:
        doors.append(Button(texts.MISSING, opens=place("talks.missing", 0)))
    return Screen("\n\n".join(blocks), [*rows, doors, [MENU]])


def draw_pair(at: talks.Pair) -> Screen:
    text = _standing(at, pairs.with_employee(at.name))
    back = HOME if at.own else Button(words.BACK, opens=place("talks.team", 0))
    return Screen(text, [*_doings(at), [back, MENU]])


def _standing(at: talks.Pair, head: str) -> str:
    last = at.last[1] if at.last else None
    lines = [head, pairs.last(last, at.today)]
    if at.arranged is not None:
        one = at.arranged
        lines.append(pairs.arranged(one.state, one.starts, mine=one.answerable))
    elif last is None or last < at.window.first:
        lines.append(pairs.owed(at.window.last, at.today))
    if not at.open:
        return "\n".join(lines)
    return "\n".join(lines) + "\n\n" + following.steps(step_lines(at.open), at.today)


def _doings(at: talks.Pair, *, brief: bool = False) -> Rows:
    """What can be done with this pair; `brief` where other doors stand beside."""
    rows: Rows = []
    one = at.arranged
    if one is not None and one.answerable:
        agree = Button(
            texts.AGREE, does=place("talks.agree", one.number, one.mark), style=Style.GOOD
        )
        rows.append([agree, Button(texts.THE_TALK, opens=place("talks.talk", one.number))])
    elif one is not None:
        rows.append([Button(texts.THE_TALK, opens=place("talks.talk", one.number))])
    who = at.employee_id
    rows.append([Button(texts.AGENDA, opens=place("talks.agenda", who))])
    held = [Button(texts.HELD, opens=place("talks.day", who))]
    if one is None:  # another time is proposed from the talk itself
        held.insert(0, Button(texts.PROPOSE, opens=place("talks.time", who)))
    room = 1 if brief else MOST - len(WAYS_OUT) - sum(map(len, [*rows, held]))
    return [*rows, held, _earlier(at, room)]


def _earlier(at: talks.Pair, room: int) -> list[Button]:
    """What was, as far as there is room; from the first of them one comes to the others."""
    if at.last is None:
        return []
    number = at.last[0]
    history = Button(texts.HISTORY, opens=place("talks.history", at.employee_id, 0))
    value = [Button(texts.VALUE, opens=place("talks.value", number))] if at.valuable else []
    last = [Button(texts.LAST, opens=place("talks.talk", number))] if number else []
    every = [*value, *last, history]
    return every if len(every) <= room else [every[0], history][:room]


def step_lines(found: Sequence[talks.Line]) -> list[following.Step]:
    return [
        (one.text, one.owner, one.due, following.HOW.get((one.done, one.dropped), ""))
        for one in found
    ]


def draw_agenda(at: talks.Agenda) -> Screen:
    head = agenda.agenda(at.name) + "\n" + agenda.since(at.since)
    blocks = [head, agenda.rated(at.rated, at.many)]
    if at.of is not None and at.lows:
        blocks.append(agenda.low(at.of, [(one.name, one.value) for one in at.lows]))
    if at.behind:
        blocks.append(agenda.behind(at.gone, [(one.text, one.percent) for one in at.behind]))
    if at.open:
        blocks.append(following.steps(step_lines(at.open), at.today))
    blocks.append(agenda.always())
    back = Button(words.BACK, opens=place("talks.pair", at.employee_id))
    return Screen("\n\n".join(blocks), [[back, MENU]])


def draw_history(at: talks.History) -> Screen:
    rows = [
        [Button(words.short_day(day), opens=place("talks.talk", number))]
        for number, day in at.rows
    ]
    turn = pager("talks.history", [at.employee_id], at.page, at.pages)
    back = Button(words.BACK, opens=place("talks.pair", at.employee_id))
    return Screen(pairs.history(at.name, len(at.rows)), [*rows, [*turn, back, MENU]])


def draw_time(at: talks.Time) -> Screen:
    back = Button(words.BACK, opens=place("talks.pair", at.employee_id))
    typing = place("talks.time", at.employee_id)
    return Screen(pairs.ask_time(at.name), [[back, MENU]], typing=typing)


def draw_check(at: talks.Time) -> Screen:
    assert at.start is not None
    does = place("talks.propose", at.employee_id, at.minutes, at.seen)
    rows = [
        [Button(texts.SEND_TIME, does=does, style=Style.GOOD)],
        [
            Button(words.CHANGE, opens=place("talks.time", at.employee_id)),
            Button(words.CANCEL, opens=place("talks.pair", at.employee_id)),
        ],
    ]
    return Screen(pairs.check_time(at.name, at.start), rows)


def is_open(state: State) -> bool:
    """Whether anything may still be written."""
    return state in (State.PROPOSED, State.AGREED, State.HELD)
