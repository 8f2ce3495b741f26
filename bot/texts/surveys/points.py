"""Comments of citizens and what is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.surveys.elements import Element
from bot.texts import words
from bot.texts.language import _
from bot.texts.surveys import figures

IMPROVE, THE_POINT = _("Make it a point"), _("What came of it")
FINISH, CALL_OFF = _("It is changed"), _("Call off")
COMMENT = _("The comment")
IN_WEEKS = _("In {weeks} weeks")
COMMENTS, POINTS = _("Comments of the public"), _("Improvements")


def in_weeks(weeks: int) -> str:
    return IN_WEEKS.format(weeks=weeks)


def new_about(element: str) -> str:
    """A label: what a new point is about."""
    return _("New: {element}").format(element=figures.SHORT[Element(element)])


def comments(unit: str, lines: Sequence[str]) -> str:
    head = f"{words.bold(COMMENTS)}\n{words.safe(unit)}"
    if not lines:
        none = _("There are none yet. The desk looks at each before others read it.")
        return f"{head}\n\n{none}"
    return "\n\n".join([head, *lines])


def comment_line(number: int, text: str) -> str:
    return f"{number}. {words.safe(words.fitting(text, 160))}"


def comment(unit: str, text: str, cleared: date | None) -> str:
    head = f"{words.bold(COMMENT)}\n{words.safe(unit)}"
    if cleared:
        head += " · " + words.day(cleared)
    return f"{head}\n\n<i>{words.safe(text)}</i>"


def points(unit: str, lines: Sequence[str]) -> str:
    head = f"{words.bold(POINTS)}\n{words.safe(unit)}"
    if not lines:
        return f"{head}\n\n" + _("There are none yet. Begin with a comment or a low element.")
    return "\n\n".join([head, *lines])


def line(
    number: int, what: str, owner: str, due: date, today: date, done: date | None,
    cancelled: date | None,
) -> str:  # fmt: skip
    said = words.safe(words.fitting(what, 90))
    return f"{number}. {said}\n{_standing(owner, due, today, done, cancelled)}"


def _standing(
    owner: str, due: date, today: date, done: date | None, cancelled: date | None
) -> str:
    if done:
        return _("{owner}, changed on {day}").format(owner=words.safe(owner), day=words.day(done))
    if cancelled:
        return _("called off on {day}").format(day=words.day(cancelled))
    return _("{owner}, due {left}").format(
        owner=words.safe(owner), left=words.days_left(due, today)
    )


def card(
    unit: str, element: str, comment_: str, what: str, standing: Sequence[str], changed: str
) -> str:
    """One point, with what it came of."""
    title = words.bold(_("Improvement"))
    blocks = [f"{title}\n{words.safe(unit)}"]
    if comment_:
        blocks.append(_("From a comment: {said}").format(
            said=f"<i>{words.safe(words.fitting(comment_, 300))}</i>"
        ))  # fmt: skip
    elif element:
        blocks.append(_("From a low element: {element}").format(
            element=figures.ELEMENTS[Element(element)]
        ))  # fmt: skip
    blocks.append(_("What shall change: {what}").format(what=words.bold(words.safe(what))))
    blocks.append("\n".join(standing))
    if changed:
        blocks.append(_("What was changed: {changed}").format(changed=words.safe(changed)))
    return "\n\n".join(blocks)


def standing(
    owner: str, made_by: str, due: date, today: date, done: date | None, cancelled: date | None
) -> list[str]:
    return [
        _standing(owner, due, today, done, cancelled),
        _("Made by {name}").format(name=words.safe(made_by)),
    ]


def ask(unit: str, comment_: str, element: str) -> str:
    blocks = [words.bold(_("What shall change?")), words.safe(unit)]
    if comment_:
        blocks.append(f"<i>{words.safe(words.fitting(comment_, 300))}</i>")
    elif element:
        blocks.append(str(figures.ELEMENTS[Element(element)]))
    blocks.append(_("Write it in one sentence, so that everybody can see when it is done."))
    return "\n\n".join(blocks)


def ask_owner(what: str) -> str:
    return f"{words.bold(words.safe(what))}\n\n" + _("Who sees to it? Write a name or NIP.")


def ask_until(what: str, owner: str) -> str:
    told = _("{name} sees to it. Until when? Choose, or write a day.")
    return f"{words.bold(words.safe(what))}\n\n" + told.format(name=words.safe(owner))


def ask_changed(what: str, *, citizen: bool) -> str:
    blocks = [words.bold(words.safe(what)), _("What was changed? One sentence.")]
    if citizen:
        told = _(
            "If the citizen asked to hear of it, this sentence is sent to them once: no names, "
            "and nothing that only the office understands."
        )
        blocks.append(told)
    return "\n\n".join(blocks)


def settled(owner: str, due: date) -> str:
    return _("{name} sees to it until {day}.").format(name=words.safe(owner), day=words.day(due))


def finished(told: int) -> str:
    if told:
        return _("Kept. The citizen who asked to hear of it is told.")
    return _("Kept. No citizen had asked to hear of it.")


def called_off() -> str:
    return _("Called off. Nobody owes it any more.")


def settled_already() -> str:
    return _("This point is settled already.")


def closed_already() -> str:
    return _("This point is closed already.")


def nobody_found() -> str:
    return _("Nobody of your units is called so. Please write more of the name, or the NIP.")


def bad_day() -> str:
    return _("Please write a day, for example 15 January 2027.")


def day_out_of_reach() -> str:
    return _("The day lies between today and a year from now.")


def too_short(least: int) -> str:
    return _("Please write at least {least} characters.").format(least=least)


def letter_owed() -> str:
    return _("Something that citizens asked for is yours to change. Please see what and by when.")


def letter_finished() -> str:
    return _("Something that you had asked to be changed after the survey is done.")
