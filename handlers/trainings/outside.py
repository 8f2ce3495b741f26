"""Drawing what was learned elsewhere, step by step, and before whoever confirms it."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.trainings import confirming, outside
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.trainings import outside as texts
from bot.texts.trainings import said
from handlers.lists import turns
from handlers.trainings.mine import BACK, MENU
from handlers.trainings.running import file_of
from storage.trainings import learning
from storage.trainings.learning import REFUSED, WAITING


def draw_draft(at: outside.Outside) -> Screen:
    """What is asked next, or all of it with what may be done."""
    row, number = at.row, at.row.id or 0
    if at.missing == outside.WAY:
        return draw_ways(outside.Ways(number, list(said.WAYS)[: outside.PAGE], 0, _pages()))
    drop = Button(texts.DROP, does=place("trainings.drop_outside", number))
    if at.missing:
        typing = place("trainings.outside_text", number, at.missing)
        return Screen(texts.ask(at.missing), [[drop, BACK, MENU]], typing=typing)
    text = texts.summary(
        row.title, row.way, row.ended_on, row.minutes, len(at.files), row.answer or ""
    )
    fields = [
        Button(texts.FIELDS[name], opens=place("trainings.outside_ask", number, name))
        for name in ("title", "day", "hours")
    ]
    way = Button(texts.FIELDS["way"], opens=place("trainings.ways", number, 0))
    rows = [[*fields[:1], way, *fields[1:]]]
    rows.append([Button(texts.FILES, opens=place("trainings.files", number))])
    if at.files:
        does = place("trainings.hand_in_outside", number, at.seen)
        rows.append([Button(texts.HAND_IN, does=does, style=Style.GOOD)])
    return Screen(text, [*rows, [drop, MENU]])


def _pages() -> int:
    return -(-len(said.WAYS) // outside.PAGE)


def draw_ask(at: tuple[int, str]) -> Screen:
    number, what = at
    back = Button(words.BACK, opens=place("trainings.outside", number))
    typing = place("trainings.outside_text", number, what)
    return Screen(texts.ask(what), [[back, MENU]], typing=typing)


def draw_ways(at: outside.Ways) -> Screen:
    number = at.number
    buttons = [
        Button(words.fitting(said.WAYS[way]), does=place("trainings.choose_way", number, way))
        for way in at.ways
    ]
    rows = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.ways", number, to))
    return Screen(texts.ask_way(), [*rows, [*turn, MENU]])


def draw_learned(at: confirming.Learned) -> Screen:
    row, number = at.row, at.row.id or 0
    text = texts.card(
        at.name, row.title, row.way, row.ended_on, row.minutes, row.state, at.decider,
        row.answer or "", mine=at.mine,
    )  # fmt: skip
    if not at.mine:
        text += "\n\n" + said.bar(at.ledger.hours)
    if at.warns:
        text += "\n\n" + said.warning()
    rows = []
    if at.may_decide:
        confirm = place("trainings.confirm_learned", number, at.seen)
        refuse = place("trainings.unconfirming", number)
        rows.append([Button(texts.CONFIRM, does=confirm, style=Style.GOOD)])
        rows.append([Button(texts.REFUSE, opens=refuse, style=Style.BAD)])
    if at.mine and row.state == REFUSED:
        rows.append([Button(texts.AGAIN, does=place("trainings.again_outside", number))])
    files = [file_of(one, ours) for one, ours in at.files]
    return Screen(text, [*rows, [BACK, MENU]], files=files)


def draw_unconfirming(at: confirming.Learned) -> Screen:
    number = at.row.id or 0
    back = Button(words.BACK, opens=place("trainings.learned", number))
    typing = place("trainings.unconfirm_text", number)
    return Screen(texts.ask_refusal(at.name, at.row.title), [[back, MENU]], typing=typing)


def draw_waiting(at: confirming.Waiting) -> Screen:
    rows = [
        [Button(words.called(name), opens=place("trainings.learned", number))]
        for number, name, _title in at.items
    ]
    lines = [(name, title) for _number, name, title in at.items]
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.to_confirm", to))
    back = Button(words.BACK, opens=Place("trainings.desk"))
    return Screen(texts.waiting(lines), [*rows, [*turn, back, MENU]])


def still_waits(session: Session, number: int) -> bool:
    row = learning.get(session, number)
    return row is not None and row.state == WAITING
