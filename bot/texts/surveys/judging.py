"""What HR reads of suspicions and of comments that nobody has looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.language import _, ngettext

COUNT = _("Let them count")
LEAVE_OUT = _("Leave them out")
BLANK = _("Blank a name")
CLEAR = _("Others may read it")
DISMISS = _("Set it aside")
REASONS = {
    "flood": _("many answers in a short time"),
    "same": _("many answers exactly alike"),
    "staff": _("from an employee's account"),
    "staff_here": _("from an account of the same unit"),
}
WHY = {
    "flood": _(
        "More answers came from this counter in a few minutes than people can be served in."
    ),
    "same": _("These answers are alike in all nine elements and came soon after one another."),
    "staff": _("Employees answered with their own account. Who it was is not kept."),
    "staff_here": _(
        "Employees of the unit that gives the service answered with their own account. Who it was "
        "is not kept."
    ),
}


def cases_waiting(many: int) -> str:
    return ngettext("Survey: {count} suspicion", "Survey: {count} suspicions", many).format(
        count=words.number(many)
    )


def comments_waiting(many: int) -> str:
    return ngettext("Survey: {count} comment", "Survey: {count} comments", many).format(
        count=words.number(many)
    )


def cases(many: int) -> str:
    head = words.bold(_("Answers to check"))
    if not many:
        return f"{head}\n\n" + _("Nothing is waiting. Thank you.")
    told = _("They do not count until you have decided. Nothing is thrown away.")
    return f"{head}\n{told}"


def case_line(reason: str, day: date, counter: str, service: str, many: int) -> str:
    return _("• {day}, {counter}, {service}: {reason} ({count})").format(
        day=words.short_day(day), counter=words.safe(counter), service=words.safe(service),
        reason=REASONS[reason], count=words.number(many),
    )  # fmt: skip


def case_label(counter: str, day: date) -> str:
    """`12 Agu 2026: Loket 1`."""
    return words.fitting(f"{words.short_day(day)}: {counter}")


def case(
    reason: str, day: date, counter: str, service: str, unit: str, many: int, ticketed: int,
    marks: Sequence[int],
) -> str:  # fmt: skip
    given = ", ".join(f"{at}: {words.number(one)}" for at, one in enumerate(marks, 1))
    return "\n\n".join(
        [
            words.bold(REASONS[reason].capitalize()),
            "\n".join([words.day(day), " · ".join(map(words.safe, (service, counter, unit)))]),
            str(WHY[reason]),
            _("{count} answers, {ticketed} of them with a ticket. Marks given: {given}.").format(
                count=words.number(many), ticketed=words.number(ticketed), given=given
            ),
        ]
    )


def state(state_: str, why: str) -> str:
    told = _("They count.") if state_ == "counts" else _("They do not count.")
    return f"{words.bold(told)}\n“{words.safe(why)}”"


def ask_why(*, counts: bool) -> str:
    if counts:
        return _("Why shall these answers count? Please type the reason; it stays in the trail.")
    return _("Why shall these answers not count? Please type the reason; it stays in the trail.")


def decided(*, counts: bool) -> str:
    return _("These answers count now.") if counts else _("These answers do not count.")


def decided_already() -> str:
    return _("Somebody has decided this already.")


def too_short(least: int) -> str:
    return _("Please give the reason in at least {least} letters.").format(least=least)


def comment(unit: str, text: str, left: int) -> str:
    return "\n\n".join(
        [
            words.bold(_("Comment of a citizen")),
            words.safe(unit),
            f"“{words.safe(text)}”",
            _("{count} wait. Blank names before others read it.").format(count=words.number(left)),
        ]
    )


def no_comment() -> str:
    return words.bold(_("Comments")) + "\n\n" + _("Nothing is waiting. Thank you.")


def ask_blank(text: str) -> str:
    return "\n\n".join(
        [
            _("Type the name exactly as it stands there. It is not kept anywhere."),
            f"“{words.safe(text)}”",
        ]
    )


def nothing_to_blank() -> str:
    return _("That does not stand in the comment. Please type it as it is written there.")


def cleared(*, dismissed: bool) -> str:
    return _("Set aside.") if dismissed else _("Others may read it now.")


def cleared_already() -> str:
    return _("Somebody has looked at this comment already.")
