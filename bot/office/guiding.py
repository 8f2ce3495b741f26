"""Mentoring: a pair that runs, with meetings, and people who offer and wish for the next ones."""

from __future__ import annotations

from datetime import date

from bot.actions import mentoring
from bot.actions.me import Me, read_me
from bot.actions.spans import packed
from bot.office.desk import Office
from bot.office.hiring import telegram_id
from storage import mentoring as stored
from storage import outbox

MENTOR = "wayan"
OFFERS = (("tenri", "kualitas_pelayanan"), ("rahma", "inovasi"))
WISHES = (("marice", "kualitas_pelayanan"), ("irwan", "inovasi"))
WORDS = "Menulis kajian singkat dan memaparkannya."
SHARED = "Menyiapkan satu usulan kecil untuk loket, dibahas pada pertemuan berikutnya."
SENT = ("mentoring.proposed", "mentoring.started", "mentoring.met", "mentoring.met")


def guide(office: Office) -> None:
    """Wayan and her mentee met twice, the second meeting waits to be confirmed."""
    session = office.session
    wayan = _me(office, MENTOR, 3, 9)
    mentoring.strength(session, wayan, "inovasi")
    mentoring.say_offer(session, wayan, WORDS)
    mentoring.goal(session, _me(office, "putri", 3, 10), "inovasi")
    mentoring.run(session, _me(office, "maya", 4, 9))
    (pair,) = stored.of_person(session, wayan.employee_id)
    mentee = next(key for key, number in office.ids.items() if number == pair.mentee_id)
    _begin(office, pair.id or 0, mentee)
    for key, strength in OFFERS:
        mentoring.strength(session, _me(office, key, 6, 9), strength)
    for key, goal in WISHES:
        mentoring.goal(session, _me(office, key, 6, 10), goal)
    for template in SENT:
        for key in (MENTOR, mentee):
            letter = outbox.newest(session, office.ids[key], template)
            if letter is not None:
                session.delete(letter)
                session.flush()


def _begin(office: Office, number: int, mentee: str) -> None:
    session = office.session
    mentoring.agree(session, _me(office, MENTOR, 4, 13), number)
    mentoring.agree(session, _me(office, mentee, 4, 14), number)
    for day, minutes in ((5, 60), (9, 45)):
        leader, held_on = _me(office, MENTOR, day, 15), packed(date(2026, 11, day))
        meeting = int(mentoring.note(session, leader, number, held_on, minutes).place.args[0])
        if day == 5:
            mentoring.say(session, leader, meeting, SHARED)
            mentoring.confirm(session, _me(office, mentee, day, 16), meeting)


def _me(office: Office, key: str, day: int, hour: int) -> Me:
    moment = office.at(key, date(2026, 11, day), hour)
    me = read_me(office.session, telegram_id(office.members[key]), moment)
    assert me is not None
    return me
