"""/pengaturan: quiet hours, news that are no duty, plain texts, language, and my account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules.preferences import leaves_time, read_hours
from bot.rules.workdays import FASTING, QuietHours
from bot.screens import Place, Went
from bot.texts import preferences as texts
from bot.texts import words
from bot.texts.language import Language, speak
from storage import absences, audit
from storage import preferences as stored

HOME, READING = Place("preferences.home"), Place("preferences.reading")
USUAL = QuietHours()
LONGEST = 50


@dataclass(frozen=True, slots=True)
class Preferences:
    """`leave` are first and last days that are not over yet; `since` in the zone of the unit.

    `fasting`: the quiet hours of the fasting month, None for whoever chose their own.
    """

    unit: str
    zone: tzinfo
    quiet: tuple[time, time]
    fasting: tuple[time, time] | None
    news: bool
    plain: bool
    language: Language
    pictures: bool
    numbered: bool
    leave: Sequence[tuple[date, date]]
    since: datetime | None


def home(session: Session, me: Me) -> Preferences:
    """What I have chosen, and what the roster says."""
    demand(session, me, "preferences.home", about=me.employee_id)
    chosen = stored.of(session, me.account_id)
    leave = absences.absences_of(session, me.employee_id, me.today)
    own = chosen.quiet_from is not None and chosen.quiet_until is not None
    return Preferences(
        unit=chosen.unit,
        zone=me.zone,
        quiet=(chosen.quiet_from or time(), chosen.quiet_until or time())
        if own
        else (USUAL.start, USUAL.end),
        fasting=None if own else FASTING[chosen.days_per_week],
        news=chosen.digest,
        plain=chosen.plain,
        language=Language(chosen.language),
        pictures=chosen.pictures,
        numbered=chosen.numbered,
        leave=[(one.since, one.until) for one in leave],
        since=chosen.approved_at.astimezone(me.zone) if chosen.approved_at else None,
    )


def quiet(session: Session, me: Me) -> tuple[time, time]:
    """My quiet hours, before they are changed."""
    return home(session, me).quiet


def set_quiet(session: Session, me: Me, start: int, end: int) -> Went:
    """Choose quiet hours, in minutes of the day."""
    return _set_quiet(session, me, _clock(start), _clock(end))


def type_quiet(session: Session, me: Me, text: str) -> Went:
    """Choose quiet hours in words."""
    hours = read_hours(text) if len(text) <= LONGEST else None
    if hours is None:
        raise Refused(texts.not_hours(), "not_hours")
    return _set_quiet(session, me, *hours)


def set_news(session: Session, me: Me, on: int) -> Went:
    """Switch what is no duty on (1) or off (0); duties are always told."""
    _choose(session, me, "news", digest=bool(on))
    return Went(HOME, texts.news_set(bool(on)))


def set_plain(session: Session, me: Me, on: int) -> Went:
    """Switch plain texts without pictograms on (1) or off (0)."""
    _choose(session, me, "plain", plain=bool(on))
    return Went(READING, texts.plain_set(bool(on)))


def set_pictures(session: Session, me: Me, on: int) -> Went:
    """Switch pictures on (1) or off (0); their numbers always stand in the text."""
    _choose(session, me, "pictures", pictures=bool(on))
    return Went(READING, texts.pictures_set(bool(on)))


def set_numbered(session: Session, me: Me, on: int) -> Went:
    """Switch buttons that are also listed in the text with numbers on (1) or off (0)."""
    _choose(session, me, "numbered", numbered=bool(on), choices="")
    return Went(READING, texts.numbered_set(bool(on)))


def set_language(session: Session, me: Me, which: str) -> Went:
    """Choose the language of everything the bot writes to me, from this screen on.

    The phone's list of commands is offered anew. Raises Refused.
    """
    if which not in list(Language):
        raise Refused(words.not_available(), "no_language")
    _choose(session, me, "language", language=which, offered="")
    speak(Language(which))
    return Went(HOME, texts.language_set(Language(which)))


def _set_quiet(session: Session, me: Me, start: time, end: time) -> Went:
    if not leaves_time(start, end):
        raise Refused(texts.too_quiet(), "too_quiet")
    _choose(session, me, "quiet", quiet_from=start, quiet_until=end)
    return Went(HOME, texts.quiet_set(start, end))


def _choose(session: Session, me: Me, what: str, **values: time | bool | str) -> None:
    demand(session, me, "preferences.change", about=me.employee_id)
    stored.choose(session, me.account_id, **values)
    audit.record(
        session, me.now, me.employee_id, "preferences.change", f"account/{me.account_id}",
        {"what": what},
    )  # fmt: skip


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
