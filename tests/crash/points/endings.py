"""How a step ended: in the database, on the phones, at Telegram."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from bot.texts import letters as letters_texts
from bot.texts.words import not_saved_yet
from sandbox.people.tapping import phone
from sandbox.seen import keyboard, words
from tests.crash.points.ledgers import Ledger, Told, ledger, letters, whole
from tests.crash.points.playing import Playing

Text = tuple[str, str]
"""A chat and what came to it."""
EXCUSE = not_saved_yet()
OFFER = letters_texts.again()[:20]
CLOCK = re.compile(r"pukul \d\d\.\d\d")  # it moves on while a dead bot's lease runs out
CODE = re.compile(r"\b\d{3} \d{3}\b")  # of a secret that is drawn anew
ANCHOR = re.compile(r"\b\d+(-[0-9A-Z]{4}){4}\b")
Screen = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Ending:
    """How a step ended: facts, letters, what each phone shows, and what left for Telegram."""

    facts: Ledger
    told: tuple[Told, ...]
    shown: dict[str, list[Screen]]
    sent: dict[int, Text]
    noticed: Counter[str]
    excused: Counter[str]
    points: tuple[str, ...]
    files: tuple[str, ...]
    whole: bool
    doubts: int


def ending_of(one: Playing) -> Ending:
    files = one.stage.now.glob("evidence/??/*")
    return Ending(
        ledger(one.database),
        tuple(letters(one.database)),
        shown(one),
        _sent(one),
        _noticed(one),
        _excused(one),
        () if one.deaths else one.trace.points(),
        tuple(sorted(file.name for file in files if not (one.deaths and "." in file.name))),
        whole(one.database),
        one.doubts,
    )


def shown(one: Playing) -> dict[str, list[Screen]]:
    """What each phone shows of the bot, oldest first."""
    world = one.running.world
    return {
        key: [
            _screen(message.body)
            for message in reversed(phone(world, person))
            if message.sender == "bot" and words(message.body)[0] != EXCUSE
        ]
        for key, person in world.people.items()
    }


def _screen(body: dict[str, Any]) -> Screen:
    labels = tuple(button["text"] for row in keyboard(body) for button in row)
    return _timeless(words(body)[0]), labels


def _sent(one: Playing) -> dict[int, Text]:
    """What came to a chat as a new message, by its number there; the bot may not know of it."""
    return {
        call.answer["result"]["message_id"]: (str(call.params["chat_id"]), _text(call.params))
        for call in one.running.world.ledger.since(0)
        if call.status == 200 and call.method.startswith("send") and "chat_id" in call.params
        and isinstance(call.answer["result"], dict)
    }  # fmt: skip


def _noticed(one: Playing) -> Counter[str]:
    """What was said in passing, above a card that was pressed."""
    calls = one.running.world.ledger.since(0, "answerCallbackQuery")
    said = (str(call.params.get("text") or "") for call in calls if call.status == 200)
    return Counter(_timeless(text) for text in said if text)


def _excused(one: Playing) -> Counter[str]:
    """Who was told that nothing can be saved at the moment."""
    calls = one.running.world.ledger.since(0, "sendMessage")
    return Counter(
        str(call.params["chat_id"])
        for call in calls
        if call.status == 200 and call.params.get("text") == EXCUSE
    )


def _text(params: dict[str, Any]) -> str:
    return _timeless(str(params.get("text") or params.get("caption") or ""))


def _timeless(text: str) -> str:
    """Without the time of day, codes of attendance, and anchors, made of the entries' times."""
    return ANCHOR.sub("…", CODE.sub("… …", CLOCK.sub("pukul …", text)))
