"""A broadcast on its way: how far it came, stopping it, correcting it, reminding of its quiz."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.broadcasts import access
from bot.actions.broadcasts.agreeing import put_in_force
from bot.actions.broadcasts.quizzing import Question, question_of
from bot.actions.broadcasts.sending import ask_others
from bot.actions.broadcasts.spreading import still_asked
from bot.actions.forums import typed
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules import broadcasts as rules
from bot.rules.broadcasts import GONE, State
from bot.screens import Place, Went, place
from bot.texts import broadcasts as texts
from bot.texts import words
from storage import audit, employees
from storage.broadcasts import Broadcast, feeding, quizzes, reading, rows
from storage.broadcasts.quizzes import Asked, Sums
from storage.broadcasts.reading import Progress, UnitProgress

PAGE = 5
SENT = (State.SENDING, State.SENT)


@dataclass(frozen=True, slots=True)
class Watched:
    """How far it came. `stoppable`: copies are still to go; `remindable`: its quiz is open."""

    row: Broadcast
    author: str
    approver: str
    progress: Progress
    sums: Sums
    stoppable: bool
    remindable: bool
    mine: bool
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Units:
    """A page of units; `whole` are all that I see. `kept`: the rest of its course is mine too."""

    row: Broadcast
    whole: UnitProgress
    units: Sequence[UnitProgress]
    page: int
    pages: int
    kept: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """What first tries came to, question by question; none where too few have answered."""

    row: Broadcast
    sums: Sums
    questions: Sequence[tuple[Question, Asked | None]]


@dataclass(frozen=True, slots=True)
class Correcting:
    """The text as it is, and (once typed) as it will be."""

    row: Broadcast
    sent: int


def progress(session: Session, me: Me, number: int) -> Watched:
    """Of one that was given on its way."""
    row = access.kept(session, me, number)
    if row.state == State.ASKED:
        raise Refused(words.changed_since(), "asked")
    at = reading.progress(session, number)
    names = employees.many(session, [one for one in (row.author_id, row.approved_by) if one])
    approver = names.get(row.approved_by or 0)
    stoppable = row.state in (State.PLANNED, State.SENDING) or (
        row.state == State.SENT and at.wait > 0
    )
    return Watched(
        row, names[row.author_id].name, approver.name if approver else "", at,
        quizzes.sums(session, number), stoppable, still_asked(row, me.now),
        row.author_id == me.employee_id, me.zone,
    )  # fmt: skip


def by_unit(session: Session, me: Me, number: int, page: int) -> Units:
    """Unit by unit, of the units that I may see."""
    row, mine = access.watched(session, me, number)
    found = reading.by_unit(session, number, mine)
    shown, at, pages = leaf(found, page, PAGE)
    sums = [sum(values) for values in zip(*(one[2:] for one in found), strict=True)] or [0] * 7
    whole = UnitProgress(0, "", *sums)
    return Units(row, whole, shown, at, pages, access.keeps(session, me, row))


def answers(session: Session, me: Me, number: int) -> Answers:
    """The quiz in sums: nobody is told who answered what."""
    row = access.kept(session, me, number, GONE)
    sums = quizzes.sums(session, number)
    told = sums.answered >= rules.SHOWN_FROM
    by = {one.question_id: one for one in quizzes.by_question(session, number)} if told else {}
    questions = [question_of(one) for one in rows.questions(session, number)]
    return Answers(row, sums, [(one, by.get(one.id)) for one in questions])


def stopping(session: Session, me: Me, number: int) -> Watched:
    """The last look before it is stopped."""
    return progress(session, me, number)


def stop(session: Session, me: Me, number: int) -> Went:
    """Nobody gets it any more; what has arrived stays. Raises Refused."""
    at = progress(session, me, number)
    here = place("broadcasts.progress", number)
    if not at.stoppable:
        return Went(here, words.changed_since())
    states = (State.PLANNED, *SENT)
    values = {"state": State.CANCELLED, "busy": False, "listed_to": -1, "ended_at": me.now}
    if not rows.change(session, number, states, values):
        return Went(here, words.changed_since())
    dropped = feeding.stop(session, number)
    facts, about = {"dropped": dropped}, f"broadcast/{number}"
    audit.record(session, me.now, me.employee_id, "broadcasts.stop", about, facts)
    return Went(here, texts.stopped())


def correcting(session: Session, me: Me, number: int) -> Correcting:
    """Before the corrected text is typed."""
    row = access.mine(session, me, number, GONE)
    return Correcting(row, reading.progress(session, number).sent)


def correct(session: Session, me: Me, number: int, text: str) -> Went:
    """The text is another one from now on; copies that have arrived are edited. Raises Refused.

    Whom it is for and the quiz stay. Where a second person agreed to the text, one must again.
    """
    row = access.mine(session, me, number, GONE)
    said = typed.paragraphs(text, rules.TEXT_LIMIT)
    here = place("broadcasts.progress", number)
    if said == row.text:
        return Went(here, texts.same_text())
    second = row.approved_by is not None
    values = {"new_text": said, "correcting": second, "version": row.version + 1, "reason": ""}
    if not rows.change(session, number, GONE, values, row.version):
        return Went(here, words.changed_since())
    if second:
        ask_others(session, me, number)
        return Went(here, texts.correction_asked())
    put_in_force(session, access.mine(session, me, number, GONE), me.employee_id, me.now)
    return Went(here, texts.corrected())


def remind(session: Session, me: Me, number: int) -> Went:
    """Whoever got it and has not answered is reminded; once a day, three times at most."""
    row = access.kept(session, me, number, SENT)
    here = place("broadcasts.progress", number)
    if not still_asked(row, me.now):
        raise Refused(texts.quiz_over(), "over")
    if row.reminders >= rules.MOST_REMINDERS:
        raise Refused(texts.reminded_enough(rules.MOST_REMINDERS), "enough")
    if row.reminded_at is not None and me.now - row.reminded_at < rules.REMIND_PAUSE:
        raise Refused(texts.reminded_today(), "today")
    values = {"reminders": row.reminders + 1, "reminded_at": me.now, "busy": True}
    if not rows.change(session, number, SENT, values, row.version):
        return Went(here, words.changed_since())
    about = f"broadcast/{number}"
    audit.record(session, me.now, me.employee_id, "broadcasts.remind", about)
    return Went(here, texts.reminding())


def newest(session: Session) -> Place | None:
    """Where the newest one stands, for the map of adoption."""
    row = rows.newest_sent(session)
    return place("broadcasts.units", row.id or 0, 0) if row else None
