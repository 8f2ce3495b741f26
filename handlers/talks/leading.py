"""Drawing the people somebody leads, how often, what they say, and who had no talk."""

from __future__ import annotations

from bot.actions import talks
from bot.screens import Button, Place, Screen, place
from bot.texts import talks as texts
from bot.texts import words
from bot.texts.talks import leading, valuing
from handlers.appraisals import pager
from handlers.lists import closed
from handlers.talks.pairs import HOME, MENU


def draw_team(at: talks.Team) -> Screen:
    head = leading.team(at.months, at.people, at.without, at.window.last)
    lines = [leading.team_line(one.name, one.last, had=one.had) for one in at.rows]
    rows = [
        [Button(words.called(one.name), opens=place("talks.pair", one.employee_id))]
        for one in at.rows
    ]
    if not at.page:
        use = Button(texts.USE, opens=Place("talks.use"))
        rows.append([Button(texts.RHYTHM, opens=Place("talks.rhythm")), use])
    turn = pager("talks.team", [], at.page, at.pages)
    return Screen("\n\n".join([head, "\n".join(lines)]), closed(rows, *turn, HOME))


def draw_rhythm(at: talks.Rhythm) -> Screen:
    rows = [
        [Button(texts.every(one), does=place("talks.set_rhythm", one))]
        for one in at.choices
        if one != at.months
    ]
    back = Button(words.BACK, opens=place("talks.team", 0))
    return Screen(leading.rhythm(at.months, at.scheme), [*rows, [back, MENU]])


def draw_use(at: talks.Told) -> Screen:
    back = Button(words.BACK, opens=place("talks.team", 0))
    return Screen(valuing.use(at.mean, at.people, at.words), [[back, MENU]])


def draw_missing(at: talks.Missing) -> Screen:
    head = leading.missing(at.window.first, at.window.last, at.people, at.without)
    lines = [leading.missing_line(*one) for one in at.rows]
    turn = pager("talks.missing", [], at.page, at.pages)
    return Screen("\n\n".join(filter(None, [head, "\n".join(lines)])), [[*turn, HOME, MENU]])
