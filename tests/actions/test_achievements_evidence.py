"""Evidence comes into our store once, or is refused and said; sending waits for it."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions import evidence as bringing
from bot.actions.achievements import attaching, drafts
from bot.actions.refusals import Refused
from bot.rules.evidence import LEASE, MOST_BYTES, MOST_TRIES, EvidenceState, Fault
from storage import evidence, evidence_files
from storage.database import Database
from tests.achievements import (
    bring,
    examine,
    furnish,
    items,
    me,
    photo,
    picture,
    send,
    state,
    tell,
)
from tests.conftest import NOW


def with_photo(database: Database, key: str, unique: str = "p1") -> tuple[int, int]:
    """A complete draft with a picture on its way: its number and the picture's."""
    with database.transaction() as session:
        who = me(session, key, NOW)
        number = tell(session, who)
        attaching.attach(session, who, number, photo(unique))
        return number, items(session, number)[0].id or 0


def keep(database: Database, number: int, content: bytes) -> None:
    with database.transaction() as session:
        bring(session, number, content)


def letters(database: Database, template: str) -> int:
    with database.transaction() as session:
        return len(
            session.connection()
            .exec_driver_sql(f"select 1 from letter where template = '{template}'")
            .all()
        )


def test_a_file_is_handed_out_once_and_comes_back_when_nothing_is_heard(
    database: Database, tmp_path: Path
) -> None:
    furnish(database, tmp_path)
    _, file = with_photo(database, "sari")
    with database.transaction() as session:
        assert [one.evidence_id for one in bringing.next_to_fetch(session, NOW, 9)] == [file]
        assert not bringing.next_to_fetch(session, NOW, 9)
        later = NOW + LEASE
        assert [one.file_id for one in bringing.next_to_fetch(session, later, 9)] == ["f-p1"]


def test_the_last_file_submits_what_is_being_sent(database: Database, tmp_path: Path) -> None:
    furnish(database, tmp_path)
    number, file = with_photo(database, "sari")
    with database.transaction() as session:
        send(session, me(session, "sari", NOW), number)
        assert state(session, number) == "sending"
    keep(database, file, picture())
    keep(database, file, picture(2))
    with database.transaction() as session:
        assert state(session, number) == "submitted"
        row = evidence.get(session, file)
        assert row is not None
        assert row.sha256 == examine(picture()).sha256
        stored = evidence_files.files_of(session).read(row.sha256)
        assert stored == examine(picture()).content
    assert letters(database, "achievements.waiting") == 1


def test_our_copy_is_sealed(sqlite: Database, tmp_path: Path) -> None:
    furnish(sqlite, tmp_path)
    _, file = with_photo(sqlite, "sari")
    keep(sqlite, file, picture())
    (path,) = [one for one in (tmp_path / "evidence").rglob("*") if one.is_file()]
    assert b"JFIF" not in path.read_bytes()
    assert path.name == examine(picture()).sha256


def test_a_refused_file_is_said_and_nothing_else_is_lost(
    database: Database, tmp_path: Path
) -> None:
    furnish(database, tmp_path)
    number, file = with_photo(database, "sari")
    with database.transaction() as session:
        attaching.attach(session, me(session, "sari", NOW), number, photo("p2"))
        send(session, me(session, "sari", NOW), number)
    keep(database, file, b"not a picture at all")
    with database.transaction() as session:
        assert state(session, number) == "sending"
    with database.transaction() as session:
        second = items(session, number)[1].id or 0
        bringing.keep(session, second, examine(picture()), NOW)
    with database.transaction() as session:
        assert state(session, number) == "submitted"
        assert [one.state for one in items(session, number)] == ["refused", "kept"]
        assert items(session, number)[0].fault == Fault.KIND
    assert letters(database, "achievements.evidence_refused") == 1


def test_a_file_that_does_not_come_is_asked_for_again_but_not_for_ever(
    database: Database, tmp_path: Path
) -> None:
    furnish(database, tmp_path)
    number, file = with_photo(database, "sari")
    with database.transaction() as session:
        send(session, me(session, "sari", NOW), number)
    for tries in range(MOST_TRIES):
        with database.transaction() as session:
            row = evidence.get(session, file)
            assert row is not None
            assert (row.state, row.tries) == (EvidenceState.WAITING, tries)
            bringing.fetch_failed(session, file, "timeout", NOW, final=False)
    with database.transaction() as session:
        row = evidence.get(session, file)
        assert row is not None
        assert (row.state, row.fault) == (EvidenceState.REFUSED, Fault.UNREACHABLE)
        assert state(session, number) == "submitted"
        bringing.fetch_failed(session, file, "timeout", NOW, final=True)
    assert letters(database, "achievements.evidence_refused") == 1


