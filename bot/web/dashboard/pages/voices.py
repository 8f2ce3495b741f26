"""What citizens think of a unit: the index with how far it is to be trusted, course, services."""

from __future__ import annotations

from decimal import Decimal

from bot.actions.pages import Leaf
from bot.actions.surveys.reading import Course, Glance, Services
from bot.actions.surveys.scope import Scope, packed
from bot.rules.surveys.elements import Element
from bot.rules.surveys.grades import Grade
from bot.rules.surveys.index import Figure
from bot.screens import Place, place
from bot.texts import dashboard as texts
from bot.texts import words
from bot.texts.surveys import figures
from bot.texts.surveys import results as said
from bot.web.dashboard import charts
from bot.web.dashboard.markup import Link, Sheet, bars, below, card, doors, pager, prose, table

UNITS = place("surveys.units", 0)
SHADES = {Grade.A: "first", Grade.B: "third", Grade.C: "second", Grade.D: "second"}
LOWEST, HIGHEST = 25, 100
"""Between which an index lies: bars begin at the lowest."""


def draw_units(at: Leaf[tuple[int, str]], link: Link) -> Sheet:
    listed = [(name, place("surveys.results", number, 0)) for number, name in at.items]
    turn = pager(link, at.page, at.pages, lambda to: place("surveys.units", to))
    block = card("", doors(link, listed), turn)
    return Sheet(figures.TITLE, "", [block], place("overview.home", 0))


def draw_glance(at: Glance, link: Link) -> Sheet:
    scope, found = at.scope, at.figure
    notes = [said.lacking(at.lacking)] if at.lacking else []
    notes += [said.held(at.held)] if at.held else []
    moves = _moves(scope, link)
    if found is None:
        told = said.no_answers() if at.known else said.no_services()
        return _sheet(scope, [card("", prose("\n\n".join([told, *notes])), moves)])
    lines = [said.index(found), figures.reach(at.interval), figures.sampled(at.sample)]
    if at.moved is not None:
        then = scope.quarter.previous
        lines.append(figures.moved(at.moved, words.quarter(then.year, then.number)))
    here = (scope.unit_id, packed(scope.quarter))
    ways = [
        (said.SERVICES, place("surveys.services", *here, 0)),
        (said.COURSE, place("surveys.course", *here)),
        (said.LIKES, place("surveys.kinds", *here)),
    ]
    told = prose("\n\n".join(["\n".join(lines), *notes, said.setting(found)]))
    return _sheet(scope, [card("", told, doors(link, ways), moves), _elements(found)])


def _elements(found: Figure) -> str:
    rows = [
        (
            figures.ELEMENTS[Element(one.key)],
            charts.bar(_share(float(one.index)), SHADES[one.grade]),
            _graded(one.index, one.grade),
        )
        for one in found.elements
    ]
    heads = (texts.ELEMENT, texts.SHARE, texts.VALUE)
    return card(texts.ELEMENTS, bars(texts.ELEMENTS, heads, rows, quiet=True))


def _graded(index: Decimal, grade: Grade) -> str:
    """`80,00 (B)`: what the letter means stands on the page of the unit."""
    return f"{words.number(index)} ({grade.value})"


def _share(index: float) -> float:
    return (index - LOWEST) / (HIGHEST - LOWEST)


def draw_course(at: tuple[Scope, list[Course]], _: Link) -> Sheet:
    scope, quarters = at
    rows = [
        (
            below(
                words.quarter(one.quarter.year, one.quarter.number),
                figures.answers(one.figure.count),
                figures.reach(one.interval),
            ),
            charts.bar(_share(float(one.figure.index)), SHADES[one.figure.grade]),
            _graded(one.figure.index, one.figure.grade),
        )
        for one in quarters
        if one.figure is not None
    ]
    heads = (texts.QUARTER, texts.SHARE, texts.VALUE)
    block = bars(said.COURSE, heads, rows, quiet=True) if rows else prose(said.no_answers())
    return Sheet(said.COURSE, _under(scope), [card("", block)], _here(scope))


def draw_services(at: Services, link: Link) -> Sheet:
    rows = [
        (
            below(
                words.safe(one.service.name),
                texts.lowest(figures.ELEMENTS[Element(one.figure.lowest.key)],
                             one.figure.lowest.index),
            ),
            _graded(one.figure.index, one.figure.grade),
            words.number(one.figure.count),
        )
        for one in at.items
    ]  # fmt: skip
    heads = (texts.SERVICE, texts.VALUE, texts.ANSWERS)
    here = (at.scope.unit_id, packed(at.scope.quarter))
    turn = pager(link, at.page, at.pages, lambda to: place("surveys.services", *here, to))
    block = table(said.SERVICES, heads, rows, quiet=True) if rows else prose(said.no_answers())
    return Sheet(said.SERVICES, _under(at.scope), [card("", block, turn)], _here(at.scope))


def _sheet(scope: Scope, blocks: list[str]) -> Sheet:
    return Sheet(figures.TITLE, _under(scope), blocks, UNITS)


def _under(scope: Scope) -> str:
    return f"{scope.name} · {words.quarter(scope.quarter.year, scope.quarter.number)}"


def _here(scope: Scope) -> Place:
    return place("surveys.results", scope.unit_id, packed(scope.quarter))


def _moves(scope: Scope, link: Link) -> str:
    """To the quarter before and, where there is one, after."""
    some = [scope.quarter.previous, *([] if scope.running else [scope.quarter.next])]
    ways = [
        (words.quarter(one.year, one.number), place("surveys.results", scope.unit_id, packed(one)))
        for one in some
    ]
    return doors(link, ways)
