"""Screens of a record: read, written line by line, published, printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from bot.actions.forums.lines import Single
from bot.actions.forums.participants import Choosing
from bot.actions.forums.recording import Draft, Line
from bot.actions.forums.records import Edition, Printed, Record
from bot.actions.spans import packed
from bot.documents import record as paper_of
from bot.rules.forum_records import WEEKS, LineKind
from bot.rules.forums import Meeting
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.forums import paper, recording
from bot.texts.forums import records as texts
from bot.texts.forums.cards import BACK, FORTH
from handlers.forums import publishing


def told(line: Line) -> str:
    return texts.line(line.number, line.kind, line.text, line.owner, line.due)


def pager(page: int, pages: int, opens: Callable[[int], Place]) -> list[list[Button]]:
    """One row to turn pages, where there are several."""
    row = [Button(BACK, opens=opens(page - 1))] if page > 0 else []
    row += [Button(FORTH, opens=opens(page + 1))] if page + 1 < pages else []
    return [row] if row else []


def draw_record(at: Record) -> Screen:
    edition = at.shown
    text = texts.reading(
        at.meeting, edition.number if edition else 0, edition.by if edition else "",
        edition.at if edition else None, edition.reason if edition else "",
        [told(line) for line in at.lines], (at.page, at.pages),
    )  # fmt: skip
    if at.hosting and at.note_taker:
        text += "\n\n" + texts.writer(at.note_taker)
    number = edition.number if edition else 0
    rows = pager(at.page, at.pages, lambda page: place("forums.record", at.id, page, number))
    if at.writing:
        label = recording.CORRECT if at.newest else recording.WRITE
        rows.append([Button(label, opens=place("forums.record_draft", at.id, 0))])
    if edition:
        rows.append([Button(texts.PAPER, opens=place("forums.record_file", at.id, number))])
    if at.newest > 1:
        rows.append([Button(texts.EDITIONS, opens=place("forums.editions", at.id))])
    if at.hosting:
        rows.append([Button(texts.NOTE_TAKER, opens=place("forums.note_taker", at.id, 0))])
    return Screen(text, [*rows, _back("forums.more", at.id)])


def draw_draft(at: Draft) -> Screen:
    """What is typed here is a point."""
    text = recording.writing(
        at.meeting, at.edition, [told(line) for line in at.lines], (at.page, at.pages),
        at.incomplete,
    )  # fmt: skip
    add = [
        Button(label, opens=place("forums.record_add", at.id, kind.value))
        for kind, label in recording.ADD.items()
    ]
    change = Button(recording.CHANGE_LINE, opens=place("forums.record_lines", at.id, at.page))
    rows = [add[:2], [*add[2:], *([change] if at.total else [])]]
    rows += pager(at.page, at.pages, lambda page: place("forums.record_draft", at.id, page))
    if at.changed and at.total and not at.incomplete:
        rows.append([publishing.button(at)])
    typing = place("forums.say_record", at.id, LineKind.POINT.value)
    return Screen(text, [*rows, _back("forums.record", at.id, 0)], typing=typing)


def draw_add(at: tuple[Meeting, int, str]) -> Screen:
    meeting, number, kind = at
    back = _back("forums.record_draft", number, 0)
    typing = place("forums.say_record", number, kind)
    return Screen(recording.ask_line(meeting, LineKind(kind)), [back], typing=typing)


def draw_lines(at: Draft) -> Screen:
    text = recording.which_line(at.meeting, [told(line) for line in at.lines], (at.page, at.pages))
    row = [Button(str(one.number), does=place("forums.record_edit", one.id)) for one in at.lines]
    turn = pager(at.page, at.pages, lambda page: place("forums.record_lines", at.id, page))
    return Screen(text, [row, *turn, _back("forums.record_draft", at.id, at.page)])


def draw_line(at: Single) -> Screen:
    number, rows = at.line.id, []
    if at.line.kind is LineKind.ACTION:
        rows.append(
            [
                Button(texts.OWNER, opens=place("forums.record_owner", number, 0)),
                Button(texts.DUE, opens=place("forums.record_due", number)),
            ]
        )
    gone = place("forums.record_remove", number)
    rows.append([Button(words.DELETE, does=gone, style=Style.BAD)])
    text = recording.change_line(at.meeting, told(at.line))
    back = _back("forums.record_draft", at.forum_id, 0)
    return Screen(text, [*rows, back], typing=place("forums.say_line", number))


def draw_due(at: Single) -> Screen:
    rows = [
        [
            Button(
                recording.weeks(count),
                does=place(
                    "forums.take_due", at.line.id, packed(at.today + timedelta(weeks=count))
                ),
            )
        ]
        for count in WEEKS
    ]
    back = _back("forums.record_line", at.line.id)
    typing = place("forums.say_due", at.line.id)
    return Screen(recording.ask_due(at.line.text), [*rows, back], typing=typing)


def draw_owner(at: Choosing) -> Screen:
    text = recording.ask_owner(at.text, at.found, (at.page, at.pages))
    return people(at, text, "forums.take_owner", "forums.record_owner", "forums.find_owner",
                  _back("forums.record_line", at.about))  # fmt: skip


def draw_note_taker(at: Choosing) -> Screen:
    text = recording.ask_note_taker(at.text, at.found, (at.page, at.pages))
    out = _back("forums.record", at.forum_id, 0)
    if at.text:
        nobody = place("forums.name_note_taker", at.forum_id, 0)
        out.insert(0, Button(texts.NOBODY, does=nobody))
    return people(
        at, text, "forums.name_note_taker", "forums.note_taker", "forums.find_note_taker", out
    )


def people(
    at: Choosing, text: str, does: str, here: str, typed: str, out: Sequence[Button]
) -> Screen:
    """A page of people to choose from; part of a name may be typed."""
    rows = [
        [Button(words.called(name), does=place(does, at.about, number))]
        for number, name in at.people
    ]
    turn = pager(at.page, at.pages, lambda page: place(here, at.about, page))
    return Screen(text, [*rows, *turn, list(out)], typing=place(typed, at.about))


def draw_editions(at: tuple[int, Meeting, Sequence[Edition]]) -> Screen:
    number, meeting, all_of = at
    lines = [texts.edition(one.number, one.by, one.at, one.reason) for one in all_of]
    rows = [
        [
            Button(
                texts.open_edition(one.number), opens=place("forums.record", number, 0, one.number)
            )
        ]
        for one in all_of
    ]
    return Screen(texts.editions(meeting, lines), [*rows, _back("forums.record", number, 0)])


def draw_paper(at: Printed) -> Screen:
    drawing = partial(paper_of.pdf, said_in(at), at.edition.at)
    name = paper.file_name(at.meeting.start.date())
    file = File(FileKind.DOCUMENT, name, drawing=drawing, keepable=True)
    back = _back("forums.record", at.id, 0)
    return Screen(paper.attached(at.edition.number), [back], files=[file])


def said_in(at: Printed) -> Mapping[str, Any]:
    """Every word of the paper, in its place."""
    return paper.said(
        at.meeting, at.office, at.attended, at.note_taker, at.edition.number, at.edition.by,
        at.edition.at, at.edition.reason,
        [(one.kind, one.text, one.owner, one.due) for one in at.lines],
    )  # fmt: skip


def _back(name: str, *args: int) -> list[Button]:
    return [Button(words.BACK, opens=place(name, *args))]
