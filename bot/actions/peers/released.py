"""What colleagues and subordinates said, once the quarter is published: figures and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.numbers import half_up
from bot.rules.peers import Figure
from bot.rules.periods import PeriodState
from bot.rules.publication import RELEASED
from bot.texts import words
from storage import employees, periods, results
from storage.peers import PeerRelease, Side, read_levels, releases, replies
from storage.periods import Period

ROOM = 420  # letters of sentences a screen holds


@dataclass(frozen=True, slots=True)
class Feedback:
    """`figures` are indicators with their mean; `withheld` those that too few answered.

    `answers` is None when nobody was asked. `replied`: a reply was sent. `upward`: there is
    feedback of subordinates that may be told. A page holds some of the sentences.
    """

    period_id: int
    employee_id: int
    year: int
    quarter: int
    name: str
    mine: bool
    side: str
    answers: int | None
    shown_from: int
    figures: Sequence[tuple[str, Decimal]]
    withheld: Sequence[str]
    sentences: Sequence[str]
    page: int
    pages: int
    replied: bool
    upward: bool


def feedback(
    session: Session, me: Me, period_id: int, employee_id: int, page: int = 0
) -> Feedback:
    """What colleagues said about somebody whose result is published."""
    return _read(session, me, "peers.feedback", Side.PEER, period_id, employee_id, page)


def upward(session: Session, me: Me, period_id: int, employee_id: int, page: int = 0) -> Feedback:
    """What subordinates said about their superior; no part of any score."""
    return _read(session, me, "peers.upward", Side.UPWARD, period_id, employee_id, page)


def exists(session: Session, period: Period, employee_id: int) -> bool:
    """Whether colleagues were asked about this person and it is published."""
    assert period.id is not None
    published = _is_told(session, period, Side.PEER, employee_id)
    return published and releases.of(session, period.id, Side.PEER, employee_id) is not None


def told_upward(session: Session, employee_id: int) -> int | None:
    """The newest period whose answers about a superior may be told."""
    return next(iter(releases.told_about(session, Side.UPWARD, employee_id)), None)


def _is_told(session: Session, period: Period, side: Side, employee_id: int) -> bool:
    """What colleagues said is not told while the superior is still to rate."""
    if PeriodState(period.state) not in RELEASED:
        return False
    return side is Side.UPWARD or results.of(session, period.id or 0, employee_id) is not None


def _read(
    session: Session, me: Me, right: str, side: Side, period_id: int, employee_id: int, page: int
) -> Feedback:
    period, person = periods.get(session, period_id), employees.get(session, employee_id)
    published = period is not None and _is_told(session, period, side, employee_id)
    state = "visible" if published else "none"
    rights.demand(session, me, right, about=employee_id, state=state)
    if period is None or person is None:
        raise Refused(words.not_available(), "unknown_period")
    scheme = schemes.of_period(session, period)
    names = {one.key: one.name for one in scheme.indicators}
    let = releases.of(session, period_id, side, employee_id)
    said = releases.sentences(session, period_id, side, employee_id)
    pages = list(_pages(said)) or [[]]
    page = min(max(page, 0), len(pages) - 1)
    reply = replies.of(session, period_id, employee_id)
    below = releases.of(session, period_id, Side.UPWARD, employee_id)
    may_look = below is not None and bool(below.levels)
    return Feedback(
        period_id=period_id,
        employee_id=employee_id,
        year=period.year,
        quarter=period.quarter,
        name=person.name,
        mine=employee_id == me.employee_id,
        side=side,
        answers=let.answers if let else None,
        shown_from=scheme.peers.shown_from,
        figures=_figures(let, names),
        withheld=[names[key] for key in let.withheld.split()] if let else [],
        sentences=pages[page],
        page=page,
        pages=len(pages),
        replied=reply is not None and reply.sent_at is not None,
        upward=may_look
        and rights.allowed(session, me, "peers.upward", about=employee_id, state=state),
    )


def _figures(let: PeerRelease | None, names: dict[str, str]) -> list[tuple[str, Decimal]]:
    """By the order of the scheme; the mean of levels as values of 40 to 120."""
    given = read_levels(let.levels) if let else {}
    means = {key: Figure(key, tuple(levels)).value for key, levels in given.items()}
    return [(names[key], half_up(means[key], 2)) for key in names if key in means]


def _pages(said: Sequence[str]) -> list[list[str]]:
    pages: list[list[str]] = []
    room = 0
    for sentence in said:
        if not pages or room < len(sentence):
            pages.append([])
            room = ROOM
        pages[-1].append(sentence)
        room -= len(sentence)
    return pages
