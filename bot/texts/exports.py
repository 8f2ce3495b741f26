"""Sentences and column heads of extracts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.texts import words
from bot.texts.language import _

TITLE = _("Download data")
DOOR = (
    TITLE,
    _("Results, participation and more of your units as XLSX, CSV or PDF; the purpose is noted."),
)
FULL = _("With whole NIP")
MASKED = _("Leave NIP masked")
EARLIER = _("An earlier one")
KINDS = {
    "people": _("Employees"),
    "results": _("Results of a quarter"),
    "participation": _("Participation"),
    "awards": _("Awards"),
    "hours": _("Hours of training"),
    "attendance": _("Attendance"),
    "calls": _("Call list"),
}
TITLES = {**KINDS, "invitations": _("Print invitations")}
WHO = ("NIP", _("Name"), _("Unit"))
GROUPS = (_("Rank"), _("Sex"))
SEX = {1: "L", 2: "P"}  # as in official lists
HEADS = {
    "people": (
        *WHO, _("Post"), _("Post level"), _("Rank"), _("Superior"), _("Account"),
    ),
    "results": (
        *WHO, _("Work results"), _("Behaviour"), _("Total"), _("Predikat"), _("Edition"),
    ),
    "participation": (*WHO, *GROUPS, _("Achievements sent"), _("Achievements approved")),
    "awards": (*WHO, *GROUPS, _("Award"), _("Number"), _("Given"), _("Handed over")),
    "hours": (*WHO, *GROUPS, _("Minutes"), "JP"),
    "attendance": (*WHO, _("Meeting"), _("Time"), _("Answer"), _("Attended")),
    "calls": (*WHO, _("Telephone"), _("Cause")),
}  # fmt: skip
ACCOUNTS = {"active": _("active"), "blocked": _("blocked the bot"), "": _("not joined")}
ANSWERS = {
    "none": _("no answer"),
    "coming": _("coming"),
    "waiting": _("on the waiting list"),
    "declined": _("not coming"),
}


def home(taken: Sequence[tuple[str, str, datetime]]) -> str:
    """Title, purpose and moment of what I took last."""
    lines = [
        words.bold(TITLE),
        _(
            "Choose what you need. You are asked for what, which is kept; NIP stay masked unless "
            "there is a reason. The file cannot be forwarded."
        ),
    ]
    if taken:
        lines.append(
            "\n".join(
                [
                    _("Taken last:"),
                    *(
                        f"• {words.safe(title)}, {words.short_day(at.date())}: "
                        f"<i>{words.safe(words.fitting(purpose, 60))}</i>"
                        for title, purpose, at in taken
                    ),
                ]
            )
        )
    return "\n\n".join(lines)


def of_year(kind: str, year: int) -> str:
    return f"{KINDS[kind]} {year}"


def of_quarter(kind: str, year: int, quarter: int) -> str:
    return f"{KINDS[kind]} {words.quarter(year, quarter)}"


def ask_purpose(title: str) -> str:
    return _(
        "<b>{title}</b>\n\nWhat do you need this for? Type it in a sentence; it is kept with your "
        "name, and the inspectorate can see that you took it."
    ).format(title=words.safe(title))


def ready(title: str, purpose: str, lines: int, reason: str, *, full: bool) -> str:
    parts = [
        words.bold(title),
        _("Purpose: <i>{purpose}</i>").format(purpose=words.safe(words.fitting(purpose, 200))),
        _("{count} lines, with whole NIP because: <i>{reason}</i>").format(
            count=words.number(lines), reason=words.safe(words.fitting(reason, 200))
        )
        if full
        else _("{count} lines, NIP masked.").format(count=words.number(lines)),
        _("Choose the form of the file."),
    ]
    return "\n\n".join(parts)


def ask_reason() -> str:
    return _(
        "<b>With whole NIP</b>\n\nWhy are masked numbers not enough? Type it in a sentence; it is "
        "kept. After that your security code is asked for."
    )


def full_check(reason: str) -> str:
    return _(
        "<b>With whole NIP</b>\n\nReason: <i>{reason}</i>\n\nThe file then shows birth dates and "
        "sexes. Keep it only as long as you need it."
    ).format(reason=words.safe(words.fitting(reason, 300)))


def handed(title: str, lines: int) -> str:
    return _("{title}: {count} lines. Delete the file when you no longer need it.").format(
        title=words.bold(title), count=words.number(lines)
    )


def say_more() -> str:
    return _("Please type it in a whole sentence of at least ten letters.")


def too_many(most: int) -> str:
    return _("A PDF holds at most {most} lines. Please choose XLSX or CSV.").format(
        most=words.number(most)
    )


def nothing_published() -> str:
    return _("No quarter has been published yet.")


def nothing_there() -> str:
    return _("There is nothing to download here.")


def footer(name: str, at: str, purpose: str) -> str:
    """Under every page: who took it, when, what for."""
    return _("Taken by {name} on {moment} for: {purpose}").format(
        name=name, moment=at, purpose=purpose
    )


def file_name(kind: str, which: str, ending: str) -> str:
    return "-".join(filter(None, (FILES[kind], which))) + f".{ending}"


FILES = {
    "people": "pegawai",
    "results": "hasil",
    "participation": "partisipasi",
    "awards": "penghargaan",
    "hours": "jp",
    "attendance": "kehadiran",
    "calls": "daftar-hubungi",
}
