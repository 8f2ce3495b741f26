"""/tim: units at a glance as pictures, each with its numbers in words."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from bot.actions import overview
from bot.documents import pictures as drawings
from bot.documents.pictures import Bar, Distribution, Owing, Radar, Row, Spoke, Urgency
from bot.rules.scoring import value_of
from bot.screens import Button, Place, Screen, place
from bot.texts import dashboard, groups, participation, words
from bot.texts import overview as texts
from bot.texts import pictures as picture_texts
from handlers.lists import turns
from handlers.pictures import AS_EXPECTED, FEWEST, photo
from handlers.table import Shown, Table

MENU = Button(words.MENU, opens=Place("home.menu"))
GROUPS = Button(groups.TITLE, opens=place("groups.list", 0))
SOON = timedelta(2)


def draw_home(at: overview.Home) -> Screen:
    rows = [
        [Button(words.fitting(texts.scope_name(*scope)), opens=place("overview.owing", scope[0]))]
        for scope in at.scopes
    ]
    row = turns(at.page, at.total, overview.PAGE, lambda page: place("overview.home", page))
    more = (
        [[Button(dashboard.BUTTON, app=dashboard.address(at.dashboard))]] if at.dashboard else []
    )
    ways = [GROUPS, MENU] if at.groups else [MENU]
    return Screen(texts.home(), [*rows, *([row] if row else []), *more, ways])


def draw_owing(at: overview.Owing) -> Screen:
    said = texts.under(texts.scope_name(at.scope, at.name), at.year, at.quarter)
    listed = [(one.name, one.kind, one.many, one.due_on) for one in at.owners]
    blocks = [
        texts.heading(texts.OWING, said),
        texts.summary(at.done, at.of),
        texts.owed_lines(listed, at.more, at.today),
    ]
    rows = [
        [Button(texts.SPREADS[name], opens=place(f"overview.{name}", at.scope))]
        for name in at.spreads
    ]
    rows += [
        [Button(texts.span(year, quarter), opens=place("overview.owing", at.scope, number))]
        for number, year, quarter in at.others
    ]
    if at.participation:
        rows.append([Button(participation.DOOR, opens=place("participation.home", at.scope))])
    picture = Owing(
        texts.OWING, said, at.done, at.of, texts.summary(at.done, at.of),
        [_row(at, *one) for one in at.owners], texts.more_line(at.more),
    )  # fmt: skip
    caption = texts.owing_said(said, at.done, at.of, listed, at.more, at.today)
    files = [photo("tugas.png", partial(drawings.owing, picture), caption)] if at.of else []
    return Screen("\n\n".join(blocks), [*rows, [_back(), MENU]], files=files)


def _row(at: overview.Owing, _: int, name: str, kind: str, count: int, due: date) -> Row:
    urgency = Urgency.LATE if due < at.today else Urgency.LATER
    if at.today <= due <= at.today + SOON:
        urgency = Urgency.SOON
    return Row(*texts.row(name, kind, count, due, at.today), urgency)


def draw_spread(at: overview.Spread) -> Screen:
    said = texts.under(texts.scope_name(at.scope, at.name), at.year, at.quarter)
    notes = [] if at.published else [texts.unpublished()]
    bars = [
        Bar(name, count, (many, part), key)
        for key, name, count, many, part in texts.bars(at.counts, at.unrated)
    ]
    picture = Distribution(texts.SPREAD, said, bars, notes)
    caption = texts.spread_said(said, at.counts, at.unrated)
    text = "\n\n".join(
        [texts.heading(texts.SPREAD, said), texts.spread_lines(at.counts, at.unrated), *notes]
    )
    owes = Button(texts.OWING, opens=place("overview.owing", at.scope))
    files = [photo("sebaran.png", partial(drawings.distribution, picture), caption)]
    return Screen(text, [[owes], [_back(), MENU]], files=files)


def draw_radar(at: overview.Radar) -> Screen:
    said = texts.under(texts.scope_name(at.scope, at.name), at.year, at.quarter)
    owes = Button(texts.OWING, opens=place("overview.owing", at.scope))
    below = [[owes], [_back(), MENU]]
    heading = texts.heading(texts.SPREADS["radar"], said)
    if len(at.values) < FEWEST:
        return Screen(f"{heading}\n\n{texts.too_few(overview.FEWEST)}", below)
    expected = value_of(AS_EXPECTED)
    spokes = [Spoke(axis, name, value, words.number(value)) for axis, name, value in at.values]
    keys = picture_texts.keys(expected)
    picture = Radar(texts.SPREADS["radar"], said, spokes, Decimal(expected), keys)
    values = [(name, value) for _, name, value in at.values]
    caption = texts.radar_said(said, values)
    text = f"{heading}\n\n{texts.radar_lines(values, at.people)}"
    files = [photo("radar-unit.png", partial(drawings.radar, picture), caption)]
    return Screen(text, below, files=files)


def _back() -> Button:
    return Button(words.BACK, opens=place("overview.home", 0))


def routes() -> Table:
    return Table(
        places={
            "overview.home": Shown(overview.home, draw_home),
            "overview.owing": Shown(overview.listed, draw_owing),
            "overview.spread": Shown(overview.spread, draw_spread),
            "overview.proposed": Shown(overview.proposed, draw_spread),
            "overview.radar": Shown(overview.radar, draw_radar),
        },
        commands={"tim": Place("overview.home")},
    )
