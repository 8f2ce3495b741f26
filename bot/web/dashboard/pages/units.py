"""A scope at a glance, and each of its parts alone."""

from __future__ import annotations

from collections.abc import Iterator

from bot.actions import dashboard, overview, panel
from bot.actions.overview import Owing, Radar, Spread
from bot.rules.scoring import value_of
from bot.screens import Place, place
from bot.texts import dashboard as texts
from bot.texts import overview as said
from bot.texts import participation as taking_part
from bot.texts import pictures, results, words
from bot.texts.panel import distribution
from bot.web.dashboard import charts
from bot.web.dashboard.markup import Link, Sheet, bars, card, doors, figures, prose, table
from bot.web.dashboard.pages.people import access_table

EXPECTED, FEWEST_SPOKES = value_of(4), 3
KINDS = {
    "sangat_baik": "first", "baik": "third", "butuh_perbaikan": "second",
    "kurang": "second", "sangat_kurang": "second",
}  # fmt: skip


def draw_glance(at: dashboard.Glance, link: Link) -> Sheet:
    owing = at.owing
    blocks = [card(said.OWING, _progress(owing), _periods(owing, link))]
    if at.spread is not None:
        blocks.append(card(said.SPREAD, _bars(at.spread), _compared(at.spread, link)))
    if "proposed" in owing.spreads:
        more = [(said.SPREADS["proposed"], place("overview.proposed", owing.scope))]
        blocks.append(card(said.SPREADS["proposed"], prose(said.unpublished()), doors(link, more)))
    if at.radar is not None:
        blocks.append(card(said.SPREADS["radar"], _radar(at.radar)))
    blocks += _taking_part(at, link)
    name = said.scope_name(owing.scope, owing.name)
    return Sheet(name, said.span(owing.year, owing.quarter), blocks, _home())


def _progress(at: Owing) -> str:
    """How much is done, and what is owed by duty: numbers, no names."""
    if not at.of:
        return prose(said.summary(at.done, at.of))
    shown = [
        (
            said.duty(one.kind, one.many),
            words.number(one.people),
            words.days_left(one.due_on, at.today),
        )
        for one in at.owed
    ]
    heads = (texts.DUTY, texts.PEOPLE_OWING, texts.DUE)
    listed = table(texts.OWED, heads, shown) if shown else prose(said.owed_lines([], 0, at.today))
    return charts.bar(at.done / at.of, "third") + prose(said.summary(at.done, at.of)) + listed


def _periods(at: Owing, link: Link) -> str:
    """Other quarters and years in which something is owed."""
    return doors(
        link,
        [
            (said.span(year, quarter), place("overview.owing", at.scope, number))
            for number, year, quarter in at.others
        ],
    )


def _taking_part(at: dashboard.Glance, link: Link) -> Iterator[str]:
    if at.taking_part is not None:
        one, scope = at.taking_part, at.owing.scope
        told = [
            (texts.IN_SERVICE, one.people), (texts.SENT, one.sent), (texts.SILENT_FOR, one.silent),
            (texts.NAMED, one.honoured), (texts.UNNAMED, one.overlooked),
        ]  # fmt: skip
        lists = [
            (label.format(count=count), place(f"participation.{name}", scope, 0))
            for name, label, count in (
                ("silent", taking_part.SILENT, one.silent),
                ("overlooked", taking_part.OVERLOOKED, one.overlooked),
                ("honoured", taking_part.HONOURED, one.honoured),
            )
        ]
        numbers = figures((words_, words.number(count)) for words_, count in told)
        yield card(taking_part.DOOR, numbers, doors(link, lists))
    if at.access is not None and at.taking_part is not None:
        learned, people = at.taking_part.learned, at.taking_part.people
        told_ = [(texts.LEARNED, words.number(learned)), (texts.IN_SERVICE, words.number(people))]
        yield card(taking_part.TITLE, figures(told_), access_table(at.access))


def draw_proposed(at: Spread, link: Link) -> Sheet:
    """What is proposed; what is published stands on the page of the scope."""
    block = card("", _bars(at), prose(said.unpublished()), _compared(at, link))
    return Sheet(said.SPREADS["proposed"], _under(at), [block], _unit(at.scope))


def _compared(at: Spread, link: Link) -> str:
    beside = place("panel.distribution", at.period_id, at.scope)
    return doors(link, [(texts.PATTERN, beside)]) if at.compared else ""


def _bars(at: Spread) -> str:
    told = said.bars(at.counts, at.unrated)
    most = max(1, *(count for _, _, count, _, _ in told))
    rows = [
        (name, charts.bar(count / most, KINDS.get(key, "none")), f"{many} {part}".strip())
        for key, name, count, many, part in told
    ]
    heads = (texts.PREDIKAT, texts.SHARE, texts.PEOPLE_OWING)
    return bars(said.SPREAD, heads, rows, quiet=True)


def draw_pattern(at: panel.Spread, _: Link) -> Sheet:
    people = sum(at.counts.values())
    blocks = [prose(distribution.organisation(at.organisation, at.basis, at.setter))]
    if people:
        most = max(at.counts.values())
        rows = [
            (name, charts.bar(count / most, KINDS[one.value]),
             f"{said.people(count)} {said.share(count, people)}")
            for one, name in results.PREDIKAT.items()
            for count in [at.counts.get(one, 0)]
        ]  # fmt: skip
        heads = (texts.PREDIKAT, texts.SHARE, texts.PEOPLE_OWING)
        blocks.append(bars(said.SPREAD, heads, rows, quiet=True))
    else:
        blocks.append(prose(distribution.counts(at.counts)))
    if at.organisation is not None and people:
        blocks.append(prose(distribution.departures(at.departures, people)))
    if at.departures:
        blocks.append(prose(distribution.reason(at.reason, working=at.working)))
    under = said.under(said.scope_name(at.scope_id, at.scope), at.year, at.quarter)
    return Sheet(texts.PATTERN, under, [card("", *blocks)], _unit(at.asked_id))


def _radar(at: Radar) -> str:
    if len(at.values) < FEWEST_SPOKES:
        return prose(said.too_few(overview.FEWEST))
    spoken = texts.radar_said([(name, value) for _, name, value in at.values])
    picture = charts.radar(spoken, [(axis, value) for axis, _, value in at.values], EXPECTED)
    rows = [
        (f"{number}. {words.safe(name)}", words.number(value))
        for number, (_, name, value) in enumerate(at.values, 1)
    ]
    axes = [(axis.value, name) for axis, name in results.AXES.items()]
    named = charts.keys(axes, pictures.expected_line(EXPECTED))
    caption = f"{said.people(at.people)}. {texts.spokes()}"
    return picture + named + table(caption, (texts.INDICATOR, texts.VALUE), rows)


def _under(at: Spread) -> str:
    return said.under(said.scope_name(at.scope, at.name), at.year, at.quarter)


def _unit(scope: int) -> Place:
    return place("overview.owing", scope)


def _home() -> Place:
    return place("overview.home", 0)
