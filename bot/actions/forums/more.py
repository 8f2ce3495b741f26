"""What belongs to a forum besides its time and place: its record, steps materials, opinions."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.forums import access, materials, opinions
from bot.actions.groups.coming import board
from bot.actions.me import Me
from bot.rules.forums import Meeting
from bot.texts import words
from storage import action_items as items
from storage import forum_opinions, forum_posts
from storage import forum_records as records
from storage.forums import OPEN


@dataclass(frozen=True, slots=True)
class More:
    """How much there is of each; `left_over` steps are open of earlier ones of its series."""

    id: int
    meeting: Meeting
    hosting: bool
    edition: int
    steps: int
    open: int
    left_over: int
    materials: int
    answers: int
    valuable: bool
    postable: bool


def more(session: Session, me: Me, forum_id: int) -> More:
    """Of a forum that I host or am invited to."""
    found = access.opened(session, me, forum_id)
    row = found.invitation
    steps, is_open = items.counts(session, forum_id)
    return More(
        id=forum_id,
        meeting=access.meeting(found.forum, words.addressed(found.host, found.host_sex)),
        hosting=found.forum.host_id == me.employee_id,
        edition=records.standing(session, forum_id).edition,
        steps=steps,
        open=is_open,
        left_over=len(items.left_over(session, found.forum)),
        materials=materials.listed(session, me, forum_id).total,
        answers=forum_opinions.count(session, forum_id),
        postable=found.forum.host_id == me.employee_id
        and found.forum.state == OPEN
        and found.forum.starts_at is not None
        and me.now < found.forum.starts_at
        and board(session, me.unit_id) is not None
        and not forum_posts.there(session, forum_id),
        valuable=row is not None
        and opinions.open_to(found.forum, row.attended_at is not None, row.valued, me.now),
    )
