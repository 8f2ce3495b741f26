"""Sentences about requests to HR: to correct something, to stop processing it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.rules.people import strip_titles
from bot.rules.personal import FIELDS, Field, Request
from bot.texts import words
from bot.texts.language import _

ASK, CORRECT, OBJECT = _("Ask HR"), _("Correct something"), _("Object to processing")
FILE, TAKE_BACK = _("Hand the request in"), _("Take the request back")
GRANT, DONE, REFUSE = _("Correct it now"), _("Already corrected"), _("Refuse")
AGREE = _("Agree")
DESK = _("Personal data requests")
FIELD = {
    Field.NAME: _("Name"),
    Field.PHONE: _("Phone number"),
    Field.POST: _("Post"),
    Field.RANK: _("Rank"),
    Field.NIP: _("NIP"),
    Field.OTHER: _("Something else"),
}
SHOWN = 100
"""Characters of what stands in the roster, where long words of two people follow."""
STATES = {
    "draft": _("not handed in yet"),
    "filed": _("waiting for HR"),
    "granted": _("granted"),
    "refused": _("refused"),
    "withdrawn": _("taken back"),
}


class Told(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> Request: ...
    @property
    def field(self) -> str: ...
    @property
    def before(self) -> str: ...
    @property
    def wanted(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def due(self) -> datetime | None: ...
    @property
    def decided(self) -> datetime | None: ...
    @property
    def answer(self) -> str: ...
    @property
    def late(self) -> bool: ...


def title(kind: Request, field: str) -> str:
    """`Perbaikan: Nama`."""
    if kind is Request.OBJECT:
        return _("Objection to processing")
    return _("Correction: {field}").format(field=FIELD[Field(field)])


def ask(rows: Sequence[Told]) -> str:
    lines = [
        words.bold(_("Requests about my data")),
        _("HR answers within 3 × 24 hours, holidays included, and tells you why."),
    ]
    lines += [
        f"{at}. {title(one.kind, one.field)}: {_state(one)}" for at, one in enumerate(rows, 1)
    ]
    lines.append(
        _(
            "A wrong superior is told in /menu, My place in the office; a result by /keberatan; "
            "profiling is switched off in /karier, Nine boxes."
        )
    )
    return "\n".join(lines)


def _state(one: Told) -> str:
    told = str(STATES[one.state])
    if one.state == "filed" and one.due is not None:
        told += ", " + _("due {moment}").format(moment=words.moment(one.due))
    return told


def fields() -> str:
    return words.bold(_("Correct something")) + "\n\n" + _("What is wrong?")


def wanting(field: Field, before: str) -> str:
    head = words.bold(title(Request.CORRECT, field))
    if field is Field.OTHER:
        return f"{head}\n\n" + _("What is wrong, and how is it right? One to three sentences.")
    stands = _("It says now: {before}").format(before=words.safe(before) or "–")
    return f"{head}\n\n{stands}\n" + _("Please type the correct version.")


def objecting() -> str:
    head = words.bold(_("Objection to processing"))
    return f"{head}\n\n" + _(
        "Which use of your data shall stop, and why? What the law asks for (appraisal, "
        "retention) HR may refuse, with its reason (UU 27/2022 articles 10 and 11)."
    )


def card(one: Told, *, hr: bool) -> str:
    head = title(one.kind, one.field)
    lines = [words.bold(head)]
    if hr:
        lines.append(words.safe(words.fitting(strip_titles(one.name), SHOWN)))
    if one.before:
        before = words.safe(words.fitting(one.before, SHOWN))
        lines.append(_("It says: {before}").format(before=before))
    wanted = words.safe(one.wanted)
    if one.kind is Request.CORRECT:
        lines.append(_("Should be: {wanted}").format(wanted=wanted))
    else:
        lines.append(f"<i>{wanted}</i>")
    lines.append(_("State: {state}").format(state=_state(one)))
    if one.decided is not None:
        lines.append(_("Decided: {moment}").format(moment=words.moment(one.decided)))
    if one.answer:
        lines.append(f"<i>{words.safe(one.answer)}</i>")
    if one.late and one.state != "withdrawn":
        lines.append(words.bold(_("The 3 × 24 hours were over.")))
    if hr and one.state == "filed" and one.kind is Request.CORRECT:
        lines.append(_how(one.field))
    return "\n".join(lines)


def _how(field: str) -> str:
    if field in FIELDS:
        return _("On pressing it is changed here. Please change it in the roster's file too.")
    return _("This is kept in the roster: please correct it there first, then press.")


def answering(one: Told, *, granting: bool) -> str:
    head = words.bold(title(one.kind, one.field))
    if granting:
        return f"{head}\n\n" + _("What was stopped or changed? The person reads it.")
    return f"{head}\n\n" + _("Why is it refused? Name the reason in law; the person reads it.")


def desk(rows: Sequence[Told], first: int, total: int) -> str:
    lines = [words.bold(DESK)]
    if not total:
        lines.append(_("Nothing waits."))
    else:
        lines.append(_("Waiting: {total}. Next due first.").format(total=total))
    for at, one in enumerate(rows, first):
        late = words.bold(" " + _("(overdue)")) if one.late else ""
        due = words.moment(one.due) if one.due else ""
        name = words.safe(strip_titles(one.name))
        lines.append(f"{at}. {name}, {title(one.kind, one.field)}: {due}{late}")
    return "\n".join(lines)


def filed_notice(due: datetime) -> str:
    return _("Handed in. HR answers by {moment}.").format(moment=words.moment(due))


def taken_back_notice() -> str:
    return _("The request is taken back.")


def decided_notice() -> str:
    return _("Decided. The person is told.")


def runs_already() -> str:
    return _("A request about this is waiting for its answer already.")


def stands_already() -> str:
    return _("That is what it says already.")


def not_a_phone() -> str:
    return _("This is not an Indonesian phone number. For example: 0812 3456 7890.")
