"""Drawing what citizens think of a unit: figures as words, beside them pictures."""

from __future__ import annotations

from functools import partial

from bot.actions.pages import Leaf
from bot.actions.surveys import likes, reading
from bot.actions.surveys.likes import Likes
from bot.actions.surveys.reading import Course, Glance, Services
from bot.actions.surveys.scope import Scope, packed
from bot.documents import pictures as drawings
from bot.documents.pictures import Cell, Heat, HeatRow, SurveyCourse, SurveyPoint
from bot.rules.surveys.elements import ELEMENTS
from bot.rules.surveys.grades import FOURTEEN, NINE, Weight
from bot.rules.surveys.index import figure
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.pictures import roman
from bot.texts.surveys import figures
from bot.texts.surveys import results as texts
from handlers.lists import closed, turns
from handlers.pictures import photo
from storage.surveys.imports import Year

HOME = Button(words.MENU, opens=Place("home.menu"))


def _here(at: Scope) -> tuple[int, int]:
    return at.unit_id, packed(at.quarter)


def _back(at: Scope) -> Button:
    return Button(words.BACK, opens=place("surveys.results", *_here(at)))


def _heading(at: Scope) -> str:
    return texts.heading(at.name, at.quarter, running=at.running)


def draw_glance(found: Glance) -> Screen:
    at = found.scope
    blocks = [_heading(at)]
    if found.figure is None:
        blocks.append(texts.no_answers() if found.known else texts.no_services())
    else:
        lines = [texts.index(found.figure), figures.reach(found.interval)]
        lines.append(figures.sampled(found.sample))
        if found.moved:
            before = at.quarter.previous
            when = words.quarter(before.year, before.number)
            lines.append(figures.moved(found.moved, when))
        blocks += ["\n".join(lines), figures.elements(found.figure)]
    if found.lacking:
        blocks.append(texts.lacking(found.lacking))
    if found.held:
        blocks.append(texts.held(found.held))
    if found.figure is not None:
        blocks.append(texts.setting(found.figure))
    return Screen("\n\n".join(blocks), _rows(found))


def _rows(found: Glance) -> list[list[Button]]:
    at, rows = found.scope, []
    if found.figure is not None:
        rows.append([
            Button(texts.SERVICES, opens=place("surveys.services", *_here(at), 0)),
            Button(texts.COURSE, opens=place("surveys.course", *_here(at))),
        ])  # fmt: skip
    if found.known:
        row = [Button(texts.LIKES, opens=place("surveys.kinds", *_here(at)))]
        if found.publishes:
            row.append(Button(texts.PUBLISH, opens=place("surveys.months", at.unit_id)))
        rows.append(row)
    if found.improves and at.running:  # what is said and done now, whatever quarter is shown
        rows.append([
            Button(texts.COMMENTS, opens=place("surveys.comments", at.unit_id, 0)),
            Button(texts.POINTS, opens=place("surveys.points", at.unit_id, 0)),
        ])  # fmt: skip
    unit, quarter = at.unit_id, at.quarter
    moves = [Button(texts.EARLIER, opens=place("surveys.results", unit, packed(quarter.previous)))]
    if not at.running:
        later = place("surveys.results", unit, packed(quarter.next))
        moves.append(Button(texts.LATER, opens=later))
    return closed([*rows, moves], Button(texts.UNITS, opens=place("surveys.units", 0)))


def draw_units(found: Leaf[tuple[int, str]]) -> Screen:
    rows = [
        [Button(words.fitting(name), opens=place("surveys.results", number, 0))]
        for number, name in found.items
    ]
    row = []
    if found.page:
        row.append(Button(texts.EARLIER, opens=place("surveys.units", found.page - 1)))
    if found.page + 1 < found.pages:
        row.append(Button(texts.LATER, opens=place("surveys.units", found.page + 1)))
    return Screen(texts.choose(), [*rows, [*row, HOME]])


