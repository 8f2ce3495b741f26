"""Who was there without a phone: noted by the host, until a week after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.forums import access
from bot.actions.forums.attendance import note, walk_in
from bot.actions.forums.typed import tidy
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules import forums as rules
from bot.rules.forums import Meeting
from bot.rules.people import search_key
from bot.screens import Place, Went, place
from bot.texts import forums as texts
from bot.texts import words
from bot.texts.forums import asking
from storage import employees, invitations
from storage.forums import OPEN, Forum
from storage.invitations import SEATED

PAGE = 5
NAME_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Absent:
    """A page of those invited who are not noted as there, or those whom a name found."""

    id: int
    meeting: Meeting
    found: bool
    page: int
    pages: int
    people: Sequence[tuple[int, str]]


def absent(session: Session, me: Me, forum_id: int, page: int = 0, *only: int) -> Absent:
    """Whom the host may still note. Raises Refused before the doors open and after a week."""
    forum = _notable(session, me, forum_id)
    people = employees.many(session, invitations.absent(session, forum_id))
    lines = sorted(
        (one.name, number) for number, one in people.items() if not only or number in only
    )
    shown, at, pages = leaf(lines, page, PAGE)
    return Absent(
        forum_id, access.meeting(forum, me.name), bool(only), at, pages,
        [(number, name) for name, number in shown],
    )  # fmt: skip


def find(session: Session, me: Me, forum_id: int, text: str) -> Place:
    """Part of a name is typed; what was typed goes no further. Raises Refused."""
    _notable(session, me, forum_id)
    said = search_key(tidy(text, NAME_LIMIT))
    people = employees.many(session, invitations.absent(session, forum_id))
    found = [number for number, one in people.items() if said and said in one.search_key]
    if not found:
        raise Refused(asking.nobody_absent(), "nobody")
    return place("forums.absent", forum_id, 0, *sorted(found)[:PAGE])


def note_there(session: Session, me: Me, forum_id: int, employee_id: int) -> Went:
    """Note that this person is there; a seat is taken where there is one. Raises Refused."""
    _notable(session, me, forum_id)
    row = invitations.of(session, forum_id, employee_id)
    if row is None:
        raise Refused(words.not_available(), "not_invited")
    if row.attended_at is None and row.answer != SEATED:
        # who sat there sat there: the note stands whether or not a seat was left
        walk_in(session, forum_id, row, me.now)
    note(session, row, me.now, me.employee_id)
    return Went(place("forums.absent", forum_id, 0), texts.noted_there())


def _notable(session: Session, me: Me, forum_id: int) -> Forum:
    forum = access.hosted(session, me, "forums.host", forum_id)
    meeting = access.meeting(forum, me.name)
    opens, closes = meeting.start - rules.DOORS_OPEN, meeting.end + rules.NOTED_WITHIN
    if forum.state != OPEN or not opens <= me.now <= closes:
        raise Refused(texts.cannot_note(opens.astimezone(me.zone)), "doors_closed")
    return forum
