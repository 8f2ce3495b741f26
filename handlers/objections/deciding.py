"""Drawing the reviewer's desk: levels, the reason, the last look."""

from __future__ import annotations

from decimal import Decimal

from bot.actions import objections
from bot.rules.predikat import Predikat
from bot.rules.scoring import Score
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import objections as texts
from bot.texts import words
from bot.texts.appraisals import form
from bot.texts.objections import answers, steps

HOME = Button(words.MENU, opens=Place("home.menu"))
ROWS = 5  # a phone shows eight buttons well; the rest is reached once these are settled


def draw_desk(at: objections.Desk) -> Screen:
    number = at.objection_id
    blocks = [
        steps.desk(at.name, at.year, at.quarter, at.until, at.today),
        "\n".join(steps.line(one.name, one.level, one.mine) for one in at.lines)
        or answers.not_reckonable(),
    ]
    if _changes(at):
        blocks.append(texts.from_to(_scored(at.before), _scored(at.after)))
    blocks.append(steps.reason_line(at.reason))
    if at.hindered and at.reason:
        blocks.append(answers.hindrance(min(at.hindered), at.hearing_until))
    rows = [
        [
            Button(
                steps.line_label(one.name, one.level, one.mine),
                opens=place("objections.level", number, one.key),
            )
        ]
        for one in at.lines[:ROWS]
    ]
    last = [Button(texts.REASON, opens=place("objections.reason", number))]
    if not at.hindered:
        last.append(Button(texts.FINALLY, opens=place("objections.last", number)))
    back = Button(words.BACK, opens=place("objections.card", number))
    return Screen("\n\n".join(blocks), [*rows, last, [back, HOME]])


def draw_level(found: tuple[objections.Desk, objections.Line]) -> Screen:
    at, line = found
    number = at.objection_id
    rows = [
        [
            Button(
                form.level(level, None, line.mine),
                does=place("objections.put", number, line.key, level),
            )
        ]
        for level in objections.higher(line.level)
    ]
    keep = [Button(texts.KEEP, does=place("objections.put", number, line.key, 0))]
    back = [Button(words.BACK, opens=place("objections.decide", number)), HOME]
    return Screen(steps.ask_level(at.name, line.name, line.level), [*rows, keep, back])


def draw_reason(at: objections.Desk) -> Screen:
    back = Button(words.BACK, opens=place("objections.decide", at.objection_id))
    return Screen(
        steps.ask_reason(at.name, at.year, at.quarter),
        [[back, HOME]],
        typing=place("objections.reason_text", at.objection_id),
    )


def draw_last(at: objections.Desk) -> Screen:
    number, changes = at.objection_id, _changes(at)
    after = _scored(at.after) if changes else None
    text = steps.confirm_verdict(
        at.name, at.year, at.quarter, _scored(at.before), after, changes, at.reason
    )
    sure = Button(
        texts.REALLY_DECIDE, does=place("objections.settle", number, at.seen), style=Style.GOOD
    )
    back = [Button(words.BACK, opens=place("objections.decide", number)), HOME]
    return Screen(text, [[sure], back])


def _changes(at: objections.Desk) -> list[tuple[str, int, int]]:
    return [(one.name, one.level, one.mine) for one in at.lines if one.mine is not None]


def _scored(score: Score) -> tuple[Decimal, Predikat]:
    assert score.total is not None
    assert score.predikat is not None
    return score.total, score.predikat
