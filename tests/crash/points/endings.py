"""How a step ended, and what is lost, doubled or silent when a disturbed run ends otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.actions.letters import AGAIN
from bot.courier.loop import IN_FLIGHT
from bot.texts import letters as letters_texts
from sandbox.people.tapping import phone
from sandbox.seen import keyboard, words
from storage.outbox import Kind, State
from tests.crash.points.ledgers import Ledger, Told, difference, ledger, letters, whole
from tests.crash.points.playing import Playing

Text = tuple[str, str]
"""A chat and what came to it."""
OFFER = letters_texts.again()[:20]
ANSWER = 3  # messages: a notice, a file and a card, which a death may let come once more
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
    points: tuple[str, ...]
    files: tuple[str, ...]
    whole: bool
    deaths: int


def ending_of(one: Playing) -> Ending:
    files = one.stage.now.glob("evidence/??/*")
    return Ending(
        ledger(one.database),
        tuple(letters(one.database)),
        shown(one),
        _sent(one),
        _noticed(one),
        () if one.deaths else one.points(),
        tuple(sorted(file.name for file in files if not (one.deaths and "." in file.name))),
        whole(one.database),
        one.deaths,
    )


def shown(one: Playing) -> dict[str, list[Screen]]:
    """What each phone shows of the bot, oldest first."""
    world = one.running.world
    return {
        key: [
            _screen(message.body)
            for message in reversed(phone(world, person))
            if message.sender == "bot"
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


def _text(params: dict[str, Any]) -> str:
    return _timeless(str(params.get("text") or params.get("caption") or ""))


def _timeless(text: str) -> str:
    """Without the time of day, codes of attendance, and anchors, made of the entries' times."""
    return ANCHOR.sub("…", CODE.sub("… …", CLOCK.sub("pukul …", text)))


def faults(
    wanted: Ending, found: Ending, before: Sequence[Ending] = (), *, silent: bool = False
) -> list[str]:
    """What is lost, doubled or silent in a disturbed run, compared with the undisturbed one.

    `before`: how the steps before ended. `silent`: Telegram may have swallowed a screen; then a
    letter must lead back to it.
    """
    apart = difference(wanted.facts, found.facts)
    if silent:
        _accept_offers(apart)
    said = [f"{table}: {rows}" for table, rows in apart.items()]
    if not found.whole:
        said.append("the audit chain is broken")
    if wanted.files != found.files:
        said.append(f"files: {wanted.files} became {found.files}")
    said += _letters_apart(wanted, found, 1 if silent else 0)
    said += _copies_apart(wanted, found)
    said += _screens_apart(wanted, found, before)
    if not silent and (lost := wanted.noticed - found.noticed):
        said.append(f"nobody was told {dict(lost)}")
    return said


def _accept_offers(apart: dict[str, Any]) -> None:
    """Letters that offer a screen again are owed on top."""
    owed = apart.get("owed")
    if owed and not owed["lost"] and all(row[2] == AGAIN for row in owed["doubled"]):
        del apart["owed"]


def _letters_apart(wanted: Ending, found: Ending, lost: int) -> list[str]:
    """Reminders at most once, and listed when unsure; decisions at least once, repeats marked."""
    said = []
    before = {one.key: one for one in wanted.told}
    for one in found.told:
        ended = before[one.key].state if one.key in before else State.SENT
        allowed = {ended, State.UNKNOWN} if one.kind == Kind.REMINDER else {ended}
        if one.state not in allowed:
            said.append(f"letter {one.key} ended as {one.state}, not {ended}")
    unsure = sum(one.state == State.UNKNOWN for one in found.told) - sum(
        one.state == State.UNKNOWN for one in wanted.told
    )
    if unsure > IN_FLIGHT * found.deaths + lost:
        said.append(f"{unsure} letters unsure after {found.deaths} deaths")
    return said


def _copies_apart(wanted: Ending, found: Ending) -> list[str]:
    """No reminder came more often, no decision less often; more copies of it are marked."""
    said = []
    before, after = Counter(wanted.sent.values()), Counter(found.sent.values())
    for one in wanted.told:
        text = wanted.sent.get(one.message_id or 0)
        if text is None or one.state != State.SENT:
            continue
        if after[text] > before[text]:
            said.append(f"letter {one.key} came {after[text]} times without a mark")
        marked = [(chat, words) for chat, words in after if chat == text[0] and text[1] in words]
        if one.kind == Kind.DECISION and not marked:
            said.append(f"letter {one.key} never came")
    return said


def _screens_apart(wanted: Ending, found: Ending, before: Sequence[Ending]) -> list[str]:
    """Everything that was to be seen is seen; a death lets at most one answer come once more.

    Only what was somebody's newest message when an earlier step ended may have been taken away.
    """
    said = []
    unsure = sum(one.state == State.UNKNOWN or one.template == AGAIN for one in found.told)
    for key, screens in wanted.shown.items():
        come = found.shown[key]
        old = {screen for ending in before for screen in ending.shown[key][-1:]} - {*screens[-1:]}
        missing = [one for one in {*screens} - old if not _is_among(one, come)]
        if len(missing) > unsure:
            said.append(f"{key} does not see {missing}, but {come[-3:]}")
        more = Counter(come) - Counter(screens)
        if more.total() > ANSWER * found.deaths or max(more.values(), default=0) > found.deaths:
            said.append(f"{key} sees too many: {dict(more)}")
    return said


def _is_among(screen: Screen, come: list[Screen]) -> bool:
    return any(screen[0] in text and set(screen[1]) <= set(labels) for text, labels in come)
