"""/nilai: my people, one indicator a screen, the summary, sending for good."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import appraisals
from bot.rules.schemes import LEVELS
from bot.screens import Button, Place, Screen, place
from bot.texts import appraisals as texts
from bot.texts import results as result_texts
from bot.texts import words
from bot.texts.appraisals import form
from handlers.table import Shown, Table

HOME = Button(words.MENU, opens=Place("home.menu"))
ROWS = 5


def pager(name: str, args: Sequence[int], page: int, pages: int) -> list[Button]:
    """`◀` and `▶` where there is something."""
    row = []
    if page > 0:
        row.append(Button("◀", opens=place(name, *args, page - 1)))
    if page < pages - 1:
        row.append(Button("▶", opens=place(name, *args, page + 1)))
    return row


def draw_list(listed: appraisals.Listed) -> Screen:
    if not listed.year:
        return Screen(texts.none_opened(), [[HOME]])
    head = texts.people(
        listed.year, listed.quarter, listed.sent, listed.total, listed.due, listed.today
    )
    lines = [texts.people_line(one.name, one.reported, one.state) for one in listed.people]
    rows = [
        [Button(words.called(one.name), opens=_person(listed.period_id, one.employee_id))]
        for one in listed.people
    ]
    turn = pager("appraisals.list", [listed.period_id], listed.page, listed.pages)
    return Screen("\n\n".join([head, "\n".join(lines), texts.choose()]), [*rows, [*turn, HOME]])


def draw_person(person: appraisals.Person) -> Screen:
    text = "\n\n".join(
        [
            texts.person(person.name, person.sex, person.post, person.year, person.quarter),
            texts.report(person.report, person.reported),
            texts.deeds(person.deeds),
            texts.person_state(person.state, person.open, person.submit_until),
        ]
    )
    back = [Button(words.BACK, opens=place("appraisals.list", person.period_id)), HOME]
    here = (person.period_id, person.employee_id)
    if person.state == "sent":
        see = Button(texts.SEE_RESULT, opens=place("results.card", *here))
        return Screen(text, [[see], back] if person.total is not None else [back])
    if not person.open:
        return Screen(text, [back])
    label = texts.GO_ON if person.state else texts.BEGIN
    return Screen(text, [[Button(label, does=place("appraisals.start", *here))], back])


def draw_indicator(step: appraisals.Step) -> Screen:
    shown = step.indicator
    asked = form.indicator(
        step.name, shown.name, shown.meaning, shown.anchors, step.step, step.steps
    )
    text = f"{asked}\n\n{form.proposal(step.titles, step.proposed, step.level)}"
    rows = [
        [
            Button(
                form.level(level, step.proposed, step.level),
                does=place("appraisals.rate", step.number, step.step, level),
            )
        ]
        for level in LEVELS
    ]
    last = [Button(form.SUMMARY, opens=place("appraisals.summary", step.number))]
    if step.step > 1:
        before = place("appraisals.indicator", step.number, step.step - 1)
        last.insert(0, Button(words.BACK, opens=before))
    if step.step < step.steps:
        after = place("appraisals.indicator", step.number, step.step + 1)
        last.append(Button(words.SKIP, opens=after))
    return Screen(text, [*rows, last])


def draw_reason(asked: appraisals.Reason) -> Screen:
    text = form.reason(asked.name, asked.indicator, asked.level, asked.proposed, asked.reason)
    here = (asked.number, asked.step)
    row = [
        Button(words.BACK, opens=place("appraisals.indicator", *here)),
        Button(form.SUMMARY, opens=place("appraisals.summary", asked.number)),
    ]
    return Screen(text, [row], typing=place("appraisals.reason_text", *here))


def draw_feedback(asked: appraisals.Feedback) -> Screen:
    back = [Button(words.BACK, opens=place("appraisals.summary", asked.number)), HOME]
    typing = place("appraisals.feedback_text", asked.number)
    return Screen(form.feedback(asked.name, asked.note), [back], typing=typing)


def draw_lines(shown: appraisals.Lines) -> Screen:
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
    if not lacks.levels:
        blocks.append(result_texts.axes(summary.score))
    if summary.left_out:
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
    rows.append([Button(texts.FEEDBACK, opens=place("appraisals.feedback", number))])
    back = Button(words.BACK, opens=_person(summary.period_id, summary.employee_id))
    change = Button(words.CHANGE, opens=place("appraisals.lines", number))
    return [*rows, [change, back]]


def _person(period_id: int, employee_id: int) -> Place:
    return place("appraisals.form", period_id, employee_id)


def _step(number: int, step: int) -> Place:
    return place("appraisals.indicator", number, step)


def routes() -> Table:
    return Table(
        places={
            "appraisals.list": Shown(appraisals.list_, draw_list),
            "appraisals.form": Shown(appraisals.person, draw_person),
            "appraisals.indicator": Shown(appraisals.indicator, draw_indicator),
            "appraisals.reason": Shown(appraisals.ask_reason, draw_reason),
            "appraisals.feedback": Shown(appraisals.ask_feedback, draw_feedback),
            "appraisals.lines": Shown(appraisals.lines, draw_lines),
            "appraisals.summary": Shown(appraisals.summary, draw_summary),
        },
        acts={
            "appraisals.start": appraisals.start,
            "appraisals.rate": appraisals.rate,
            "appraisals.send": appraisals.send,
        },
        typed={
            "appraisals.reason_text": appraisals.reason,
            "appraisals.feedback_text": appraisals.advise,
        },
        commands={"nilai": Place("appraisals.list")},
    )
