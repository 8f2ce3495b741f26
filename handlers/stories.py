"""/penghargaan: stories of achievement, written by winners, approved, read by all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.stories import judging, reading, writing
from bot.actions.stories.cards import Card
from bot.actions.stories.writing import LONGEST, SHORTEST
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import stories as texts
from bot.texts import words
from handlers.appraisals import pager
from handlers.table import Recipient, Shown, Table
from storage import stories as kept

HOME = Button(words.MENU, opens=Place("home.menu"))
ALL = Button(words.BACK, opens=place("stories.list", 0))


def draw_list(at: reading.Listed) -> Screen:
    first = at.page * reading.PAGE
    lines = [texts.line(n, name, honour) for n, (_, name, honour) in enumerate(at.rows, first + 1)]
    rows = [
        [Button(words.fitting(f"{n}. {words.called(name)}"), opens=place("stories.read", number))]
        for n, (number, name, _) in enumerate(at.rows, first + 1)
    ]
    turn = pager("stories.list", [], at.page, at.pages)
    back = Button(words.BACK, opens=Place("awards.list"))
    return Screen("\n\n".join([texts.list_(len(lines)), *lines]), [*rows, [*turn, back]])


def draw_read(at: Card) -> Screen:
    return Screen(texts.story(at.name, at.honour, at.text), [[ALL, HOME]])


def draw_mine(at: Card) -> Screen:
    number = at.certificate_id
    back = Button(words.BACK, opens=place("awards.honour", at.award_id))
    if at.state == "none":
        asked = texts.ask(at.honour, SHORTEST, LONGEST)
        return Screen(asked, [[back, HOME]], typing=place("stories.text", number))
    rows = []
    if at.state in ("draft", "returned"):
        send = place("stories.send", number, at.seen)
        rows.append([Button(texts.SEND_STORY, does=send, style=Style.GOOD)])
    if at.state == "told":
        rows.append([Button(texts.UNTELL, does=place("stories.untell", number))])
    rows.append([Button(words.CHANGE, opens=place("stories.text", number))])
    text = "\n\n".join(
        [texts.story(at.name, at.honour, at.text), texts.state(at.state, at.answer)]
    )
    return Screen(text, [*rows, [back, HOME]])


def draw_text(at: Card) -> Screen:
    back = Button(words.BACK, opens=place("stories.mine", at.certificate_id))
    typing = place("stories.text", at.certificate_id)
    return Screen(texts.ask(at.honour, SHORTEST, LONGEST), [[back, HOME]], typing=typing)


def draw_judge(at: Card) -> Screen:
    blocks, rows = [texts.story(at.name, at.honour, at.text)], []
    if at.state == "waiting":
        blocks.append(texts.judging())
        yes = place("stories.approve", at.certificate_id, at.seen)
        rows = [
            [Button(texts.APPROVE, does=yes, style=Style.GOOD)],
            [Button(texts.GIVE_BACK, opens=place("stories.why", at.certificate_id))],
        ]
    else:
        blocks.append(texts.state(at.state, at.answer))
    back = Button(words.BACK, opens=place("awards.honour", at.award_id))
    return Screen("\n\n".join(blocks), [*rows, [back, HOME]])


def draw_why(at: Card) -> Screen:
    back = Button(words.BACK, opens=place("stories.judge", at.certificate_id))
    return Screen(texts.ask_why(), [[back, HOME]], typing=place("stories.why", at.certificate_id))


def _letter(text: Callable[[], str], opens: str, *, waits: bool) -> Callable[..., Screen | None]:
    def write(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        story = kept.get(session, facts["certificate"])
        if story is None or (waits and (story.sent_at is None or story.judged_at is not None)):
            return None
        see = place(opens, facts["certificate"])
        return Screen(text(), [[Button(words.OPEN, opens=see)]])

    return write


def routes() -> Table:
    return Table(
        places={
            "stories.list": Shown(reading.list_, draw_list),
            "stories.read": Shown(reading.read, draw_read),
            "stories.mine": Shown(writing.mine, draw_mine),
            "stories.text": Shown(writing.mine, draw_text),
            "stories.judge": Shown(judging.judge, draw_judge),
            "stories.why": Shown(judging.judge, draw_why),
        },
        acts={
            "stories.send": writing.send,
            "stories.approve": judging.approve,
            "stories.untell": writing.untell,
        },
        typed={"stories.text": writing.write, "stories.why": judging.give_back},
        letters={
            "stories.waits": _letter(texts.waits, "stories.judge", waits=True),
            "stories.judged": _letter(texts.judged, "stories.mine", waits=False),
        },
    )
