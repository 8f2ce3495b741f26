"""The roster comes in from a file: faults by line, all or nothing, twice changes nothing."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from bot.actions import roster
from bot.rules.roster import COLUMNS
from storage import roster_files
from storage.accounts import Account
from storage.columns import vault_of
from storage.database import Database
from storage.employees import Employee, by_nip, chain
from storage.grants import Grant
from storage.units import Unit
from tests.cast import JOINED

TODAY = date(2026, 8, 12)
NOW = datetime(2026, 8, 12, 3, 0, tzinfo=JOINED.tzinfo)
HEAD, BOSS, STAFF = "197001011995011001", "198001012005011002", "199003032015032003"
CONTRACT = "199009132025242014"


def line(**cells: str) -> str:
    usual = {"nama": "Sari", "jabatan": "Analis", "golongan": "III/a", "unit": "Dinas"}
    return ",".join({**usual, **cells}.get(column, "") for column in COLUMNS)


def file(*lines: str) -> bytes:
    return "\n".join([",".join(COLUMNS), *lines]).encode()


GOOD = file(
    line(nip=STAFF, nama="Sari Lestari", unit="Seksi", unit_induk="Dinas", atasan_nip=BOSS,
         telepon="0812-3456-7890", zona="WIT"),
    line(nip=BOSS, nama="Budi Santoso", atasan_nip=HEAD, peran="pegawai;atasan;tim_evaluasi"),
    line(nip=HEAD, nama="Hendra", peran="pimpinan;kepegawaian@Seksi", zona="WITA"),
    line(nip=CONTRACT, nama="Ayu", golongan="ix", atasan_nip=BOSS),
)  # fmt: skip


def faults(session: Session, content: bytes, *, leavers: bool = False) -> list[str]:
    rows = roster.read(content, "daftar.csv")
    return roster.report(roster.check(session, rows, TODAY, leavers=leavers))[1:]


def test_a_good_file_becomes_the_roster(database: Database) -> None:
    with database.transaction() as session:
        done = roster.apply(session, roster.read(GOOD, "daftar.csv"), NOW)
    assert (done.added, done.changed, done.unchanged, done.roles) == (4, 0, 0, 2)
    with database.transaction() as session:
        sari, budi, hendra = (by_nip(session, nip) for nip in (STAFF, BOSS, HEAD))
        assert sari is not None
        assert budi is not None
        assert hendra is not None
        assert (sari.nip, sari.phone, sari.sex, sari.rank) == (STAFF, "+6281234567890", 2, "III/a")
        assert chain(session, sari.id or 0) == [budi.id, hendra.id]
        units = {unit.name: unit for unit in session.exec(select(Unit))}
        assert units["Seksi"].parent_id == units["Dinas"].id
        assert (units["Seksi"].zone, units["Dinas"].zone) == ("Asia/Jayapura", "Asia/Makassar")
        grants = {(g.employee_id, g.role, g.unit_id) for g in session.exec(select(Grant))}
        assert grants == {
            (budi.id, "tim_evaluasi", None),
            (hendra.id, "pimpinan", units["Dinas"].id),
            (hendra.id, "kepegawaian", units["Seksi"].id),
        }


def test_how_far_the_writing_is_is_told_to_its_end(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.roster.CHUNK", 2)
    told: list[tuple[int, int]] = []
    with database.transaction() as session:
        found = roster.check(session, roster.read(GOOD, "daftar.csv"), TODAY)
        roster.write(session, found, NOW, progress=lambda *far: told.append(far))
    assert told == sorted(told)
    assert len({done for done, _ in told}) > 3
    assert told[-1] == (4, 4)


def test_others_see_how_far_the_writing_is(database: Database) -> None:
    """Where more than one may write; on SQLite they wait for its end."""
    with database.transaction() as session:
        roster.apply(session, roster.read(GOOD, "daftar.csv"), NOW)
        person = by_nip(session, STAFF)
        assert person is not None
        who = person.id or 0
        number = roster_files.keep(session, who, b"x", "Asia/Jakarta", NOW)
    with database.transaction() as session:
        roster_files.tell(session, who, number, 3)
        if not database.is_sqlite:
            with database.transaction(reading=True) as other:
                row = roster_files.of(other, who)
                assert row is not None
                assert row.done == 3
        ended = {"state": "done", "done": 4}
        assert roster_files.change(session, who, number, ("sent",), **ended)


def test_a_roster_comes_in_where_nobody_can_be_told_how_far_it_is(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin(_: Engine) -> None:
        raise OperationalError("BEGIN", None, OSError())

    with database.transaction() as session:
        with monkeypatch.context() as failing:
            failing.setattr(Engine, "begin", begin)
            roster_files.tell(session, 1, 1, 3)
        assert roster.apply(session, roster.read(GOOD, "daftar.csv"), NOW).added == 4


def test_importing_twice_changes_nothing(database: Database) -> None:
    rows = roster.read(GOOD, "daftar.csv")
    with database.transaction() as session:
        roster.apply(session, rows, NOW)
        before = snapshot(session)
    with database.transaction() as session:
        again = roster.apply(session, rows, NOW)
        assert (again.added, again.changed, again.unchanged, again.roles) == (0, 0, 4, 0)
        assert snapshot(session) == before


def snapshot(session: Session) -> list[object]:
    people = session.exec(select(Employee).order_by(Employee.id))  # type: ignore[arg-type]
    grants = session.exec(select(Grant).order_by(Grant.id))  # type: ignore[arg-type]
    return [row.model_dump() for row in [*people, *grants]]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"nip": "12345"}, "Baris 2, kolom nip: harus tepat 18 angka."),
        ({"nip": "19860231201505100A"}, "kolom nip: harus terdiri atas angka"),
        ({"nip": "1.98605E+17"}, "kolom nip: tersimpan sebagai bilangan"),
        ({"nip": "198602312015051001"}, "kolom nip: tidak diawali tanggal lahir"),
        ({"nip": ""}, "Baris 2, kolom nip: tidak boleh kosong."),
        ({"nama": " "}, "Baris 2, kolom nama: tidak boleh kosong."),
        ({"nama": "x" * 201}, "kolom nama: lebih panjang dari 200"),
        ({"unit": ""}, "kolom unit: tidak boleh kosong."),
        ({"golongan": "V/a"}, "kolom golongan: “V/a” tidak dikenal"),
        ({"golongan": ""}, "kolom golongan: “” tidak dikenal"),
        ({"golongan": "IX"}, "kolom golongan: “IX” tidak dikenal"),
        ({"nip": CONTRACT, "golongan": "XVIII"}, "kolom golongan: “XVIII” tidak dikenal"),
        ({"telepon": "12"}, "kolom telepon: bukan nomor telepon yang benar"),
        ({"peran": "pegawai;kepala suku"}, "kolom peran: “kepala suku” tidak dikenal"),
        ({"peran": "kepegawaian@Bulan"}, "kolom peran: menyebut unit “Bulan”"),
        ({"zona": "WIX"}, "kolom zona: “WIX” tidak dikenal"),
        ({"zona": "../etc/passwd"}, "kolom zona: “../etc/passwd” tidak dikenal"),
        ({"atasan_nip": HEAD}, "kolom atasan_nip: tidak ada di berkas ini"),
        ({"atasan_nip": "7"}, "kolom atasan_nip: harus tepat 18 angka."),
        ({"atasan_nip": STAFF}, "kolom atasan_nip: membentuk lingkaran atasan: Sari → Sari."),
        ({"unit_induk": "Dinas"}, "kolom unit_induk: membentuk lingkaran unit: Dinas → Dinas."),
    ],
)
def test_each_fault_names_line_and_column(
    sqlite: Database, cells: dict[str, str], expected: str
) -> None:
    with sqlite.transaction() as session:
        found = faults(session, file(line(**{"nip": STAFF, **cells})))
    assert len(found) == 1
    assert expected in found[0]


def test_lines_are_held_against_each_other(sqlite: Database) -> None:
    content = file(
        line(nip=STAFF, nama="Sari", atasan_nip=BOSS, unit_induk="Kota", zona="WIB"),
        line(nip=BOSS, nama="Budi", atasan_nip=STAFF, unit_induk="Negara", zona="WIT"),
        line(nip=BOSS, nama="Budi lagi", unit_induk="Kota"),
    )
    with sqlite.transaction() as session:
        found = "\n".join(faults(session, content))
    assert "Baris 3, kolom unit_induk: berbeda dengan baris 2" in found
    assert "Baris 3, kolom zona: berbeda dengan baris 2" in found
    assert "Baris 4, kolom nip: sama dengan baris 3" in found
    circle = file(line(nip=STAFF, nama="Sari", atasan_nip=BOSS),
                  line(nip=BOSS, nama="Budi", atasan_nip=STAFF))  # fmt: skip
    with sqlite.transaction() as session:
        assert faults(session, circle) == [
            "Baris 2, kolom atasan_nip: membentuk lingkaran atasan: Sari → Budi → Sari."
        ]


def test_a_circle_through_people_outside_the_file_is_found(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        roster.apply(session, roster.read(GOOD, "daftar.csv"), NOW)
    only_head = file(line(nip=HEAD, nama="Hendra", atasan_nip=STAFF, peran="pimpinan"))
    with sqlite.transaction() as session:
        found = faults(session, only_head)
        assert "Hendra → Sari Lestari → Budi Santoso → Hendra" in found[0]


def test_one_fault_stops_everything(database: Database) -> None:
    bad = GOOD + b"\n" + line(nip="1", nama="Rusak").encode()
    with database.transaction() as session, pytest.raises(roster.Faulty):
        roster.apply(session, roster.read(bad, "daftar.csv"), NOW)
    with database.transaction() as session:
        assert session.exec(select(Employee)).all() == []
        assert session.exec(select(Unit)).all() == []


def test_who_is_missing_is_named_and_stays(database: Database) -> None:
    fewer = file(
        line(nip=BOSS, nama="Budi Santoso", atasan_nip=HEAD), line(nip=HEAD, nama="Hendra")
    )
    with database.transaction() as session:
        roster.apply(session, roster.read(GOOD, "daftar.csv"), NOW)
    with database.transaction() as session:
        done = roster.apply(session, roster.read(fewer, "daftar.csv"), NOW)
        assert [person.name for person in done.missing] == ["Ayu", "Sari Lestari"]
        assert "2 pegawai aktif tidak ada di berkas" in roster.report(done)[-1]
        assert "--leavers" in roster.report(done)[-1]
        assert all(person.left_on is None for person in session.exec(select(Employee)))


def test_leavers_lose_their_account(database: Database) -> None:
    rows = roster.read(GOOD, "daftar.csv")
    stay = roster.read(
        file(line(nip=BOSS, nama="Budi Santoso", atasan_nip=HEAD), line(nip=HEAD, nama="Hendra")),
        "daftar.csv",
    )
    with database.transaction() as session:
        roster.apply(session, rows, NOW)
        sari = by_nip(session, STAFF)
        assert sari is not None
        session.add(
            Account(telegram_id=1, employee_id=sari.id or 0, state="active", claimed_at=NOW)
        )
    with database.transaction() as session:
        done = roster.apply(session, stay, NOW, leavers=True)
        assert (done.left, done.roles) == (2, 2)
    with database.transaction() as session:
        gone = by_nip(session, STAFF)
        assert gone is not None
        assert gone.left_on == TODAY
        assert session.exec(select(Account.state)).all() == ["ended"]
    with database.transaction() as session:
        back = roster.apply(session, rows, NOW)
        assert back.changed == 2
        assert by_nip(session, STAFF).left_on is None  # type: ignore[union-attr]


def test_nobody_may_answer_to_a_leaver(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        roster.apply(session, roster.read(GOOD, "daftar.csv"), NOW)
    only = file(line(nip=STAFF, nama="Sari Lestari", atasan_nip=BOSS))
    with sqlite.transaction() as session:
        assert "menunjuk Budi Santoso" in faults(session, only, leavers=True)[0]
        assert roster.check(session, roster.read(only, "x.csv"), TODAY).faults == []


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        GOOD.replace(b";", b"|").replace(b",", b";"),
        b"\xef\xbb\xbf" + GOOD,
        GOOD.decode().encode("utf-16"),
        GOOD.replace(b"\n", b"\r\n") + b"\r\n\r\n,,,\r\n",
        GOOD.upper().replace(b"PEGAWAI;ATASAN;TIM_EVALUASI", b"Pegawai; Atasan; Tim Evaluasi")
        .replace(b"DINAS", b"Dinas"),
    ],
    ids=["comma", "semicolon", "bom", "utf16", "crlf", "capitals"],
)  # fmt: skip
def test_csv_in_many_dresses(content: bytes) -> None:
    rows = roster.read(content, "daftar.csv")
    assert [row["nip"] for row in rows] == [STAFF, BOSS, HEAD, CONTRACT]
    assert rows[0]["telepon"] == "0812-3456-7890"


def test_windows_letters_survive() -> None:
    content = file(line(nip=STAFF, nama="Désirée")).decode().encode("cp1252")
    assert roster.read(content, "x.csv")[0]["nama"] == "Désirée"


def sheet(*rows: list[object]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_xlsx_is_read_and_numeric_nips_are_pointed_out(sqlite: Database) -> None:
    head: list[object] = list(COLUMNS)
    text = [
        "199003032015032003",
        "Sari",
        "Analis",
        "",
        "III/a",
        "Dinas",
        "",
        "",
        81234567890,
        "",
        "",
    ]
    spoilt = [198001012005011002, "Budi", "Analis", "", "III/a", "Dinas", "", "", None, "", ""]
    rows = roster.read(sheet(head, list(text), list(spoilt)), "daftar.xlsx")
    assert rows[0]["telepon"] == "81234567890"
    with sqlite.transaction() as session:
        found = roster.check(session, rows, TODAY)
    assert [(f.line, f.column, f.code) for f in found.faults] == [(3, "nip", "nip_number")]
    assert found.entries[0].phone == "+6281234567890"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "x.csv", "empty"),
        (file(), "x.csv", "empty"),
        (b"nip,nama\n1,2", "x.csv", "columns"),
        (b"\x00\x01\x02", "x.csv", "kind"),
        (b"PK\x03\x04broken", "x.xlsx", "kind"),
        (b"\xd0\xcf\x11\xe0", "x.xls", "kind"),
        (b"%PDF", "x.pdf", "kind"),
    ],
)
def test_what_is_no_roster_is_said_so(content: bytes, name: str, code: str) -> None:
    with pytest.raises(roster.Unreadable) as refused:
        roster.read(content, name)
    assert refused.value.code == code


def test_a_national_agency_is_imported_in_bulk(sqlite: Database) -> None:
    """Ten thousand lines, each superior further down the file than the people below."""

    def nip(n: int) -> str:
        return f"1990{n % 12 + 1:02d}{n % 28 + 1:02d}2015{n % 12 + 1:02d}1{n % 999 + 1:03d}"

    numbers = sorted({nip(n) for n in range(60_000)})[:10_000]
    assert len(numbers) == 10_000
    lines = [
        line(nip=number, nama=f"Pegawai {at}", unit=f"Unit {at % 50}", unit_induk="Badan",
             atasan_nip=numbers[at + 10] if at + 10 < len(numbers) else "")
        for at, number in enumerate(numbers)
    ]  # fmt: skip
    seen: list[int] = []
    rows = roster.read(file(*lines), "besar.csv")
    with sqlite.transaction() as session:
        done = roster.apply(session, rows, NOW, progress=lambda at, _: seen.append(at))
        assert done.added == 10_000
        first = by_nip(session, numbers[0])
        assert first is not None
        above = by_nip(session, numbers[10])
        assert above is not None
        assert first.superior_id == above.id
    assert seen == list(range(500, 10_001, 500))


def test_personal_data_stays_out_of_what_is_logged(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        found = roster.check(session, roster.read(GOOD, "x.csv"), TODAY)
        assert STAFF not in repr(found.entries)
        assert vault_of(session).index(STAFF) not in found.listed
