"""What is lost, doubled or silent when a disturbed run ends otherwise than an undisturbed one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from bot.actions.letters import AGAIN
from bot.courier.delivering import IN_FLIGHT
from storage.outbox import Kind, State
from storage.outbox.letter import ONCE
from tests.crash.points.endings import Ending, Screen
from tests.crash.points.ledgers import difference

SETTLED = frozenset({"corrections.proposed"})  # what they ask for is done later in the same step
ANSWER = 3  # messages: a notice, a file and a card, which a doubt may let come once more


def faults(
    wanted: Ending,
    found: Ending,
    before: Sequence[Ending] = (),
    *,
    silent: bool = False,
    excuses: int = 0,
) -> list[str]:
    """What is lost, doubled or silent in a disturbed run, compared with the undisturbed one.

    `before`: how the steps before ended. `silent`: Telegram may have swallowed a screen; then a
    letter must lead back to it. `excuses`: how often a person may have been told to wait.
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
    if any(times > excuses for times in found.excused.values()):
        said.append(f"told to wait: {dict(found.excused)}")
    if not silent and (lost := wanted.noticed - found.noticed):
        said.append(f"nobody was told {dict(lost)}")
    return said


def _accept_offers(apart: dict[str, Any]) -> None:
    """Letters that offer a screen again are owed on top."""
    owed = apart.get("owed")
    if owed and not owed["lost"] and all(row[2] == AGAIN for row in owed["doubled"]):
        del apart["owed"]


def _letters_apart(wanted: Ending, found: Ending, lost: int) -> list[str]:
    """Reminders and broadcasts at most once, listed when unsure; decisions marked if repeated.

    What a death kept back may be settled by somebody's next press: it is no longer owed then.
    """
    said = []
    before = {one.key: one for one in wanted.told}
    for one in found.told:
        ended = before[one.key].state if one.key in before else State.SENT
        allowed = {ended, State.UNKNOWN} if one.kind in ONCE else {ended}
        if found.doubts and one.template in SETTLED:
            allowed.add(State.DROPPED)
        if one.state not in allowed:
            said.append(f"letter {one.key} ended as {one.state}, not {ended}")
    unsure = _unsure(found) - _unsure(wanted)
    if unsure > IN_FLIGHT * found.doubts + lost:
        said.append(f"{unsure} letters unsure after {found.doubts} doubts")
    return said


def _unsure(ending: Ending) -> int:
    return sum(one.state in (State.UNKNOWN, State.DROPPED) for one in ending.told)


def _copies_apart(wanted: Ending, found: Ending) -> list[str]:
    """No reminder came more often, no decision less often; more copies of it are marked."""
    said = []
    before, after = Counter(wanted.sent.values()), Counter(found.sent.values())
    settled = {
        one.key for one in found.told if one.state == State.DROPPED and one.template in SETTLED
    }
    for one in wanted.told:
        text = wanted.sent.get(one.message_id or 0)
        if text is None or one.state != State.SENT or one.key in settled:
            continue
        if after[text] > before[text]:
            said.append(f"letter {one.key} came {after[text]} times without a mark")
        marked = [(chat, words) for chat, words in after if chat == text[0] and text[1] in words]
        if one.kind == Kind.DECISION and not marked:
            said.append(f"letter {one.key} never came")
    return said


def _screens_apart(wanted: Ending, found: Ending, before: Sequence[Ending]) -> list[str]:
    """Everything that was to be seen is seen; a doubt lets at most one answer come once more.

    Only what was somebody's newest message when an earlier step ended may have been taken away.
    """
    said = []
    unsure = _unsure(found) + sum(one.template == AGAIN for one in found.told)
    for key, screens in wanted.shown.items():
        come = found.shown[key]
        old = {screen for ending in before for screen in ending.shown[key][-1:]} - {*screens[-1:]}
        missing = [one for one in {*screens} - old if not _is_among(one, come)]
        if len(missing) > unsure:
            said.append(f"{key} does not see {missing}, but {come[-3:]}")
        more = Counter(come) - Counter(screens)
        if more.total() > ANSWER * found.doubts or max(more.values(), default=0) > found.doubts:
            said.append(f"{key} sees too many: {dict(more)}")
    return said


def _is_among(screen: Screen, come: list[Screen]) -> bool:
    return any(screen[0] in text and set(screen[1]) <= set(labels) for text, labels in come)
