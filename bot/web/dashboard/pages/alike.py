"""Services beside those of their own kind, as in the chat: like is compared with like alone."""

from __future__ import annotations

from collections.abc import Mapping

from bot.actions.surveys.likes import PAGE, Like, Likes
from bot.actions.surveys.scope import Scope, packed
from bot.screens import place
from bot.texts import dashboard as texts
from bot.texts import words
from bot.texts.surveys import figures
from bot.texts.surveys import results as said
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


def draw_kinds(at: tuple[Scope, Mapping[str, int]], link: Link) -> Sheet:
    """The kinds of services that the unit gives."""
    scope, there = at
    here = (scope.unit_id, packed(scope.quarter))
    ways = [
        (f"{name} ({words.number(there[kind.value])})", place("surveys.likes", *here, kind.value))
        for kind, name in said.KINDS.items()
        if kind.value in there
    ]
    told = prose(without_heading(said.kinds()) if ways else said.no_services())
    block = card("", told, doors(link, ways))
    return Sheet(said.LIKES, _under(scope), [block], place("surveys.results", *here))


def draw_likes(at: Likes, link: Link) -> Sheet:
    """One kind in the order of what is sure; services of another kind never stand here."""
    scope = at.scope
    here = (scope.unit_id, packed(scope.quarter))
    first = at.page * PAGE + 1
    rows = [_row(number, one) for number, one in enumerate(at.items, first)]
    if not rows:
        blocks = [prose(said.no_answers())]
    else:
        heads = (texts.SERVICE, texts.SURE)
        turn = pager(
            link, at.page, at.pages, lambda to: place("surveys.likes", *here, at.kind.value, to)
        )
        told = without_heading(said.likes(at.kind, scope.quarter))
        blocks = [prose(told), table(said.LIKES, heads, rows, quiet=True), turn, _weighed(at)]
    name = str(said.KINDS[at.kind])
    return Sheet(name, _under(scope), [card("", *blocks)], place("surveys.kinds", *here))


def _row(number: int, one: Like) -> tuple[str, str]:
    name = words.bold(words.safe(one.name)) if one.mine else words.safe(one.name)
    ahead = "·" if one.few else f"{number}."
    own = texts.own_index(one.leaned.own)
    under = [words.safe(one.unit), own, figures.answers(one.leaned.count)]
    told = below(f"{ahead}\N{NO-BREAK SPACE}{name}", *under, str(texts.FEW) if one.few else "")
    return told, words.number(one.leaned.sure)


def _weighed(at: Likes) -> str:
    one = at.items[0].leaned
    if one.services < 2:
        return ""
    return prose(said.how_leaned(said.tenths(one.k), words.number(one.like)))


def _under(scope: Scope) -> str:
    return f"{scope.name} · {words.quarter(scope.quarter.year, scope.quarter.number)}"
