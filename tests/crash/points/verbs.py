"""What one person can do on the stage, or the clock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from re import search

from sqlmodel import Session, select

from sandbox.people import tapping
from storage.employees import Employee
from storage.entry_codes import EntryCode
from tests.achievements import picture
from tests.cast import PEOPLE
from tests.crash.points.playing import Playing
from tests.factors import code

Step = Callable[[Playing], Awaitable[object]]


def says(key: str, words: str) -> Step:
    return lambda one: one.telegram.as_(key).says(words, wait=False)


def taps(key: str, *labels: str) -> tuple[Step, ...]:
    def tap(label: str) -> Step:
        return lambda one: one.telegram.as_(key).taps(label, wait=False)

    return tuple(tap(label) for label in labels)


def scene(*steps: Step) -> Step:
    """Several steps as one: the next follows as soon as the bot, or its heir, has answered."""

    async def play(one: Playing) -> None:
        for step in steps:
            await step(one)
            await one.breathes()

    return play


def at_once(label: str, *keys: str) -> Step:
    """All of them press before the bot hears of one, and their presses take one commit."""

    async def press(one: Playing) -> None:
        one.expect_crowd(len(keys))
        for key in keys:
            tapping.taps(one.running.world, key, label)

    return press


def sends(key: str, seed: int) -> Step:
    return lambda one: one.telegram.as_(key).sends_file(
        picture(seed), kind="photo", name="loket.jpg", wait=False
    )


def gathers(group: str, title: str, *keys: str) -> Step:
    """The first of them makes a group with the bot in it, or calls it so from now on."""
    return lambda one: one.telegram.group(group, keys, title)


def upgrades(group: str) -> Step:
    """It becomes a supergroup."""
    return lambda one: one.telegram.upgrades(group)


def shares(key: str) -> Step:
    return lambda one: one.telegram.as_(key).shares_contact(wait=False)


def moves(moment: datetime) -> Step:
    async def move(one: Playing) -> None:
        one.expect_tick()
        await one.telegram.clock.to(moment)

    return move


def at_night(day: date) -> Step:
    """Half past midnight in Jakarta, before anybody's morning; in UTC the day before."""
    return moves(datetime.combine(day - timedelta(days=1), time(17, 30), UTC))


def early(day: date) -> Step:
    """Five past seven in Jakarta: what the day brings is there before its digest goes out."""
    return moves(datetime.combine(day, time(0, 5), UTC))


def at_ten(day: date) -> Step:
    """In Jakarta."""
    return moves(datetime.combine(day, time(3), UTC))


def morning(month: int, day: int) -> Step:
    return moves(datetime(2026, month, day, 3, 0, tzinfo=UTC))


def claims(key: str, whose: str) -> Step:
    """Opens the link with the code that belongs to somebody in the roster."""

    async def claim(one: Playing) -> None:
        with one.database.transaction() as session:
            invitation = _code_of(session, whose)
        bot = one.running.world.bot
        assert bot is not None
        await one.telegram.as_(key).follows(
            f"https://t.me/{bot.username}?start={invitation}", wait=False
        )

    return claim


def enters_code(guest: str, host: str) -> Step:
    """Types the code that the host's phone shows."""

    async def enter(one: Playing) -> None:
        shown = (await one.telegram.as_(host).last())["text"]
        found = search(r"\b\d{3} \d{3}\b", shown)
        assert found, shown
        await one.telegram.as_(guest).says(found[0], wait=False)

    return enter


def tells_number(officer: str, newcomer: str) -> Step:
    """The officer types the digits that the newcomer's phone shows."""

    async def tell(one: Playing) -> None:
        shown = (await one.telegram.as_(newcomer).last())["text"]
        found = search(r"pengenal Anda:\D*(\d{4})\b", shown)
        assert found, shown
        await one.telegram.as_(officer).says(found[1], wait=False)

    return tell


def authenticates(key: str) -> Step:
    """Types what the authenticator shows."""

    def shown(one: Playing) -> str:
        return code(datetime.fromtimestamp(one.running.world.clock.now(), UTC))

    return lambda one: one.telegram.as_(key).says(shown(one), wait=False)


def _code_of(session: Session, key: str) -> str:
    person = person_named(session, key)
    found = session.exec(
        select(EntryCode).where(EntryCode.employee_id == person.id, EntryCode.used_at.is_(None))  # type: ignore[union-attr]
    ).first()
    return found.code or "" if found else "AAAAAAAAAAAAAAAAAAAAAA"


def person_named(session: Session, key: str) -> Employee:
    name = PEOPLE[key][1]
    return session.exec(select(Employee).where(Employee.name == name)).one()
