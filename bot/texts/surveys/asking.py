"""What somebody reads who answers the survey in the chat."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.surveys.elements import ELEMENTS, Element
from bot.texts import words
from bot.texts.language import _
from bot.texts.surveys.questions import QUESTIONS, SHORT, label

START = _("Start")
CHANGE_ANSWERS = _("Change answers")
CHANGE_COMMENT = _("Change comment")
WISH = _("Tell me of changes")
NO_WISH = _("Do not tell me")
AGREE = _("Yes, tell me")
SUMMARY = _("Summary")
ERASE = _("Erase my contact")
ANOTHER = _("Answer another survey")
FAULTS = {
    "unknown": _("This code is not known. Please look at it once more."),
    "closed": _("This counter is closed. Thank you for wanting to help."),
    "used": _("This ticket was used already. One ticket is for one answer."),
    "expired": _("This ticket is no longer valid. Please ask for a new one at the counter."),
    "answered": _(
        "You have answered for this counter today. Thank you! For another visit please ask for a "
        "ticket at the counter."
    ),
}


def ask_code() -> str:
    return "\n\n".join(
        [
            words.bold(_("Public satisfaction survey")),
            _(
                "Scan the QR code at the counter, or type the code beneath it. No name and no "
                "account is needed."
            ),
        ]
    )


def told(many: int) -> str:
    return _(
        "You asked to be told about {many} answers. Your chat is kept encrypted for that alone, "
        "until you were told or erase it here."
    ).format(many=words.number(many))


def no_code() -> str:
    return _("That is no code of a survey. It has 7 or 12 letters and digits. Please look again.")


def unknown_code() -> str:
    return str(FAULTS["unknown"])


def begun(unit: str, service: str, counter: str, *, ticketed: bool) -> str:
    return "\n\n".join(
        [
            _head(unit, service, counter),
            _(
                "How were you served? Nine short questions, about two minutes. Your answers carry "
                "no name and no number."
            ),
            _("Your visit ticket is valid for one answer.")
            if ticketed
            else _("Without a visit ticket your answer is counted apart."),
        ]
    )


def fault(unit: str, service: str, counter: str, which: str) -> str:
    return "\n\n".join([_head(unit, service, counter), str(FAULTS[which])])


def staff() -> str:
    return _(
        "You use an employee's account. The survey is for citizens: such an answer is shown to HR "
        "before it counts, without your name."
    )


def question(at: int, element: Element, mark: int) -> str:
    lines = [words.step(at + 1, len(ELEMENTS)), words.bold(QUESTIONS[element])]
    if mark:
        lines.append(_("Your answer: {answer}").format(answer=label(element, mark)))
    return "\n\n".join(lines)


def comment(text: str) -> str:
    lines = [
        words.bold(_("Is there something you want to say?")),
        _(
            "Praise, a complaint, an idea: type it here. It goes to those who can change it. "
            "Please write no names."
        ),
    ]
    if text:
        lines.append(quoted(text))
    return "\n\n".join(lines)


def quoted(text: str) -> str:
    return f"“{words.safe(text)}”"


def summary(
    unit: str, service: str, counter: str, marks: Mapping[Element, int], comment: str
) -> str:
    listed = "\n".join(
        f"{at}. {SHORT[one]}: <b>{label(one, marks[one])}</b>"
        for at, one in enumerate(ELEMENTS, 1)
    )
    blocks = [_head(unit, service, counter), listed]
    if comment:
        blocks.append(quoted(words.fitting(comment, 250)))
    return "\n\n".join(blocks)


def ticket_or_not(*, ticketed: bool) -> str:
    if ticketed:
        return _("With a visit ticket.")
    return _("Without a visit ticket: counted apart.")


def wish(*, wanted: bool) -> str:
    if wanted:
        return _("You will be told when it has changed.")
    return _("If you want, you will be told when what you wrote about has changed.")


def consent(months: int) -> str:
    return "\n\n".join(
        [
            words.bold(_("Shall we tell you when it has changed?")),
            _(
                "Then this chat's number is kept, encrypted, apart from your answers. The office "
                "does not see it. It is erased as soon as you were told, after {months} months at "
                "the latest, or whenever you want: /survei, Erase my contact."
            ).format(months=words.number(months)),
        ]
    )


def thanks(*, wished: bool) -> str:
    lines = [
        words.bold(_("Thank you! Your answer has been received.")),
        _("Nobody sees who gave it. It helps to make the service better."),
    ]
    if wished:
        lines.append(_("You will be told here when what you wrote about has changed."))
    return "\n\n".join(lines)


def ticket_lost(why: str) -> str:
    return f"{FAULTS[why]} " + _("You can still send your answer without a ticket.")


def gone() -> str:
    return _("This form is no longer there: it was sent, or left for a day. /survei starts anew.")


def not_whole() -> str:
    return _("Some questions are still without an answer.")


def dropped() -> str:
    return _("Left. Nothing was kept.")


def erased() -> str:
    return _("Your contact has been erased.")


def news(said: str) -> str:
    return "\n\n".join(
        [
            words.bold(_("What you wrote about has changed")),
            _("Some time ago you told us something in the satisfaction survey. Now:"),
            quoted(words.fitting(said, 600)),
            _("Thank you for speaking up. Your contact has been erased."),
        ]
    )


def _head(unit: str, service: str, counter: str) -> str:
    return f"{words.bold(service)}\n{words.safe(counter)} · {words.safe(unit)}"
