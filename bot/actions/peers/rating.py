"""Answering: one criterion about one person a screen, kept at every tap; a comment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.actions.lines import Lines, lines_of
from bot.actions.me import Me
from bot.actions.peers.forms import UNKNOWN, Form, after, open_form
from bot.actions.refusals import Refused
from bot.rules.peers import Found, telltales
from bot.rules.schemes import LEVELS, Indicator
from bot.screens import Place, place
from bot.texts import peers as texts
from bot.texts import words
from storage import employees
from storage.peers import Said, Side, drafts, tickets

SHORTEST, LONGEST = 10, 450


@dataclass(frozen=True, slots=True)
class Step:
    """One question; `level` 0 is `not known well enough`, None no answer yet."""

    number: int
    period_id: int
    step: int
    steps: int
    name: str
    upward: bool
    indicator: Indicator
    level: int | None


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said in words so far; `found` are telltale words in it, `group` who else is asked.

    `shown_from`: below so many answers nothing is told to anybody.
    """

    number: int
    name: str
    text: str
    found: Sequence[Found]
    group: int
    wanted: bool


def step(session: Session, me: Me, ticket_id: int, at: int) -> Step:
    """One criterion about one person, with its anchors."""
    form = open_form(session, me, ticket_id)
    asked = form.at(at)
    return Step(
        number=ticket_id,
        period_id=form.ticket.period_id,
        step=at,
        steps=len(form.asked),
        name=form.person.name,
        upward=form.ticket.side == Side.UPWARD,
        indicator=asked,
        level=given(form.said, asked.key),
    )


def given(said: Said, key: str) -> int | None:
    """The answer to an indicator as buttons say it; None while there is none."""
    return (said.levels[key] or UNKNOWN) if key in said.levels else None


def rate(session: Session, me: Me, ticket_id: int, at: int, level: int) -> Place:
    """Keep an answer: a level, or 0 for `not known well enough`. The trail hears nothing of it."""
    form = open_form(session, me, ticket_id)
    asked = form.at(at)
    if level not in (UNKNOWN, *LEVELS):
        raise Refused(words.not_available(), "no_such_level")
    form = _keep(session, form, levels={**form.said.levels, asked.key: level or None})
    return after(session, me, form, at)


def lines(session: Session, me: Me, ticket_id: int, page: int = 0) -> Lines:
    """All questions of a form, to change any one of them."""
    form = open_form(session, me, ticket_id)
    asked = [(at, one.name, given(form.said, one.key)) for at, one in enumerate(form.asked, 1)]
    return lines_of(ticket_id, form.person.name, asked, page)


def comment(session: Session, me: Me, ticket_id: int) -> Comment:
    """The comment as it stands, with the words that might give its writer away."""
    form = open_form(session, me, ticket_id)
    said, group = form.said.comment, tickets.count_about(session, form.ticket)
    units = frozenset((form.person.unit_id, me.unit_id))
    around = employees.in_units(session, units) if said else ()
    found = telltales(said, [one.name for one in around], [one.post for one in around])
    return Comment(ticket_id, form.person.name, said, found, group, form.wants_reason)


def say(session: Session, me: Me, ticket_id: int, text: str) -> Place:
    """Keep a comment in place of the one before; it is shown with its telltale words marked."""
    form = open_form(session, me, ticket_id)
    said = text.strip()
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    _keep(session, form, comment=said)
    return place("peers.comment", ticket_id)


def unsay(session: Session, me: Me, ticket_id: int) -> Place:
    """Take the comment back."""
    _keep(session, open_form(session, me, ticket_id), comment="")
    return place("peers.form", ticket_id)


def _keep(session: Session, form: Form, **values: object) -> Form:
    said = replace(form.said, **values)  # type: ignore[arg-type]
    drafts.write(session, form.number, said)
    return replace(form, said=said)
