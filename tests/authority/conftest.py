"""One world for all tests of this folder, put back after each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from aiogram import Dispatcher

from handlers.conversations import build_dispatcher, whole_table
from tests.authority.made import world
from tests.authority.pressing import Pressing
from tests.authority.watching import Watch, noting_demands
from tests.authority.world import World
from tests.in_english import measuring_english


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    found = world(tmp_path_factory.mktemp("world"))
    yield found
    found.database.close()


@pytest.fixture(scope="session")
def watched(made: World) -> tuple[Watch, Dispatcher]:
    """What notes all that is reached, and a dispatcher that tells it."""
    watch = Watch()
    clock = made.cast.sari.office.clock
    return watch, build_dispatcher(made.database, clock, table=watch.table(whole_table()))


@pytest.fixture
def pressing(made: World, watched: tuple[Watch, Dispatcher]) -> Iterator[Pressing]:
    """The world as it was made, behind a dispatcher that notes what is demanded.

    Whatever is shown must fit a phone, in both languages.
    """
    made.restore()
    watch, dispatcher = watched
    watch.forget()
    office = made.cast.sari.office
    office.dispatcher = dispatcher
    office.telegram.bubbles.clear()
    office.telegram.toasts.clear()
    office.telegram.unfit.clear()
    with noting_demands(watch), measuring_english(office.telegram):
        yield Pressing(made, watch)
    assert not office.telegram.unfit, "\n---\n".join(office.telegram.unfit)
