"""The room for evidence: counted by person and quarter, never passed by two at once."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.actions import evidence as bringing
from bot.actions.achievements import attaching
from bot.actions.refusals import Refused
from bot.examining.verdicts import Examined
from bot.rules.evidence import MOST_BYTES, QUOTA, EvidenceState, Fault, FileType, has_room
from storage import evidence
from storage.database import Database
from tests.achievements import furnish, items, me, photo, tell
from tests.conftest import NOW

FULL = QUOTA // MOST_BYTES
QUARTER_ENDS = datetime(2026, 9, 30, 17, 0, tzinfo=UTC)  # midnight of 1 October in Jakarta


@pytest.mark.parametrize(
    ("used", "size", "fits"), [(0, QUOTA, True), (1, QUOTA, False), (QUOTA, 0, True)]
)
def test_the_last_byte(used: int, size: int, fits: bool) -> None:
    assert has_room(used, size) is fits


def fill(database: Database, key: str = "sari", now: datetime = NOW) -> None:
    """All room but one file's is used by files that are kept."""
    with database.transaction() as session:
        who = me(session, key, now)
        number = 0
        for one in range(FULL - 1):
            if one % 10 == 0:
                number = tell(session, who, title=f"Prestasi {one}")
            attaching.attach(session, who, number, photo(f"old{one}", size=MOST_BYTES))
            last = items(session, number)[-1].id or 0
            evidence.settle(session, last, state=EvidenceState.KEPT, fetch_at=None)


def attach(
    database: Database, unique: str, size: int | None = MOST_BYTES, now: datetime = NOW
) -> int:
    """A draft of its own with one file: the number of the file. Raises Refused."""
    with database.transaction() as session:
        who = me(session, "sari", now)
        number = tell(session, who, title=f"Prestasi {unique}")
        attaching.attach(session, who, number, photo(unique, size=size))
        return items(session, number)[0].id or 0


def of_size(size: int, mark: str) -> Examined:
    return Examined(mark * 64, FileType.JPEG, bytes(size))


def test_a_file_beyond_the_room_is_refused_and_nothing_else(
    database: Database, tmp_path: Path
) -> None:
    furnish(database, tmp_path)
    fill(database)
    attach(database, "last")
    with pytest.raises(Refused) as refused:
        attach(database, "beyond")
    assert "200" in refused.value.sentence
    with database.transaction() as session:
        who = me(session, "sari", NOW)
        number = tell(session, who)
        attaching.attach_text(session, who, number, "https://semarang.go.id")
        with pytest.raises(Refused):
            attaching.attach(session, who, number, photo("again", size=1))
        assert len(items(session, number)) == 1


def test_what_is_taken_off_gives_its_room_back(database: Database, tmp_path: Path) -> None:
    furnish(database, tmp_path)
    fill(database)
    file = attach(database, "last")
    with database.transaction() as session:
        evidence.remove(session, [file])
    attach(database, "instead")


def test_what_was_refused_takes_no_room(database: Database, tmp_path: Path) -> None:
    furnish(database, tmp_path)
    fill(database)
    file = attach(database, "last")
    with database.transaction() as session:
        bringing.refuse(session, file, Fault.BROKEN, NOW)
    attach(database, "instead")


def test_the_room_is_new_where_the_quarter_is(sqlite: Database, tmp_path: Path) -> None:
    furnish(sqlite, tmp_path)
    fill(sqlite)
    attach(sqlite, "last")
    with pytest.raises(Refused):
        attach(sqlite, "late", now=QUARTER_ENDS - timedelta(seconds=1))
    attach(sqlite, "new", now=QUARTER_ENDS)


def test_others_have_room_of_their_own(sqlite: Database, tmp_path: Path) -> None:
    furnish(sqlite, tmp_path)
    fill(sqlite, "dedi")
    attach(sqlite, "one")
    attach(sqlite, "two")


def test_a_file_of_unknown_size_is_weighed_when_it_comes(
    database: Database, tmp_path: Path
) -> None:
    furnish(database, tmp_path)
    fill(database)
    first, second = attach(database, "one", None), attach(database, "two", None)
    for file, mark in ((first, "a"), (second, "b")):
        with database.transaction() as session:
            bringing.keep(session, file, of_size(MOST_BYTES, mark), NOW)
    with database.transaction() as session:
        kept, refused = evidence.get(session, first), evidence.get(session, second)
        assert kept is not None
        assert refused is not None
        assert kept.state == EvidenceState.KEPT
        assert (refused.state, refused.fault) == (EvidenceState.REFUSED, Fault.QUOTA)


def test_two_at_once_do_not_pass_it_together(database: Database, tmp_path: Path) -> None:
    """Two connections at the same moment, each with the last file for which there is room."""
    furnish(database, tmp_path)
    fill(database)
    together, led = threading.Barrier(2), []

    def send(unique: str) -> None:
        together.wait()
        try:
            led.append(attach(database, unique) > 0)
        except Refused:
            led.append(False)

    threads = [threading.Thread(target=send, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(led) == [False, True]


def test_two_that_come_at_once_do_not_pass_it_together(database: Database, tmp_path: Path) -> None:
    furnish(database, tmp_path)
    fill(database)
    files = [attach(database, "one", None), attach(database, "two", None)]
    together = threading.Barrier(2)

    def come(file: int, mark: str) -> None:
        examined = of_size(MOST_BYTES, mark)
        together.wait()
        with database.transaction() as session:
            bringing.keep(session, file, examined, NOW)

    threads = [threading.Thread(target=come, args=pair) for pair in zip(files, "ab", strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.transaction() as session:
        states = sorted(row.state for row in (evidence.get(session, f) for f in files) if row)
    assert states == [EvidenceState.KEPT, EvidenceState.REFUSED]
