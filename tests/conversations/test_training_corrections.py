"""A training result that was noted wrongly: asked by one, decided by another, followed by all."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select, update

from bot.actions.certificates import revoking
from bot.actions.me import read_me
from bot.actions.trainings import correcting
from bot.rules.trainings.course import Ground, State
from storage import agreement, audit, certificates, revocations, units
from storage.agreement import Kind
from storage.certificates import Certificate, FormerCertificate
from storage.outbox import Letter
from storage.revocations import Revocation
from storage.trainings import TrainingCorrection, request, running
from storage.trainings.request import TrainingRequest
from tests.cast import Cast
from tests.factors import types_code
from tests.kit import Person
from tests.quarter import moves_to
from tests.trainings import WHY, offer

NOVEMBER, DAY = date(2026, 11, 10), date(2026, 11, 12)
REASON = "Daftar hadir memuat nama orang lain; Sari sedang cuti hari itu."
KINDS = {
    Kind.APPLICATION, Kind.ATTENDANCE, Kind.TRAINING_RESULT, Kind.HOURS, Kind.CERTIFICATE,
    Kind.ASKED_TRAINING, Kind.CONFIRMED_TRAINING, Kind.REVOCATION, Kind.REVOKED,
}  # fmt: skip


@pytest.fixture
async def noted(cast: Cast) -> Cast:
    """Budi, host of a course of the office, has noted that Sari completed it with 88 of 100."""
    moves_to(cast, NOVEMBER)
    with cast.database.transaction() as session:
        now = cast.sari.office.clock.now()
        days: dict[str, Any] = {"begins_on": DAY, "ends_on": DAY, "apply_until": NOVEMBER}
        office = units.top(session)
        number = offer(session, now, seats=4, name="Pelayanan Prima", provider=office, **days)
        row = request.begin(session, number, cast.ids["sari"], Ground.OWN)
        seat = {"why": WHY, "sent_at": now, "seated_at": now}
        assert request.move(session, row.id or 0, [State.DRAFT], State.SEATED, **seat)
        seated = {"training": number, "state": "seated"}
        about = f"training_request/{row.id}"
        audit.record(session, now, None, "trainings.seat", about, seated)
        running.put_host(session, number, cast.ids["budi"], cast.ids["maya"], now)
    moves_to(cast, DAY)
    await sees(cast.budi)
    await cast.budi.taps("Hadir")
    await cast.budi.taps("Sari")
    await cast.budi.says("88")
    await cast.budi.taps("Lulus …")
    await cast.budi.taps("Ya, lulus")
    return cast


async def sees(person: Person) -> None:
    """Sari's line of the course."""
    await person.says("/diklat")
    if "Meja diklat" in person.screen:
        await person.taps("Meja diklat")
    await person.taps("Kegiatan dan kehadiran")
    await person.taps("1. Pelayanan")
    await person.taps("Sari")


async def asks(person: Person, *said: str, result: str = "") -> None:
    """A correction of Sari's result, to be so, and for these reasons."""
    await sees(person)
    await person.taps("Koreksi hasil …")
    if result:
        await person.taps(result)
    for one in said:
        await person.says(one)
    await person.taps("Minta orang kedua")


async def agrees(person: Person) -> None:
    await person.says("/menu")
    await person.taps("Hasil diklat Sari")
    await person.taps("Ya, koreksi")
    await types_code(person)
    assert person.sees("Sudah dikoreksi: disetujui")


async def looks(person: Person) -> None:
    """Sari at her own application."""
    await person.says("/diklat")
    await person.taps("Permohonan saya")
    await person.taps("1. Pelayanan")


def faults(cast: Cast) -> list[tuple[str, str]]:
    url = cast.database.engine.url.render_as_string(hide_password=False)
    with audit.open_reader(url) as reader:
        found = agreement.findings(reader, cast.database.vault, DAY)
        return sorted((one.kind, one.fault) for one in found if one.kind in KINDS)


