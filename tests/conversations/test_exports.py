"""Extracts: purpose first, NIP masked, written down, handed out protected."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from bot.actions import buttons
from bot.actions.desk import sheets
from bot.actions.me import read_me
from bot.actions.refusals import Refused
from bot.documents import sheet
from bot.texts.desk import sheets as texts
from handlers.desk.sheets import draw_units
from storage import accounts, claims, entry_codes, profile
from storage.audit import AuditEntry
from storage.employees import Employee
from storage.handouts import Handout
from storage.personal import LookedAt
from tests.cast import Cast
from tests.conversations.test_joining import newcomer
from tests.conversations.test_roster import fits
from tests.documents.pdf import has
from tests.factors import types_code
from tests.kit import Person

PURPOSE = "Bahan rapat evaluasi triwulan bersama pimpinan."
WILD = "=HYPERLINK(0)"


async def asks(person: Person, label: str) -> None:
    await person.says("/admin")
    await person.taps("Data pegawai")
    await person.taps("Unduh data")
    fits(person)
    await person.taps(label)


def file_of(person: Person) -> bytes:
    """The newest document that was sent."""
    calls = [one for one in person.office.telegram.calls if one.__api_method__ == "sendDocument"]
    sent = calls[-1]
    assert sent.protect_content is True  # type: ignore[attr-defined]
    content = sent.document.data  # type: ignore[attr-defined]
    assert isinstance(content, bytes)
    return content


def lines_of(content: bytes) -> list[list[str]]:
    told = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(told, newline=""), delimiter=";"))


async def test_people_come_with_masked_numbers_and_a_purpose(cast: Cast) -> None:
    with cast.database.transaction() as session:
        dedi = session.get(Employee, cast.ids["dedi"])
        assert dedi is not None
        dedi.post = WILD
        session.add(dedi)
    await asks(cast.maya, "Pegawai")
    await cast.maya.says("audit")
    assert any("kalimat lengkap" in one.text for one in cast.maya.bubbles)
    await cast.maya.says(PURPOSE)
    assert cast.maya.sees("8 baris, NIP tersamar.")
    fits(cast.maya)
    await cast.maya.taps("CSV")
    head, *lines = lines_of(file_of(cast.maya))
    assert head[:3] == ["NIP", "Nama", "Unit kerja"]
    by_name = {line[1]: line for line in lines}
    assert by_name["Sari Lestari, A.Md."][0] == "1990********2003"
    assert by_name["Dedi Pratama"][3] == f"'{WILD}"
    with cast.database.transaction() as session:
        row = session.exec(select(Handout)).one()
        assert (row.kind, row.purpose, row.lines, row.full) == ("people", PURPOSE, 8, False)
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "exports.take")).one()
        assert entry.actor_id == cast.ids["maya"]
        assert PURPOSE not in entry.facts
        looked = session.exec(select(LookedAt).where(LookedAt.what == "export")).one()
        assert (looked.viewer_id, looked.about_id) == (cast.ids["maya"], 0)
    await cast.rina.opens(f"exports.paper/{row.id}", cast.database.vault)
    assert cast.rina.sees("tidak tersedia")
    cast.maya.office.clock.advance(minutes=11)
    await cast.maya.opens(f"exports.paper/{row.id}", cast.database.vault)
    assert cast.maya.sees("tidak tersedia")


async def test_whole_numbers_want_a_reason_and_a_code(cast: Cast) -> None:
    await asks(cast.maya, "Pegawai")
    await cast.maya.says(PURPOSE)
    await cast.maya.taps("Dengan NIP lengkap")
    await cast.maya.says("Dicocokkan dengan daftar gaji bulan ini.")
    assert cast.maya.sees("memperlihatkan tanggal lahir")
    await cast.maya.taps("Dengan NIP lengkap")
    await types_code(cast.maya)
    assert cast.maya.sees("dengan NIP lengkap karena")
    await cast.maya.taps("XLSX")
    book = load_workbook(io.BytesIO(file_of(cast.maya)))
    page = book.worksheets[0]
    assert "199003032015032003" in {cell.value for cell in page["A"]}
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}


async def test_a_list_on_paper_is_a_pdf(cast: Cast) -> None:
    await asks(cast.maya, "Jam pelatihan")
    await cast.maya.says(PURPOSE)
    await cast.maya.taps("PDF")
    assert has(file_of(cast.maya), "PUSAT")  # whose office it is
    await cast.maya.taps("Kembali")
    await cast.maya.taps("Kembali")
    assert cast.maya.sees("[Unduh data]")


async def test_a_head_takes_what_heads_may(cast: Cast) -> None:
    await cast.kepala.says("/menu")
    await cast.kepala.taps("Unduh data")
    assert "Pegawai" not in [label for row in cast.kepala.card.keyboard for label, _ in row]
    await cast.kepala.taps("Partisipasi")
    await cast.kepala.says(PURPOSE)
    assert cast.kepala.sees("8 baris, NIP tersamar.")
    assert "NIP lengkap" not in cast.kepala.screen
    await cast.kepala.taps("CSV")
    assert len(lines_of(file_of(cast.kepala))) == 9
    await cast.kepala.opens("exports.ask/people/0", cast.database.vault)
    assert cast.kepala.sees("tidak tersedia")


async def test_invitations_on_paper(cast: Cast) -> None:
    newcomer(cast, "dedi")
    newcomer(cast, "sari")
    maya = cast.maya
    maya.office.clock.advance(hours=73)  # the codes they had are over
    with cast.database.transaction() as session:
        profile.remember(session, "TeladanBot")
    await maya.says("/admin")
    await maya.taps("Undangan & jangkauan")
    fits(maya)
    await maya.taps("Peta adopsi")
    assert maya.sees("<b>Semua unit</b>: 6 dari 8")
    fits(maya)
    await maya.taps("Layanan (2)")
    assert maya.sees("Tidak terjangkau: 2")
    await maya.taps("Kembali")
    await maya.taps("Kembali")
    await maya.taps("Cetak undangan")
    await maya.taps("☐ Layanan (2)")
    fits(maya)
    await maya.taps("Lanjut (2)")
    fits(maya)
    await maya.taps("Ya, cetak")
    assert maya.sees("2 kartu.")
    assert file_of(maya).startswith(b"%PDF")
    with cast.database.transaction() as session:
        now = maya.office.clock.now()
        codes = session.exec(select(entry_codes.EntryCode)).all()
        first = {one.employee_id: one.code for one in codes if one.lives(now)}
        assert set(first) == {cast.ids["dedi"], cast.ids["sari"]}
        assert accounts.active_of(session, cast.ids["dedi"]) is None
    await maya.taps("Kembali")
    assert maya.sees("2 di antaranya memegang undangan")
    assert "Ya, cetak" not in maya.screen
    maya.office.clock.advance(minutes=1)
    await maya.taps("Cetak ulang semua")
    with cast.database.transaction() as session:
        codes = session.exec(select(entry_codes.EntryCode)).all()
        living = [one for one in codes if one.lives(maya.office.clock.now())]
        assert (len(codes), len(living)) == (6, 2)
        assert not {one.code for one in living} & set(first.values())
    maya.office.clock.advance(hours=73)
    await maya.opens("desk.sheets/0", cast.database.vault)
    await maya.taps("☐ Layanan (2)")
    await maya.taps("Lanjut (2)")
    assert "Ya, cetak" in maya.screen


async def test_a_card_says_until_when_by_the_clock_of_its_unit(cast: Cast) -> None:
    maya, now = cast.maya, cast.maya.office.clock.now()
    with cast.database.transaction() as session:
        claims.end_all_of(session, [cast.ids["dedi"], cast.ids["yosef"]], now)
    await maya.opens("desk.sheet_unit", cast.database.vault)
    await maya.taps("Ya, cetak")
    paper = file_of(maya)
    assert has(paper, "15 Agustus 2026 pukul 10.00 WIB")
    assert has(paper, "15 Agustus 2026 pukul 12.00 WIT,")


async def test_invitations_of_several_units_come_in_files_one_after_another(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST", 2)
    maya, now = cast.maya, cast.maya.office.clock.now()
    with cast.database.transaction() as session:
        for who in ("dedi", "sari", "wayan", "rina"):
            account = accounts.active_of(session, cast.ids[who])
            assert account is not None
            claims.end_all_of(session, [cast.ids[who]], now)

    def living() -> set[int]:
        with cast.database.transaction() as session:
            codes = session.exec(select(entry_codes.EntryCode)).all()
            return {one.employee_id for one in codes if one.lives(now)}

    await maya.opens("desk.sheets/0", cast.database.vault)
    assert "[Semua unit (4)]" in maya.screen
    await maya.says("tidak ada unit begini")
    await maya.says("layanan")
    assert "[☑ Layanan (2)]" in maya.screen
    await maya.taps("☑ Layanan")
    await maya.taps("Semua unit (4)")
    await maya.taps("Ya, cetak")
    assert maya.sees("2 dari 4 orang kini memiliki kartu")
    first = living()
    await maya.taps("Cetak berikutnya")
    assert len(living()) == 4
    assert "[Cetak berikutnya]" not in maya.screen
    await maya.taps("Kembali")
    maya.office.clock.advance(minutes=1)
    await maya.taps("Cetak ulang semua")
    assert maya.sees("2 dari 4 orang kini memiliki kartu")
    maya.office.clock.advance(minutes=1)
    await maya.taps("Cetak berikutnya")
    assert "[Cetak berikutnya]" not in maya.screen
    now_hold = living()
    assert first < now_hold
    with cast.database.transaction() as session:
        issued = session.exec(select(entry_codes.EntryCode)).all()
        every = sorted(one.employee_id for one in issued if one.issued_at >= now)
        assert every == sorted([*now_hold, *now_hold])


def test_units_are_chosen_as_long_as_buttons_can_carry_them() -> None:
    chosen: list[int] = []
    for number in range(40_000, 40_030):
        at = sheets.Units([(number, "Loket", 3)], chosen, 3 * len(chosen), 90, 0, 8)
        screen = draw_units(at)
        for button in (one for row in screen.rows for one in row):
            assert button.opens is None or buttons.fits(button.opens)
        opens = screen.rows[0][0].opens
        assert opens is not None
        chosen = [int(one) for one in opens.args[1:]]
    assert 2 < len(chosen) < 30
    assert at.full
    assert str(texts.full()) in str(screen.text)


async def test_a_unit_that_does_not_fit_any_more_is_not_chosen_by_name(cast: Cast) -> None:
    with cast.database.transaction() as session:
        me = read_me(session, cast.maya.telegram_id, cast.maya.office.clock.now())
        assert me is not None
        assert sheets.find_unit(session, me, 0, 40_000, "layanan").args[1] == 40_000
        with pytest.raises(Refused, match="full"):
            sheets.find_unit(session, me, 0, *range(40_000, 40_007), "layanan")


def test_a_workbook_holds_no_formula() -> None:
    wild = ["=1+1", "+1", "-1", "@x", "\t=x", "\r=x"]
    made = sheet.xlsx("x", ("a",), [[one] for one in wild])
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert b"<f" not in parts.read("xl/worksheets/sheet1.xml")
