"""One person's next step and nine boxes; those I lead, those long in a rank."""

from __future__ import annotations

from bot.actions import career
from bot.documents.pictures import Nine, Spot
from bot.rules.people import strip_titles
from bot.screens import place
from bot.texts import career as said
from bot.texts import dashboard as texts
from bot.texts import words
from bot.texts.career import boxes, step
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

HOME = place("overview.home", 0)


def draw_card(at: career.Card, link: Link) -> Sheet:
    ways = [(said.BOXES, place("career.boxes", at.employee_id))]
    ways += [(said.TEAM, place("career.team", 0))] if at.leads else []
    ways += [(said.DESK, place("career.desk", 0))] if at.desk else []
    name = None if at.mine else at.name
    blocks = [prose(without_heading(step.heading(name)))]
    blocks.append(prose(step.step(at.rank, at.jenjang, at.step)))
    blocks += [prose(step.forecasts(at.forecasts, at.today))] if at.forecasts else []
    title = said.DOOR[0]
    under = "" if at.mine else strip_titles(at.name)
    return Sheet(title, under, [card(texts.NEXT_STEP, *blocks, doors(link, ways))], HOME)


def draw_boxes(at: career.Boxes, _: Link) -> Sheet:
    under = "" if at.mine else strip_titles(at.name)
    back = place("career.card", at.employee_id)
    if at.objects:
        blocks = [card("", prose(boxes.objected(mine=at.mine)))]
        return Sheet(said.BOXES, under, blocks, back)
    if not at.points:
        return Sheet(said.BOXES, under, [card("", prose(boxes.nothing()))], back)
    now = at.points[-1].area
    where = boxes.where(now, at.parts)
    spoken = texts.nine_said(_bare(where))
    drawn = charts.nine(spoken, nine_of(at))
    which = "\n".join(where.split("\n")[2:])  # the bounds stand in the table
    rows = [
        (
            name,
            *(words.number(v) if v is not None else "–" for v in (one.low, one.value, one.high)),
        )
        for name, one in ((boxes.PERFORMANCE, now.performance), (boxes.POTENTIAL, now.potential))
    ]
    numbers = table(boxes.legend(), (texts.AXIS, texts.LOW, texts.VALUE, texts.HIGH), rows)
    told = [(words.quarter(one.year, one.quarter), one.area) for one in at.points]
    course = prose(boxes.course(told)) if len(told) > 1 else ""
    advice = card(texts.ADVICE, prose(boxes.advice(now)), course, prose(boxes.bounds(at.quarters)))
    return Sheet(said.BOXES, under, [card(said.BOXES, drawn, numbers, prose(which)), advice], back)


def nine_of(at: career.Boxes) -> Nine:
    """The picture: thresholds, the area, the way from quarter to quarter."""
    rules, limits, now = at.rules, at.thresholds, at.points[-1].area
    spots = [
        Spot(words.quarter(one.year, one.quarter), x, y)
        for one in at.points
        if (y := one.area.performance.value) is not None
        if (x := one.area.potential.value) is not None
    ]
    return Nine(
        boxes.TITLE, at.name, boxes.POTENTIAL, boxes.PERFORMANCE, boxes.COLUMNS, boxes.ROWS,
        (rules.medium_from, rules.high_from), (limits.met, limits.above),
        (now.potential.low, now.potential.high), (now.performance.low, now.performance.high),
        spots, boxes.legend(),
    )  # fmt: skip


def draw_team(at: career.TeamOf, link: Link) -> Sheet:
    rows = [
        (below(_way(link, number, name), words.safe(step.short(one))),)
        for number, name, one in at.rows
    ]
    turn = pager(link, at.page, at.pages, lambda to: place("career.team", to))
    listed = table(said.TEAM, (texts.NAME,), rows, quiet=True) if rows else ""
    told = prose(texts.ready(at.ready, at.people))
    return Sheet(said.TEAM, "", [card("", told, listed, turn)], HOME)


def draw_desk(at: career.Desk, link: Link) -> Sheet:
    rows = [
        (below(_way(link, number, name), words.short_day(since), words.safe(step.short(one))),)
        for number, name, since, one in at.rows
    ]
    turn = pager(link, at.page, at.pages, lambda to: place("career.desk", to))
    listed = table(said.DESK, (texts.NAME,), rows, quiet=True) if rows else ""
    told = prose(texts.long_in_rank(at.total))
    return Sheet(said.DESK, "", [card("", told, listed, turn)], HOME)


def _way(link: Link, number: int, name: str) -> str:
    href = words.safe(link(place("career.boxes", number)))
    return f'<a href="{href}">{words.safe(strip_titles(name))}</a>'


def _bare(told: str) -> str:
    """One sentence without marks."""
    return told.replace("<b>", "").replace("</b>", "").replace("\n", "; ")
