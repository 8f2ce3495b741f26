"""Drawing the desk itself: what waits, then four doors behind which everything else lies."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import desk
from bot.screens import Button, Place, Screen, place
from bot.texts import desk as texts
from bot.texts import exports, objections, receipts, words
from bot.texts import groups as chats
from bot.texts.broadcasts import writing as broadcasts
from bot.texts.desk import adoption, groups, heads, plans, sheets
from bot.texts.peers import shortages
from bot.texts.roster import chat as roster
from handlers.desk.people import MENU, SEARCH, WAYS_OUT

Door = tuple[int, str, Place]


def draw_desk(at: desk.Desk) -> Screen:
    """What waits stands first; what is empty makes room for it, for a phone shows eight well."""
    text = texts.desk(at.people, at.claims, at.reports, at.never, at.blocked, at.undelivered)
    first = [
        (at.claims, texts.CLAIMS, place("desk.claims", 0)),
        (at.reports, texts.REPORTS, place("desk.reports", 0)),
    ]
    others = [door for door in _others(at) if door[0]]
    if len(others) > 1:
        others = [(sum(many for many, *_ in others), groups.OTHERS, Place("desk.others"))]
    rows = [
        [_door(one) for one in first],
        *([_door(one)] for one in others),
        [Button(texts.FIND, opens=SEARCH)],
        [
            Button(groups.STAFF, opens=Place("desk.staff")),
            Button(groups.REACH, opens=Place("desk.reach")),
        ],
        [Button(groups.RULES, opens=Place("desk.rules")), Button(words.MENU, opens=MENU)],
    ]
    return Screen(text, rows)


def draw_others(at: desk.Desk) -> Screen:
    """What waits besides accounts and reports."""
    rows = [[_door(one)] for one in _others(at) if one[0]]
    return Screen(groups.others(), [*rows, WAYS_OUT])


def draw_staff(at: desk.Group) -> Screen:
    rows = [[Button(texts.FIND, opens=SEARCH)]]
    if at.agency:
        rows.append([Button(roster.TITLE, opens=Place("roster.file"))])
    rows += [
        [
            Button(heads.UNITS, opens=place("desk.units", 0)),
            Button(texts.counted(plans.PLANS, at.plans), opens=place("desk.plans", 0)),
        ],
        [
            Button(exports.TITLE, opens=Place("exports.home")),
            Button(chats.TITLE, opens=place("groups.list", 0)),
        ],
    ]
    return Screen(groups.staff(agency=at.agency), [*rows, WAYS_OUT])


def draw_reach(at: desk.Desk) -> Screen:
    counts = {"never": at.never, "blocked": at.blocked, "undelivered": at.undelivered}
    calls = [
        (counts[why], label, place("desk.calls", why, 0)) for why, label in texts.WHYS.items()
    ]
    return Screen(
        groups.reach(at.people, at.never, at.blocked, at.undelivered),
        [
            [
                Button(adoption.MAP, opens=place("desk.adoption", 0)),
                Button(sheets.PRINT, opens=place("desk.sheets", 0)),
            ],
            [Button(broadcasts.TITLE, opens=place("broadcasts.desk", 0))],
            *([_door(one)] for one in calls),
            WAYS_OUT,
        ],
    )


def _others(at: desk.Desk) -> Sequence[Door]:
    return [
        (at.unreceived, receipts.WAITING, place("receipts.list", at.published, 0)),
        (at.objections, objections.DESK, place("objections.watched", 0)),
        (
            at.short.people,
            shortages.UNRELEASED if at.short.closed else shortages.DESK,
            place("peers.short", at.short.period_id, 0),
        ),
    ]


def _door(one: Door) -> Button:
    many, label, opens = one
    return Button(texts.counted(label, many), opens=opens)
