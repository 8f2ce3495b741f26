"""Sentences of /pengaturan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo

from bot.texts import words
from bot.texts.language import Language, _

DOOR = _("Settings")
HELP = _("quiet hours, news, and how the bot writes to you")
ANY_DAY = date(2000, 1, 1)
QUIET = _("Change quiet hours")
NEWS_OFF, NEWS_ON = _("Turn off other news"), _("Turn on other news")
READING = _("Easier to read")
PLAIN_ON, PLAIN_OFF = _("Without emoji"), _("With emoji")
LANGUAGES = {Language.INDONESIAN: "Bahasa Indonesia", Language.ENGLISH: "English"}
"""Each by its own name, so that whoever chose by mistake finds the way back."""
PICTURES_ON, PICTURES_OFF = _("With pictures"), _("Without pictures")
NUMBERED_ON, NUMBERED_OFF = _("Number the buttons"), _("Without numbers")


def home(
    unit: str,
    zone: tzinfo,
    quiet: tuple[time, time],
    fasting: tuple[time, time] | None,
    news: bool,
    language: Language,
    leave: Sequence[tuple[date, date]],
    since: datetime | None,
) -> str:
    lines = [
        _("Quiet hours: {hours}").format(hours=words.bold(hours(*quiet))),
        _("In the fasting month: {hours}").format(hours=hours(*fasting)) if fasting else "",
        _("Other news: {state}").format(state=words.bold(_("on") if news else _("off"))),
    ]
    lines.append(_("Language: {language}").format(language=words.bold(LANGUAGES[language])))
    roster = [
        _("Unit: {unit} ({zone})").format(unit=words.safe(unit), zone=words.zone_name(zone)),
        _("Leave: {spans}").format(spans=", ".join(map(_span, leave)) or _("none recorded")),
    ]
    if since is not None:
        roster.append(
            _("This account has been yours since {day}.").format(day=words.day(since.date()))
        )
    return "\n\n".join(
        [
            words.bold(_("Settings")),
            "\n".join(filter(None, lines)),
            "\n".join(roster),
            _("Reminders of duties always come, on working days outside quiet hours."),
            _("Press what you would like to change."),
        ]
    )


def reading(*, plain: bool, pictures: bool, numbered: bool) -> str:
    shown = _("with pictures") if pictures else _("without pictures, their numbers as text")
    answered = _("by button or by number") if numbered else _("by button")
    lines = [
        _("Writing: {state}").format(
            state=words.bold(_("without emoji") if plain else _("with emoji"))
        ),
        _("Results: {state}").format(state=words.bold(shown)),
        _("Answers: {state}").format(state=words.bold(answered)),
    ]
    return "\n\n".join(
        [
            words.bold(_("Easier to read")),
            "\n".join(lines),
            _(
                "With numbers, every button is listed in the text as well, and typing its number "
                "presses it: for screen readers, and where buttons are hard to press."
            ),
        ]
    )


def hours(start: time, end: time) -> str:
    """`17.00–07.30`; in English `17:00–07:30`."""
    first, last = (words.clock(datetime.combine(ANY_DAY, one)) for one in (start, end))
    return _("none") if start == end else f"{first}–{last}"


def _span(leave: tuple[date, date]) -> str:
    since, until = map(words.short_day, leave)
    return since if since == until else f"{since}–{until}"


def quiet(now: tuple[time, time]) -> str:
    return "\n\n".join(
        [
            words.bold(_("Quiet hours")),
            _("Now: {hours}. Nothing comes unasked in these hours, nor at Friday prayer.").format(
                hours=hours(*now)
            ),
            _("Choose, or type your own, for example 18.00-07.00."),
        ]
    )


def not_hours() -> str:
    return _("I could not read two times in that. Please type them like this: 18.00-07.00")


def too_quiet() -> str:
    return _(
        "Then no working hours would be left for reminders. "
        "Please leave at least four hours between 07.30 and 17.00."
    )


def quiet_set(start: time, end: time) -> str:
    return _("Quiet hours are now {hours}.").format(hours=hours(start, end))


def news_set(on: bool) -> str:
    return _("Other news will come again.") if on else _("Only duties and decisions will come.")


def pictures_set(on: bool) -> str:
    return _("I will send pictures.") if on else _("I will give numbers instead of pictures.")


def numbered_set(on: bool) -> str:
    return _("You may type the number of a button.") if on else _("Buttons have no numbers now.")


def plain_set(on: bool) -> str:
    return _("I will write without emoji.") if on else _("I will write with emoji.")


def language_set(which: Language) -> str:
    if which is Language.ENGLISH:
        return _("I will write in English. Papers and what people typed stay as they are.")
    return _("I will write in Indonesian.")
