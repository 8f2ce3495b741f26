"""Sentences of what was learned elsewhere, for whoever learned and whoever confirms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings import said

OUTSIDE = _("Learned elsewhere")
TO_CONFIRM = _("Learning to confirm")
CONFIRM = _("Count it")
REFUSE = _("Do not count it …")
AGAIN = _("Correct and resend")
DROP = _("Forget this")
FILES = _("Files of proof")
HAND_IN = _("Hand in")
ASKED = {
    "title": _("What did you learn, and from whom? Please type the title and the provider."),
    "day": _("On which day did it end? Please type the date, such as 30/11/2026."),
    "hours": _(
        "How long was it? Please type it as 8 JP, 6 hours or 360 minutes, as the certificate "
        "says. 1 JP is 45 minutes."
    ),
}
FIELDS = {"title": _("Title"), "way": _("Kind"), "day": _("Ended on"), "hours": _("Hours")}
STATES = {
    "waiting": _("waits to be confirmed"),
    "confirmed": _("counted"),
    "refused": _("not counted"),
}


def ask(what: str) -> str:
    return f"{words.bold(OUTSIDE)}\n\n{ASKED[what]}"


def ask_way() -> str:
    return f"{words.bold(OUTSIDE)}\n\n" + _("Which kind of learning was it?")


def summary(title: str, way: str, day: date | None, minutes: int, count: int, back: str) -> str:
    lines = [
        words.bold(OUTSIDE), "", f"{FIELDS['title']}: {words.safe(title)}",
        f"{FIELDS['way']}: {said.WAYS[way]}",
        f"{FIELDS['day']}: {words.short_day(day) if day else ''}",
        f"{FIELDS['hours']}: {said.hours(minutes)}",
        _("Files of proof: {count}").format(count=count), "",
    ]  # fmt: skip
    if back:
        lines += [_("It came back: <i>{why}</i>").format(why=words.safe(back)), ""]
    lines.append(
        _("Your superior confirms it.")
        if count
        else _("Please add the certificate or another proof before you hand it in.")
    )
    return "\n".join(lines)


def card(
    name: str, title: str, way: str, day: date | None, minutes: int, state: str, decider: str,
    answer: str, *, mine: bool,
) -> str:  # fmt: skip
    head = [] if mine else [words.bold(name)]
    told = [
        "\n".join([*head, words.bold(title)]),
        f"{said.WAYS[way]}, {words.short_day(day) if day else ''}, {said.hours(minutes)}",
        _("Where it is: <b>{state}</b>.").format(state=STATES[state]),
    ]
    if decider and answer:
        told.append(
            _("{name} did not count it: <i>{answer}</i>").format(
                name=words.safe(decider), answer=words.safe(answer)
            )
        )
    return "\n\n".join(told)


def waiting(lines: Sequence[tuple[str, str]]) -> str:
    title = words.bold(TO_CONFIRM)
    if not lines:
        return f"{title}\n\n" + _("Nothing is waiting. Thank you.")
    return "\n".join([title, "", *(f"• {words.safe(a)}: {words.safe(b)}" for a, b in lines)])


def ask_refusal(name: str, title: str) -> str:
    return _(
        "Why does “{title}” of {name} not count? Please type the reason; it can be mended and "
        "handed in again."
    ).format(title=words.safe(title), name=words.safe(name))


def title_wanted() -> str:
    return _("Please type the title in at least five letters.")


def day_wanted() -> str:
    return _("Please type a date, such as 30/11/2026.")


def day_outside() -> str:
    return _("The day must lie in this year or the one before, and not in the future.")


def hours_wanted() -> str:
    return _("Please type how long it was, such as 8 JP, 6 hours or 360 minutes.")


def incomplete() -> str:
    return _("Something is still missing. Please fill it in first.")


def counted_already() -> str:
    return _("Something with this title and day counts already, or waits to be confirmed.")


def another_draft() -> str:
    return _("You are telling of something else at the moment. Please hand that in first.")


def dropped() -> str:
    return _("It was forgotten.")


def handed_in() -> str:
    return _("It was handed in.")


def confirmed() -> str:
    return _("It counts now.")


def refused() -> str:
    return _("It does not count. Your reason is told.")


def decided_already() -> str:
    return _("This was decided on already, or taken back.")
