"""The last look at a form, and handing it in; of two with one ticket at once, one counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.surveys import forms, wishes
from bot.actions.surveys.collecting import ANSWERED, CLOSED, USED, Given, check, collect
from bot.actions.surveys.forms import Form
from bot.actions.surveys.rules import chat_of, day_at, rules_of, seen_mark
from bot.rules.stamps import stamp
from bot.rules.surveys.elements import Element
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.surveys import asking as texts
from storage import keyboards, surveys, updates
from storage.surveys import Origin

CODE = Place("surveys.code")
PARTS = "surveys."
PASSING = ("surveys.start/", "surveys.mark/", "surveys.skip/")
"""Acts whose buttons are forgotten when the form is sent; the last one, a day later."""


@dataclass(frozen=True, slots=True)
class Summary:
    """`seen` is a mark of what is shown. `months`: how long a contact would be kept at most."""

    number: int
    unit: str
    service: str
    counter: str
    marks: Mapping[Element, int]
    comment: str
    wish: bool
    ticketed: bool
    months: int
    seen: str


@dataclass(frozen=True, slots=True)
class Thanks:
    wish: bool
    staff: bool


def summary(session: Session, who: Me | Guest, number: int) -> Summary:
    """The last look."""
    form = forms.mine(session, who, number)
    if not form.is_whole:
        raise Refused(texts.not_whole(), "not_whole")
    forms.listen(session, who, form, typing=False)
    desk, months = form.desk, rules_of(session, who.now.date()).wish_months
    return Summary(
        number, desk.unit.name, desk.service.name, desk.counter.name, form.marks, form.comment,
        form.wish, form.ticket is not None, months, _seen(form),
    )  # fmt: skip


def send(session: Session, who: Me | Guest, number: int, seen: str = "") -> Went | Place:
    """Hand the answer in; its ticket is used up."""
    form = forms.mine(session, who, number)
    here = place("surveys.check", number)
    if not form.is_whole or (seen and seen != _seen(form)):
        return Went(here, words.changed_since())
    if fault := _fault(session, who, form):
        if form.ticket is None:
            raise Refused(texts.FAULTS[fault], fault)
        forms.keep(session, who, forms.without_ticket(form))
        return Went(here, texts.ticket_lost(fault))
    staff = who.unit_id if isinstance(who, Me) else None
    given = Given(form.marks, Origin.CHAT, form.comment, staff)
    answer = collect(session, form.desk, given, who.now, ticketed=form.ticket is not None)
    wanted = form.wish and bool(form.comment)
    if wanted:
        wishes.ask_in_chat(session, who, answer)
    surveys.drafts.drop(session, number)
    _forget(session, who)
    return place("surveys.sent", int(wanted))


def sent(session: Session, who: Me | Guest, wished: int) -> Thanks:
    demand(session, who, "surveys.answer", about=who.employee_id)
    return Thanks(bool(wished), isinstance(who, Me))


def drop(session: Session, who: Me | Guest, number: int) -> Went:
    """Leave it; nothing of it is kept."""
    forms.mine(session, who, number)
    surveys.drafts.drop(session, number)
    return Went(CODE, texts.dropped())


def erase(session: Session, who: Me | Guest) -> Went:
    """Forget this chat wherever it asked to be told something."""
    demand(session, who, "surveys.answer", about=who.employee_id)
    surveys.wishes.erase_mine(session, chat_of(session, who))
    return Went(CODE, texts.erased())


def _fault(session: Session, who: Me | Guest, form: Form) -> str:
    """Why it cannot be sent now; else the ticket, or this chat's one of the day, is used up."""
    if form.ticket is not None:
        if fault := check(session, form.ticket, who.now).fault:
            return fault
        used = surveys.tickets.spend(
            session, form.ticket.batch_id, form.ticket.number, day_at(form.desk, who)
        )
        return "" if used else USED
    if not form.desk.is_open:
        return CLOSED
    day = day_at(form.desk, who)
    fresh = surveys.drafts.once(session, seen_mark(session, who, form.desk, day), day)
    return "" if fresh else ANSWERED


def _seen(form: Form) -> str:
    return stamp(sorted(form.marks.items()), form.comment, form.wish, form.ticket)


def _forget(session: Session, who: Me | Guest) -> None:
    """What is kept of pressing and typing leads from the chat to no form any more."""
    for act in PASSING:
        keyboards.forget(session, [who.telegram_id], act)
    updates.forget(session, [who.telegram_id], PARTS)
