"""Who takes part and who learns: lists a page at a time, and equal access."""

from __future__ import annotations

from collections.abc import Callable

from bot.actions import participation
from bot.rules.numbers import half_up
from bot.rules.people import strip_titles
from bot.rules.trainings.equality import FOUR_FIFTHS, Trait
from bot.screens import Place, place
from bot.texts import dashboard as texts
from bot.texts import participation as said
from bot.texts import words
from bot.texts.overview import scope_name
from bot.texts.trainings.dividing import TRAITS
from bot.web.dashboard import charts
from bot.web.dashboard.markup import (
    Link,
    Sheet,
    bars,
    below,
    card,
    pager,
    prose,
    table,
    without_heading,
)
from storage.participation import Person

SHORT = '<b class="warn">{}</b>'


def draw_silent(at: participation.Listed, link: Link) -> Sheet:
    told = said.silent("", at.total)
    return _listed("silent", at, link, said.SILENT, told, "", lambda _: "")


def draw_overlooked(at: participation.Listed, link: Link) -> Sheet:
    told = said.overlooked("", at.total)
    return _listed("overlooked", at, link, said.OVERLOOKED, told, texts.COUNT, _deeds)


def draw_honoured(at: participation.Listed, link: Link) -> Sheet:
    told = said.honoured("", at.total)
    return _listed("honoured", at, link, said.HONOURED, told, texts.DAY, _day)


def _deeds(one: Person) -> str:
    return words.safe(said.deeds(one.many))


def _day(one: Person) -> str:
    return words.short_day(one.day.date()) if one.day else ""


def _listed(
    name: str, at: participation.Listed, link: Link, title: str, told: str, head: str,
    extra: Callable[[Person], str],
) -> Sheet:  # fmt: skip
    heads = (texts.NAME, *([head] if head else []))
    rows = [
        (
            below(words.safe(strip_titles(one.name)), words.safe(one.post)),
            *([extra(one)] if head else []),
        )
        for one in at.rows
    ]
    shown = title.format(count=at.total)
    turn = pager(link, at.page, at.pages, lambda to: place(f"participation.{name}", at.scope, to))
    listed = table(shown, heads, rows, quiet=True) if rows else ""
    block = card("", prose(without_heading(told)), listed, turn)
    return Sheet(shown, scope_name(at.scope, at.name), [block], _unit(at.scope))


def draw_access(at: participation.Access, _: Link) -> Sheet:
    under = f"{scope_name(at.scope, at.name)} · {at.year}"
    return Sheet(said.TITLE, under, [card("", access_table(at))], _unit(at.scope))


def access_table(at: participation.Access) -> str:
    """Rates by group beside four fifths of the best of its kind; a word marks who falls short."""
    parts = []
    chosen = said.chosen(at.groups)
    for trait in (Trait.SEX, Trait.RANK, Trait.UNIT):
        some = [one for one in chosen if one.trait is trait]
        best = max((one.rate for one in at.groups if one.trait is trait), default=None)
        if not some or best is None:
            continue
        limit = half_up(best * FOUR_FIFTHS, 4)
        rows = [
            (
                below(
                    words.safe(said.group_name(one, at.units)),
                    SHORT.format(texts.short()) if one.short else "",
                ),
                charts.bar(half_up(one.rate, 4), "short" if one.short else "first", limit),
                words.safe(said.shown(one)),
            )
            for one in some
        ]
        parts.append(bars(TRAITS[trait], (TRAITS[trait], texts.SHARE, texts.LEARNED), rows))
    return "".join(parts) + (prose(said.limit()) if parts else prose(texts.nobody_here()))


def _unit(scope: int) -> Place:
    return place("overview.owing", scope)
