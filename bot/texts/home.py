"""Sentences of the home screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import (
    achievements,
    career,
    desk,
    drills,
    expectations,
    exports,
    factors,
    forums,
    glossary,
    joining,
    mentoring,
    overview,
    peers,
    personal,
    preferences,
    talks,
    thanks,
    trainings,
    words,
)
from bot.texts.broadcasts import quiz as broadcasts
from bot.texts.language import _
from bot.texts.schemes import reading as schemes
from bot.texts.surveys import desk as surveys

# A door's label (at most 24 characters) and what /bantuan says of it, by the name of its screen.
DOORS: dict[str, tuple[str, str]] = {
    "achievements.mine": (achievements.DOOR, achievements.HELP),
    "forums.list": (forums.DOOR, forums.DOOR_HELP),
    "broadcasts.home": broadcasts.DOOR,
    "talks.home": talks.DOOR,
    "mentoring.home": mentoring.DOOR,
    "career.home": career.DOOR,
    "thanks.home": thanks.DOOR,
    "preferences.home": (preferences.DOOR, preferences.HELP),
    "personal.home": personal.DOOR,
    "desk.open": desk.DOOR,
    "factors.home": factors.DOOR,
    "joining.welcome": joining.DOOR,
    "reports.card": (
        _("Quarterly report"),
        _("/laporan: what mattered this quarter, in a few sentences to your superior."),
    ),
    "expectations.mine": expectations.DOOR,
    "appraisals.list": (
        _("Rate my people"),
        _("/nilai: one level per indicator, with the achievements beside it."),
    ),
    "results.mine": (
        _("My score"),
        _("/skor: your result with every part, and why it is so."),
    ),
    "panel.home": (
        _("Evaluation team"),
        _("/panel: the team's ratings, the calibration, the ranking and proposals of awards."),
    ),
    "objections.home": (
        _("Objections"),
        _("/keberatan: object to your result, or see how far an objection is."),
    ),
    "schemes.home": schemes.DOOR,
    "drills.home": drills.DOOR,
    "trainings.home": trainings.DOOR,
    "peers.home": peers.DOOR,
    "publication.card": (
        _("Publish results"),
        _("/terbit: what is complete, what is missing, and how far publication is."),
    ),
    "overview.home": overview.DOOR,
    "exports.home": exports.DOOR,
    "surveys.home": surveys.DOOR,
    "awards.list": (
        _("Awards"),
        _("/penghargaan: who has been honoured, and for which quarter."),
    ),
}

OTHERS = _("Others …")

# What the list of commands on the phone says of each.
COMMANDS: dict[str, str] = {
    "menu": _("what waits for you"),
    "prestasi": _("tell an achievement, see yours"),
    "nilai": _("planned results and ratings"),
    "panel": _("evaluation team and calibration"),
    "tim": overview.COMMAND,
    "survei": surveys.COMMAND,
    "terbit": _("publication of results"),
    "skor": _("your result and why"),
    "keberatan": _("object to a result"),
    "laporan": _("your quarterly report"),
    "rekan": _("answer about colleagues, propose one"),
    "forum": _("forums and workshops"),
    "siaran": broadcasts.COMMAND,
    "diklat": trainings.COMMAND,
    "penghargaan": _("awards"),
    "mentor": mentoring.COMMAND,
    "dialog": talks.COMMAND,
    "apresiasi": thanks.COMMAND,
    "karier": career.COMMAND,
    "admin": _("desk of HR"),
    "pengaturan": _("quiet hours and more"),
    "data_saya": personal.COMMAND,
    "istilah": glossary.COMMAND,
    "bantuan": _("what you can do here"),
    "batal": _("leave what you are doing"),
}
BEHIND = {
    "achievements.mine": "prestasi",
    "appraisals.list": "nilai",
    "panel.home": "panel",
    "expectations.mine": "nilai",
    "publication.card": "terbit",
    "overview.home": "tim",
    "surveys.home": "survei",
    "results.mine": "skor",
    "objections.home": "keberatan",
    "reports.card": "laporan",
    "peers.home": "rekan",
    "forums.list": "forum",
    "broadcasts.home": "siaran",
    "trainings.home": "diklat",
    "awards.list": "penghargaan",
    "talks.home": "dialog",
    "mentoring.home": "mentor",
    "thanks.home": "apresiasi",
    "career.home": "karier",
    "desk.open": "admin",
    "preferences.home": "pengaturan",
    "personal.home": "data_saya",
}
ALWAYS = {"menu", "istilah", "bantuan", "batal"}


def commands(doors: Sequence[str]) -> str:
    """The commands of a person to whom these doors stand open, in the order of the list."""
    behind = {BEHIND[name] for name in doors if name in BEHIND} | ALWAYS
    return " ".join(name for name in COMMANDS if name in behind)


def other_doors() -> str:
    return _("What else would you like to open?")


def also_waiting(count: int) -> str:
    return _("Also waiting ({count})").format(count=words.number(count))


def rest(waiting: Sequence[tuple[str, date | None]], today: date) -> str:
    """What waits beyond the menu; it may all have been done meanwhile."""
    if not waiting:
        return _("Nothing else is waiting for you.")
    listed = "\n".join(_waiting(label, due, today) for label, due in waiting)
    return _("<b>Also waiting for you</b>") + "\n\n" + listed


def menu(
    name: str, sex: int, today: date, waiting: Sequence[tuple[str, date | None]], more: int
) -> str:
    greeting = _("Good day, {name}").format(name=words.bold(words.addressed(name, sex)))
    lines = [f"{greeting}\n{words.day(today)}"]
    if waiting:
        listed = "\n".join(_waiting(label, due, today) for label, due in waiting)
        lines.append(_("Waiting for you, most urgent first:") + "\n" + listed)
    else:
        lines.append(_("Nothing is waiting for you. What would you like to do?"))
    if more:
        lines.append(_("And {count} more, under “{door}”.").format(count=more, door=OTHERS))
    return "\n\n".join(lines)


def _waiting(label: str, due: date | None, today: date) -> str:
    """`• Laporan triwulan IV (3 hari lagi)`."""
    told = f"• {words.safe(label)}"
    return f"{told} (<b>{words.days_left(due, today)}</b>)" if due else told


def door(name: str) -> str:
    return str(DOORS[name][0])


def help_(doors: Sequence[str], *, first: bool) -> str:
    """Some doors explained; the first page says also what holds everywhere."""
    lines = [_("What you can do here:")]
    lines += [f"• <b>{DOORS[name][0]}</b>: {DOORS[name][1]}" for name in doors]
    if first:
        lines.append(
            _(
                "/menu always shows what waits for you, /batal leaves what you are doing; "
                "drafts are kept. You may also just send a photo or a text to record an "
                "achievement."
            )
        )
    return "\n\n".join(lines)


def cancelled(was_typing: bool) -> str:
    if was_typing:
        return _("Left. What you had filled in is kept as a draft; you can go on any time.")
    return _("There is nothing to cancel.")
