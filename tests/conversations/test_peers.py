"""/rekan in the chat: proposing, the queue, both ways through, the comment, giving back."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from storage.peers import PeerTicket, drafts
from tests.beginnings import played
from tests.cast import Cast
from tests.kit import Person
from tests.quarter import CALIBRATION, RATING, moves_to

LABEL, SCREEN, BUTTONS, STEPS = 24, 900, 8, 8
SUMMER = date(2026, 8, 12)


@pytest.fixture
@played
def summer(cast: Cast) -> Cast:
    moves_to(cast, SUMMER, peers=True)
    return cast


@pytest.fixture
@played
def october(summer: Cast) -> Cast:
    """Drawn: Budi, Wayan, Maya and Rina about one another; Sari, Dedi and Yosef about Budi."""
    moves_to(summer, RATING, peers=True)
    moves_to(summer, RATING, peers=True)
    return summer


def tickets(cast: Cast) -> list[PeerTicket]:
    with cast.database.transaction() as session:
        return list(session.exec(select(PeerTicket).order_by(PeerTicket.id)))  # type: ignore[arg-type]


def fits(person: Person) -> None:
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert len(person.card.text) <= SCREEN, (len(person.card.text), person.card.text)
    assert len(labels) <= BUTTONS, labels
    assert all(len(label) <= LABEL for label in labels), labels


async def go(person: Person, *labels: str) -> None:
    for label in labels:
        await person.taps(label)
        fits(person)


async def test_an_employee_and_the_superior_propose_before_the_draw(summer: Cast) -> None:
    sari, budi = summer.sari, summer.budi
    await sari.says("/rekan")
    assert sari.sees("Anda belum mengusulkan rekan.")
    await go(sari, "Usulkan rekan")
    await sari.says("Budi Santoso")
    assert sari.sees("tidak ada")
    await sari.says("Dedy Pratma")
    await go(sari, "1. Dedi Pratama")
    assert sari.sees("Anda mengusulkan Dedi Pratama.")
    await budi.says("/rekan")
    assert budi.sees("Untuk bawahan Anda: 0 dari 3 usulan sudah ada.")
    await go(budi, "Usulan untuk bawahan", "Sari Lestari")
    assert "Dedi" not in budi.screen
    await budi.says("Wayan")
    await go(budi, "1. Ni Wayan Astuti")
    assert budi.sees("Sari Lestari: Ni Wayan Astuti")
    moves_to(summer, RATING, peers=True)
    await sari.opens("peers.ask/1/3", summer.database.vault)
    assert sari.sees("Undian triwulan ini sudah dimulai")


async def test_the_menu_and_the_queue_say_how_many_wait(october: Cast) -> None:
    wayan = october.wayan
    await wayan.says("/menu")
    assert wayan.sees("4 rekan menunggu")
    await go(wayan, "4 rekan menunggu")
    assert wayan.sees("Terjawab: 0 dari 4")
    assert wayan.sees("Hendra Wijaya (atasan Anda): belum")


async def test_one_criterion_across_all_people_then_the_next(october: Cast) -> None:
    wayan = october.wayan
    await wayan.says("/rekan")
    await go(wayan, "Jawab tentang rekan", "Mulai atau lanjutkan")
    seen = []
    for _ in range(3):
        assert wayan.sees("<b>Kolaborasi</b>")
        seen.append(wayan.card.text.split("\n")[0])
        await go(wayan, "4 ")
    assert len(set(seen)) == 3
    assert wayan.sees("<b>Berorientasi Pelayanan</b>")
    await wayan.says("/rekan")
    await go(wayan, "Jawab tentang rekan", "Mulai atau lanjutkan")
    assert wayan.sees("<b>Berorientasi Pelayanan</b>")


async def test_person_by_person_to_the_end(october: Cast) -> None:
    maya = october.maya
    await maya.says("/rekan")
    await go(maya, "Jawab tentang rekan", "Per orang", "Mulai atau lanjutkan")
    for _ in range(STEPS - 1):
        await go(maya, "4 ")
    await go(maya, "Belum cukup mengenal")
    assert maya.sees("Kolaboratif: <b>belum kenal</b>")
    send = maya.button("Kirim")
    await go(maya, "Kirim")
    assert maya.sees("Terkirim, terima kasih")
    assert maya.sees("Terjawab: 1 dari 4")
    await maya.taps("Kirim", data=send)
    spent = [one for one in tickets(october) if one.state == "spent"]
    assert len(spent) == 1
    await maya.opens(f"peers.form/{spent[0].id}", october.database.vault)
    assert maya.sees("tidak ada yang dapat membukanya lagi")


async def test_level_one_wants_a_word_and_telltales_are_marked(october: Cast) -> None:
    rina = october.rina
    await rina.says("/rekan")
    await go(rina, "Jawab tentang rekan", "Per orang", "Mulai atau lanjutkan")
    await go(rina, *["1 "] * STEPS)
    assert rina.sees("Anda memberi tingkat 1")
    assert "[Kirim]" not in rina.screen
    await go(rina, "Komentar")
    await rina.says("Pak Hendra tahu soal 12 Maret. Rapat sering ditinggalkan.")
    assert rina.sees("<u>Hendra</u>")
    assert rina.sees("Kata bergaris bawah")
    assert rina.sees("Kelompok Anda berjumlah 3 orang")
    await rina.says("Rapat bersama sering ditinggalkan. Bahan datang terlambat.")
    assert "<u>" not in rina.card.text
    await go(rina, "Kembali", "Kirim")
    assert rina.sees("Terjawab: 1 dari 4")


async def test_who_cannot_judge_gives_it_back_and_nobody_is_left_to_draw(october: Cast) -> None:
    wayan = october.wayan
    await wayan.says("/rekan")
    await go(wayan, "Jawab tentang rekan", "Budi Santoso", "Lanjut", "5 ")
    await wayan.says("/rekan")
    await go(wayan, "Jawab tentang rekan", "Budi Santoso", "Tidak dapat menilai")
    assert wayan.sees("Tidak ada yang diberi tahu")
    await go(wayan, "Ya, kembalikan")
    assert "Budi" not in wayan.screen
    mine = [t.id or 0 for t in tickets(october) if t.rater_id == october.ids["wayan"]]
    with october.database.transaction() as session:
        assert not drafts.of_many(session, mine)
    moves_to(october, RATING, peers=True)
    about = [t for t in tickets(october) if t.about_id == october.ids["budi"] and t.side == "peer"]
    assert sorted(t.state for t in about) == ["declined", "open", "open"]
    assert all(t.replaced for t in about if t.state == "declined")


async def test_the_form_of_somebody_else_is_not_mine(october: Cast) -> None:
    [other, *_] = [t for t in tickets(october) if t.rater_id == october.ids["wayan"]]
    for where in ("form", "comment", "declining"):
        await october.maya.opens(f"peers.{where}/{other.id}", october.database.vault)
        assert october.maya.sees("tidak tersedia")


async def test_subordinates_answer_about_their_superior(october: Cast) -> None:
    sari = october.sari
    await sari.says("/menu")
    await go(sari, "1 rekan menunggu", "Budi Santoso")
    assert sari.sees("Tentang atasan Anda, Budi Santoso")
    assert sari.sees("tidak masuk nilai")
    await go(sari, "Lanjut")
    assert sari.sees("Langkah 1 dari 4")
    assert sari.sees("·")
    await go(sari, *["3 "] * 4, "Kirim")
    assert sari.sees("Terjawab: 1 dari 1")
    await sari.says("/menu")
    assert "rekan menunggu" not in sari.screen


async def test_after_the_window_nothing_is_taken(october: Cast) -> None:
    dedi = october.dedi
    await dedi.says("/rekan")
    await go(dedi, "Jawab tentang rekan", "Budi Santoso", "Lanjut")
    stale = dedi.button("3 ")
    moves_to(october, CALIBRATION, peers=True)
    await dedi.taps("3 ", data=stale)
    assert not dedi.screen.startswith("Langkah 2")
    every = [t.id or 0 for t in tickets(october)]
    with october.database.transaction() as session:
        assert not drafts.of_many(session, every)
    assert {t.state for t in tickets(october)} == {"lapsed"}


async def test_unsent_answers_are_looked_at_together_and_sent_ones_never(october: Cast) -> None:
    maya = october.maya
    await maya.says("/rekan")
    await go(maya, "Jawab tentang rekan", "Mulai atau lanjutkan", "5 ", "4 ", "3 ")
    await maya.says("/rekan")
    await go(maya, "Jawab tentang rekan", "Budi Santoso", "Cermin jawaban saya")
    assert maya.sees("Dari 3 formulir yang belum Anda kirim")
    assert maya.sees("<b>100,00</b>")
    await maya.says("/rekan")
    await go(maya, "Jawab tentang rekan", "Per orang", "Mulai atau lanjutkan")
    await go(maya, *["4 "] * (STEPS - 1), "Kirim")
    name = next(one for one in ("Budi Santoso", "Ni Wayan", "Rina") if f"[{one}" in maya.screen)
    await go(maya, name)
    assert "Cermin" not in maya.screen, "two forms say too little together"
