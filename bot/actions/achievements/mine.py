"""My achievements, as a list."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.achievements import grounds
from bot.actions.achievements.shapes import Line, Mine
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.rules.achievements import State
from storage import achievement_lists, rating_queue

PAGE = 4
"""Beside them a row to turn pages, the queue or a glossary, and two ways out."""


def mine(session: Session, me: Me, page: int = 0) -> Mine:
    """My achievements: drafts first, then what waits, then what is decided."""
    rights.demand(session, me, "achievements.mine", about=me.employee_id)
    tally = achievement_lists.tally(session, me.employee_id)
    count = sum(number for state, number in tally.items() if state is not State.WITHDRAWN)
    at = nearest(page, count, PAGE)
    rows = achievement_lists.of(session, me.employee_id, at * PAGE, PAGE)
    lines = [
        Line(
            row.id or 0,
            row.title,
            State(row.state),
            row.done_on,
            row.changed_at.astimezone(me.zone),
        )
        for row in rows
    ]
    officials = grounds.officials(session, me)
    waiting = rating_queue.waiting_for(session, me.employee_id, officials, me.today)
    return Mine(lines, at, pages_of(count, PAGE), tally, len(waiting))
