"""A year's report on both databases: who owes it when, months that count, and what verify sees."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from bot.actions import years
from bot.actions.years.composing import compose
from bot.rules.authority import Role
from bot.rules.predikat import Predikat
from bot.rules.years import Missing
from storage import agreement, audit, employees, postings
from storage.absences import Absence
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.grants import Grant
from storage.outbox import Letter
from storage.postings import EVER
from storage.years import YearReport
from tests.cast import employ
from tests.quarter import tick
from tests.years import END, TEAM, install, live_through, me, morning

WORDS = "Waktu tunggu legalisasi turun dari 55 menjadi 18 menit."
WHY = "Mohon sebutkan dampak bagi warga."
YEARLY = (DutyKind.YEAR_WRITE, DutyKind.YEAR_REVIEW, DutyKind.YEAR_JUDGE)


@pytest.fixture
def ids(database: Database) -> dict[str, int]:
    with database.transaction() as session:
        return employ(session)[1]


def owed(database: Database, *, due: date | None = None) -> list[tuple[str, str]]:
    """Open duties of the year: kind and owner's first name."""
    with database.transaction() as session:
        rows = session.exec(select(Duty).where(Duty.done_at == None, Duty.cancelled_at == None))  # noqa: E711
        found = [one for one in rows if one.kind in YEARLY]
        assert due is None or {one.due_on for one in found} == {due}
        people = employees.many(session, [one.owner_id for one in found])
        return sorted((one.kind, people[one.owner_id].name.split()[0]) for one in found)


def sign(database: Database) -> int:
    with database.transaction() as session:
        sari = me(session, "sari")
        years.text(session, sari, 2026, "summary", WORDS)
        report = session.exec(select(YearReport)).one()
        years.sign(session, sari, 2026, report.turn)
        return report.id or 0


def does(database: Database, key: str, act: object, *args: object, day: date = END) -> None:
    with database.transaction() as session:
        turn = session.exec(select(YearReport.turn)).one()
        assert callable(act)
        act(session, me(session, key, day), *(turn if one is ... else one for one in args))


def moves_under(database: Database, ids: dict[str, int], key: str) -> None:
    with database.transaction() as session:
        employees.put_superior(session, ids["sari"], ids[key])
    tick(database, morning(END))


def letters(database: Database) -> list[str]:
    with database.transaction() as session:
        found = session.exec(select(Letter.template).order_by("id"))
        return [one for one in found if one.startswith("years.")]


def findings(database: Database) -> list[str]:
    with audit.open_reader(database.engine.url.render_as_string(hide_password=False)) as reader:
        found = agreement.findings(reader, database.vault, END)
        return sorted(f"{one.kind}/{one.fault}" for one in found if one.kind.startswith("year"))


def test_whoever_has_a_published_year_owes_the_report_until_it_is_signed(
    database: Database, ids: dict[str, int]
) -> None:
    live_through(database, ids, {3: 5})
    assert owed(database) == []
    live_through(database, ids, {4: 4})
    assert owed(database, due=END + timedelta(21)) == [("year_write", "Sari")]
    report = sign(database)
    assert owed(database, due=END + timedelta(14)) == [("year_review", "Budi")]
    does(database, "budi", years.return_text, report, WHY)
    assert owed(database, due=END + timedelta(14)) == [("year_write", "Sari")]
    sign(database)
    moves_under(database, ids, "wayan")
    assert owed(database) == [("year_review", "Ni")]
    moves_under(database, ids, "budi")
    does(database, "budi", years.judge, report, ..., "met", "met")
    tick(database, morning(END + timedelta(1)))
    assert owed(database) == []
    assert letters(database) == ["years.returned", "years.mended", "years.final"]


