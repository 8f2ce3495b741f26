"""What forums of the invented office leave behind: minutes, steps, a poll, voices, questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.actions.forums import (
    items,
    lines,
    materials,
    opinions,
    poll_closing,
    poll_drafts,
    polls,
    publishing,
    questions,
    recording,
)
from bot.actions.me import Me
from bot.actions.spans import packed
from bot.office.desk import Office
from bot.office.talking import me_at
from bot.rules.forum_opinions import QUESTIONS
from bot.rules.forum_records import LineKind
from bot.rules.polls import PollKind
from storage import action_items, forum_polls, outbox
from storage.forums import Forum

HELD = date(2026, 10, 14)
MINUTES = (
    (LineKind.POINT, "Pemohon marah karena antreannya tidak jelas, bukan karena lama."),
    (LineKind.DECISION, "Nomor antrean menyebut perkiraan waktu tunggunya."),
)  # fmt: skip
STEPS = (
    ("lain5", "Menyusun kartu jawaban untuk lima keluhan tersering.", date(2026, 11, 20)),
    ("lain6", "Mencoba perkiraan waktu di nomor antrean selama dua minggu.", date(2026, 10, 30)),
)  # fmt: skip
DONE = "Dicoba sejak 19 Oktober; keluhan soal antrean turun dari 14 menjadi 5."
LINK = "https://contoh.go.id/materi/menjawab-dengan-tenang"
TOPICS = ("Berbicara dengan lansia", "Menulis jawaban yang ringkas", "Mengelola antrean pagi")
LEVELS = ("555", "454", "445", "354")
WORD = "Latihannya dekat dengan pekerjaan sehari-hari."
ASKED = (
    ("", "Apa yang dilakukan bila pemohon merekam kami tanpa izin?"),
    ("named", "Bolehkah formulir daring diisi bersama pemohon di loket?"),
)
TEMPLATES = ("recorded", "poll", "poll_closed", "item_done", "item_asked")
"""Letters that were sent and read before the demo begins."""


def remember(office: Office, held: Forum, present: Sequence[str], running: Forum) -> None:
    """The clinic of October was written down and spoken of; people ask at what is going on."""
    number = held.id or 0
    budi = me_at(office, "budi", HELD, 16)
    for kind, text in MINUTES:
        recording.say(office.session, budi, number, kind.value, text)
    _steps(office, budi, number)
    seen = recording.draft(office.session, budi, number).seen
    publishing.publish(office.session, budi, number, seen)
    materials.say_link(office.session, budi, number, LINK)
    _poll(office, budi, number, present)
    _speak(office, number, present)
    lain6 = me_at(office, "lain6", date(2026, 10, 30), 15)
    for step in action_items.of(office.session, number):
        if step.owner_id == lain6.employee_id:
            items.say_done(office.session, lain6, step.id or 0, DONE)
    for how, text in ASKED:
        marice = me_at(office, "marice", date(2026, 11, 9), 14)
        questions.say(office.session, marice, running.id or 0, how, text)
    for key in office.ids:
        for template in TEMPLATES:
            letter = outbox.newest(office.session, office.ids[key], f"forums.{template}")
            if letter is not None:
                office.session.delete(letter)
    office.session.flush()


def _steps(office: Office, budi: Me, number: int) -> None:
    for owner, text, due in STEPS:
        said = recording.say(office.session, budi, number, LineKind.ACTION.value, text)
        line = int(said.args[0])
        lines.take_owner(office.session, budi, line, office.ids[owner])
        lines.take_due(office.session, budi, line, packed(due))


def _poll(office: Office, budi: Me, number: int, present: Sequence[str]) -> None:
    """Everybody who was there chose what comes next; the numbers are told."""
    began = poll_drafts.begin(office.session, budi, number, PollKind.TOPIC.value)
    poll = int(began.place.args[0])
    for topic in TOPICS:
        poll_drafts.say(office.session, budi, poll, topic)
    poll_drafts.open_it(office.session, budi, poll, 3)
    there = [one.id or 0 for one in forum_polls.options(office.session, poll)]
    for at, key in enumerate(present):
        voter = me_at(office, key, date(2026, 10, 15), 10)
        polls.vote(office.session, voter, poll, there[(at * at) % len(there)])
    poll_closing.close(office.session, me_at(office, "budi", date(2026, 10, 16), 14), poll)


def _speak(office: Office, number: int, present: Sequence[str]) -> None:
    """Three and more say what they thought, so that the host reads it."""
    for key, levels in zip(present, LEVELS, strict=False):
        who = me_at(office, key, date(2026, 10, 16), 9)
        for question, level in zip(QUESTIONS, levels, strict=True):
            opinions.choose(office.session, who, number, question.value, int(level))
        if levels == LEVELS[0]:
            opinions.say(office.session, who, number, WORD)
        opinions.send(office.session, who, number)
