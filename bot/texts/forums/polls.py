"""Polls of forums."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules import polls as rules
from bot.rules.forums import Meeting
from bot.rules.polls import PollKind, PollState
from bot.texts import words
from bot.texts.forums.records import head
from bot.texts.language import _, ngettext

POLLS = _("Polls")
KINDS = {
    PollKind.DATE: _("Poll for a date"),
    PollKind.TOPIC: _("Poll for a topic"),
    PollKind.OTHER: _("Another question"),
}
QUESTIONS = {
    PollKind.DATE: _("When shall we meet?"),
    PollKind.TOPIC: _("What shall we talk about?"),
    PollKind.OTHER: "",
}
STATES = {
    PollState.DRAFT: _("draft"),
    PollState.OPEN: _("open"),
    PollState.CLOSED: _("closed"),
}
NEW = _("New poll")
OPEN_FOR = _("Open the poll")
CLOSE = _("Close the poll")
REALLY_CLOSE = _("Yes, close it")
DROP = _("Delete the draft")
VOTE = _("Vote")
RESULT = _("See the result")


def days(count: int) -> str:
    return _("Open for {count} days").format(count=count) if count > 1 else _("Open for one day")


def how_long(meeting: Meeting, question: str) -> str:
    asked = _("How long may people vote? You can close it earlier.")
    return "\n\n".join([head(meeting, POLLS), words.bold(question), asked])


def label(text: str, start: datetime | None, *, mine: bool) -> str:
    return words.fitting(("✓ " if mine else "") + option(text, start))


def option(text: str, start: datetime | None) -> str:
    """Plain, also for a button."""
    return f"{words.short_day(start.date())}, {words.clock(start)}" if start else text


def fix(start: datetime) -> str:
    return words.fitting(_("Take {day}").format(day=option("", start)))


def listing(meeting: Meeting, lines: Sequence[tuple[str, PollState]], *, hosting: bool) -> str:
    blocks = [head(meeting, POLLS)]
    told = [
        f"{at}. {words.safe(question or KINDS[PollKind.OTHER])} ({STATES[state]})"
        for at, (question, state) in enumerate(lines, 1)
    ]
    blocks.append("\n".join(told) if told else _("There are none so far."))
    if hosting:
        blocks.append(_("A poll may choose a date or a topic, or ask anything else."))
    return "\n\n".join(blocks)


def draft(meeting: Meeting, kind: PollKind, question: str, options: Sequence[str]) -> str:
    blocks = [head(meeting, KINDS[kind])]
    if not question:
        asked = _("What do you want to ask? Type the question, at most {most} characters.")
        return "\n\n".join([*blocks, asked.format(most=rules.QUESTION_LIMIT)])
    blocks.append(words.bold(question))
    blocks += ["\n".join(f"• {words.safe(one)}" for one in options)] if options else []
    if len(options) < rules.MOST:
        blocks.append(
            _("Type a day and hour to choose from, one a message, for example: tomorrow at 9 am.")
            if kind is PollKind.DATE
            else _("Type an answer to choose from, one a message.")
        )
    if options:
        blocks.append(_("Press ✗ to take one out."))
    return "\n\n".join(blocks)


def open_poll(meeting: Meeting, question: str, voted: int, closes: datetime | None) -> str:
    blocks = [head(meeting, POLLS), words.bold(question)]
    until = _("Voted so far: {count}. It closes on {moment}.").format(
        count=words.number(voted), moment=words.moment(closes) if closes else "-"
    )
    blocks.append(until)
    blocks.append(
        _(
            "Press your choice; press another one to change it until it closes. Nobody is told "
            "who voted what, and the votes are deleted once they are counted."
        )
    )
    return "\n\n".join(blocks)


def sure_to_close(meeting: Meeting, question: str, voted: int) -> str:
    asked = _(
        "Close this poll now? Voted so far: {count}. Nobody can vote afterwards, everybody who "
        "takes part is told, and it cannot be opened again."
    ).format(count=words.number(voted))
    return "\n\n".join([head(meeting, POLLS), words.bold(question), asked])


def result(
    meeting: Meeting, question: str, options: Sequence[tuple[str, int]], *, fixable: bool
) -> str:
    blocks = [head(meeting, POLLS), words.bold(question)]
    votes = [count for _text, count in options]
    if rules.told(votes):
        whole = sum(votes)
        lines = [
            f"{words.safe(text)}\n{rules.bar(count, whole)} {words.number(count)}"
            for text, count in options
        ]
        blocks += [
            "\n".join(lines),
            ngettext("{count} person voted.", "{count} people voted.", whole).format(
                count=words.number(whole)
            ),
        ]
    else:
        blocks.append(_("Fewer than three people voted, so no numbers are told."))
    if fixable:
        blocks.append(_("Take one of them as the time: nobody is told before you have seen it."))
    return "\n\n".join(blocks)


def part(count: int, whole: int) -> tuple[str, str]:
    """`12`, `(40 %)`: how many, and which part of all."""
    share = words.number(round(100 * count / whole)) if whole else words.number(0)
    return words.number(count), f"({share}%)"


def told(question: str, options: Sequence[tuple[str, int]]) -> str:
    """The picture in words."""
    lines = [f"{text}: {words.number(count)}" for text, count in options]
    return f"{question}\n" + "\n".join(lines)


def letter(what: str, meeting: Meeting, question: str) -> str:
    asked = _("A poll is open.") if what == "poll" else _("A poll has closed.")
    return "\n\n".join([head(meeting, POLLS), asked, words.bold(question)])


def enough(most: int) -> str:
    return _("A forum has at most {most} polls.").format(most=most)


def enough_options(most: int) -> str:
    return _("A poll has at most {most} answers to choose from.").format(most=most)


def too_few(fewest: int) -> str:
    return _("Please give at least {fewest} answers to choose from first.").format(fewest=fewest)


def dropped() -> str:
    return _("The draft of the poll has been deleted.")


def opened() -> str:
    return _("The poll is open. Everybody who takes part is told.")


def voted() -> str:
    return _("Your vote is noted.")


def is_closed() -> str:
    return _("The poll is closed already.")


def closed() -> str:
    return _("The poll is closed, and the result can be read.")