def draw_services(found: Services) -> Screen:
    at = found.scope
    if not found.items:
        return Screen(f"{_heading(at)}\n\n{texts.no_answers()}", [[_back(at), HOME]])
    shown = [
        (f"{one.service.name}, {one.unit}" if one.unit else one.service.name, one.figure)
        for one in found.items
    ]
    rows = [
        HeatRow(name, [Cell(texts.tenths(e.index), e.grade.value) for e in one.elements])
        for name, one in shown
    ]
    when = words.quarter(at.quarter.year, at.quarter.number)
    heat = Heat(
        texts.HEAT_TITLE, f"{at.name} · {when}", [figures.SHORT[one] for one in ELEMENTS], rows,
        texts.keys(),
    )  # fmt: skip
    picture = photo("unsur.png", partial(drawings.heat, heat), texts.heat_said(shown))
    text = texts.services(found.page * reading.PAGE + 1, shown)
    turn = turns(
        found.page, found.pages, 1, lambda page: place("surveys.services", *_here(at), page)
    )
    return Screen(text, [*([turn] if turn else []), [_back(at), HOME]], files=[picture])


def draw_course(found: tuple[Scope, list[Course]]) -> Screen:
    at, quarters = found
    said = texts.course_said([(one.quarter, one.figure) for one in quarters])
    points = [_point(one) for one in quarters]
    limits = list(zip("CBA", NINE.limits, strict=True))
    course = SurveyCourse(texts.COURSE_TITLE, at.name, points, limits, texts.COURSE_LEGEND)
    lines = [
        texts.course_line(one.quarter, one.figure, figures.reach(one.interval)) for one in quarters
    ]
    text = "\n\n".join([_heading(at), *lines])
    old = Button(texts.HISTORY, opens=place("surveys.history", at.unit_id))
    if not any(one.figure for one in quarters):
        return Screen(text, [[old], [_back(at), HOME]])
    picture = photo("jalannya.png", partial(drawings.survey_course, course), said)
    return Screen(text, [[old], [_back(at), HOME]], files=[picture])


def _point(one: Course) -> SurveyPoint:
    name, year = roman(one.quarter.number), str(one.quarter.year)
    if one.figure is None:
        return SurveyPoint(name, year, None, "")
    low, high = (one.interval.low, one.interval.high) if one.interval else (None, None)
    value = one.figure.index
    return SurveyPoint(name, year, value, words.number(value), low, high)


def draw_kinds(found: tuple[Scope, dict[str, int]]) -> Screen:
    at, there = found
    rows = [
        [Button(
            words.fitting(f"{name} ({there[kind.value]})"),
            opens=place("surveys.likes", *_here(at), kind.value, 0),
        )]
        for kind, name in texts.KINDS.items()
        if kind.value in there
    ]  # fmt: skip
    return Screen(texts.kinds(), [*rows, [_back(at), HOME]])


def draw_likes(found: Likes) -> Screen:
    at = found.scope
    blocks = [texts.likes(found.kind, at.quarter)]
    if not found.items:
        blocks.append(texts.no_answers())
    first = found.page * likes.PAGE + 1
    blocks += [
        texts.like(number, one.name, one.unit, one.leaned, mine=one.mine, few=one.few)
        for number, one in enumerate(found.items, first)
    ]
    if found.items and found.items[0].leaned.services > 1:
        one = found.items[0].leaned
        blocks.append(texts.how_leaned(texts.tenths(one.k), words.number(one.like)))
    back = Button(words.BACK, opens=place("surveys.kinds", *_here(at)))
    turn = turns(
        found.page, found.pages, 1,
        lambda page: place("surveys.likes", *_here(at), found.kind.value, page),
    )  # fmt: skip
    return Screen("\n\n".join(blocks), [*([turn] if turn else []), [back, HOME]])


def draw_history(found: tuple[Scope, list[Year]]) -> Screen:
    at, years = found
    lines = []
    for one in years:
        shown = figure(one.tally, Weight.OLD, FOURTEEN)
        assert shown is not None
        setting = figures.setting(shown.weight, shown.regulation)
        told = (one.year, words.number(shown.index), shown.grade, shown.count, setting)
        lines.append(texts.year(*told))
    back = Button(words.BACK, opens=place("surveys.course", at.unit_id, packed(at.quarter)))
    return Screen(texts.history(lines), [[back, HOME]])
