"""A row changed behind the product's back is found beside the audit trail, whichever it is."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.office import seed
from bot.office.desk import NOW
from storage import agreement, audit
from storage.agreement import Fault, Finding, Kind
from storage.database import Database
from storage.tables import METADATA
from storage.vault import Vault
from tests.conftest import SECRET
from tests.databases import empty
from tests.office.conftest import Made
from tests.office.reckoning import differences

TODAY = NOW.date()
FORM = "SELECT min(id) FROM appraisal"
TURN = "SELECT min(id) FROM achievementturn WHERE state = 'approved'"
GIVEN = "SELECT min(id) FROM award"
OFFICER = "SELECT min(employee_id) FROM 'grant' WHERE role = 'kepegawaian'"
STRANGER = "SELECT max(id) FROM employee WHERE id NOT IN (SELECT employee_id FROM account)"
SPENT = "SELECT max(id) FROM peerticket WHERE state = 'spent'"
BEHIND = [
    (f"UPDATE rating SET level = level % 5 + 1 WHERE appraisal_id = ({FORM})", "rating/differs"),
    (f"UPDATE rating SET by_id = by_id + 1 WHERE appraisal_id = ({FORM})", "rating/differs"),
    (f"DELETE FROM rating WHERE appraisal_id = ({FORM})", "rating/gone"),
    (
        "INSERT INTO rating (appraisal_id, indicator, level, at, by_id) "
        f"SELECT appraisal_id, 'baru', 5, at, by_id FROM rating WHERE appraisal_id = ({FORM})"
        " LIMIT 1",
        "rating/unrecorded",
    ),
    (f"UPDATE appraisal SET state = 'draft' WHERE id = ({FORM})", "appraisal/gone"),
    (f"UPDATE appraisal SET official_id = by_id + 1 WHERE id = ({FORM})", "appraisal/differs"),
    ("UPDATE result SET total = '119.00' WHERE id = 1", "result/differs"),
    ("UPDATE result SET predikat = 'istimewa' WHERE id = 1", "result/differs"),
    ("DELETE FROM result WHERE id = 1", "result/gone"),
    (
        f"UPDATE achievementopinion SET marks = 'produktivitas=5' WHERE turn_id = ({TURN})",
        "decision/differs",
    ),
    (f"UPDATE achievementturn SET decided_by = 1 WHERE id = ({TURN})", "decision/differs"),
    (f"UPDATE achievementturn SET state = 'submitted' WHERE id = ({TURN})", "decision/gone"),
    (
        "UPDATE achievementturn SET state = 'approved', decided_by = holder_id, "
        "decided_at = since WHERE state = 'submitted'",
        "decision/unrecorded",
    ),
    (
        "UPDATE achievement SET state = 'approved' WHERE state = 'submitted'",
        "achievement/unrecorded",
    ),
    (
        "UPDATE achievement SET state = 'approved' WHERE state = 'rejected'",
        "achievement/differs",
    ),
    ("UPDATE proposal SET employee_id = 1 WHERE id = 1", "proposal/differs"),
    ("UPDATE proposal SET decided_by = proposer_id WHERE id = 1", "verdict/differs"),
    (
        "UPDATE proposal SET state = 'approved', decided_by = 1, decided_at = proposed_at "
        "WHERE state = 'waiting'",
        "verdict/unrecorded",
    ),
    (f"UPDATE award SET employee_id = employee_id + 1 WHERE id = ({GIVEN})", "award/differs"),
    (f"UPDATE award SET number = 90 WHERE id = ({GIVEN})", "award/differs"),
    (f"DELETE FROM award WHERE id = ({GIVEN})", "award/gone"),
    ("UPDATE certificate SET number = 90 WHERE id = 1", "certificate/differs"),
    ("UPDATE certificate SET facts = x'00' WHERE id = 1", "certificate/differs"),
    ("UPDATE certificate SET state = 'revoked' WHERE id = 1", "certificate/unrecorded"),
    ("UPDATE publication SET missing = 1 WHERE id = 1", "publication/differs"),
    ("UPDATE publication SET signed_by = signed_by + 1 WHERE id = 1", "publication/differs"),
    ("DELETE FROM publication WHERE id = 1", "publication/gone"),
    ("UPDATE receipt SET taken_at = NULL, taken_by = NULL WHERE id = 1", "receipt/gone"),
    ("UPDATE receipt SET taken_by = taken_by + 1 WHERE id = 1", "receipt/differs"),
    ("UPDATE receipt SET edition = 2 WHERE id = 1", "receipt/differs"),
    (f"UPDATE peerticket SET state = 'open' WHERE id = ({SPENT})", "answer/gone"),
    (f"UPDATE peerticket SET rater_id = rater_id + 1 WHERE id = ({SPENT})", "answer/differs"),
    ("UPDATE peerticket SET state = 'spent' WHERE state = 'open'", "answer/unrecorded"),
    (
        "INSERT INTO formerresult (result_id, edition, total, hasil_kerja, perilaku, predikat, "
        "raters, parts, computed_at, replaced_at, replaced_by, reason) SELECT id, 1, total, "
        "hasil_kerja, perilaku, predikat, raters, parts, computed_at, computed_at, 1, x'00' "
        "FROM result WHERE id = 1",
        "correction/unrecorded",
    ),
    ("UPDATE period SET state = 'final' WHERE state = 'calibration'", "period/differs"),
    ("UPDATE mentoring SET mentee_id = 1 WHERE id = 1", "mentoring/differs"),
    ("DELETE FROM mentoring WHERE id = 1", "mentoring/gone"),
    ("UPDATE thanks SET receiver_id = giver_id WHERE id = 1", "thanks/differs"),
    ("UPDATE thanks SET value = 'loyal' WHERE id = 1", "thanks/differs"),
    ("UPDATE thanks SET text = x'00' WHERE id = 1", "thanks/differs"),
    ("UPDATE thanks SET shown = NOT shown WHERE id = 2", "thanks/unrecorded"),
    ("UPDATE thanks SET shown = NOT shown WHERE id = 1", "thanks/differs"),
    ("UPDATE thanks SET week = '2026-09-07' WHERE id = 1", "thanks/differs"),
    ("UPDATE thanks SET sent_at = NULL WHERE id = 1", "thanks/gone"),
    ("DELETE FROM thanks WHERE id = 1", "thanks/gone"),
    ("DELETE FROM thanksconsent", "thanks/differs"),
    ("UPDATE surveypoint SET due_on = '2026-12-31' WHERE id = 2", "survey_point/differs"),
    ("UPDATE surveypoint SET what = x'00' WHERE id = 2", "survey_point/differs"),
    ("UPDATE surveypoint SET changed = x'00' WHERE id = 1", "survey_point/differs"),
    ("UPDATE surveypoint SET done_at = NULL WHERE id = 1", "survey_point/gone"),
    ("UPDATE surveypoint SET cancelled_at = due_on WHERE id = 2", "survey_point/unrecorded"),
    ("UPDATE surveyanswer SET sarana = 4 WHERE sarana = 1", "survey_day/differs"),
    ("UPDATE talk SET held_by = employee_id WHERE id = 1", "talk/differs"),
    ("UPDATE talk SET state = 'agreed' WHERE id = 1", "talk/gone"),
    ("UPDATE period SET formula = 'other' WHERE id = 1", "period/differs"),
    ("DELETE FROM period WHERE state = 'planned'", "period/gone"),
    ("UPDATE employee SET superior_id = 1 WHERE superior_id = 2", "standing/differs"),
    ("UPDATE employee SET left_on = '2026-11-01' WHERE id = 9", "standing/differs"),
    (
        "INSERT INTO 'grant' (employee_id, role, since) VALUES (9, 'kepegawaian', '2026-01-01')",
        "standing/differs",
    ),
    (f"DELETE FROM 'grant' WHERE employee_id = ({OFFICER})", "standing/differs"),
    ("UPDATE mandate SET until = '2027-12-31'", "mandate/differs"),
    ("UPDATE mandate SET holder_id = 9", "mandate/unrecorded"),
    ("DELETE FROM mandate", "mandate/gone"),
    ("UPDATE account SET telegram_id = 999 WHERE id = 3", "account/differs"),
    (f"UPDATE account SET employee_id = ({STRANGER}) WHERE id = 3", "account/differs"),
    ("UPDATE account SET state = 'suspended' WHERE id = 3", "account/differs"),
    ("DELETE FROM account WHERE id = 3", "account/gone"),
]  # fmt: skip


def findings(url: str, secret: str = SECRET) -> list[Finding]:
    with audit.open_reader(url) as reader:
        return list(agreement.findings(reader, Vault(secret), TODAY))


def copy(made: Made, to: Path) -> None:
    file = made.database.engine.url.database or ""
    with closing(sqlite3.connect(file)) as living, closing(sqlite3.connect(to)) as copied:
        living.backup(copied)


@pytest.fixture(scope="module")
def untouched(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office as a file of its own, closed."""
    file = tmp_path_factory.mktemp("agreement") / "teladan.db"
    copy(made, file)
    return file


