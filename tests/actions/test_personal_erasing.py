"""An erasure hunted byte by byte: of what was sealed, and of its files, nothing is left."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from bot.actions import personal
from bot.actions.audit import verify
from bot.actions.personal.erasing import erase_of
from bot.rules.personal import Erasable
from storage import achievements, agreement, backup, evidence_files, mentoring, talks
from storage.audit import Reader, record
from storage.career import CareerDraft
from storage.columns import vault_of
from storage.database import Database
from storage.evidence import Evidence
from storage.forums import Forum
from storage.personal import PersonalRequest, erasures, ledger
from storage.questions import ForumQuestion
from storage.talks import Talk
from storage.thanks import Thanks
from storage.updates import FailedUpdate
from storage.vault import Vault
from tests import databases
from tests.cast import PEOPLE, employ
from tests.conftest import SECRET
from tests.postgres import clear

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
CANARY = "Zxkenarihapus" * 9
SEALED = {
    "achievement": ("title", "story"),
    "evidence": ("name",),
    "talknote": ("text",),
    "mentoroffer": ("text",),
    "careerdraft": ("reason",),
    "personalrequest": ("wanted",),
    "forumquestion": ("text",),
    "thanks": ("text",),
    "failedupdate": ("raw",),
}
PATHS = text(
    "SELECT relname, pg_relation_filepath(oid) FROM pg_class"
    " WHERE pg_relation_filenode(oid) > 0 AND NOT relisshared"
)
THEIRS = {
    "evidence": "achievement_id IN (SELECT id FROM achievement WHERE employee_id = :me)",
    "talknote": "writer_id = :me", "careerdraft": "decided_by = :me",
    "forumquestion": "writer_id = :me", "thanks": ":me IN (giver_id, receiver_id)",
    "failedupdate": "update_id / 1000 = :me AND raw IS NOT NULL",
}  # fmt: skip


@pytest.fixture
def ids(database: Database, tmp_path: Path) -> dict[str, int]:
    evidence_files.hand_over(tmp_path / "evidence", database.engine)
    with database.transaction() as session:
        return employ(session)[1]


def plant(database: Database, ids: dict[str, int], times: int = 1) -> str:
    """Somebody's words in every table that can be erased, those of others between; the file."""
    content = CANARY.encode() + b"\x01"
    name = "ab" * 32
    evidence_files.files_beside(database).write(name, content)
    for number in range(times):
        for key in ("dedi", "sari", "yosef"):
            _write(database, ids, key, number, name if key == "sari" else "")
    return name


def _write(database: Database, ids: dict[str, int], key: str, number: int, file: str) -> None:
    with database.transaction() as session:
        me, said = ids[key], f"{CANARY} {key} {number}"
        begun = achievements.start(session, me, NOW)
        row = session.get_one(achievements.Achievement, begun)
        row.title, row.story = said, said
        session.add(Evidence(achievement_id=begun, kind="photo", key=said[-9:], name=said,
                             added_at=NOW, sha256=file, state="kept"))  # fmt: skip
        talk = Talk(employee_id=me, superior_id=ids["budi"], state="held", proposed_by=me,
                    proposed_at=NOW)  # fmt: skip
        session.add(talk)
        session.flush()
        talks.put_note(session, talk.id or 0, me, said, NOW, private=True)
        mentoring.put_offer(session, me, text=said, strengths="inovasi")
        session.merge(CareerDraft(decided_by=me, employee_id=ids["maya"], kind="x", reason=said))
        session.flush()
        session.add(ForumQuestion(forum_id=_forum(session, ids), writer_id=me, text=said))
        session.add(Thanks(giver_id=me, receiver_id=ids["maya"], value="harmonis", text=said,
                           week=NOW.date(), given_at=NOW))  # fmt: skip
        _thank(session, ids["rina"], me, said)
        raw = json.dumps(
            {"update_id": 1, "message": {"from": {"id": PEOPLE[key][0]}, "text": said}}
        )
        session.add(
            FailedUpdate(update_id=me * 1000 + number, first_at=NOW, parked_at=NOW, raw=raw)
        )
        if number == 0:
            session.add(PersonalRequest(employee_id=me, kind="correct", wanted=said,
                                        written_at=NOW))  # fmt: skip
        record(session, NOW, me, "talks.note", f"talk/{talk.id}")


