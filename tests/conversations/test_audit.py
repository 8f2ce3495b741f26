"""Every day an anchor of the audit trail leaves, as a letter with a page to print."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.actions import audit as trail
from bot.clockwork import Clockwork
from bot.rules.audit import code_of, walk
from bot.rules.authority import Role
from bot.ticks import TICKS, ticks_of
from handlers.audit import write_anchor
from handlers.conversations import whole_table
from handlers.letters import render
from handlers.table import Recipient
from storage import audit
from storage.audit import open_reader
from storage.employees import Employee
from storage.grants import Grant
from storage.outbox import Letter
from tests.cast import Cast
from tests.post import deliver

DAILY = [tick for tick in TICKS if tick.name == "audit.anchor"]


async def tick(cast: Cast) -> None:
    await Clockwork(cast.database, cast.kepala.office.clock, ticks=DAILY).tick_now()


def letters(cast: Cast) -> list[Letter]:
    with cast.database.transaction() as session:
        found = session.exec(select(Letter).where(Letter.template == "audit.anchor"))
        return list(found)


@pytest.fixture
def inspector(cast: Cast) -> int:
    with cast.database.transaction() as session:
        number = cast.ids["yosef"]
        session.add(Grant(employee_id=number, role=Role.INSPECTORATE, since=date(2026, 1, 1)))
    return number


async def test_the_anchor_is_sent_once_a_day_to_three(cast: Cast, inspector: int) -> None:
    await tick(cast)
    await tick(cast)
    assert [one.employee_id for one in letters(cast)] == [
        inspector, cast.ids["kepala"], cast.ids["maya"]
    ]  # fmt: skip
    await deliver(cast)
    assert cast.kepala.sees("Jangkar jejak audit")
    cast.kepala.office.clock.advance(days=1)
    await tick(cast)
    assert len(letters(cast)) == 6


async def test_the_code_is_published_in_a_channel_once_a_day(cast: Cast) -> None:
    channel = -1001234567890
    ticks = [one for one in ticks_of(channel) if one.name.startswith("audit.")]
    clock = cast.kepala.office.clock
    for _ in range(3):
        await Clockwork(cast.database, clock, ticks=ticks).tick_now()
    with cast.database.transaction() as session:
        found = session.exec(select(Letter).where(Letter.chat_id == channel)).all()
        assert len(found) == 1
        drawn = render(whole_table().letters, session, found[0], clock.now())
        kept = trail.to_be_kept(session, clock.now().date())
        assert drawn is not None
        assert kept is not None
        assert drawn.chat_id == channel
        assert kept.code in drawn.drawn.text
        assert not drawn.drawn.rows
        assert not any(one.name in drawn.drawn.text for one in session.exec(select(Employee)))
    clock.advance(days=1)
    await Clockwork(cast.database, clock, ticks=ticks).tick_now()
    with cast.database.transaction() as session:
        found = session.exec(select(Letter).where(Letter.chat_id == channel)).all()
        assert len(found) == 2
        assert render(whole_table().letters, session, found[0], clock.now()) is None


async def test_without_a_channel_nothing_is_published(cast: Cast) -> None:
    assert ticks_of(None) == TICKS
    await Clockwork(cast.database, cast.kepala.office.clock, ticks=DAILY).tick_now()
    assert not [one for one in letters(cast) if one.chat_id is not None]


async def test_the_code_in_the_letter_fits_the_trail(cast: Cast) -> None:
    with cast.database.transaction() as session:
        audit.record(session, cast.kepala.office.clock.now(), None, "act.do", "object/1")
    await tick(cast)
    await deliver(cast)
    with open_reader(cast.database.engine.url.render_as_string(hide_password=False)) as reader:
        verdict = walk(cast.database.vault.key("audit"), reader.rows())
    assert (verdict.entries, verdict.anchored, verdict.broken) == (2, 2, None)
    assert cast.kepala.sees(code_of(2, verdict.mac))


async def test_a_newer_anchor_stands_for_an_older_one(cast: Cast) -> None:
    clock = cast.kepala.office.clock
    await tick(cast)
    clock.advance(days=1)
    await tick(cast)
    await deliver(cast)
    with cast.database.transaction() as session:
        assert trail.to_be_kept(session, date(2026, 8, 12)) is None
        assert trail.to_be_kept(session, date(2026, 8, 13)) is not None
    pages = [bubble for bubble in cast.kepala.bubbles if "Jangkar" in bubble.text]
    assert len(pages) == 1


async def test_nobody_is_woken_by_it(cast: Cast) -> None:
    """Tomorrow at three in the morning it is made, and comes when people are up."""
    clock = cast.kepala.office.clock
    clock.advance(hours=-7)
    await tick(cast)
    await deliver(cast)
    assert not [bubble for bubble in cast.kepala.bubbles if "Jangkar" in bubble.text]
    clock.advance(hours=7)
    await deliver(cast)
    assert cast.kepala.sees("Jangkar jejak audit")


async def test_the_page_is_one_pdf_that_may_be_kept(cast: Cast) -> None:
    await tick(cast)
    now = cast.kepala.office.clock.now()
    with cast.database.transaction() as session:
        screen = write_anchor(session, Recipient(1, "x", 1, now), {"day": "2026-08-12"})
        again = write_anchor(session, Recipient(1, "x", 1, now), {"day": "2026-08-12"})
        never = write_anchor(session, Recipient(1, "x", 1, now), {"day": "2026-08-11"})
    assert screen is not None
    (file,) = screen.files
    assert file.drawing is not None
    page = file.drawing()
    assert page.startswith(b"%PDF-1.7")
    assert b"/Count 1" in page
    assert (file.name, file.keepable) == ("jangkar-audit-2026-08-12.pdf", True)
    assert again == screen
    assert never is None
    assert len(screen.text) < 900
