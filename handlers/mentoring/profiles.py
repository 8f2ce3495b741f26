"""Drawing my mentoring, what I offer and want, HR's desk, and what came of it all."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import mentoring
from bot.actions.pages import leaf
from bot.actions.search import Found
from bot.rules.mentoring import PLACES
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import mentoring as texts
from bot.texts import words
from bot.texts.mentoring import desk, pairs, profiles
from handlers.appraisals import pager
from handlers.lists import found_text

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("mentoring.home"))
SHOWN, FIELDS = 4, 4


def draw_home(at: mentoring.Home) -> Screen:
    blocks = [pairs.home()]
    some = at.pairs[:SHOWN]
    lines = [pairs.pair(p.name, p.state, mentor=p.mentor, waits=p.waits, met=p.met) for p in some]
    blocks += ["\n".join(lines)] if lines else []
    if at.reason is not None:
        blocks.append(pairs.wished() if at.wishes else pairs.suggestion(at.reason))
    blocks += [pairs.offered()] if at.offers else []
    rows = [
        [
            Button(
                texts.with_(one.name, mentor=one.mentor),
                opens=place("mentoring.card", one.number),
                style=Style.GOOD if one.waits or one.met else Style.PLAIN,
            )
        ]
        for one in some
    ]
    rows.append(
        [
            Button(texts.WISH, opens=Place("mentoring.wish")),
            Button(texts.OFFER, opens=Place("mentoring.offer")),
        ]
    )
    rows.append([Button(texts.BARS, opens=Place("mentoring.bars"))])
    more = [Button(texts.DESK, opens=Place("mentoring.desk"))] if at.runs else []
    if at.looks:
        more.append(Button(texts.EFFECT, opens=Place("mentoring.effect")))
    return Screen("\n\n".join(blocks), [*rows, more, [MENU]])


def _fields(at: mentoring.Profile, act: str, here: str) -> list[list[Button]]:
    found = leaf(list(at.fields.items()), at.page, FIELDS)
    every = [
        Button(texts.field(name, chosen=key in at.chosen), does=place(act, key, found.page))
        for key, name in found.items
    ]
    rows = [every[n : n + 2] for n in range(0, len(every), 2)]
    return [*rows, pager(here, [], found.page, found.pages)]


def draw_offer(at: mentoring.Profile) -> Screen:
    rows = _fields(at, "mentoring.strength", "mentoring.offer")
    rows.append([Button(texts.room(at.places), opens=Place("mentoring.room"))])
    text = profiles.offer(at.text, [at.fields[key] for key in _known(at)], active=at.active)
    return Screen(text, [*rows, [HOME]], typing=Place("mentoring.offer"))


def _known(at: mentoring.Profile) -> list[str]:
    return [key for key in at.fields if key in at.chosen]


def draw_room(at: mentoring.Profile) -> Screen:
    rows = [
        [
            Button(texts.places(many, now=many == at.places), does=place("mentoring.places", many))
            for many in PLACES
        ]
    ]
    if at.active:
        rows.append([Button(texts.STOP_OFFER, does=place("mentoring.stop", "offer"))])
    back = Button(words.BACK, opens=Place("mentoring.offer"))
    return Screen(profiles.room(), [*rows, [back, MENU]])


def draw_wish(at: mentoring.Profile) -> Screen:
    rows = _fields(at, "mentoring.goal", "mentoring.wish")
    if at.active:
        rows.append([Button(texts.STOP_WISH, does=place("mentoring.stop", "wish"))])
    text = profiles.wish(at.text, [at.fields[key] for key in _known(at)], active=at.active)
    return Screen(text, [*rows, [HOME]], typing=Place("mentoring.wish"))


def draw_bars(at: mentoring.Bars) -> Screen:
    rows = [
        [Button(texts.all_right(name), does=place("mentoring.unbar", number))]
        for number, name in at.people
    ]
    text = profiles.bars([name for _, name in at.people])
    return Screen(text, [*rows, [HOME, MENU]], typing=Place("mentoring.bars"))


def draw_found(people: Sequence[Found]) -> Screen:
    rows = [
        [Button(words.fitting(f"{at}. {one.name}"), does=place("mentoring.bar", one.employee_id))]
        for at, one in enumerate(people, 1)
    ]
    back = Button(words.BACK, opens=Place("mentoring.bars"))
    return Screen(found_text(people), [*rows, [back, MENU]], typing=Place("mentoring.bars"))


def draw_desk(at: mentoring.Desk) -> Screen:
    text = desk.desk(at.needs, at.mentors, at.places, at.living, at.waiting)
    see = Button(texts.PREVIEW, opens=place("mentoring.preview", 0))
    return Screen(text, [[see], [HOME, MENU]])


def draw_preview(at: mentoring.Preview) -> Screen:
    lines = [desk.preview_line(one.mentor, one.mentee, one.goals) for one in at.lines]
    blocks = [desk.preview(at.pairs, at.left, at.asked, at.higher), "\n".join(lines)]
    run = Button(texts.RUN, does=place("mentoring.run", at.mark), style=Style.GOOD)
    back = Button(words.BACK, opens=Place("mentoring.desk"))
    turn = pager("mentoring.preview", [], at.page, at.pages)
    return Screen(
        "\n\n".join(filter(None, blocks)), [[run] if at.pairs else [], [*turn, back, MENU]]
    )


def draw_effect(at: mentoring.Effect) -> Screen:
    return Screen(desk.effect(at.found, at.begun, at.mentees, at.mentors), [[HOME, MENU]])