def _forum(session: Session, ids: dict[str, int]) -> int:
    found = session.exec(select(Forum.id)).first()
    if found is None:
        forum = Forum(host_id=ids["budi"], kind="diskusi", state="open", zone="Asia/Jakarta",
                      uid="u", topic="Loket", created_at=NOW)  # fmt: skip
        session.add(forum)
        session.flush()
        found = forum.id
    return found or 0


def _thank(session: Session, giver: int, receiver: int, said: str) -> None:
    """Sent and shown to all, with what the trail keeps of it."""
    row = Thanks(giver_id=giver, receiver_id=receiver, value="harmonis", text=said,
                 week=date(2026, 8, 10), given_at=NOW, sent_at=NOW, shown=True)  # fmt: skip
    session.add(row)
    session.flush()
    marked = agreement.mark(vault_of(session), "harmonis", said)
    facts = {"receiver": receiver, "said": marked}
    record(session, NOW, giver, "thanks.send", f"thanks/{row.id}", facts)
    record(session, NOW, receiver, "thanks.show", f"thanks/{row.id}")


def sealed_bytes(database: Database, me: int) -> set[bytes]:
    """Everything sealed of one person as the database holds it."""
    found: set[bytes] = set()
    with database.transaction() as session:
        for table, columns in SEALED.items():
            which = THEIRS.get(table, "employee_id = :me")
            asked = text(f"SELECT {', '.join(columns)} FROM {table} WHERE {which}")
            for row in session.connection().execute(asked, {"me": me}):
                found |= {bytes(value) for value in row}
    return found


def everything(database: Database, tmp_path: Path) -> Iterator[tuple[str, bytes]]:
    """Files of ours; of PostgreSQL those of every table and index, as they lie on the disk.

    Not its log of writes: that is its keeper's, who says how long it is kept.
    """
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as said:
            said.execute(text("CHECKPOINT"))
            folder = Path(said.execute(text("SHOW data_directory")).scalar_one())
            for what, name in said.execute(PATHS).all():
                yield f"{what} {name}", (folder / name).read_bytes()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            yield str(file.relative_to(tmp_path)), file.read_bytes()


def look_through(database: Database) -> None:
    """Gather statistics, as PostgreSQL does by itself now and then: they hold samples of rows."""
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as said:
            said.execute(text("ANALYZE"))


def _texts(session: Session, receiver: int) -> list[bytes]:
    asked = text("SELECT text FROM thanks WHERE receiver_id = :me")
    return list(session.connection().execute(asked, {"me": receiver}).scalars())


def erase_all(database: Database, me: int, at: datetime = NOW) -> int:
    with database.transaction() as session:
        return sum(erase_of(session, me, one, at, me) for one in Erasable)


def test_no_byte_of_it_is_left_in_our_files_nor_in_the_next_backup(
    database: Database, ids: dict[str, int], tmp_path: Path
) -> None:
    name = plant(database, ids, 12)
    hers, others = sealed_bytes(database, ids["sari"]), sealed_bytes(database, ids["dedi"])
    assert len(hers) == len(others) > 40
    (file,) = (tmp_path / "evidence").glob("ab/*")
    hers.add(file.read_bytes()[13:])
    before = b"".join(content for _, content in everything(database, tmp_path))
    assert all(one in before for one in hers)  # the hunt finds what is there
    look_through(database)
    assert erase_all(database, ids["sari"]) > 30
    personal.clean_now(database, NOW)
    assert not file.exists(), name
    backup.write(database.engine, tmp_path / "evidence", tmp_path / "backup")
    found = {
        where
        for where, content in everything(database, tmp_path)
        for one in [*hers, CANARY.encode()]
        if one in content or one.hex().encode() in content
    }
    assert found == set()
    with database.transaction() as session:
        kept = session.exec(select(Thanks).where(Thanks.receiver_id == ids["sari"])).all()
        assert {(row.text, row.shown) for row in kept} == {("", False)}
        emptied = {bytes(one) for one in _texts(session, ids["sari"])}
    assert sealed_bytes(database, ids["sari"]) == emptied
    assert sealed_bytes(database, ids["dedi"]) == others
    with database.transaction() as session:
        reader = Reader(session.connection())
        verdict = verify(reader, database.vault.key("audit"), {}, lambda _: None)
        assert verdict.broken is None
        found_now = agreement.findings(reader, database.vault, NOW.date())
        kinds = {one.kind for one in found_now if one.key != "week"}  # rina thanks too often
        assert not kinds & {agreement.Kind.ACHIEVEMENT, agreement.Kind.ERASURE}
        assert agreement.Kind.THANKS not in kinds
        assert erasures.uncleaned(session, 10) == []


