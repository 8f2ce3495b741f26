"""Screens of polls: the list, a draft, voting, the result; their letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions.forums import polls
from bot.actions.forums.polls import Poll, Polls
from bot.documents import pictures as drawings
from bot.documents.pictures import Tally, Votes
from bot.rules import polls as rules
from bot.rules.polls import PollState
from bot.screens import Button, File, Place, Screen, Style, place
from bot.texts import words
from bot.texts.forums import polls as texts
from handlers.pictures import photo
from handlers.table import Recipient, Write

MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_polls(at: Polls) -> Screen:
    lines = [(question, state) for _number, question, state in at.lines]
    row = [
        Button(str(number), opens=place("forums.poll", poll))
        for number, (poll, _question, _state) in enumerate(at.lines, 1)
    ]
    rows = [row] if row else []
    if at.hosting and len(at.lines) < rules.MOST_POLLS:
        rows.append([Button(texts.NEW, opens=place("forums.poll_new", at.forum_id))])
    text = texts.listing(at.meeting, lines, hosting=at.hosting)
    return Screen(text, [*rows, [Button(words.BACK, opens=place("forums.more", at.forum_id))]])


def draw_new(at: Polls) -> Screen:
    rows = [
        [Button(label, does=place("forums.poll_begin", at.forum_id, kind.value))]
        for kind, label in texts.KINDS.items()
    ]
    back = Button(words.BACK, opens=place("forums.polls", at.forum_id))
    return Screen(texts.listing(at.meeting, [], hosting=True), [*rows, [back]])


def draw_poll(at: Poll) -> Screen:
    back = [Button(words.BACK, opens=place("forums.polls", at.forum_id))]
    match at.state:
        case PollState.DRAFT:
            return _draft(at, back)
        case PollState.OPEN:
            return _open(at, back)
    told = [(texts.option(one.text, one.start), one.votes) for one in at.options]
    rows = [
        [Button(texts.fix(one.start), does=place("forums.poll_fix", at.id, one.id))]
        for one in at.options
        if at.fixable and one.start is not None
    ]
    text = texts.result(at.meeting, at.question, told, fixable=at.fixable)
    return Screen(text, [*rows, back], files=_picture(at.question, told))


def _picture(question: str, told: Sequence[tuple[str, int]]) -> list[File]:
    """The result as a picture, where its numbers may be told; the text says them all the same."""
    votes = [count for _, count in told]
    if not rules.told(votes):
        return []
    bars = [Votes(name, count, texts.part(count, sum(votes))) for name, count in told]
    shown = Tally(str(texts.POLLS), question, bars)
    said = texts.told(question, told)
    return [photo("jajak-pendapat.png", partial(drawings.tally, shown), said)]


def _draft(at: Poll, back: list[Button]) -> Screen:
    told = [texts.option(one.text, one.start) for one in at.options]
    gone = [
        Button(f"✗ {number}", does=place("forums.poll_drop_option", at.id, one.id))
        for number, one in enumerate(at.options, 1)
    ]
    rows = [gone] if gone else []
    if len(at.options) >= rules.FEWEST:
        rows.append(
            [Button(texts.OPEN_FOR, opens=place("forums.poll_days", at.id), style=Style.GOOD)]
        )
    drop = Button(texts.DROP, does=place("forums.poll_drop", at.id), style=Style.BAD)
    text = texts.draft(at.meeting, at.kind, at.question, told)
    return Screen(text, [*rows, [drop, *back]], typing=place("forums.poll_say", at.id))


def draw_days(at: Poll) -> Screen:
    rows = [
        [Button(texts.days(count), does=place("forums.poll_open", at.id, count))]
        for count in rules.DAYS
    ]
    back = Button(words.BACK, opens=place("forums.poll", at.id))
    return Screen(texts.how_long(at.meeting, at.question), [*rows, [back]])


def _open(at: Poll, back: list[Button]) -> Screen:
    rows = [
        [
            Button(
                texts.label(one.text, one.start, mine=one.mine),
                does=place("forums.poll_vote", at.id, one.id),
            )
        ]
        for one in at.options
    ]
    if at.hosting:
        rows.append([Button(texts.CLOSE, opens=place("forums.poll_closing", at.id))])
    return Screen(texts.open_poll(at.meeting, at.question, at.voted, at.closes), [*rows, back])


def draw_closing(at: Poll) -> Screen:
    back = Button(words.BACK, opens=place("forums.poll", at.id))
    close = Button(texts.REALLY_CLOSE, does=place("forums.poll_close", at.id), style=Style.BAD)
    text = texts.sure_to_close(at.meeting, at.question, at.voted)
    return Screen(text, [[close], [back]])


def _writes(what: str) -> Write:
    def write(session: Session, _to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        found = polls.told(session, what, facts["poll"])
        if found is None:
            return None
        label = texts.VOTE if what == "poll" else texts.RESULT
        opens = Button(label, opens=place("forums.poll", facts["poll"]))
        return Screen(texts.letter(what, *found), [[opens]])

    return write


LETTERS = {f"forums.{what}": _writes(what) for what in ("poll", "poll_closed")}
