"""One form: an indicator a screen, reasons, feedback, the summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.actions import appraisals
from bot.actions.lines import Lines
from bot.actions.reports.parts import ResultLine
from bot.rules.schemes import LEVELS
from bot.screens import Button, Place, Screen, place
from bot.texts import appraisals as texts
from bot.texts import results as result_texts
from bot.texts import words
from bot.texts.appraisals import form
from bot.texts.expectations import telling
from handlers.appraisals.lists import pager

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_indicator(step: appraisals.Step) -> Screen:
    shown = step.indicator
    asked = form.indicator(
        step.name,
        shown.name,
        shown.meaning,
        shown.anchors,
        step.step,
        step.steps,
        planned_lines(step.planned),
    )
    text = f"{asked}\n\n{form.proposal(step.titles, step.proposed, step.level)}"
    rate = partial(place, "appraisals.rate", step.number, step.step)
    rows = level_rows(step.proposed, step.level, rate)
    last = [Button(form.SUMMARY, opens=place("appraisals.summary", step.number))]
    if step.step > 1:
        before = place("appraisals.indicator", step.number, step.step - 1)
        last.insert(0, Button(words.BACK, opens=before))
    if step.step < step.steps:
        after = place("appraisals.indicator", step.number, step.step + 1)
        last.append(Button(words.SKIP, opens=after))
    return Screen(text, [*rows, last])


def planned_lines(those: Sequence[ResultLine]) -> list[str]:
    """What was planned for an indicator, a line each."""
    return [_planned(one) for one in those]


def _planned(one: ResultLine) -> str:
    """Realised of the target, as achievements have it; another figure of the report beside it."""
    said, so_far = one.planned.shown, one.planned.progress
    other = one.figure if so_far and one.figure != so_far.realised else None
    stated = "" if other is None else telling.number(other)
    return form.planned(said.text, telling.figure(said, so_far), stated)


def level_rows(
    proposed: int | None, chosen: int | None, rate: Callable[[int], Place]
) -> list[list[Button]]:
    """A button a level; `rate` is the act that keeps it."""
    return [[Button(form.level(one, proposed, chosen), does=rate(one))] for one in LEVELS]


def draw_reason(asked: appraisals.Reason) -> Screen:
    text = form.reason(asked.name, asked.indicator, asked.level, asked.proposed, asked.reason)
    here = (asked.number, asked.step)
    row = [
        Button(words.BACK, opens=place("appraisals.indicator", *here)),
        Button(form.SUMMARY, opens=place("appraisals.summary", asked.number)),
    ]
    then = "appraisals.reason_across" if asked.across else "appraisals.reason_text"
    return Screen(text, [row], typing=place(then, *here))


def draw_feedback(asked: appraisals.Feedback) -> Screen:
    back = [Button(words.BACK, opens=place("appraisals.summary", asked.number)), HOME]
    typing = place("appraisals.feedback_text", asked.number)
    return Screen(form.feedback(asked.name, asked.note), [back], typing=typing)


def draw_lines(shown: Lines) -> Screen:
    rows = [
        [Button(form.line_label(name, level), opens=_step(shown.number, step))]
        for step, name, level in shown.lines
    ]
    turn = pager("appraisals.lines", [shown.number], shown.page, shown.pages)
    back = Button(words.BACK, opens=place("appraisals.summary", shown.number))
    return Screen(form.lines(shown.name), [*rows, [*turn, back]])


def draw_summary(summary: appraisals.Summary) -> Screen:
    lacks = summary.lacking
    named = [summary.names[key] for key in lacks.reasons]
    blocks = [
        form.summary(summary.name, summary.year, summary.quarter),
        "\n".join(form.summary_line(name, lv, why) for _, name, lv, why in summary.lines),
    ]
    if not lacks.levels and not summary.team:
        blocks.append(result_texts.axes(summary.score))
    if summary.left_out and not summary.team:
        blocks.append(form.shared(summary.left_out))
    if summary.note:
        blocks.append(form.note(summary.note))
    closing = form.lacks(len(lacks.levels), named, lacks.feedback) if lacks else form.final()
    return Screen("\n\n".join([*blocks, closing]), _summary_rows(summary))


def _summary_rows(summary: appraisals.Summary) -> list[list[Button]]:
    number, lacks = summary.number, summary.lacking
    rows = []
    if lacks.levels:
        step = next(step for step, _, level, _ in summary.lines if level is None)
        rows.append([Button(words.NEXT, opens=_step(number, step))])
    elif lacks.reasons:
        names = {name: step for step, name, _, _ in summary.lines}
        step = names[summary.names[lacks.reasons[0]]]
        rows.append([Button(words.NEXT, opens=place("appraisals.reason", number, step))])
    elif not lacks.feedback:
        rows.append([Button(words.SEND, does=place("appraisals.send", number, summary.seen))])
    if not summary.team:
        rows.append([Button(texts.FEEDBACK, opens=place("appraisals.feedback", number))])
    person = "appraisals.ratee" if summary.team else "appraisals.form"
    back = Button(words.BACK, opens=place(person, summary.period_id, summary.employee_id))
    change = Button(words.CHANGE, opens=place("appraisals.lines", number))
    return [*rows, [change, back]]


def _step(number: int, step: int) -> Place:
    return place("appraisals.indicator", number, step)