def test_a_second_erasure_finds_nothing_and_nothing_is_recorded(
    database: Database, ids: dict[str, int]
) -> None:
    plant(database, ids)
    assert erase_all(database, ids["sari"])
    assert erase_all(database, ids["sari"]) == 0
    with database.transaction() as session:
        rows = session.exec(select(erasures.Erasure)).all()
        assert {row.employee_id for row in rows} == {ids["sari"]}
        assert all(row.rows for row in rows)


def test_an_older_backup_brought_back_is_erased_again_but_not_what_came_after(
    blank: Database, tmp_path: Path
) -> None:
    database = blank
    databases.migrate(database)
    evidence_files.hand_over(tmp_path / "evidence", database.engine)
    with database.transaction() as session:
        ids = employ(session)[1]
    plant(database, ids)
    backup.write(database.engine, tmp_path / "evidence", tmp_path / "old")
    erase_all(database, ids["sari"])
    personal.clean_now(database, NOW)
    with database.transaction() as session:
        mentoring.put_offer(session, ids["sari"], text="yang baru", strengths="inovasi")
    backup.write(database.engine, tmp_path / "evidence", tmp_path / "new")
    for folder, left in (("old", False), ("new", True)):
        second = _empty(database, tmp_path, folder)
        evidence_files.hand_over(tmp_path / "evidence", second.engine)
        backup.read(second.engine, tmp_path / "evidence", tmp_path / folder)
        with second.transaction() as session:
            lines = ledger.read(tmp_path / "evidence")
            assert bool(personal.replay(session, lines)) is not left
            offer = mentoring.offer(session, ids["sari"])
            assert (offer is not None) is left
            assert mentoring.offer(session, ids["dedi"]) is not None
            assert personal.replay(session, lines) == 0
        second.close()


def _empty(database: Database, tmp_path: Path, name: str) -> Database:
    if database.is_sqlite:
        return Database(f"sqlite:///{tmp_path / name}.db", Vault(SECRET))
    clear(database.engine)
    return Database(database.engine.url.render_as_string(hide_password=False), Vault(SECRET))


def test_falling_between_erasing_and_cleaning_loses_nothing(
    database: Database, ids: dict[str, int], tmp_path: Path
) -> None:
    plant(database, ids)
    erase_all(database, ids["sari"])
    with database.transaction() as session:
        outside = personal.clean(session, NOW)
    assert outside is not None
    outside()  # and then the power fails: it is on the list, and not yet marked
    first = ledger.read(tmp_path / "evidence")
    personal.clean_now(database, NOW + timedelta(minutes=1))
    assert ledger.read(tmp_path / "evidence") == first
    assert {line.employee_id for line in first} == {ids["sari"]}


def test_a_file_that_somebody_else_shows_too_stays(
    database: Database, ids: dict[str, int], tmp_path: Path
) -> None:
    name = plant(database, ids)
    with database.transaction() as session:
        row = session.exec(select(Evidence).where(Evidence.sha256 == "")).first()
        assert row is not None
        row.sha256 = name
        session.add(row)
    erase_all(database, ids["sari"])
    personal.clean_now(database, NOW)
    assert list((tmp_path / "evidence").glob("ab/*"))