async def test_a_wrong_result_is_put_right_by_two_and_everything_follows(noted: Cast) -> None:
    """Completed becomes absent; then, by two others, completed again with other hours."""
    budi, sari, rina = noted.budi, noted.sari, noted.rina
    await sees(budi)
    await budi.taps("Koreksi hasil …")
    assert budi.sees("Tercatat: <b>lulus, nilai 88, 20 JP</b>")
    assert "Minta orang kedua" not in budi.screen
    await budi.says("101")
    assert budi.sees("Nilai berupa angka dari 0 sampai 100.")
    await budi.taps("Tidak hadir")
    assert budi.sees("Seharusnya: <b>tidak hadir</b>")
    await budi.says("16 JP")
    assert budi.sees("Jam hanya dihitung bagi yang lulus.")
    await budi.says(REASON)
    await budi.taps("Minta orang kedua")
    assert budi.sees("Orang kedua yang memutuskan")
    await looks(sari)
    assert sari.sees("<b>lulus</b>")  # nothing has changed yet
    with noted.database.transaction() as session:
        kepala = read_me(session, noted.kepala.telegram_id, sari.office.clock.now())
        assert kepala is not None
        revoking.write_reason(session, kepala, 1, REASON)
        revoking.propose(session, kepala, 1)
    await agrees(rina)
    with noted.database.transaction() as session:
        assert session.exec(select(Revocation.state)).one() == revocations.WITHDRAWN
    await looks(sari)
    assert sari.sees("<b>tidak hadir</b>")
    assert sari.sees("semula “lulus, nilai 88, 20 JP”, menjadi “tidak hadir”")
    assert sari.sees(REASON)
    assert "001/STF" not in sari.screen
    await sari.says("/diklat")
    assert sari.sees("0 dari 20 JP")
    await sees(budi)
    assert "[Hadir]" not in budi.screen  # one person alone notes nothing any more
    assert faults(noted) == []
    await asks(noted.maya, "16 JP", "91", "Ternyata Sari ikut dari awal.", result="Lulus")
    await agrees(noted.kepala)
    await looks(sari)
    assert sari.sees("Nilai: 91 dari 100")
    assert sari.sees("menjadi “lulus, nilai 91, 16 JP”")
    assert sari.sees("002/STF/2026")
    await sari.says("/diklat")
    assert sari.sees("16 dari 20 JP")
    assert faults(noted) == []
    with noted.database.transaction() as session:
        told = session.exec(select(Letter).where(Letter.employee_id == noted.ids["sari"])).all()
        assert [one.template for one in told].count("trainings.corrected") == 2
        assert [one.template for one in told].count("certificates.revoked") == 1
        (paper,) = session.exec(select(Certificate)).all()
        (former,) = session.exec(select(FormerCertificate)).all()
    assert (paper.state, paper.number, former.number) == (certificates.VALID, 2, 1)


async def test_neither_who_noted_nor_who_asks_decides(noted: Cast) -> None:
    """Budi noted it and Maya asks: Rina and the head may; with only those two, nobody."""
    await asks(noted.maya, "70", REASON)
    with noted.database.transaction() as session:
        asked = session.exec(select(Letter.employee_id).where(
            Letter.template == "trainings.correction_asked"
        )).all()  # fmt: skip
    assert set(asked) == {noted.ids["rina"], noted.ids["kepala"]}
    await noted.maya.opens("trainings.correction/1", noted.database.vault)
    assert "Ya, koreksi" not in noted.maya.screen
    await noted.sari.opens("trainings.correction/1", noted.database.vault)
    assert noted.sari.sees("tidak tersedia")


async def test_nobody_with_a_hand_in_the_result_agrees_to_a_second_correction(noted: Cast) -> None:
    """Rina noted it; Budi asked for another score, and the head agreed: only Maya is left."""
    with noted.database.transaction() as session:
        session.exec(update(TrainingRequest).values(ended_by=noted.ids["rina"]))
    await asks(noted.budi, "70", REASON)
    await agrees(noted.kepala)
    await asks(noted.budi, "71", REASON)
    with noted.database.transaction() as session:
        waits = select(TrainingCorrection.id).where(TrainingCorrection.state == "waiting")
        number = session.exec(waits).one()
        second = col(Letter.key).startswith(f"trainings.correction_asked/{number}/")
        asked = session.exec(select(Letter.employee_id).where(second)).all()
    assert asked == [noted.ids["maya"]]
    for person in (noted.rina, noted.kepala):
        await person.opens(f"trainings.correction/{number}", noted.database.vault)
        assert "Ya, koreksi" not in person.screen
    await noted.maya.opens(f"trainings.correction/{number}", noted.database.vault)
    assert noted.maya.sees("Ya, koreksi")


async def test_what_is_never_handed_over_goes_after_two_weeks_or_when_its_writer_wants(
    noted: Cast,
) -> None:
    def drafts(then: datetime) -> int:
        with noted.database.transaction() as session:
            correcting.drop_drafts(session, then)
            return len(session.exec(select(TrainingCorrection)).all())

    for erased in (False, True):
        await sees(noted.budi)
        await noted.budi.taps("Koreksi hasil …")
        await noted.budi.says(REASON)
        now = noted.budi.office.clock.now()
        assert drafts(now + timedelta(13)) == 1
        if erased:
            await noted.budi.opens("personal.sure/drafts", noted.database.vault)
            await noted.budi.taps("Hapus selamanya")
        assert drafts(now + timedelta(14, hours=1)) == 0


async def test_it_is_refused_with_a_reason_or_taken_back(noted: Cast) -> None:
    await asks(noted.budi, "70", REASON)
    rina = noted.rina
    await rina.says("/menu")
    await rina.taps("Hasil diklat Sari")
    await rina.taps("Tolak …")
    await rina.says("Lembar ujian menunjukkan 88.")
    await rina.taps("Ya, hasil tetap")
    await types_code(rina)
    assert rina.sees("Hasil tetap seperti semula")
    assert "Hasil diklat Sari" not in await menu(rina)
    assert "Hasil diklat Sari" not in await menu(noted.kepala)
    await asks(noted.budi, "71", REASON)
    await noted.budi.taps("Tarik permintaan")
    assert noted.budi.sees("Koreksi hasil …")
    with noted.database.transaction() as session:
        states = [one.state for one in session.exec(select(TrainingCorrection)).all()]
    assert states == ["refused", "withdrawn"]
    assert faults(noted) == []
    await looks(noted.sari)
    assert noted.sari.sees("Nilai: 88 dari 100")
    assert "Dikoreksi" not in noted.sari.screen


async def menu(person: Person) -> str:
    await person.says("/menu")
    return person.screen
