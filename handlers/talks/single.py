"""Drawing one talk: what was written of it, what follows, how useful it was."""

from __future__ import annotations

from datetime import timedelta

from bot.actions import talks
from bot.actions.pages import Leaf
from bot.actions.spans import packed
from bot.actions.talks.following import MINE, THEIRS, WEEKS
from bot.actions.talks.noting import ALONE, BOTH
from bot.rules.talks import ARRANGED, USEFULNESS, State
from bot.screens import Button, Screen, Style, place
from bot.texts import talks as texts
from bot.texts import words
from bot.texts.talks import following, noting, pairs, valuing
from handlers.appraisals import pager
from handlers.talks.pairs import MENU, is_open, step_lines

TOGETHER = 330  # characters of notes that stand on the card in full


def draw_card(at: talks.Card) -> Screen:
    blocks = [noting.talk(at.name, at.state, at.held_on, at.starts)]
    if at.state in ARRANGED and at.starts is not None:
        blocks.append(pairs.arranged(at.state, at.starts, mine=at.answerable))
    blocks += [
        noting.note(one.writer, one.text, private=one.private, whole=not _long(at))
        for one in at.notes
    ]
    if at.state is State.HELD and not at.notes:
        blocks.append(noting.nothing_written())
    if at.steps:
        blocks.append(following.steps(step_lines(at.steps), at.today))
    back = Button(words.BACK, opens=place("talks.pair", at.employee_id))
    return Screen("\n\n".join(blocks), [*_doings(at), [back, MENU]])


def _doings(at: talks.Card) -> list[list[Button]]:
    rows: list[list[Button]] = []
    if at.state in ARRANGED:
        rows += _arranging(at)
    if _long(at):
        rows.append([Button(texts.NOTES, opens=place("talks.notes", at.number, 0))])
    elif is_open(at.state):
        rows.append(_writing(at))
    if at.state is State.HELD:
        more = [Button(texts.FOLLOW, opens=place("talks.follow", at.number))]
        if at.steps:
            more.append(Button(texts.STEPS, opens=place("talks.steps", at.number, 0)))
        rows.append(more)
    if at.valuable:
        rows.append([Button(texts.VALUE, opens=place("talks.value", at.number))])
    if at.deniable:
        deny = place("talks.deny", at.number)
        rows.append([Button(texts.NOT_HELD, does=deny, style=Style.BAD)])
    return rows


def _long(at: talks.Card) -> bool:
    return sum(len(one.text) for one in at.notes) > TOGETHER


def _writing(at: talks.Card) -> list[Button]:
    return [
        Button(texts.FOR_BOTH, opens=place("talks.note", at.number, BOTH)),
        Button(texts.FOR_ME, opens=place("talks.note", at.number, ALONE)),
    ]


def draw_notes(read: tuple[talks.Card, Leaf[talks.Note]]) -> Screen:
    """A note a page, in full."""
    at, found = read
    blocks = [noting.talk(at.name, at.state, at.held_on, at.starts)]
    blocks += [noting.note(one.writer, one.text, private=one.private) for one in found.items]
    writing = _writing(at) if is_open(at.state) else []
    turn = pager("talks.notes", [at.number], found.page, found.pages)
    back = Button(words.BACK, opens=place("talks.talk", at.number))
    return Screen("\n\n".join(blocks), [writing, [*turn, back, MENU]])


def _arranging(at: talks.Card) -> list[list[Button]]:
    agree = place("talks.agree", at.number, at.mark)
    first = [Button(texts.AGREE, does=agree, style=Style.GOOD)] if at.answerable else []
    if at.over:
        first.append(Button(texts.HELD, opens=place("talks.day", at.employee_id)))
    return [
        first,
        [
            Button(texts.OTHER_TIME, opens=place("talks.time", at.employee_id)),
            Button(texts.NO_TALK, does=place("talks.cancel", at.number, at.mark)),
        ],
        [Button(texts.AGENDA, opens=place("talks.agenda", at.employee_id))],
    ]


def draw_day(at: talks.Day) -> Screen:
    who = at.employee_id
    days = [(texts.TODAY, at.today), (texts.YESTERDAY, at.today - timedelta(1))]
    rows = [
        [Button(label, does=place("talks.hold", who, packed(day))) for label, day in days],
        [Button(words.BACK, opens=place("talks.pair", who)), MENU],
    ]
    return Screen(pairs.ask_day(at.name), rows, typing=place("talks.day", who))


def draw_note(at: talks.Writing) -> Screen:
    text = noting.ask_note(at.name, at.before, private=at.kind == ALONE)
    back = Button(words.BACK, opens=place("talks.talk", at.number))
    return Screen(text, [[back, MENU]], typing=place("talks.note", at.number, at.kind))


def draw_follow(at: talks.Asked) -> Screen:
    back = Button(words.BACK, opens=place("talks.talk", at.talk_id))
    return Screen(
        following.ask_step(at.other), [[back, MENU]], typing=place("talks.follow", at.talk_id)
    )


def draw_whose(at: talks.Asked) -> Screen:
    choices = ((texts.I_DO, MINE), (texts.they_do(at.other), THEIRS))
    rows = [
        [Button(label, opens=place("talks.until", at.number, whose))] for label, whose in choices
    ]
    back = Button(words.BACK, opens=place("talks.follow", at.talk_id))
    return Screen(following.ask_whose(at.text), [*rows, [back, MENU]])


def draw_until(at: talks.Asked) -> Screen:
    rows = [
        [
            Button(
                texts.in_weeks(weeks),
                does=place(
                    "talks.settle", at.number, at.whose, packed(at.today + timedelta(weeks=weeks))
                ),
            )
        ]
        for weeks in WEEKS
    ]
    back = Button(words.BACK, opens=place("talks.whose", at.number))
    typing = place("talks.until", at.number, at.whose)
    return Screen(following.ask_until(at.text), [*rows, [back, MENU]], typing=typing)


def draw_value(at: talks.Value) -> Screen:
    blocks = [valuing.ask_value(at.name, at.held_on)]
    levels = [
        [Button(texts.LEVELS[level], does=place("talks.choose", at.talk_id, level))]
        for level in reversed(USEFULNESS)
    ]
    back = [Button(words.BACK, opens=place("talks.talk", at.talk_id)), MENU]
    if not at.level:
        return Screen(blocks[0], [*levels, back])
    blocks += [valuing.value(texts.LEVELS[at.level], at.word), valuing.ask_word()]
    send = Button(words.SEND, does=place("talks.send", at.talk_id, at.mark), style=Style.GOOD)
    others = [
        [
            Button(str(level), does=place("talks.choose", at.talk_id, level))
            for level in USEFULNESS
            if level != at.level
        ]
    ]
    return Screen(
        "\n\n".join(blocks), [[send], *others, back], typing=place("talks.word", at.talk_id)
    )
