"""Every word of a forum's record on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.rules.forum_records import LineKind
from bot.rules.forums import Meeting
from bot.rules.people import strip_titles
from bot.texts import forums, words
from bot.texts.language import _, ngettext

TITLE = _("RECORD OF A FORUM")
TIME, PLACE, HOST = _("Time"), _("Place"), _("Host of the forum")
WRITER, THERE, EDITION = _("Note-taker"), _("Present"), _("Edition")
HEADS = {
    LineKind.POINT: _("Points"),
    LineKind.DECISION: _("Decisions"),
    LineKind.ACTION: _("Steps to take"),
}
COLUMNS = (_("What"), _("Who"), _("Until"))

Told = tuple[LineKind, str, str, date | None]


def said(
    meeting: Meeting, office: str, attended: int, note_taker: str, edition: int, by: str,
    at: datetime, reason: str, lines: Sequence[Told],
) -> Mapping[str, Any]:  # fmt: skip
    """All that stands on the paper; steps with who does them until when."""
    facts = [
        [str(TIME), forums.span(meeting.start, meeting.end)],
        [str(PLACE), meeting.place],
        [str(HOST), meeting.host],
    ]
    facts += [[str(WRITER), note_taker]] if note_taker else []
    facts += [
        [
            str(THERE),
            ngettext("{count} person", "{count} people", attended).format(
                count=words.number(attended)
            ),
        ]
    ]
    facts += [[str(EDITION), _published(edition, by, at)]]
    facts += [[_("Correction"), reason]] if reason else []
    return {
        "title": TITLE,
        "kind": forums.kind(meeting.kind),
        "topic": meeting.topic,
        "office": office,
        "facts": facts,
        "parts": [
            {"head": head, "lines": [text for kind, text, _who, _due in lines if kind is which]}
            for which, head in HEADS.items()
            if which is not LineKind.ACTION
        ],
        "steps": {
            "head": HEADS[LineKind.ACTION],
            "columns": list(COLUMNS),
            "rows": [
                [text, strip_titles(owner), words.short_day(due) if due else ""]
                for kind, text, owner, due in lines
                if kind is LineKind.ACTION
            ],
        },
    }


def _published(edition: int, by: str, at: datetime) -> str:
    return _("{number}, published by {name} on {moment}").format(
        number=edition, name=by, moment=words.moment(at)
    )


def file_name(day: date) -> str:
    return _("Forum record {day}.pdf").format(day=day.isoformat())


def attached(edition: int) -> str:
    return _("The record, edition {number}, is above as PDF.").format(number=edition)
