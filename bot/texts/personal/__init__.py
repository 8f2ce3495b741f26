"""Sentences about one's own personal data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.people import strip_titles
from bot.rules.personal import Consent, Look
from bot.texts import words
from bot.texts.language import _

DOOR = (
    _("My personal data"),
    _("/data_saya: what is held of you, who looked at it, your rights."),
)
COMMAND = _("what is held of you, your rights")
HELD, SEEN, CONSENTS = _("Data held"), _("Who looked"), _("My consents")
WITHDRAW = _("Take back {number}")

LOOKS = {
    Look.ROSTER: _("identity and account"),
    Look.ACHIEVEMENTS: _("achievements"),
    Look.APPRAISAL: _("plans and appraisal"),
    Look.RESULT: _("a result"),
    Look.FEEDBACK: _("feedback of colleagues"),
    Look.OBJECTION: _("an objection"),
    Look.YEAR: _("a yearly report"),
    Look.AWARD: _("an award or a proposal of one"),
    Look.CALIBRATION: _("ratings before publication"),
    Look.TALK: _("talks"),
    Look.TRAINING: _("training"),
    Look.MENTORING: _("a proposal for mentoring"),
    Look.FORUM: _("answer or attendance at a forum"),
    Look.CAREER: _("career"),
    Look.SERVICE: _("years of service"),
    Look.REQUEST: _("a request about personal data"),
    Look.EXPORT: _("a list of everybody, as a file"),
}
AGREED_TO = {
    Consent.THANKS: _("your superior sees how many thanks you receive"),
    Consent.AWARD: _("all are told of your award"),
    Consent.STORY: _("all may read your story of achievement"),
}


def home(officer: str, contact: str) -> str:
    lines = [
        words.bold(_("My personal data")),
        _("You may see, correct, copy and erase what is held of you (UU 27/2022)."),
        _(
            "What you write to this bot passes Telegram, abroad, and stays in this chat until you "
            "delete it yourself; we cannot erase it there. Here we hold it sealed."
        ),
        whom(officer, contact),
    ]
    return "\n\n".join(lines)


def whom(officer: str, contact: str, *, asks: bool = True) -> str:
    """Whom to turn to; `asks`: there is a button to ask HR."""
    if not officer and not contact and not asks:
        return _("Data protection officer: not named yet. Until then please ask the office's HR.")
    if not officer and not contact:
        return _(
            "Data protection officer: not named yet. Until then HR answers; please press Ask HR."
        )
    told = ", ".join(words.safe(one) for one in (officer, contact) if one)
    return _("Data protection officer: {whom}").format(whom=told)


def looked(rows: Sequence[tuple[date, str, Look]], total: int) -> str:
    lines = [words.bold(_("Who looked at your data"))]
    if not total:
        lines.append(_("Nobody else yet, since this record began."))
    for day, name, what in rows:
        who = words.safe(strip_titles(name)) if name else _("the evaluation team")
        lines.append(f"• {words.short_day(day)}: {who}, {LOOKS[what]}")
    lines.append(
        _(
            "A line a day and person, however often they looked. Of the evaluation team no names "
            "are told, and nobody learns who answered about a colleague (article 33)."
        )
    )
    return "\n".join(lines)


def agreed(rows: Sequence[tuple[Consent, int, date, date | None]], first: int) -> str:
    lines = [words.bold(_("My consents"))]
    if not rows:
        lines.append(_("You have agreed to nothing optional. Nothing depends on it."))
    for number, (what, version, since, until) in enumerate(rows, first):
        told = _("agreed {day}, wording {version}").format(
            day=words.short_day(since), version=version
        )
        if until is not None:
            told += ", " + _("taken back {day}").format(day=words.short_day(until))
        lines.append(f"{number}. {AGREED_TO[what]} ({told})")
    if rows:
        lines.append(
            _("Taken back, it ends at once; by law it would have to within 3 × 24 hours.")
        )
    return "\n".join(lines)


def take_back(number: int) -> str:
    return WITHDRAW.format(number=number)


def withdrawn_notice() -> str:
    return _("Taken back. What hung on it has ended.")
