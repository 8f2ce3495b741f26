"""The first page, and what is one person's own: the result with its radar and its course."""

from __future__ import annotations

from bot.actions import dashboard, overview, results
from bot.actions.pending import Pending
from bot.actions.pictures import Trend
from bot.rules.scoring import value_of
from bot.screens import Place, place
from bot.texts import career, pending, pictures, trainings, words
from bot.texts import dashboard as texts
from bot.texts import overview as scopes
from bot.texts import results as said
from bot.texts.surveys import figures as said_surveys
from bot.texts.trainings import catalogue
from bot.texts.trainings.said import met
from bot.web.dashboard import charts
from bot.web.dashboard.markup import (
    Link,
    Sheet,
    below,
    card,
    doors,
    pager,
    prose,
    table,
    without_heading,
)

EXPECTED, FEWEST_SPOKES = value_of(4), 3


def draw_home(at: dashboard.Home, link: Link) -> Sheet:
    see = doors(link, [(said.SEE, Place("results.mine"))])
    blocks = [card(texts.MY_RESULT, _short(at.result), see)]
    own = at.ledger.hours
    bar = charts.bar(min(1.0, own.minutes / own.asked) if own.asked else 1.0, "third")
    learning = [
        (trainings.LEDGER, place("trainings.ledger", 0)),
        (catalogue.CATALOGUE, place("trainings.catalogue", 0)),
    ]
    blocks.append(card(trainings.DOOR[0], bar, prose(met(own)), doors(link, learning)))
    careers = [
        (career.DOOR[0], place("career.card", at.employee_id)),
        (career.BOXES, place("career.boxes", at.employee_id)),
    ]
    blocks.append(card(career.DOOR[0], doors(link, careers)))
    seen = [(said_surveys.TITLE, place("surveys.units", 0))]
    blocks.append(card(said_surveys.TITLE, doors(link, seen)))
    if at.scopes.scopes:
        listed = [
            (scopes.scope_name(*one), place("overview.owing", one[0])) for one in at.scopes.scopes
        ]
        pages = -(-at.scopes.total // overview.PAGE)
        turn = pager(link, at.scopes.page, pages, lambda to: place("overview.home", to))
        blocks.insert(0, card(texts.UNITS, doors(link, listed), turn))
    return Sheet(texts.TITLE, "", blocks)


def _short(found: results.Card | Pending | None) -> str:
    """The newest result in a line or two."""
    if found is None:
        return prose(said.none_yet())
    if isinstance(found, Pending):
        return prose("\n".join([pending.heading(found.year, found.quarter), *_outstanding(found)]))
    return prose(said.short_quarter(found.year, found.quarter) + "\n" + said.verdict(found.score))


def draw_mine(at: dashboard.Mine, link: Link) -> Sheet:
    home = place("overview.home", 0)
    found = at.card
    if found is None:
        return Sheet(texts.MY_RESULT, "", [card("", prose(said.none_yet()))], home)
    if isinstance(found, Pending):
        return _waiting(found, link, home)
    under = words.quarter(found.year, found.quarter)
    blocks = [card(under, prose(said.verdict(found.score)), _axes(found))]
    values = [(part.axis.value, one) for part in found.score.axes for one in part.indicators]
    if len(values) >= FEWEST_SPOKES:
        spoken = texts.radar_said([(found.names[one.key], one.value) for _, one in values])
        drawn = charts.radar(spoken, [(axis, one.value) for axis, one in values], EXPECTED)
        rows = [
            (f"{number}. {words.safe(found.names[one.key])}", words.number(one.value),
             words.number(one.points))
            for number, (_, one) in enumerate(values, 1)
        ]  # fmt: skip
        axes = [(axis.value, name) for axis, name in said.AXES.items()]
        named = charts.keys(axes, pictures.expected_line(EXPECTED))
        heads = (texts.INDICATOR, texts.VALUE, texts.POINTS)
        blocks.append(card(pictures.RADAR_TITLE, drawn, named, table(texts.spokes(), heads, rows)))
    if at.trend is not None:
        blocks.append(card(pictures.TREND_TITLE, _course(at.trend)))
    name = texts.MY_RESULT if found.mine else found.name
    return Sheet(name, under, blocks, home)


def _waiting(found: Pending, link: Link, home: Place) -> Sheet:
    blocks = [prose(without_heading(pending.heading(found.year, found.quarter)))]
    blocks.append(prose("\n".join(_outstanding(found))))
    if found.earlier is not None:
        before = place("results.card", found.earlier[0], found.employee_id)
        blocks.append(doors(link, [(said.EARLIER, before)]))
    under = words.quarter(found.year, found.quarter)
    return Sheet(texts.MY_RESULT, under, [card("", *blocks)], home)


def _outstanding(found: Pending) -> list[str]:
    lines = [
        pending.report(found.reported, found.submit_until),
        pending.rating(found.superior, found.state, found.rate_until),
    ]
    if found.published is None:
        return [
            *lines, pending.unit(found.rated, found.owed), pending.publication(found.publish_on)
        ]  # fmt: skip
    return [*lines, pending.published_without(found.published), pending.late()]


def _axes(found: results.Card) -> str:
    """Both axes with their weights; they add up to the score."""
    rows = [
        (said.AXES[part.axis], words.number(part.value), f"{said.percent(part.weight)}%",
         words.number(part.points))
        for part in found.score.axes
    ]  # fmt: skip
    heads = (texts.AXIS, texts.VALUE, texts.WEIGHT, texts.POINTS)
    return table(texts.ADDS_UP, heads, rows) + prose(said.sum_of(found.score))


def _course(at: Trend) -> str:
    quarters = at.quarters
    names = [said.short_quarter(one.year, one.quarter) for one in quarters]
    spoken = texts.trend_said(list(zip(names, [one.total for one in quarters], strict=True)))
    lines = [(key, [getattr(one, key) for one in quarters]) for key in pictures.SERIES]
    rows = [
        (below(name, said.PREDIKAT[one.predikat]), words.number(one.total),
         words.number(one.hasil_kerja), words.number(one.perilaku))
        for name, one in zip(names, quarters, strict=True)
    ]  # fmt: skip
    heads = (texts.QUARTER, *pictures.SERIES.values())
    named = charts.keys(list(pictures.SERIES.items()), pictures.expected_line(EXPECTED))
    note = prose(pictures.only_one()) if len(quarters) == 1 else ""
    drawn = charts.trend(spoken, names, lines, EXPECTED)
    return drawn + named + table(pictures.TREND_TITLE, heads, rows, quiet=True) + note
