"""Copies of one's data, breaches with their clock and notices, and what goes by itself."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile
from sqlmodel import col, select

from bot.actions import personal
from bot.actions.audit import verify
from bot.actions.personal import retaining
from handlers.conversations import whole_table
from handlers.letters import renderer
from storage import achievements, agreement, evidence_files
from storage.accounts import Account
from storage.audit import Reader
from storage.employees import Employee
from storage.evidence import Evidence
from storage.outbox import Letter
from storage.personal import LookedAt, erasures
from storage.personal.erased import Erased
from tests.cast import Cast
from tests.documents.pdf import has
from tests.post import deliver
from tests.quarter import moves_to


@pytest.fixture
def opened(cast: Cast, tmp_path: Path) -> Cast:
    evidence_files.hand_over(tmp_path / "evidence", cast.database.engine)
    moves_to(cast, date(2026, 8, 12))
    return cast


def documents(cast: Cast) -> list[tuple[bytes, bool]]:
    """Contents of the documents sent, and whether each is protected."""
    sent = [one for one in cast.sari.office.telegram.calls if isinstance(one, SendDocument)]
    return [
        (one.document.data, bool(one.protect_content))
        for one in sent
        if isinstance(one.document, BufferedInputFile)
    ]


async def copied(cast: Cast) -> tuple[bytes, bool]:
    """The copy that is owed, drawn as the courier does, which then delivers it; is it protected"""
    with cast.database.transaction() as session:
        found = select(Letter).where(Letter.template == "personal.copied")
        letter = session.exec(found.order_by(col(Letter.id).desc())).first()
        assert letter is not None
        out = renderer(whole_table())(session, letter, cast.sari.office.clock.now())
    assert out is not None
    (file,) = out.drawn.files
    assert file.drawing is not None
    drawn = file.drawing()
    await deliver(cast)
    return drawn, not file.keepable


async def test_a_copy_holds_mine_in_both_forms_and_nobody_else(opened: Cast) -> None:
    sari, maya = opened.sari, opened.maya
    await maya.opens(f"desk.person/{opened.ids['sari']}", opened.database.vault)
    await sari.says("/data_saya")
    await sari.taps("Salinan data saya")
    assert sari.sees("Tidak disertakan (Pasal 33)")
    await sari.taps("Hanya dibaca di sini")
    assert sari.sees("Sedang disiapkan")
    sent, protected = await copied(opened)
    assert protected
    packed = ZipFile(io.BytesIO(sent))
    data = json.loads(packed.read("data.json"))
    (me,) = data["kinds"]["identity"]["employee"]
    assert (me["name"], me["nip"]) == ("Sari Lestari, A.Md.", "199003032015032003")
    assert "superior_id" not in me
    assert data["kinds"]["traces"]["lookedat"][0]["what"] == "roster"
    whole = json.dumps(data)
    assert "viewer_id" not in whole
    assert not any(name in whole for name in ("Budi", "Maya", "Dedi"))
    page = packed.read("data.pdf")
    assert has(page, "Data pribadi Sari Lestari, A.Md.")
    assert has(page, "199003032015032003")
    assert has(page, "Tidak ada dalam salinan ini")
    await sari.says("/data_saya")
    await sari.taps("Salinan data saya")
    await sari.taps("Untuk disimpan")
    await sari.taps("Kembali")
    await sari.taps("Salinan data saya")
    await sari.taps("Untuk disimpan")  # while one is being made there is no other
    with opened.database.transaction() as session:
        asked = session.exec(select(Letter).where(Letter.template == "personal.copied")).all()
        assert [one.state for one in asked] == ["sent", "waiting"]
    assert not (await copied(opened))[1]
    await sari.opens("personal.copy", opened.database.vault)
    assert sari.sees("Terkirim pada")


async def test_a_copy_holds_the_files_i_sent_and_says_which_are_lost(
    opened: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = evidence_files.files_beside(opened.database)
    with opened.database.transaction() as session:
        now = opened.sari.office.clock.now()
        for key, mark, name in (("sari", "a", "Antre: loket 1.jpg"), ("sari", "b", "hilang.jpg"),
                                ("dedi", "c", "milik dedi.jpg")):  # fmt: skip
            number = achievements.start(session, opened.ids[key], now)
            session.add(Evidence(achievement_id=number, kind="photo", key=mark, name=name, size=9,
                                 added_at=now, sha256=mark * 64, state="kept",
                                 file_type="jpg"))  # fmt: skip
    kept.write("a" * 64, b"isi loket")
    kept.write("c" * 64, b"isi dedi")
    await opened.sari.opens("personal.ask_copy", opened.database.vault)
    await opened.sari.taps("Untuk disimpan")
    packed = ZipFile(io.BytesIO((await copied(opened))[0]))
    assert "2 berkas" in opened.sari.bubbles[-1].text
    (name,) = (one for one in packed.namelist() if one.startswith("files/"))
    assert (name, packed.read(name)) == ("files/002-Antre-loket-1.jpg", b"isi loket")
    data = json.loads(packed.read("data.json"))
    assert (data["files"], data["lost_files"]) == ([name], ["files/001-hilang.jpg"])
    monkeypatch.setattr("bot.actions.personal.copying.LARGEST", 10)
    await opened.sari.opens("personal.ask_copy", opened.database.vault)
    await opened.sari.taps("Untuk disimpan")
    await copied(opened)
    assert "1 berkas tidak muat" in opened.sari.bubbles[-1].text


def night(cast: Cast, year: int) -> datetime:
    cast.sari.office.clock.moment = datetime(year, 3, 2, 19, 0, tzinfo=UTC)  # 02.00 WIB
    return cast.sari.office.clock.now()


def retain(cast: Cast, now: datetime) -> int:
    rounds = 0
    more = True
    while more:
        with cast.database.transaction() as session:
            more = personal.retain(session, now)
        rounds += 1
    return rounds


async def test_what_was_kept_long_enough_goes_by_night_and_the_chain_stays_whole(
    opened: Cast,
) -> None:
    maya, sari, ids = opened.maya, opened.sari, opened.ids
    await maya.opens(f"desk.person/{ids['sari']}", opened.database.vault)
    await sari.says("/prestasi")
    with opened.database.transaction() as session:
        session.get_one(Employee, ids["dedi"]).left_on = date(2026, 9, 1)
    await maya.opens("personal.retention", opened.database.vault)
    assert maya.sees("• riwayat siapa yang melihat: 0 / 0")
    assert retain(opened, night(opened, 2031)) == 1  # 2026 is kept until the end of 2031
    assert retain(opened, night(opened, 2032)) > 1
    with opened.database.transaction() as session:
        assert session.exec(select(LookedAt)).all() == []
        assert session.get_one(Employee, ids["dedi"]).name == "Dedi Pratama"
    with opened.database.transaction() as session:
        reader = Reader(session.connection())
        before = set(agreement.findings(reader, opened.database.vault, date(2037, 3, 2)))
    assert retain(opened, night(opened, 2037)) > 1
    with opened.database.transaction() as session:
        gone = session.get_one(Employee, ids["dedi"])
        assert (gone.name, gone.nip, gone.phone, gone.search_key) == ("–", "", None, "")
        accounts = session.exec(select(Account.telegram_id).where(Account.employee_id == gone.id))
        assert all(number < 0 for number in accounts)
        assert session.get_one(Employee, ids["sari"]).name == "Sari Lestari, A.Md."
        kinds = session.exec(select(erasures.Erasure.kind)).all()
        assert {"expired.looks", "expired.leavers"} <= set(kinds)
        reader = Reader(session.connection())
        key = opened.database.vault.key("audit")
        assert verify(reader, key, {}, lambda _: None).broken is None
        found = set(agreement.findings(reader, opened.database.vault, date(2037, 3, 2)))
        assert found <= before
    again = night(opened, 2037) + timedelta(hours=1)
    assert retain(opened, again) == 1  # once a night


def test_a_kind_of_which_nothing_is_left_is_not_looked_for_again_that_night(
    opened: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = {"question_votes": 2, "questions": 1, "duties": 3}
    asked: list[str] = []

    def expire(_: object, name: str, *__: object) -> Erased:
        asked.append(name)
        if name == "questions" and left["question_votes"] > 0:
            return Erased(0)  # votes hang on them
        left[name] = left.get(name, 0) - 1
        return Erased(int(left[name] >= 0))

    monkeypatch.setattr(retaining, "expire", expire)
    assert retain(opened, night(opened, 2032)) == 4
    assert max(left.values()) < 0, "some would wait for another night"
    assert [asked.count(one) for one in ("looks", "letters", "question_votes")] == [1, 1, 3]


def test_nothing_goes_by_day(opened: Cast) -> None:
    with opened.database.transaction() as session:
        assert personal.retain(session, datetime(2040, 1, 5, 5, 0, tzinfo=UTC)) is False
        assert session.exec(select(erasures.Erasure)).all() == []


async def test_hr_sees_no_more_buttons_than_a_screen_holds(opened: Cast) -> None:
    await opened.maya.says("/data_saya")
    labels = [label for row in opened.maya.card.keyboard for label, _ in row]
    assert "Kebocoran data" in labels
    assert "Permintaan data pribadi" in "".join(labels)
    assert len(labels) <= 8, labels
