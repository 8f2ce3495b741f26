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
        chosen.plain,
        chosen.language,
        chosen.leave,
        chosen.since,
    )
    news = texts.NEWS_OFF if chosen.news else texts.NEWS_ON
    plain = texts.PLAIN_OFF if chosen.plain else texts.PLAIN_ON
    rows = [
        [Button(texts.QUIET, opens=place("preferences.quiet"))],
        [Button(news, does=place("preferences.news", int(not chosen.news)))],
        [Button(plain, does=place("preferences.plain", int(not chosen.plain)))],
        [_other_language(chosen.language)],
        [Button(words.BACK, opens=Place("home.menu"))],
    ]
    return Screen(text, rows)


def _other_language(now: Language) -> Button:
    other = Language.ENGLISH if now is Language.INDONESIAN else Language.INDONESIAN
    return Button(texts.LANGUAGES[other], does=place("preferences.language", other))


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
        },
        acts={
            "preferences.language": preferences.set_language,
            "preferences.news": preferences.set_news,
            "preferences.plain": preferences.set_plain,
            "preferences.set_quiet": preferences.set_quiet,
        },
        typed={"preferences.quiet": preferences.type_quiet},
        commands={"pengaturan": HOME},
    )
