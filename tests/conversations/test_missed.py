"""After the bot was away: open screens are drawn again, or a letter asks to look; once each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from bot.actions import missed
from handlers.cards import Cards
from handlers.conversations import build_dispatcher, whole_table
from handlers.letters import renderer
from storage import accounts, open_screens, outbox
from storage.accounts import Account
from storage.database import Database
from storage.outbox import Kind, Letter, State
from tests.cast import Cast, settle
from tests.conversations.telling import sends
from tests.kit import Office, Person, TestClock
from tests.post import deliver

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass
class Stops:
    """An office whose bot stops for a while and comes back."""

    cast: Cast
    clock: TestClock
    cards: Cards

    async def begins_a_draft(self, person: Person) -> None:
        await person.says("Menata arsip layanan sampai selesai hari ini")
        assert any(data.startswith("a.") for row in person.card.keyboard for _, data in row)

    async def away(self, lasts: timedelta) -> int:
        """The bot stops in good order, and starts again after that time; how many are told."""
        await self.cards.save(self.cast.database)
        await self.cards.save_screens(self.cast.database)
        since = self.clock.now() + timedelta(seconds=1)
        self.clock.moment = since + lasts
        return self.plan(since, self.clock.now())

    def plan(self, since: datetime, until: datetime) -> int:
        with self.cast.database.transaction() as session:
            return missed.plan(session, since, until, until)

    async def comes(self) -> None:
        self.clock.advance(seconds=10)
        await deliver(self.cast, renderer(whole_table(), self.cards))

    def letters(self) -> list[Letter]:
        with self.cast.database.transaction() as session:
            found = select(Letter).where(Letter.template.startswith("missed."))
            return list(session.exec(found))


@pytest.fixture
def stops(sqlite: Database, clock: TestClock) -> Stops:
    cards = Cards()
    office = Office(build_dispatcher(sqlite, clock, cards=cards), clock)
    return Stops(settle(office, sqlite), clock, cards)


async def test_a_card_with_a_lost_tap_is_drawn_again_in_place(stops: Stops) -> None:
    sari = stops.cast.sari
    await stops.begins_a_draft(sari)
    before, bubbles = sari.card.text, len(sari.bubbles)
    old = {data for row in sari.card.keyboard for _, data in row if data.startswith("a.")}
    assert await stops.away(20 * MINUTE) == 1
    await stops.comes()
    assert len(sari.bubbles) == bubbles
    assert sari.card.text.endswith(before)
    assert "Digambar ulang: bot terhenti dari 10.00 sampai 10.20" in sari.card.text
    assert old.isdisjoint(data for row in sari.card.keyboard for _, data in row)
    label = next(text for row in sari.card.keyboard for text, d in row if d.startswith("a."))
    await sari.taps(label)
    assert "Digambar ulang" not in sari.card.text


async def test_the_same_silence_is_made_good_once(stops: Stops) -> None:
    await stops.begins_a_draft(stops.cast.sari)
    assert await stops.away(20 * MINUTE) == 1
    await stops.comes()
    now = stops.clock.now()
    since = now - 20 * MINUTE - timedelta(seconds=10)
    assert stops.plan(since, now) == 0
    assert await stops.away(20 * MINUTE) == 1  # the next stop is another one


async def test_nobody_is_bothered_for_a_short_stop(stops: Stops) -> None:
    await stops.begins_a_draft(stops.cast.sari)
    assert await stops.away(timedelta(seconds=150)) == 0


async def test_whoever_had_nothing_to_tap_hears_nothing(stops: Stops) -> None:
    await stops.cast.sari.says("/menu")
    shown = stops.cast.sari.card.text
    await stops.away(20 * MINUTE)
    await stops.comes()
    assert stops.cast.sari.card.text == shown
    assert {letter.state for letter in stops.letters()} <= {State.DROPPED}


async def test_whoever_has_gone_on_meanwhile_is_left_alone(stops: Stops) -> None:
    """What the person wrote was kept by Telegram, and is answered before the courier comes."""
    sari, dedi = stops.cast.sari, stops.cast.dedi
    for person in (sari, dedi):
        await stops.begins_a_draft(person)
    assert await stops.away(20 * MINUTE) == 2
    await sari.says("/menu")
    stops.clock.advance(seconds=2)
    reading = next(t for row in dedi.card.keyboard for t, d in row if d.startswith("r."))
    await dedi.taps(reading)  # drawn into the same message
    await stops.comes()
    for person in (sari, dedi):
        assert "Digambar ulang" not in person.screen
    assert {letter.state for letter in stops.letters()} == {State.DROPPED}


async def test_after_an_hour_a_letter_asks_to_look(stops: Stops) -> None:
    sari = stops.cast.sari
    await stops.begins_a_draft(sari)
    bubbles = len(sari.bubbles)
    assert await stops.away(2 * HOUR) == 1
    await stops.comes()
    assert len(sari.bubbles) == bubbles + 1
    assert "mungkin ada ketukan tombol yang tidak sampai" in sari.card.text
    await sari.taps("Buka")
    assert "arsip" in sari.screen


async def test_screens_of_yesterday_are_no_open_screens(stops: Stops) -> None:
    await stops.begins_a_draft(stops.cast.sari)
    stops.clock.advance(hours=25)
    assert await stops.away(20 * MINUTE) == 0


async def test_after_a_day_whoever_has_a_draft_is_asked_to_check(stops: Stops) -> None:
    sari, dedi = stops.cast.sari, stops.cast.dedi
    await stops.begins_a_draft(sari)
    stops.clock.advance(days=1)
    await dedi.says("/menu")
    assert await stops.away(28 * HOUR) == 2
    await stops.comes()
    for person in (sari, dedi):
        assert "mungkin hilang" in person.card.text
        await person.taps("Buka")
    assert "mungkin hilang" not in stops.cast.budi.screen


async def test_a_receipt_is_no_open_screen(stops: Stops) -> None:
    stops.cards.show(1, None, stops.clock.now())
    assert await stops.away(20 * MINUTE) == 0


async def test_whoever_cannot_be_reached_is_left_out(stops: Stops) -> None:
    await stops.begins_a_draft(stops.cast.sari)
    with stops.cast.database.transaction() as session:
        accounts.mark_unreachable(session, 101, "blocked", stops.clock.now())
    assert await stops.away(20 * MINUTE) == 0


async def test_a_screen_that_is_no_more_for_this_person_is_not_drawn(stops: Stops) -> None:
    with stops.cast.database.transaction() as session:
        sari = accounts.active_of(session, stops.cast.ids["sari"])
        assert sari is not None
        accounts.put_cards(session, {sari.id or 0: 7})
        for place in ("awards.approving/9", "gone.away"):
            open_screens.put(session, {sari.id or 0: (place, stops.clock.now())})
    await stops.away(20 * MINUTE)
    await stops.comes()
    assert [letter.state for letter in stops.letters()] == [State.DROPPED]


async def test_a_crowd_is_drawn_again_at_half_the_pace(
    database: Database, clock: TestClock
) -> None:
    office = Office(build_dispatcher(database, clock), clock)
    settle(office, database)
    now = clock.now()
    with database.transaction() as session:
        found = session.exec(select(Account)).all()
        accounts.put_cards(session, {one.id or 0: 5 for one in found})
        shown = {one.id or 0: ("home.menu", now) for one in found}
        open_screens.put(session, shown)
        open_screens.put(session, shown | {1: ("", now)})
        assert missed.plan(session, now, now + 20 * MINUTE, now) == len(shown) - 1
    with database.transaction() as session:
        owed = session.exec(select(Letter).order_by(Letter.id)).all()  # type: ignore[arg-type]
        waits = [(letter.not_before - now).total_seconds() for letter in owed]
        assert waits == [pytest.approx(number / 10) for number in range(len(owed))]
        assert {letter.kind for letter in owed} == {Kind.CARD}
        assert outbox.unconfirmed(session) == []


async def test_what_was_shown_a_while_ago_tells_what_a_sentence_is_about(stops: Stops) -> None:
    await sends(stops.cast)
    await stops.cast.budi.says("/menu")
    await stops.cast.budi.taps("Prestasi Sari")
    await stops.cards.save_screens(stops.cast.database)
    await stops.cast.budi.says("Bagus, tapi lampirkan SK")
    assert stops.cast.budi.sees("Tulisan ini untuk apa?")
