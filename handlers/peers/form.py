"""Answering about one person: a question, the comment, the whole form, giving it back."""

from __future__ import annotations

from bot.actions import peers
from bot.actions.lines import Lines
from bot.rules.schemes import LEVELS
from bot.screens import Button, Screen, Style, place
from bot.texts import drills, words
from bot.texts.panel import looking
from bot.texts.peers import form as texts
from handlers.appraisals import pager


def draw_step(step: peers.Step) -> Screen:
    asked = step.indicator
    question = texts.step(
        step.name, asked.name, asked.meaning, asked.guides, asked.anchors, step.step, step.steps,
        upward=step.upward,
    )  # fmt: skip
    rows = [[_answer(step, level, texts.level(level, step.level))] for level in LEVELS]
    rows.append([_answer(step, 0, texts.unknown(step.level))])
    back = Button(words.BACK, opens=place("peers.queue", step.period_id))
    whole = Button(texts.WHOLE, opens=place("peers.form", step.number))
    return Screen(f"{question}\n\n{texts.choose(step.level)}", [*rows, [back, whole]])


def _answer(step: peers.Step, level: int, label: str) -> Button:
    return Button(label, does=place("peers.rate", step.number, step.step, level))


def draw_whole(whole: peers.Whole) -> Screen:
    number = whole.number
    blocks = [
        texts.whole(whole.name, whole.post, whole.unit, upward=whole.upward),
        "\n".join(texts.line(name, level) for name, level in whole.lines),
        texts.commented(there=whole.comment),
    ]
    if whole.upward:
        blocks.append(texts.not_scored())
    rows = []
    if whole.goes_on is not None:
        rows.append([Button(words.NEXT, opens=whole.goes_on)])
    elif not whole.wants_reason:
        send = place("peers.send", number, whole.version)
        rows.append([Button(words.SEND, does=send, style=Style.GOOD)])
    lacks = texts.lacks(whole.missing, wants_reason=whole.wants_reason)
    blocks.append(lacks or texts.final())
    if whole.mirror:
        rows.append([Button(texts.MIRROR, opens=place("peers.mirror", whole.period_id))])
    comment = Button(texts.COMMENT, opens=place("peers.comment", number))
    rows.append([comment, Button(words.CHANGE, opens=place("peers.lines", number, 0))])
    rows.append([Button(texts.DECLINE, opens=place("peers.declining", number))])
    rows.append([Button(words.BACK, opens=place("peers.queue", whole.period_id))])
    return Screen("\n\n".join(blocks), rows)


def draw_mirror(at: peers.Glance) -> Screen:
    blocks = [
        texts.mirror(at.year, at.quarter, at.forms),
        looking.levels(at.mirror),
        *([drills.own(at.drill)] if at.drill.answers else []),
        texts.mirror_meaning(),
    ]
    back = Button(words.BACK, opens=place("peers.queue", at.period_id))
    return Screen("\n\n".join(blocks), [[back]])


def draw_lines(lines: Lines) -> Screen:
    rows = [
        [Button(texts.line_label(name, level), opens=place("peers.step", lines.number, step))]
        for step, name, level in lines.lines
    ]
    turn = pager("peers.lines", [lines.number], lines.page, lines.pages)
    return Screen(texts.lines(lines.name), [*rows, [*turn, _whole(lines.number)]])


def draw_comment(said: peers.Comment) -> Screen:
    text = texts.comment(said.name, said.text, said.found, said.group, wanted=said.wanted)
    rows = [[Button(texts.UNSAY, does=place("peers.unsay", said.number))]] if said.text else []
    typing = place("peers.say", said.number)
    return Screen(text, [*rows, [_whole(said.number)]], typing=typing)


def draw_declining(whole: peers.Whole) -> Screen:
    does = place("peers.decline", whole.number)
    give_back = Button(texts.DECLINING, does=does, style=Style.BAD)
    text = texts.declining(whole.name, upward=whole.upward)
    return Screen(text, [[give_back], [_whole(whole.number)]])


def _whole(number: int) -> Button:
    return Button(words.BACK, opens=place("peers.form", number))
