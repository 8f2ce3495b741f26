"""What superiors and the evaluation team see of others' yearly reports."""

from __future__ import annotations

from bot.actions import years
from bot.rules.predikat import Expectation
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts import years as reports
from bot.texts.years import judging as texts
from bot.texts.years import papers
from handlers.lists import closed, turns
from storage.years import FINAL

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_queue(at: years.Queue) -> Screen:
    rows = [
        [
            Button(
                words.fitting(f"{year}: {words.called(name)}"), opens=place("years.review", number)
            )
        ]
        for number, name, year in at.items
    ]
    row = turns(at.page, at.total, years.PAGE, lambda page: place("years.queue", page))
    return Screen(texts.queue(at.total), [*rows, *([row] if row else []), [HOME]])


def draw_review(at: years.Review) -> Screen:
    report, composed = at.report, at.composed
    said = {name: getattr(report, name) for name in reports.SECTIONS}
    blocks = [
        reports.heading(report.year, at.name),
        reports.quarters(composed.quarters, composed.result),
        reports.total(composed.result),
        reports.deeds(len(composed.deeds)),
        reports.sections(said),
    ]
    rows = [
        [
            Button(label, opens=place("years.passage", report.id or 0, name))
            for name, label in reports.SECTIONS.items()
            if said[name]
        ]
    ]
    if report.state == FINAL:
        blocks.append(reports.judged(report.predikat, report.number or 0, report.code))
        rows.append([Button(papers.PRINT, opens=place("years.page", report.id or 0))])
    elif at.changed:
        blocks.append(texts.changed())
    if at.may_judge:
        rows.append([Button(texts.JUDGE, opens=place("years.verdict", report.id or 0))])
    if at.may_forward:
        forward = place("years.forward", report.id or 0, report.turn)
        rows.append([Button(texts.FORWARD, does=forward, style=Style.GOOD)])
    if at.may_judge or at.may_forward or (at.changed and report.state != FINAL):
        rows.append([Button(texts.RETURN, opens=place("years.back", report.id or 0))])
    return Screen(
        "\n\n".join(blocks), [*rows, [Button(texts.QUEUE, opens=Place("years.queue")), HOME]]
    )


def draw_passage(at: years.Passage) -> Screen:
    text = reports.passage(at.report.year, at.section, at.text, of=at.name)
    back = Button(words.BACK, opens=place("years.review", at.report.id or 0))
    return Screen(text, [[back, HOME]])


def draw_verdict(at: years.Choice) -> Screen:
    number = at.report.id or 0
    credit = reports.credit(at.credit, len(at.months), proposed=True)
    blocks = [
        texts.verdict(at.name, at.report.year, at.proposed),
        texts.chosen(at.chosen, at.predikat),
        credit,
    ]
    rows = [_sides(at, axis) for axis in (0, 1)]
    sides = [one.value for one in at.chosen]
    sign = place("years.judge", number, at.report.turn, *sides)
    return Screen(
        "\n\n".join(filter(None, blocks)),
        closed(
            [*rows, [Button(texts.sign_with(at.predikat), does=sign, style=Style.GOOD)]],
            Button(words.BACK, opens=place("years.review", number)),
        ),
    )


def _sides(at: years.Choice, axis: int) -> list[Button]:
    """Below, as expected, above: one axis."""
    row = []
    for one in Expectation:
        sides = [side.value for side in at.chosen]
        sides[axis] = one.value
        label = texts.side(("hasil", "perilaku")[axis], one, on=at.chosen[axis] is one)
        row.append(Button(label, opens=place("years.verdict", at.report.id or 0, *sides)))
    return row


def draw_back(at: years.Review) -> Screen:
    number = at.report.id or 0
    text = f"{reports.heading(at.report.year, at.name)}\n\n{texts.ask_return()}"
    back = Button(words.BACK, opens=place("years.review", number))
    return Screen(text, [[back, HOME]], typing=place("years.return_text", number))
