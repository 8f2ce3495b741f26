"""What came of forums: steps that somebody owes, and what polls came to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from bot.rules.polls import PollState
from storage.action_items import ActionItem
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import Entry, entries
from storage.agreement.words import mark, opened, raw
from storage.forum_polls import ForumPoll, PollOption
from storage.forum_records import RecordLine
from storage.vault import Vault

DONE, TAKE = "forums.item_done", "forums.item_take"
OPEN, CLOSE = "forums.poll", "forums.close_poll"


def of_items(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Every step is one of a record, in its words, owed by whom it names or who took it over."""
    told = {(one.about, one.action): one for one in entries(connection, (DONE, TAKE))}
    lines: dict[int, list[tuple[str, Any, int]]] = {}
    columns: tuple[Any, ...] = (
        col(RecordLine.item_id), raw(RecordLine.text), col(RecordLine.due_on),
        col(RecordLine.owner_id),
    )  # fmt: skip
    there = select(*columns).where(col(RecordLine.item_id).is_not(None))
    for number, text, due, owner in connection.execute(there):
        lines.setdefault(number, []).append((opened(vault, text), due, owner))
    columns = (
        col(ActionItem.id), raw(ActionItem.text), col(ActionItem.due_on),
        col(ActionItem.owner_id), col(ActionItem.done_at), raw(ActionItem.note),
    )  # fmt: skip
    for number, text, due, owner, done_at, note in connection.execute(select(*columns)):
        known, about = lines.get(number, []), str(number)
        if not known:
            yield Finding(Kind.ACTION_ITEM, Fault.UNRECORDED, about, "", None)
            continue
        if (opened(vault, text), due) not in [line[:2] for line in known]:
            yield Finding(Kind.ACTION_ITEM, Fault.DIFFERS, about, "text", None)
        taken, done = told.get((about, TAKE)), told.pop((about, DONE), None)
        owners = {line[2] for line in known} | ({taken.actor} if taken else set())
        if owner not in owners:
            yield Finding(Kind.ACTION_ITEM, Fault.DIFFERS, about, "owner", None)
        yield from _done(about, owner, done_at, mark(vault, opened(vault, note)), done)
    for (about, action), gone in told.items():
        if action == DONE:
            yield Finding(Kind.ACTION_ITEM, Fault.GONE, about, "", gone.number)


def _done(
    about: str, owner: int, done_at: object, note: str, done: Entry | None
) -> Iterator[Finding]:
    if done is None and done_at is not None:
        yield Finding(Kind.ACTION_ITEM, Fault.UNRECORDED, about, "done", None)
    if done is None:
        return
    said = (done.facts or {}).get("said")
    if done_at is None:
        yield Finding(Kind.ACTION_ITEM, Fault.GONE, about, "done", done.number)
    elif done.actor != owner or (said is not None and said != note):
        yield Finding(Kind.ACTION_ITEM, Fault.DIFFERS, about, "done", done.number)


def of_polls(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """What everybody was asked, and the numbers that it came to."""
    told = {(one.about, one.action): one for one in entries(connection, (OPEN, CLOSE))}
    options: dict[int, list[tuple[str, int]]] = {}
    found = select(PollOption).order_by(col(PollOption.starts_at), col(PollOption.id))
    columns: tuple[Any, ...] = (
        col(PollOption.poll_id), raw(PollOption.text), col(PollOption.starts_at),
        col(PollOption.votes),
    )  # fmt: skip
    for poll, text, starts, votes in connection.execute(found.with_only_columns(*columns)):
        options.setdefault(poll, []).append((option_said(opened(vault, text), starts), votes))
    columns = (col(ForumPoll.id), col(ForumPoll.state), raw(ForumPoll.question))
    for poll, state, question in connection.execute(select(*columns)):
        about, mine = str(poll), options.get(poll, [])
        asked, closed = told.pop((about, OPEN), None), told.pop((about, CLOSE), None)
        if (asked is None) is not (state == PollState.DRAFT):
            fault = Fault.UNRECORDED if asked is None else Fault.DIFFERS
            yield Finding(Kind.POLL, fault, about, "", asked.number if asked else None)
            continue
        said = (asked.facts or {}).get("said") if asked else None
        if said and said != mark(vault, opened(vault, question), *(text for text, _ in mine)):
            yield Finding(Kind.POLL, Fault.DIFFERS, about, "words", None)
        if (closed is None) is (state == PollState.CLOSED):
            fault = Fault.UNRECORDED if closed is None else Fault.GONE
            yield Finding(Kind.POLL, fault, about, "", closed.number if closed else None)
        elif closed is not None:
            votes = (closed.facts or {}).get("votes")
            if votes is not None and votes != [count for _, count in mine]:
                yield Finding(Kind.POLL, Fault.DIFFERS, about, "votes", closed.number)
    for (about, _), gone in told.items():
        yield Finding(Kind.POLL, Fault.GONE, about, "", gone.number)


def option_said(text: str, starts_at: Any) -> str:
    """An answer to choose from, as the trail marks it; a moment in UTC to the minute."""
    return text if starts_at is None else f"{starts_at:%Y-%m-%dT%H:%MZ}"