@pytest.fixture
def copied(untouched: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A copy to be tampered with: SQLite itself refuses nothing here."""
    shutil.copy(untouched, tmp_path / "teladan.db")
    with closing(sqlite3.connect(tmp_path / "teladan.db", isolation_level=None)) as base:
        yield base


def test_what_the_product_wrote_agrees(untouched: Path) -> None:
    assert findings(f"sqlite:///{untouched}") == []


@pytest.mark.parametrize(("change", "expected"), BEHIND)
def test_a_change_behind_its_back_is_found(
    copied: sqlite3.Connection, tmp_path: Path, change: str, expected: str
) -> None:
    assert copied.execute(change).rowcount > 0
    found = findings(f"sqlite:///{tmp_path / 'teladan.db'}")
    assert expected in {f"{one.kind}/{one.fault}" for one in found}


def test_an_earlier_level_put_back_whole_is_found(
    copied: sqlite3.Connection, tmp_path: Path
) -> None:
    """With its own moment and hand, so that an entry does say it, though not the newest."""
    (form, key, level, at, by) = copied.execute(
        "SELECT appraisal_id, indicator, level, at, by_id FROM rating LIMIT 1"
    ).fetchone()
    newest = copied.execute("SELECT max(id) FROM auditentry").fetchone()[0] + 1
    again = f'{{"indicator": "{key}", "level": {level % 5 + 1}}}'
    later = "2026-11-10 01:00:00.000000"
    copied.execute(
        "INSERT INTO auditentry VALUES (?, ?, ?, 'appraisals.rate', ?, x'00', x'00')",
        (newest, later, by, f"appraisal/{form}"),
    )
    copied.execute("INSERT INTO auditfacts VALUES (?, x'00', ?)", (newest, again))
    url = f"sqlite:///{tmp_path / 'teladan.db'}"
    assert findings(url) == [Finding(Kind.RATING, Fault.DIFFERS, str(form), key, newest)]
    copied.execute(
        "UPDATE rating SET level = ?, at = ? WHERE appraisal_id = ? AND indicator = ?",
        (level % 5 + 1, later, form, key),
    )
    assert findings(url) == []
    assert at != later


def test_thanks_beyond_the_allowance_of_a_week_are_found(
    copied: sqlite3.Connection, tmp_path: Path
) -> None:
    """Each with an entry of its own, as the program would have written it."""
    row = "SELECT giver_id, receiver_id, value, text, week, given_at, sent_at, shown FROM thanks"
    one = copied.execute(f"{row} WHERE id = 1").fetchone()
    entry = copied.execute(
        "SELECT at, actor_id FROM auditentry WHERE action = 'thanks.send' AND object = 'thanks/1'"
    ).fetchone()
    (newest,) = copied.execute("SELECT max(id) FROM auditentry").fetchone()
    for number in range(901, 904):
        added = newest + number - 900
        copied.execute("INSERT INTO thanks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *one))
        copied.execute(
            "INSERT INTO auditentry VALUES (?, ?, ?, 'thanks.send', ?, x'00', x'00')",
            (added, *entry, f"thanks/{number}"),
        )
        facts = f'{{"receiver": {one[1]}}}'
        copied.execute("INSERT INTO auditfacts VALUES (?, x'00', ?)", (added, facts))
    found = findings(f"sqlite:///{tmp_path / 'teladan.db'}")
    assert found == [Finding(Kind.THANKS, Fault.DIFFERS, "903", "week", None)]


def test_facts_that_were_erased_accuse_nobody(made: Made, tmp_path: Path) -> None:
    own = Database(f"sqlite:///{tmp_path / 'erased.db'}", Vault(SECRET))
    copy(made, tmp_path / "erased.db")
    with own.transaction() as session:
        for employee in range(1, 40):
            audit.erase(session, NOW, None, employee)
    own.close()
    assert findings(f"sqlite:///{tmp_path / 'erased.db'}") == []


def test_on_postgresql_too(postgres_url: str, tmp_path: Path) -> None:
    database = Database(postgres_url, Vault(SECRET))
    METADATA.create_all(database.engine)
    try:
        seed.furnish(database, tmp_path)
        assert findings(postgres_url) == []
        with database.transaction() as session:
            assert differences(session) == []
        some = {change: fault for change, fault in BEHIND if "'grant'" not in change}
        for change, expected in list(some.items())[::4]:
            with database.engine.connect() as connection, connection.begin() as undone:
                connection.execute(text("SET session_replication_role = replica"))
                connection.execute(text(change.replace("x'00'", "decode('00', 'hex')")))
                reader = audit.Reader(connection)
                found = agreement.findings(reader, database.vault, TODAY)
                assert expected in {f"{one.kind}/{one.fault}" for one in found}, change
                undone.rollback()
    finally:
        empty(database)
        database.close()
