"""Sentences of the hierarchy: whom somebody answers to, where they work, who heads a unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.desk.labels import NAME
from bot.texts.language import _

MOVE = _("Change superior/unit")
TODAY = _("From today on")
UNDO = _("Take it back")
REALLY = _("Yes, change it")
ASK = {"superior": _("Change superior"), "unit": _("Change unit")}
WHAT = {"superior": _("Superior"), "unit": _("Unit")}
STATES = {
    "planned": _("planned"),
    "done": _("in force"),
    "undone": _("taken back"),
    "cancelled": _("cancelled"),
    "failed": _("not possible any more"),
}


def card(name: str, superior: str, unit: str, planned: Sequence[tuple[str, str, date]]) -> str:
    lines = [
        _("<b>Place of {name}</b>").format(name=words.safe(words.fitting(name, NAME))),
        _("Superior: {superior}\nUnit: {unit}").format(
            superior=words.safe(superior) or "–", unit=words.safe(unit)
        ),
    ]
    if planned:
        lines.append(_("Planned:"))
        lines[-1] = "\n".join([lines[-1], *(f"• {planned_line(*one)}" for one in planned)])
    lines.append(_("What do you want to change?"))
    return "\n\n".join(lines)


def planned_line(what: str, after: str, since: date) -> str:
    return _("{what}: {after}, from {day}").format(
        what=WHAT[what], after=words.safe(after), day=words.short_day(since)
    )


def ask(what: str, name: str) -> str:
    if what == "superior":
        return _(
            "<b>New superior of {name}</b>\n\nType part of the superior's name or the whole NIP."
        ).format(name=words.safe(name))
    return _("<b>New unit of {name}</b>\n\nType part of the unit's name.").format(
        name=words.safe(name)
    )


def units_found(names: Sequence[str]) -> str:
    lines = [f"{at}. {words.safe(name)}" for at, name in enumerate(names, 1)]
    return "\n".join([_("<b>Found</b>\n"), *lines, "", _("Choose one, or type another name.")])


def ask_day(what: str, name: str, after: str) -> str:
    return _(
        "<b>{what} of {name}: {after}</b>\n\nFrom which day on? Press From today on, or type a "
        "day to come, such as “1 December 2026”."
    ).format(what=WHAT[what], name=words.safe(name), after=words.safe(after))


def check(
    what: str, name: str, before: str, after: str, since: date, effects: Sequence[str]
) -> str:
    return "\n\n".join(
        [
            _("<b>{what} of {name}</b>\n\nUntil now: {before}\nFrom {day}: <b>{after}</b>").format(
                what=WHAT[what],
                name=words.safe(name),
                before=words.safe(before) or "–",
                after=words.safe(after),
                day=words.day(since),
            ),
            "\n".join(f"• {one}" for one in effects),
        ]
    )


def effects(
    what: str, led: int, names: Sequence[str], above: str, heads: str, after: str
) -> list[str]:
    told = []
    if what == "superior":
        told.append(
            _(
                "{after} rates from that day on; of the running quarter each superior counts by "
                "days."
            ).format(after=words.safe(after))
        )
        if above:
            told.append(
                _("Objections are decided by {above}, the superior's superior.").format(
                    above=words.safe(above)
                )
            )
    else:
        told.append(_("The superior stays the same; change the superior besides if need be."))
    if led:
        shown = ", ".join(map(words.safe, names)) + (", …" if led > len(names) else "")
        told.append(
            _("{count} people go on answering to this person: {names}.").format(
                count=words.number(led), names=shown
            )
        )
    if heads:
        told.append(_("Stays head of: {units}.").format(units=words.safe(heads)))
    return told


def moved(what: str, name: str, after: str, since: date, state: str, *, undoable: bool) -> str:
    lines = [
        _("<b>{what} of {name}: {after}</b>\n\nFrom {day} · {state}").format(
            what=WHAT[what],
            name=words.safe(name),
            after=words.safe(after),
            day=words.day(since),
            state=STATES[state],
        )
    ]
    if undoable and state == "done":
        lines.append(_("Was it a slip? Within an hour you can take it back."))
    return "\n\n".join(lines)


def told(what: str, after: str, since: date) -> str:
    """To the person."""
    if what == "superior":
        return _("From {day} on, {after} is your superior.").format(
            day=words.day(since), after=words.bold(after)
        )
    return _("From {day} on, you work in {after}.").format(
        day=words.day(since), after=words.bold(after)
    )


def told_superior(name: str, since: date) -> str:
    return _("From {day} on, {name} answers to you.").format(
        day=words.day(since), name=words.bold(name)
    )


def failed(name: str) -> str:
    return _(
        "The change you planned for {name} could not be made: somebody has left, or they would "
        "answer to each other in a circle. Please look at it again."
    ).format(name=words.safe(name))


def no_unit() -> str:
    return _("No unit of that name. Please check the spelling.")


def day_not_understood() -> str:
    return _("This day was not understood. Please type it like “1 December 2026”.")


def day_is_past() -> str:
    return _("This day is past. Please type today or a day to come.")


def day_too_far() -> str:
    return _("That is more than a year ahead. Please type an earlier day.")


def already_so() -> str:
    return _("That is so already. Please choose another.")


def circle(names: Sequence[str]) -> str:
    return _("They would answer to each other in a circle ({way}). Please choose another.").format(
        way=words.safe(" → ".join(names))
    )


def undone_no_more() -> str:
    return _("This can no longer be taken back. Please change it anew.")
