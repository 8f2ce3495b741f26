"""/panel, /penghargaan and /skor in the chat: screens that fit, refusals, reasons, replays."""

from __future__ import annotations

from sqlmodel import select

from storage.awards import Award
from storage.outbox import Letter
from storage.proposals import Proposal
from tests.cast import Cast
from tests.factors import types_code
from tests.kit import Person
from tests.quarter import CALIBRATION, moves_to, proposes, publishes

LABEL, SCREEN, BUTTONS = 24, 900, 8
REASON = "Hanya sebagian yang dinilai pada triwulan ini."


def fits(person: Person) -> None:
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert len(person.card.text) <= SCREEN, person.card.text
    assert len(labels) <= BUTTONS, labels
    assert all(len(label) <= LABEL for label in labels), labels


async def test_screens_of_a_result_and_of_an_award_fit(rated: Cast) -> None:
    await rated.wayan.says("/panel")
    await rated.wayan.taps("Peringkat")
    assert rated.wayan.sees("Penilaian masih dapat masuk")
    moves_to(rated, CALIBRATION)
    await publishes(rated.kepala, REASON)
    await rated.sari.says("/skor")
    fits(rated.sari)
    assert rated.sari.sees("██████████ 120,00 TW III 2026")
    await rated.sari.taps("Mengapa?")
    fits(rated.sari)
    await rated.wayan.says("/panel")
    await rated.wayan.taps("Peringkat")
    fits(rated.wayan)
    assert rated.wayan.sees("belum: belum ada hasil")
    await rated.wayan.taps("▶")
    await rated.wayan.taps("◀")
    for go in ("1. Sari", "Usulkan penghargaan", "Kembali", "Usulkan penghargaan"):
        await rated.wayan.taps(go)
        fits(rated.wayan)
    await rated.wayan.says("Bekerja melampaui target " * 16)
    fits(rated.wayan)
    await rated.wayan.taps("Ya, usulkan")
    fits(rated.wayan)
    await rated.kepala.says("/penghargaan")
    for go in ("Putuskan", "Setujui", "Kembali", "Tolak", "Kembali"):
        await rated.kepala.taps(go)
        fits(rated.kepala)


async def test_results_are_nobody_elses_business(rated: Cast) -> None:
    moves_to(rated, CALIBRATION)
    await publishes(rated.kepala, REASON)
    await rated.sari.says("/skor")
    await rated.dedi.taps("Mengapa?", data=rated.sari.button("Mengapa?"))
    assert "Mengapa hasilnya" not in rated.dedi.screen
    for command in ("/panel",):
        await rated.dedi.says(command)
        assert rated.dedi.sees("tidak tersedia")


async def test_people_with_obstacles_cannot_be_proposed(rated: Cast) -> None:
    moves_to(rated, CALIBRATION)
    await rated.wayan.says("/panel")
    await rated.wayan.taps("Peringkat")
    await rated.wayan.taps("Budi Santoso")
    assert rated.wayan.sees("Syarat dalam skema belum terpenuhi")
    assert "Usulkan penghargaan" not in rated.wayan.screen
    await rated.wayan.says("/panel")
    await rated.wayan.taps("Peringkat")
    if "[Ni Wayan" not in rated.wayan.screen:
        await rated.wayan.taps("▶")
    await rated.wayan.taps("Ni Wayan")
    assert rated.wayan.sees("Tidak seorang pun boleh mengusulkan dirinya sendiri")


async def test_a_rejection_needs_a_reason_and_reaches_the_proposer(rated: Cast) -> None:
    moves_to(rated, CALIBRATION)
    await proposes(rated.wayan, "1. Sari")
    kepala = rated.kepala
    await kepala.says("/penghargaan")
    await kepala.taps("Putuskan: Sari")
    await kepala.taps("Tolak")
    await kepala.says("tidak")
    assert kepala.sees("sedikitnya 20 karakter")
    await kepala.says("Bukti dampaknya belum terukur, mohon dilengkapi.")
    assert kepala.sees("Alasan Anda atas usulan <b>Sari Lestari, A.Md.</b>")
    await kepala.taps("Kembalikan ke tim")
    await types_code(kepala)
    with rated.database.transaction() as session:
        [proposal] = session.exec(select(Proposal)).all()
        assert (proposal.state, proposal.answer) == (
            "returned",
            "Bukti dampaknya belum terukur, mohon dilengkapi.",
        )
        assert session.exec(select(Award)).all() == []
    await proposes(rated.wayan, "1. Sari")
    assert rated.wayan.sees("Menunggu keputusan pimpinan.")


async def test_a_decision_pressed_twice_and_fed_again_gives_one_award(rated: Cast) -> None:
    moves_to(rated, CALIBRATION)
    await proposes(rated.wayan, "1. Sari")
    kepala = rated.kepala
    await kepala.says("/penghargaan")
    await kepala.taps("Putuskan")
    await kepala.taps("Setujui")
    data = kepala.button("Ya, tetapkan")
    await rated.wayan.taps("Ya, tetapkan", data=data)
    await kepala.taps("Ya, tetapkan")
    await kepala.office.feeds_again()
    await types_code(kepala)
    await kepala.office.feeds_again()
    await kepala.taps("Ya, tetapkan", data=data)
    assert kepala.sees("Nomor 1/2026")
    with rated.database.transaction() as session:
        assert len(session.exec(select(Award)).all()) == 1
        told = [one for one in session.exec(select(Letter)) if one.template == "awards.proposed"]
        assert [one.employee_id for one in told] == [rated.ids["kepala"]]
        won = [one for one in session.exec(select(Letter)) if one.template == "awards.won"]
        assert [one.employee_id for one in won] == [rated.ids["sari"]]
        assert all(set(one.facts) <= set('{"award": 0123456789}') for one in won)
    await kepala.says("/penghargaan")
    assert "Putuskan" not in kepala.screen
    await rated.sari.says("/penghargaan")
    fits(rated.sari)
