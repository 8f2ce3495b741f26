"""Drawing what follows from a talk, and how a step is dropped."""

from __future__ import annotations

from bot.actions import talks
from bot.actions.pages import Leaf
from bot.screens import Button, Screen, Style, place
from bot.texts import talks as texts
from bot.texts import words
from bot.texts.talks import steps as telling
from handlers.appraisals import pager
from handlers.talks.pairs import MENU


def draw_steps(at: tuple[int, Leaf[talks.Line]]) -> Screen:
    talk_id, found = at
    rows = [
        [Button(words.fitting(one.text), opens=place("talks.follow_up", one.number))]
        for one in found.items
    ]
    turn = pager("talks.steps", [talk_id], found.page, found.pages)
    back = Button(words.BACK, opens=place("talks.talk", talk_id))
    return Screen(telling.steps(len(found.items)), [*rows, [*turn, back, MENU]])


def draw_step(at: talks.Step) -> Screen:
    one, dropping = at.line, at.dropping
    blocks = [telling.step(one.text, at.other, at.held_on)]
    if not one.dropped:
        owner = "" if at.mine else one.owner
        blocks.append(telling.standing(owner, one.due, at.today, done=one.done))
    if dropping is not None:
        said = telling.dropping(
            dropping.by, dropping.reason, mine=dropping.mine, dropped=dropping.dropped
        )
        blocks.append(said)
    last = [Button(texts.THE_TALK, opens=place("talks.talk", at.talk_id)), MENU]
    return Screen("\n\n".join(blocks), [*_doings(at), last])


def _doings(at: talks.Step) -> list[list[Button]]:
    number, dropping = at.line.number, at.dropping
    if at.line.done or at.line.dropped:
        return []
    done = Button(texts.DONE, does=place("talks.done", number), style=Style.GOOD)
    rows = [[done]] if at.mine else []
    if dropping is None:
        return [*rows, [Button(telling.DROP, opens=place("talks.why_drop", number))]]
    label = telling.TAKE_BACK if dropping.mine else telling.KEEP
    answers = [Button(label, does=place("talks.keep", number, dropping.mark))]
    if not dropping.mine:
        answers.insert(0, Button(telling.DO_DROP, does=place("talks.drop", number, dropping.mark)))
    return [*rows, answers]


def draw_why(at: talks.Step) -> Screen:
    number = at.line.number
    back = Button(words.BACK, opens=place("talks.follow_up", number))
    typing = place("talks.why_drop", number)
    return Screen(telling.ask_why(at.line.text), [[back, MENU]], typing=typing)


def draw_confirm(at: talks.Step) -> Screen:
    number, dropping = at.line.number, at.dropping
    assert dropping is not None
    text = telling.confirm(at.line.text, dropping.reason, at.other, alone=dropping.alone)
    label = telling.DO_DROP if dropping.alone else telling.ASK_DROP
    rows = [
        [Button(label, does=place("talks.drop", number, dropping.mark))],
        [
            Button(words.CHANGE, opens=place("talks.why_drop", number)),
            Button(words.CANCEL, opens=place("talks.follow_up", number)),
        ],
    ]
    return Screen(text, rows)
