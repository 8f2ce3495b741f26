"""Somebody answers in the chat: from a code to thanks, one question a screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.surveys import forms
from bot.actions.surveys.collecting import ANSWERED, Entrance, enter
from bot.actions.surveys.forms import Form
from bot.actions.surveys.rules import chat_of, day_at, seen_mark
from bot.rules.surveys import codes
from bot.rules.surveys.collecting import LONGEST_COMMENT
from bot.rules.surveys.elements import ELEMENTS, HIGHEST, LOWEST, Element
from bot.screens import Place, place
from bot.texts import words
from bot.texts.surveys import asking as texts
from storage import surveys


@dataclass(frozen=True, slots=True)
class Asked:
    """No code was shown yet. `told`: how many times this chat asked to be told something."""

    told: int
    staff: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """Where the code leads. `code` as a button carries it; `staff`: the account of an employee."""

    code: str
    unit: str
    service: str
    counter: str
    fault: str
    ticketed: bool
    staff: bool


@dataclass(frozen=True, slots=True)
class Question:
    """The question at `at`, from 0. `mark`: what was answered; `whole`: all are answered."""

    number: int
    at: int
    element: Element
    mark: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Comment:
    number: int
    text: str


def ask(session: Session, who: Me | Guest) -> Asked:
    """Asks for the code that hangs at the counter."""
    demand(session, who, "surveys.answer", about=who.employee_id)
    told = surveys.wishes.count_mine(session, chat_of(session, who))
    return Asked(told, isinstance(who, Me))


def show(session: Session, who: Me | Guest, typed: str) -> Place:
    """A code however it came: where it leads. Raises Refused for what is no code."""
    demand(session, who, "surveys.answer", about=who.employee_id)
    code = codes.find(typed) or codes.read(typed)
    if code is None:
        raise Refused(texts.no_code(), "no_code")
    found = enter(session, code, who.now)
    if found.desk is None:
        raise Refused(texts.unknown_code(), "unknown_code")
    form = forms.waiting(session, who)
    if form and form.desk.counter.id == found.desk.counter.id and form.ticket == found.ticket:
        return next_of(form)
    return place("surveys.begin", codes.argument(code.written))


def begun(session: Session, who: Me | Guest, code: str) -> Begun:
    """The counter, and whether one can answer there now."""
    found = _entrance(session, who, code)
    assert found.desk is not None
    fault = found.fault
    if not fault and found.ticket is None and _answered(session, who, found):
        fault = ANSWERED
    names = (found.desk.unit.name, found.desk.service.name, found.desk.counter.name)
    return Begun(code, *names, fault, found.ticket is not None, isinstance(who, Me))


def start(session: Session, who: Me | Guest, code: str) -> Place:
    """Begin a form in place of any other. Raises Refused when one cannot answer there."""
    found = _entrance(session, who, code)
    assert found.desk is not None
    if found.fault:
        raise Refused(texts.FAULTS[found.fault], found.fault)
    if found.ticket is None and _answered(session, who, found):
        raise Refused(texts.FAULTS[ANSWERED], ANSWERED)
    return place("surveys.ask", forms.begin(session, who, found.desk, found.ticket), 0)


def question(session: Session, who: Me | Guest, number: int, at: int) -> Question:
    form = forms.mine(session, who, number)
    at = min(max(at, 0), len(ELEMENTS) - 1)
    element = ELEMENTS[at]
    forms.listen(session, who, form, typing=False)
    return Question(number, at, element, form.marks.get(element, 0), form.is_whole)


def mark(session: Session, who: Me | Guest, number: int, key: str, given: int) -> Place:
    """Keep one answer. What follows does not depend on which it was."""
    form = forms.mine(session, who, number)
    if key not in set(Element) or not LOWEST <= given <= HIGHEST:
        raise Refused(words.not_available(), "nothing")
    element = Element(key)
    was_whole = form.is_whole
    form = replace(form, marks={**form.marks, element: given})
    forms.keep(session, who, form)
    if was_whole:
        return place("surveys.check", number)
    return next_of(form)


def comment(session: Session, who: Me | Guest, number: int) -> Comment:
    """Asks for a comment; what is typed next is one."""
    form = forms.mine(session, who, number)
    forms.listen(session, who, form, typing=True)
    return Comment(number, form.comment)


def write(session: Session, who: Me | Guest, number: int, text: str) -> Place:
    """Keep a comment. Raises Refused for one that is too long."""
    form = forms.mine(session, who, number)
    said = text.strip()
    if len(said) > LONGEST_COMMENT:
        raise Refused(words.too_long(LONGEST_COMMENT, len(said)), "too_long")
    forms.keep(session, who, replace(form, comment=said))
    return place("surveys.check", number)


def skip(session: Session, who: Me | Guest, number: int) -> Place:
    """No comment, or the one before no more; then nobody can be told anything."""
    form = forms.mine(session, who, number)
    forms.keep(session, who, replace(form, comment="", wish=False))
    return place("surveys.check", number)


def wish(session: Session, who: Me | Guest, number: int, wanted: int) -> Place:
    """Ask to be told when what the comment is about has changed, or not."""
    form = forms.mine(session, who, number)
    forms.keep(session, who, replace(form, wish=bool(wanted and form.comment)))
    return place("surveys.check", number)


def next_of(form: Form) -> Place:
    at = form.next_at
    if at < len(ELEMENTS):
        return place("surveys.ask", form.number, at)
    return place("surveys.check" if form.comment else "surveys.remark", form.number)


def _entrance(session: Session, who: Me | Guest, code: str) -> Entrance:
    demand(session, who, "surveys.answer", about=who.employee_id)
    read = codes.find(str(code))
    found = enter(session, read, who.now) if read else Entrance()
    if found.desk is None:
        raise Refused(texts.unknown_code(), "unknown_code")
    return found


def _answered(session: Session, who: Me | Guest, found: Entrance) -> bool:
    assert found.desk is not None
    mark = seen_mark(session, who, found.desk, day_at(found.desk, who))
    return surveys.drafts.was_used(session, mark)