def test_a_final_fault_refuses_at_once(database: Database, tmp_path: Path) -> None:
    furnish(database, tmp_path)
    _, file = with_photo(database, "sari")
    with database.transaction() as session:
        bringing.fetch_failed(session, file, "too_large", NOW, final=True)
    with database.transaction() as session:
        row = evidence.get(session, file)
        assert row is not None
        assert row.fault == Fault.TOO_LARGE


@pytest.mark.parametrize(("second", "same"), [(picture(1), True), (picture(1, quality=70), False)])
def test_evidence_claimed_twice_is_found_from_both_sides(
    database: Database, tmp_path: Path, second: bytes, same: bool
) -> None:
    ids = furnish(database, tmp_path)
    mine, file = with_photo(database, "sari")
    theirs, other = with_photo(database, "dedi")
    keep(database, file, picture(1))
    keep(database, other, second)
    with database.transaction() as session:
        assert not evidence.twins_of(session, mine)
        send(session, me(session, "dedi", NOW), theirs)
        send(session, me(session, "sari", NOW), mine)
    with database.transaction() as session:
        (here,), (there,) = (evidence.twins_of(session, one) for one in (mine, theirs))
    assert (here.employee_id, here.same) == (ids["dedi"], same)
    assert (there.employee_id, there.same) == (ids["sari"], same)


def test_other_pictures_are_no_twins(database: Database, tmp_path: Path) -> None:
    furnish(database, tmp_path)
    mine, file = with_photo(database, "sari")
    theirs, other = with_photo(database, "dedi")
    keep(database, file, picture(1))
    keep(database, other, picture(2))
    with database.transaction() as session:
        send(session, me(session, "dedi", NOW), theirs)
        assert not evidence.twins_of(session, mine)


def test_what_was_taken_off_is_neither_fetched_nor_kept(
    database: Database, tmp_path: Path
) -> None:
    furnish(database, tmp_path)
    number, file = with_photo(database, "sari")
    with database.transaction() as session:
        attaching.remove(session, me(session, "sari", NOW), number, file)
    keep(database, file, picture())
    with database.transaction() as session:
        assert not items(session, number)
        assert not bringing.next_to_fetch(session, NOW, 9)


def test_files_that_nobody_needs_are_swept(sqlite: Database, tmp_path: Path) -> None:
    furnish(sqlite, tmp_path)
    number, file = with_photo(sqlite, "sari")
    keep(sqlite, file, picture())
    later = NOW + timedelta(days=900)
    with sqlite.transaction() as session:
        files = evidence_files.files_of(session)
        files.write("ab" * 32, b"orphan")
        half = tmp_path / "evidence" / "cd" / f"{'cd' * 32}.0123abcd"
        half.parent.mkdir()
        half.write_bytes(b"half writ")
        for name, _ in list(files.names()):
            old = time.time() - 3 * 86400
            path = tmp_path / "evidence" / name[:2] / name
            os.utime(path, (old, old))
        assert bringing.sweep_files(session, later) == 2
        assert not half.exists()
        assert [name for name, _ in files.names()] == [examine(picture()).sha256]
        drafts.delete(session, me(session, "sari", NOW), number)
        assert bringing.sweep_files(session, later) == 1


def test_no_more_than_ten_and_nothing_twice(sqlite: Database, tmp_path: Path) -> None:
    furnish(sqlite, tmp_path)
    with sqlite.transaction() as session:
        who = me(session, "sari", NOW)
        number = tell(session, who)
        for one in range(10):
            attaching.attach(session, who, number, photo(f"p{one}"))
        attaching.attach(session, who, number, photo("p3"))
        assert len(items(session, number)) == 10
        with pytest.raises(Refused):
            attaching.attach(session, who, number, photo("p10"))
        with pytest.raises(Refused):
            attaching.attach(session, who, number, photo("big", size=MOST_BYTES + 1))


def test_nobody_attaches_to_what_is_not_theirs(sqlite: Database, tmp_path: Path) -> None:
    furnish(sqlite, tmp_path)
    number, file = with_photo(sqlite, "sari")
    with sqlite.transaction() as session:
        for key in ("dedi", "budi", "kepala", "maya"):
            stranger = me(session, key, NOW)
            with pytest.raises(Refused):
                attaching.attach(session, stranger, number, photo("x"))
            with pytest.raises(Refused):
                attaching.remove(session, stranger, number, file)
        assert [one.id for one in items(session, number)] == [file]
