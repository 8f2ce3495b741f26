"""Proposing another result, and the head who signs or refuses it."""

from __future__ import annotations

from functools import partial

from bot.actions import panel
from bot.rules.schemes import LEVELS
from bot.rules.stamps import stamp
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.appraisals import form
from bot.texts.panel import adjusting as texts
from handlers.lists import turns
from handlers.panel.home import HOME, PANEL


def draw_levels(at: panel.Work) -> Screen:
    number = at.adjustment_id
    rows = [
        [Button(texts.line_label(name, value, level), opens=place("panel.level", number, line))]
        for line, name, value, level in at.lines
    ]
    row = turns(at.page, at.total, panel.WORK_PAGE, lambda n: place("panel.levels", number, n))
    back = Button(words.BACK, opens=place("panel.person", at.period_id, at.employee_id))
    ways = [*row, back]
    if at.fits:
        rows.append([Button(texts.WRITE, opens=place("panel.reason", number))])
    return Screen(texts.levels(at.name, at.before, at.after, at.verdict), [*rows, ways])


def draw_level(at: panel.OneLevel) -> Screen:
    text = texts.one(at.name, at.indicator, at.anchors, at.value, at.level)
    put = partial(place, "panel.put_level", at.adjustment_id, at.number)
    rows = [[Button(form.level(one, None, at.level), does=put(one))] for one in LEVELS]
    leave = Button(texts.AS_IT_IS, does=put(0))
    back = Button(words.BACK, opens=place("panel.levels", at.adjustment_id, 0))
    return Screen(text, [*rows, [leave, back]])


def draw_reason(at: panel.Work) -> Screen:
    back = Button(words.BACK, opens=place("panel.levels", at.adjustment_id, 0))
    text = f"{_numbers(at)}\n\n{texts.ask_reason()}"
    return Screen(text, [[back]], typing=place("panel.reason_text", at.adjustment_id))


def draw_proposing(at: panel.Work) -> Screen:
    number = at.adjustment_id
    blocks = [texts.confirm(at.name, at.reason), _numbers(at)]
    if not at.fits:
        blocks.append(texts.follows_not())
    seen = stamp(at.written, at.reason, str(at.before.total))
    rows = [
        [Button(texts.PROPOSE, does=place("panel.propose", number, seen))] if at.fits else [],
        [
            Button(words.CHANGE, opens=place("panel.levels", number, 0)),
            Button(words.CANCEL, opens=place("panel.person", at.period_id, at.employee_id)),
        ],
    ]
    return Screen("\n\n".join(blocks), rows)


def _numbers(at: panel.Work) -> str:
    before, after = at.before, at.after
    assert before.total is not None
    assert before.predikat is not None
    assert after.total is not None
    assert after.predikat is not None
    return texts.numbers((before.total, before.predikat), (after.total, after.predikat))


def draw_case(at: panel.AdjustmentCase) -> Screen:
    told = texts.applied_numbers if at.state == "applied" else texts.numbers
    blocks = [
        texts.case(at.name, at.unit, at.year, at.quarter, at.proposer),
        told(at.before, at.after),
        texts.changes(at.levels),
        texts.because(at.reason),
        texts.state(at.state, at.decider, at.answer),
    ]
    rows = []
    if at.may_sign:
        yes = Button(words.APPROVE, opens=place("panel.signing", at.adjustment_id))
        no = Button(words.REJECT, opens=place("panel.refusal", at.adjustment_id))
        rows.append([yes, no])
    return Screen("\n\n".join(blocks), [*rows, [PANEL, HOME]])


def draw_signing(at: panel.AdjustmentCase) -> Screen:
    blocks = [texts.sure(at.name), texts.numbers(at.before, at.after), texts.changes(at.levels)]
    rows = [
        [Button(texts.SIGN, does=place("panel.sign", at.adjustment_id), style=Style.GOOD)],
        [Button(words.BACK, opens=place("panel.case", at.adjustment_id))],
    ]
    return Screen("\n\n".join(blocks), rows)


def draw_refusal(at: panel.AdjustmentCase) -> Screen:
    back = Button(words.BACK, opens=place("panel.case", at.adjustment_id))
    text = texts.case(at.name, at.unit, at.year, at.quarter, at.proposer)
    typing = place("panel.refusal_text", at.adjustment_id)
    return Screen(f"{text}\n\n{texts.ask_refusal()}", [[back]], typing=typing)


def draw_refusing(at: panel.AdjustmentCase) -> Screen:
    text = texts.case(at.name, at.unit, at.year, at.quarter, at.proposer)
    number = at.adjustment_id
    rows = [
        [Button(texts.NO, does=place("panel.refuse", number, stamp(at.refusal)))],
        [
            Button(words.CHANGE, opens=place("panel.refusal", number)),
            Button(words.CANCEL, opens=place("panel.case", number)),
        ],
    ]
    return Screen(f"{text}\n\n{texts.because(at.refusal)}", rows)
