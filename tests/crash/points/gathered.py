"""What follows from a forum, its record and a poll for a date; and a group that serves a unit."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session, delete

from bot.actions.forums import answers, drafts, summaries
from bot.rules.forums import Answer
from storage.forums import Forum
from storage.outbox import Letter
from tests.achievements import me
from tests.actions.forums import START, fill, number_of
from tests.conftest import NOW
from tests.crash.points.stories import Story
from tests.crash.points.verbs import (
    gathers,
    person_named,
    says,
    taps,
    upgrades,
)


def sent(session: Session) -> None:
    """Budi's forum of a week ahead: Sari comes, and all that it had to say has arrived."""
    budi = me(session, "budi", NOW)
    number = number_of(drafts.begin(session, budi))
    fill(session, number, START, 0, "units")
    forum = session.get_one(Forum, number)
    forum.units = str(person_named(session, "budi").unit_id)
    session.add(forum)
    summaries.send(session, budi, number)
    answers.answer(session, me(session, "sari", NOW), number, Answer.COMING)
    session.exec(delete(Letter))


RECORD = Story(
    "notulen",
    (
        says("budi", "/forum"),
        *taps("budi", "★ 19 Agu", "Notulen & lainnya", "Notulen", "Tulis notulen"),
        says("budi", "Antrean daring di Jayapura mulai bulan depan."),
        *taps("budi", "+ Tindak lanjut"),
        says("budi", "Menyiapkan petugas cadangan untuk loket prioritas"),
        *taps("budi", "Dedi", "2 minggu lagi", "Terbitkan notulen", "Ya, terbitkan"),
        says("dedi", "/menu"),
        *taps("dedi", "Tindak lanjut rapat"),
        says("dedi", "Petugas cadangan sudah ditunjuk."),
    ),
    sent,
    begins=START + timedelta(minutes=20),
)
POLL = Story(
    "jajak pendapat",
    (
        says("budi", "/forum"),
        *taps("budi", "★ 19 Agu", "Notulen & lainnya", "Jajak pendapat"),
        *taps("budi", "Jajak pendapat baru", "Memilih waktu"),
        says("budi", "20 agustus 2026 jam 9"),
        says("budi", "18 agustus 2026 jam 9"),
        *taps("budi", "Buka jajak pendapat", "Buka selama 3 hari"),
        says("sari", "/forum"),
        *taps("sari", "✓ 19 Agu", "Notulen & lainnya", "Jajak pendapat", "1", "20 Agu", "18 Agu"),
        *taps("budi", "Tutup jajak pendapat", "Ya, tutup", "Pakai 18 Agu", "Kirim perubahan"),
    ),
    sent,
)
GROUP = Story(
    "grup",
    (
        gathers("loket", "Loket Layanan", "maya", "sari"),
        *taps("maya", "Pilih unit", "Layanan", "Ya, hubungkan"),
        gathers("loket", "Loket dan warga", "maya", "sari"),
        upgrades("loket"),
    ),
)
GATHERED = (RECORD, POLL, GROUP)
