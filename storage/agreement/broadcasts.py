"""Broadcasts: nobody sent one, agreed to one or changed its words without the trail knowing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from bot.rules.broadcasts import State
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.agreement.words import mark, opened, raw
from storage.broadcasts import Broadcast, BroadcastQuestion
from storage.vault import Vault

SEND, CORRECT, AGREE = "broadcasts.send", "broadcasts.correct", "broadcasts.agree"
BACK = ("broadcasts.take_back", "broadcasts.return")


def of_broadcasts(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Of every one that was given on its way: by whom, with whose agreement, in which words."""
    asked = {one.about: one for one in entries(connection, (SEND, *BACK))}
    said = {one.about: one for one in entries(connection, (SEND, CORRECT))}
    agreed = {one.about: one for one in entries(connection, (AGREE, *BACK))}
    quizzes = _quizzes(connection, vault)
    columns: tuple[Any, ...] = (
        col(Broadcast.id), col(Broadcast.author_id), col(Broadcast.approved_by),
        raw(Broadcast.text),
    )  # fmt: skip
    out = col(Broadcast.state) != State.DRAFT
    for number, author, approver, text in connection.execute(select(*columns).where(out)):
        about = str(number)
        sent, words, word = asked.pop(about, None), said.get(about), agreed.get(about)
        if sent is None or words is None or sent.action in BACK:
            yield Finding(Kind.BROADCAST, Fault.UNRECORDED, about, "", None)
            continue
        told = (words.facts or {}).get("said")
        marked = mark(vault, opened(vault, text), *quizzes.get(number, ()))
        if sent.actor != author or told not in (None, marked):
            yield Finding(Kind.BROADCAST, Fault.DIFFERS, about, "", words.number)
        by = word.actor if word is not None and word.action == AGREE else None
        if by != approver or (approver is not None and approver == author):
            entry = word.number if word is not None else None
            yield Finding(Kind.BROADCAST, Fault.DIFFERS, about, "agreed", entry)
    for about, lost in asked.items():
        if lost.action == SEND:
            yield Finding(Kind.BROADCAST, Fault.GONE, about, "", lost.number)


def _quizzes(connection: Connection, vault: Vault) -> dict[int, list[str]]:
    """What of the questions the mark is made of, by broadcast."""
    columns: tuple[Any, ...] = (
        col(BroadcastQuestion.broadcast_id), raw(BroadcastQuestion.text),
        raw(BroadcastQuestion.options), col(BroadcastQuestion.right),
        raw(BroadcastQuestion.explanation),
    )  # fmt: skip
    found: dict[int, list[str]] = {}
    ordered = select(*columns).order_by(col(BroadcastQuestion.id))
    for number, text, options, right, why in connection.execute(ordered):
        parts = [opened(vault, text), opened(vault, options), str(right), opened(vault, why)]
        found.setdefault(number, []).extend(parts)
    return found
