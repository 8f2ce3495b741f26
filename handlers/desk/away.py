"""Drawing who is away, and the periods with what HR may do about their rules."""

from __future__ import annotations

from bot.actions.desk import away
from bot.screens import Button, Place, Screen, place
from bot.texts import desk as texts
from bot.texts import holidays, words
from bot.texts.desk import groups
from bot.texts.schemes import changes as schemes
from handlers.desk.people import MENU, SEARCH, WAYS_OUT
from handlers.lists import turns


def draw_away(at: away.Away) -> Screen:
    lines = [
        groups.away_line(
            number, name, texts.recorded_line(one.kind, one.holder, one.since, one.until)
        )
        for number, (_, name, one) in enumerate(at.rows, 1)
    ]
    rows = [
        [
            Button(
                words.fitting(f"{number}. {words.called(name)}"),
                opens=place("desk.on_record", who, 0),
            )
        ]
        for number, (who, name, _) in enumerate(at.rows, 1)
    ]
    rows.append([Button(texts.FIND, opens=SEARCH)])
    row = turns(at.page, at.pages, 1, lambda page: place("desk.away", page))
    back = Button(words.BACK, opens=Place("desk.rules"))
    tail = [*row, back] if row else [back, Button(words.MENU, opens=MENU)]
    return Screen(groups.away(at.total, at.page, at.pages, lines), [*rows, tail])


def draw_rules(at: away.Rules) -> Screen:
    rows = [
        [
            Button(schemes.DESK, opens=Place("schemes.desk")),
            Button(holidays.DESK, opens=Place("holidays.home")),
        ],
        [Button(groups.AWAY, opens=place("desk.away", 0))],
    ]
    if at.agency:
        rows.append([Button(groups.PUBLICATION, opens=Place("publication.card"))])
    said = [
        groups.period(
            one.year, one.quarter, one.state, one.opens_on, one.rate_until, one.publish_on
        )
        for one in at.periods
    ]
    return Screen(groups.rules(said), [*rows, WAYS_OUT])
