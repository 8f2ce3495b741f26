"""Choosing somebody who takes part in a forum: its host, or whoever is invited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.forums.typed import tidy
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules.people import search_key
from bot.texts import words
from bot.texts.forums import asking
from storage import employees, invitations, remindables
from storage.employees import Employee
from storage.forums import Forum

PAGE = 5
NAME_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Choosing:
    """A page of people; `about` is the object for which one is chosen, `text` what it says."""

    forum_id: int
    about: int
    text: str
    found: bool
    page: int
    pages: int
    people: Sequence[tuple[int, str]]


def page(
    session: Session, forum: Forum, about: int, at: int, only: Sequence[int], *, text: str = "",
    without: Sequence[int] = (),
) -> Choosing:  # fmt: skip
    """Who was there first, then the others by name; of those found by a name, these `only`."""
    people = _people(session, forum)
    there = invitations.attended(session, forum.id or 0)
    chosen = sorted(
        (number not in there and number != forum.host_id, one.name, number)
        for number, one in people.items()
        if number not in without and (not only or number in only)
    )
    shown, at, pages = leaf(chosen, at, PAGE)
    return Choosing(
        forum.id or 0, about, text, bool(only), at, pages,
        [(number, name) for _, name, number in shown],
    )  # fmt: skip


def find(session: Session, forum: Forum, text: str) -> list[int]:
    """Those whose name holds what was typed, at most a page. Raises Refused."""
    said = search_key(tidy(text, NAME_LIMIT))
    people = _people(session, forum)
    found = sorted(number for number, one in people.items() if said and said in one.search_key)
    if not found:
        raise Refused(asking.nobody_absent(), "nobody")
    return found[:PAGE]


def demand(session: Session, forum: Forum, employee_id: int) -> None:
    """Raise Refused unless this person takes part and is still in service."""
    if employee_id not in _people(session, forum):
        raise Refused(words.not_available(), "not_invited")


def _people(session: Session, forum: Forum) -> dict[int, Employee]:
    numbers = [forum.host_id, *remindables.people(session, forum.id or 0)]
    found = employees.many(session, numbers)
    return {number: one for number, one in found.items() if one.left_on is None}
