"""/data_saya of people without an account: what leads to them, and how it goes."""

from __future__ import annotations

from datetime import timedelta

from bot.actions.surveys.rules import mark_of
from storage import surveys
from storage.surveys import SurveyDraft, SurveyWish
from tests.cast import Cast
from tests.conversations.test_joining import newcomer, state_of
from tests.kit import Person
from tests.surveys import answer, serve


async def test_a_citizen_sees_and_erases_what_leads_to_them(cast: Cast) -> None:
    warsini = Person(cast.sari.office, 7001, "Warsini")
    await warsini.says("/start")
    await warsini.taps("Data saya di sini")
    assert warsini.sees("tersimpan tanpa nama, nomor, atau jam")
    assert warsini.sees("Tidak ada lagi yang mengarah kepada Anda.")
    assert "Hapus yang tersimpan" not in warsini.screen
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        service = serve(session, "Layanan", "Loket")
        counter = surveys.places.add_counter(session, service, "Loket 1", "kodeloket")
        mark = mark_of(session, "chat", 7001)
        for chat in (mark, b"another"):
            draft = SurveyDraft(mark=chat, counter_id=counter or 0, said="{}", touched_at=now)
            session.add(draft)
            number = answer(session, service, now.date(), [3])
            session.add(SurveyWish(answer_id=number, mark=chat, asked_on=now.date()))
    await warsini.says("/data_saya")
    assert warsini.sees("formulir yang belum Anda kirim")
    assert warsini.sees("1 permintaan kabar perbaikan")
    await warsini.taps("Hapus yang tersimpan")
    assert warsini.sees("Tidak ada lagi yang mengarah kepada Anda.")
    with cast.database.transaction() as session:
        assert surveys.wishes.count_mine(session, b"another") == 1
        assert surveys.drafts.of_chat(session, b"another") is not None


async def test_whoever_asked_to_join_sees_it_and_takes_it_back(cast: Cast) -> None:
    code = newcomer(cast, phone=None)
    await cast.sari.says(code)
    await cast.sari.taps("Ya, ini saya")
    await cast.sari.says("/data_saya")
    assert cast.sari.sees("permintaan bergabung tanggal")
    assert "Sari Lestari" not in cast.sari.screen  # masked, as at the door
    await cast.sari.taps("Tarik permintaan")
    assert cast.sari.toasts[-1].startswith("Ditarik.")
    assert state_of(cast, cast.sari.telegram_id) is None
    assert cast.sari.sees("Tidak ada lagi yang mengarah kepada Anda.")
    cast.sari.office.clock.moment += timedelta(minutes=1)
    await cast.sari.says("/data_saya")
    assert "Tarik permintaan" not in cast.sari.screen