def test_months_are_those_served(database: Database, ids: dict[str, int]) -> None:
    live_through(database, ids, {3: 5, 4: 4})
    with database.transaction() as session:
        sari = session.get_one(Employee, ids["sari"])
        sari.post_level = "Ahli Pertama"
        assert served(session, ids) == ([7, 8, 9, 10, 11, 12], "6.25", Missing.UNRATED)
        posting = postings.Posting(
            employee_id=ids["sari"], superior_id=ids["budi"], unit_id=sari.unit_id,
            since=date(2026, 8, 17),
        )  # fmt: skip
        session.add(posting)
        session.flush()
        assert served(session, ids) == ([9, 10, 11, 12], "4.17", Missing.NOT_EMPLOYED)
        posting.since = date(2026, 8, 16)  # one day earlier, and half of August
        session.flush()
        assert served(session, ids) == ([8, 9, 10, 11, 12], "5.21", Missing.NOT_EMPLOYED)
        posting.since = EVER
        sari.left_on = date(2026, 11, 20)
        session.add(
            Absence(
                employee_id=ids["sari"], kind="long", since=date(2026, 7, 10),
                until=date(2026, 9, 10),
            )
        )  # fmt: skip
        session.flush()
        assert served(session, ids) == ([9, 10, 11], "3.13", Missing.UNRATED)
        year = compose(session, ids["sari"], 2026)
        assert year is not None
        assert [one.days for one in year.quarters] == [9 + 20, 31 + 20]


def served(session: Session, ids: dict[str, int]) -> tuple[list[int], str, Missing]:
    """Months, their angka kredit at Baik, and why the first half has no result."""
    year = compose(session, ids["sari"], 2026)
    assert year is not None
    (why,) = {year.result.missing[number] for number in (1, 2)}
    return list(year.months), str(year.credit(Predikat.BAIK)), why


def test_only_members_without_a_tie_judge_after_the_superior(
    database: Database, ids: dict[str, int]
) -> None:
    install(database, TEAM)
    live_through(database, ids, {3: 5, 4: 4})
    with database.transaction() as session:
        for key in ("budi", "kepala", "dedi"):
            role, since = Role.EVALUATION_TEAM, date(2026, 1, 1)
            session.add(Grant(employee_id=ids[key], role=role, since=since))
    report = sign(database)
    does(database, "budi", years.forward, report, ...)
    everybody = [("year_judge", "Dedi"), ("year_judge", "Ni")]
    assert owed(database) == everybody
    tick(database, morning(END))
    assert owed(database) == everybody
    does(database, "wayan", years.judge, report, ..., "met", "met")
    assert owed(database) == []
    check_what_verify_names(database)


BEHIND = [
    ("UPDATE yearreport SET total = '119.00'", ["year_signature/differs"]),
    ("UPDATE yearreport SET year = 2025", ["year_forward/differs", "year_signature/differs"]),
    ("UPDATE yearreport SET signed_at = NULL", ["year_signature/gone"]),
    ("UPDATE yearreport SET superior_by = employee_id", ["year_forward/differs"]),
    ("UPDATE yearreport SET superior_at = NULL", ["year_forward/gone"]),
    ("UPDATE yearreport SET predikat = 'sangat_baik'", ["year/differs"]),
    ("UPDATE yearreport SET hasil_kerja = 'above'", ["year/differs"]),
    ("UPDATE yearreport SET credit = '18.75'", ["year/differs"]),
    ("UPDATE yearreport SET months = 12", ["year/differs"]),
    ("UPDATE yearreport SET number = 7", ["year/differs"]),
    ("UPDATE yearreport SET code = '1-0000-0000-0000-0000'", ["year/differs"]),
    ("UPDATE yearreport SET judged_by = employee_id", ["year/differs"]),
    ("UPDATE yearreport SET state = 'signed'", ["year/gone"]),
]


def check_what_verify_names(database: Database) -> None:
    """Each change behind the product's back, and the row taken away."""
    assert findings(database) == []
    with database.engine.begin() as connection:
        kept = dict(connection.execute(text("SELECT * FROM yearreport")).mappings().one())
    back = ", ".join(f"{name} = :{name}" for name in kept)
    for change, expected in BEHIND:
        with database.engine.begin() as connection:
            connection.execute(text(change))
        assert findings(database) == expected, change
        with database.engine.begin() as connection:
            connection.execute(text(f"UPDATE yearreport SET {back}"), kept)
    with database.engine.begin() as connection:
        connection.execute(text("DELETE FROM yearreport"))
    gone = ["year/gone", "year_forward/gone", "year_signature/gone"]
    assert findings(database) == gone
