"""/pengaturan: how and when the bot speaks to me."""

from __future__ import annotations

from datetime import time

from bot.actions import preferences
from bot.screens import Button, Place, Screen, place
from bot.texts import preferences as texts
from bot.texts import words
from bot.texts.language import Language
from handlers.table import Shown, Table

HOME = preferences.HOME
OFFERED = (
    (time(17, 0), time(7, 30)),
    (time(18, 0), time(7, 0)),
    (time(20, 0), time(6, 0)),
)


def draw_home(chosen: preferences.Preferences) -> Screen:
    text = texts.home(
        chosen.unit,
        chosen.zone,
        chosen.quiet,
        chosen.fasting,
        chosen.news,
        chosen.language,
        chosen.leave,
        chosen.since,
    )
    news = texts.NEWS_OFF if chosen.news else texts.NEWS_ON
    rows = [
        [Button(texts.QUIET, opens=place("preferences.quiet"))],
        [Button(news, does=place("preferences.news", int(not chosen.news)))],
        [Button(texts.READING, opens=preferences.READING)],
        [_other_language(chosen.language)],
        [Button(words.BACK, opens=Place("home.menu"))],
    ]
    return Screen(text, rows)


def _other_language(now: Language) -> Button:
    other = Language.ENGLISH if now is Language.INDONESIAN else Language.INDONESIAN
    return Button(texts.LANGUAGES[other], does=place("preferences.language", other))


def draw_reading(chosen: preferences.Preferences) -> Screen:
    """How screens are written: without emoji, without pictures, with numbers for buttons."""
    text = texts.reading(plain=chosen.plain, pictures=chosen.pictures, numbered=chosen.numbered)
    plain = texts.PLAIN_OFF if chosen.plain else texts.PLAIN_ON
    pictures = texts.PICTURES_OFF if chosen.pictures else texts.PICTURES_ON
    numbered = texts.NUMBERED_OFF if chosen.numbered else texts.NUMBERED_ON
    rows = [
        [Button(numbered, does=place("preferences.numbered", int(not chosen.numbered)))],
        [Button(plain, does=place("preferences.plain", int(not chosen.plain)))],
        [Button(pictures, does=place("preferences.pictures", int(not chosen.pictures)))],
        [Button(words.BACK, opens=HOME), Button(words.MENU, opens=Place("home.menu"))],
    ]
    return Screen(text, rows)


def draw_quiet(now: tuple[time, time]) -> Screen:
    rows = [
        [
            Button(
                texts.hours(start, end),
                does=place("preferences.set_quiet", minutes(start), minutes(end)),
            )
        ]
        for start, end in OFFERED
    ]
    back = [Button(words.BACK, opens=HOME)]
    return Screen(texts.quiet(now), [*rows, back], typing=place("preferences.quiet"))


def minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def routes() -> Table:
    return Table(
        places={
            "preferences.home": Shown(preferences.home, draw_home),
            "preferences.quiet": Shown(preferences.quiet, draw_quiet),
            "preferences.reading": Shown(preferences.home, draw_reading),
        },
        acts={
            "preferences.language": preferences.set_language,
            "preferences.news": preferences.set_news,
            "preferences.plain": preferences.set_plain,
            "preferences.pictures": preferences.set_pictures,
            "preferences.numbered": preferences.set_numbered,
            "preferences.set_quiet": preferences.set_quiet,
        },
        typed={"preferences.quiet": preferences.type_quiet},
        commands={"pengaturan": HOME},
    )
