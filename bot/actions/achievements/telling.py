"""An achievement in words for the screen, with its evidence."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.achievements import grounds
from bot.actions.achievements.shapes import Item, Told
from bot.actions.me import Me
from bot.actions.showing import our_copy
from bot.rules.achievements import State
from storage import evidence
from storage.achievements import Achievement
from storage.evidence import Evidence


def told(
    session: Session, me: Me, row: Achievement, *, files: bool = False, listed: bool = True
) -> Told:
    """The achievement in words for the screen; with `files` also what must be shown cleaned.

    Evidence is read only where it is `listed`.
    """
    assert row.id is not None
    scheme = grounds.scheme_of(session, row, me.today)
    names = grounds.named_in_order(session, row, me.today)
    category = next((one.name for one in scheme.categories if one.key == row.category), "")
    return Told(
        row.id,
        row.version,
        State(row.state),
        row.title,
        row.story,
        row.done_on,
        category,
        [indicator.name for indicator in names.values()],
        row.before,
        row.after,
        row.unit,
        [_item(session, one, files) for one in evidence.of(session, row.id)] if listed else [],
    )


def _item(session: Session, row: Evidence, files: bool) -> Item:
    content = our_copy(session, row) if files else None
    return Item(
        row.id or 0, row.kind, row.name, row.text, row.state, row.fault, row.file_id, content
    )
