"""Feedback on a forum: asked once, told from three up, never by subtraction; materials."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.actions import exhibiting
from bot.actions.forums import ask_all, materials, opinions
from bot.actions.refusals import Refused
from bot.rules.forum_opinions import QUESTIONS
from bot.rules.forums import DOORS_CLOSE
from storage.database import Database
from storage.evidence import EvidenceFile
from storage.forum_materials import ForumMaterial
from storage.forum_opinions import ForumOpinion
from storage.invitations import Invitation
from tests.actions.forums import START, Sent, send_forum

END = START + timedelta(minutes=90)
AFTER = END + timedelta(hours=2)


@pytest.fixture
def held(database: Database) -> Sent:
    """Over, and everybody but Rina was there."""
    sent = send_forum(database)
    sent.now = AFTER
    with database.transaction() as session:
        for row in session.exec(select(Invitation)):
            row.attended_at = None if row.employee_id == sent.ids["rina"] else START
            session.add(row)
    return sent


def speak(sent: Sent, key: str, levels: str = "453", word: str = "") -> None:
    with sent.database.transaction() as session:
        me = sent.me(session, key)
        for question, level in zip(QUESTIONS, levels, strict=True):
            opinions.choose(session, me, sent.number, question.value, int(level))
        if word:
            opinions.say(session, me, sent.number, word)
        opinions.send(session, me, sent.number)


def told(sent: Sent, key: str = "budi") -> opinions.Told:
    with sent.database.transaction() as session:
        return opinions.told(session, sent.me(session, key), sent.number)


def kept(sent: Sent) -> int:
    with sent.database.transaction() as session:
        return len(session.exec(select(ForumOpinion)).all())


def test_nothing_is_told_of_two_and_nothing_is_kept_of_three(held: Sent) -> None:
    speak(held, "sari", "553", "Contohnya jelas")
    speak(held, "dedi", "443", "Waktunya kurang")
    assert (told(held).means, told(held).given, kept(held)) == ((), 2, 2)
    speak(held, "yosef", "323")
    found = told(held)
    assert [str(one) for one in found.means] == ["4.0", "3.7", "3.0"]
    assert found.words == ["Contohnya jelas", "Waktunya kurang"]
    assert kept(held) == 0


def test_a_fourth_waits_for_two_more(held: Sent) -> None:
    for key in ("sari", "dedi", "yosef"):
        speak(held, key)
    before = told(held).means
    for key in ("kepala", "wayan"):
        speak(held, key, "111")
        assert told(held).means == before
    speak(held, "maya", "111")
    assert told(held).people == 6


def test_once_only_and_only_who_was_there(held: Sent) -> None:
    speak(held, "sari")
    with pytest.raises(Refused, match="given_already"):
        speak(held, "sari")
    with pytest.raises(Refused, match="forbidden"):
        speak(held, "rina")
    held.now = END + timedelta(days=15)
    with pytest.raises(Refused, match="not_open"):
        speak(held, "dedi")


def test_half_an_answer_is_not_sent(held: Sent) -> None:
    with held.database.transaction() as session:
        opinions.choose(session, held.me(session, "sari"), held.number, "use", 5)
    with held.database.transaction() as session, pytest.raises(Refused, match="no_level"):
        opinions.send(session, held.me(session, "sari"), held.number)


def test_asked_once_after_the_doors_close_and_forgotten_after_two_weeks(held: Sent) -> None:
    def tick(after: timedelta) -> list[str]:
        with held.database.transaction() as session:
            assert ask_all(session, END + after) is False
        return held.told("forums.opinion")

    assert tick(DOORS_CLOSE - timedelta(minutes=1)) == []
    asked = tick(DOORS_CLOSE + timedelta(minutes=1))
    assert asked == sorted(key for key in held.keys if key != "rina")
    with held.database.transaction() as session:  # noted by the host two days later
        rows = session.exec(select(Invitation)).all()
        for row in rows:
            row.attended_at = START
            session.add(row)
    assert tick(timedelta(days=2)) == sorted(held.keys)
    speak(held, "sari")
    tick(timedelta(days=13))
    assert kept(held) == 1
    tick(timedelta(days=15))
    assert kept(held) == 0


def test_hr_reads_it_and_others_do_not(held: Sent) -> None:
    for key in ("sari", "dedi", "yosef"):
        speak(held, key)
    assert told(held, "maya").people == 3
    with pytest.raises(Refused, match="forbidden"):
        told(held, "sari")
    with held.database.transaction() as session:
        found, _, _ = opinions.heard(session, held.me(session, "maya"))
    assert [one.forum_id for one in found] == [held.number]


def names(sent: Sent, key: str) -> list[str]:
    with sent.database.transaction() as session:
        found = materials.listed(session, sent.me(session, key), sent.number)
    return [one.text or one.name for one in found.items]


def test_a_link_is_for_all_or_for_whoever_was_there(held: Sent) -> None:
    for text in (
        "http://contoh.go.id",
        "contoh",
        "https://",
        "javascript:alert(1)",
        "https://a b",
    ):
        with held.database.transaction() as session, pytest.raises(Refused, match="no_link"):
            materials.say_link(session, held.me(session, "budi"), held.number, text)
    link = "https://contoh.go.id/bahan?x=1&y=2"
    for _ in range(2):
        with held.database.transaction() as session:
            materials.say_link(session, held.me(session, "budi"), held.number, link)
    assert names(held, "rina") == names(held, "sari") == [link]
    with held.database.transaction() as session:
        number = session.exec(select(ForumMaterial)).one().id or 0
        materials.restrict(session, held.me(session, "budi"), number, 1)
    assert (names(held, "rina"), names(held, "sari")) == ([], [link])
    with held.database.transaction() as session, pytest.raises(Refused, match="missing"):
        materials.single(session, held.me(session, "rina"), number)


def test_a_file_is_seen_by_its_host_alone_until_it_was_examined(held: Sent) -> None:
    with held.database.transaction() as session:
        row = ForumMaterial(
            forum_id=held.number, added_by=held.ids["budi"], kind="document", key="k",
            file_id="f", name="paparan.pdf", added_at=AFTER, fetch_at=AFTER,
        )  # fmt: skip
        session.add(row)
        session.flush()
        number = row.id or 0
    assert (names(held, "budi"), names(held, "sari")) == (["paparan.pdf"], [])
    assert issubclass(exhibiting.MATERIALS.table, EvidenceFile)
    with held.database.transaction() as session:
        exhibiting.fetch_failed(session, number, "too_large", AFTER, True, exhibiting.MATERIALS)
    assert names(held, "sari") == []
    assert held.told("forums.material_refused") == ["budi"]
