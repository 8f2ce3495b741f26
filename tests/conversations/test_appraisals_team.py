"""The evaluation team rates: person by person or criterion by criterion, never the own circle."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.rules.schemes import Source
from storage.agreement.ratings import of_appraisals, of_results
from storage.appraisals import Appraisal, Rating
from storage.audit import open_reader
from storage.duties import Duty
from storage.results import Result
from tests.cast import Cast
from tests.conversations.test_appraisals import achieved
from tests.kit import Person
from tests.quarter import CALIBRATION, RATING, moves_to, rates

LABEL, SCREEN, BUTTONS, CRITERIA = 24, 900, 8, 4
THEIRS = {"sari", "dedi", "yosef", "budi", "maya", "rina"}  # all but wayan and her superior


@pytest.fixture
async def october(cast: Cast) -> Cast:
    moves_to(cast, RATING.replace(month=8))
    moves_to(cast, RATING)
    return cast


def forms(cast: Cast) -> list[Appraisal]:
    with cast.database.transaction() as session:
        found = session.exec(select(Appraisal).where(Appraisal.source == Source.TEAM))
        return list(found)


def duty(cast: Cast) -> Duty:
    with cast.database.transaction() as session:
        return session.exec(select(Duty).where(Duty.kind == "assess")).one()


def fits(person: Person) -> None:
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert len(person.card.text) <= SCREEN, person.card.text
    assert len(labels) <= BUTTONS, labels
    assert all(len(label) <= LABEL for label in labels), labels


async def rates_as_team(member: Person, name: str, level: int = 4) -> None:
    await member.says("/panel")
    await member.taps("Menilai pegawai")
    if f"[{name}" not in member.screen:
        await member.taps("▶")
    await member.taps(name)
    await member.taps("Mulai menilai")
    for _ in range(CRITERIA):
        await member.taps(f"{level} ")
    await member.taps("Kirim")


async def test_one_person_is_rated_on_what_the_scheme_gives_to_the_team(october: Cast) -> None:
    wayan = october.wayan
    await wayan.says("/menu")
    assert wayan.sees("Penilaian tim")
    await wayan.taps("Penilaian tim")
    assert wayan.sees("0 dari 6 terkirim.")
    fits(wayan)
    await wayan.taps("▶")
    fits(wayan)
    shown = wayan.screen
    await wayan.taps("◀")
    shown += wayan.screen
    assert "Wayan" not in shown.replace("Ni Wayan Astuti, S.E.", "")
    assert "Hendra" not in shown
    await wayan.taps("Budi Santoso")
    fits(wayan)
    await wayan.taps("Mulai menilai")
    for _ in range(CRITERIA):
        fits(wayan)
        assert f"dari {CRITERIA}" in wayan.screen
        await wayan.taps("4 ")
    fits(wayan)
    assert "Umpan balik" not in wayan.screen
    await wayan.taps("Kirim")
    [form] = forms(october)
    assert (form.state, form.official_id) == ("sent", october.ids["wayan"])
    assert wayan.sees("1 dari 6 terkirim.")


async def test_one_criterion_across_everybody_in_an_order_of_its_own(october: Cast) -> None:
    wayan, orders = october.wayan, []
    await wayan.says("/panel")
    await wayan.taps("Menilai pegawai")
    await wayan.taps("Per kriteria")
    for step in range(1, CRITERIA + 1):
        order = []
        for _ in THEIRS:
            fits(wayan)
            head = wayan.card.text.splitlines()[0]
            assert f"Langkah {step} dari {CRITERIA}" in head
            order.append(head)
            await wayan.taps("4 ")
        assert len(set(order)) == len(THEIRS)
        orders.append(order)
    names = [tuple(line.split("·")[1] for line in order) for order in orders]
    assert len(set(names)) > 1, "the order is another one at each criterion"
    assert wayan.sees("Semua kriteria sudah diisi")
    assert duty(october).done_at is None
    await wayan.taps("Kirim yang lengkap")
    assert wayan.sees("6 penilaian sudah terkirim.")
    assert {one.employee_id for one in forms(october)} == {october.ids[key] for key in THEIRS}
    assert {one.state for one in forms(october)} == {"sent"}
    assert duty(october).done_at is not None


async def test_looking_and_skipping_keeps_nothing(october: Cast) -> None:
    wayan = october.wayan
    await wayan.says("/panel")
    await wayan.taps("Menilai pegawai")
    await wayan.taps("Per kriteria")
    first = wayan.card.text.splitlines()[0]
    await wayan.taps("Lewati")
    assert wayan.card.text.splitlines()[0] != first
    await wayan.taps("Kriteria lain")
    assert wayan.sees("Langkah 2 dari 4")
    await wayan.taps("Daftar")
    assert wayan.sees("0 dari 6 terkirim.")
    assert forms(october) == []


async def test_a_departure_across_everybody_asks_why_and_goes_on(october: Cast) -> None:
    for title in ("Antrean daring", "Loket keliling"):
        achieved(october, title, 5)
    wayan = october.wayan
    await wayan.says("/panel")
    await wayan.taps("Menilai pegawai")
    await wayan.taps("Per kriteria")
    while "Sari" not in wayan.card.text.splitlines()[0]:
        await wayan.taps("Lewati")
    assert wayan.sees("Usulan dari prestasi: <b>5</b>")
    await wayan.taps("2 ")
    assert wayan.sees("Mohon ketik alasannya")
    await wayan.says("Keluarannya belum dipakai unit lain.")
    assert wayan.sees("Kriteria ini: 1 dari 6")
    assert wayan.card.text.splitlines()[0].startswith("Langkah 1 dari 4")
    with october.database.transaction() as session:
        [one] = session.exec(select(Rating)).all()
        assert one.reason == "Keluarannya belum dipakai unit lain."


async def test_a_superior_too_may_go_criterion_by_criterion(october: Cast) -> None:
    budi = october.budi
    await budi.says("/nilai")
    fits(budi)
    await budi.taps("Per kriteria")
    for _ in range(3):
        assert budi.sees("Langkah 1 dari 11")
        await budi.taps("4 ")
    assert budi.sees("Langkah 2 dari 11")
    with october.database.transaction() as session:
        assert {one.indicator for one in session.exec(select(Rating))} == {"produktivitas"}
        entries = session.exec(select(Appraisal)).all()
    assert len(entries) == 3
    await budi.taps("Daftar")
    await budi.taps("Sari Lestari")
    assert budi.sees("Lanjutkan penilaian")


async def test_what_the_team_sends_later_changes_the_result_and_the_trail_says_so(
    october: Cast,
) -> None:
    await rates(october.budi, "Sari Lestari", 5)
    moves_to(october, CALIBRATION)
    await rates_as_team(october.wayan, "Sari Lestari", 3)
    with october.database.transaction() as session:
        [result] = session.exec(select(Result)).all()
    assert (result.total, result.raters, result.edition) == ("112.48", 2, 1)  # 64.48 + 48.00
    with open_reader(october.database.engine.url.render_as_string()) as reader:
        assert [*of_appraisals(reader), *of_results(reader)] == []


async def test_nobody_rates_themself_their_superior_or_out_of_time(october: Cast) -> None:
    wayan, number = october.wayan, duty(october).period_id
    for key in ("wayan", "kepala"):
        await wayan.opens(f"appraisals.ratee/{number}/{october.ids[key]}", october.database.vault)
        assert wayan.sees("tidak tersedia untuk Anda")
    moves_to(october, CALIBRATION.replace(day=20))
    await wayan.says("/panel")
    await wayan.taps("Menilai pegawai")
    assert "Per kriteria" not in wayan.screen
    assert forms(october) == []
