"""Seats and the waiting list: never too many, always in order, also when all press at once."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.actions.refusals import Refused
from storage.database import Database
from tests.actions.forums import START, Sent, send_forum
from tests.databases import fresh

PEOPLE = ("kepala", "sari", "dedi", "wayan", "maya", "rina", "yosef")
WISHES = st.lists(st.tuples(st.sampled_from(PEOPLE), st.booleans()), max_size=25)


@dataclass
class Model:
    """What must come out, written down as simply as possible."""

    capacity: int
    coming: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    declined: set[str] = field(default_factory=set)
    promoted: list[str] = field(default_factory=list)

    def answer(self, who: str, wants: bool) -> None:
        if not wants:
            self.coming = [one for one in self.coming if one != who]
            self.waiting = [one for one in self.waiting if one != who]
            self.declined.add(who)
            while self.waiting and len(self.coming) < self.capacity:
                self.coming.append(self.waiting[0])
                self.promoted.append(self.waiting.pop(0))
        elif who not in self.coming and who not in self.waiting:
            self.declined.discard(who)
            (self.coming if len(self.coming) < self.capacity else self.waiting).append(who)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(capacity=st.integers(1, 3), wishes=WISHES)
def test_any_order_of_answers(
    tmp_path: Path, capacity: int, wishes: list[tuple[str, bool]]
) -> None:
    database = fresh(tmp_path / "teladan.db")
    sent, model = send_forum(database, capacity=capacity), Model(capacity)
    for who, wants in wishes:
        sent.answers(who, "coming" if wants else "declined")
        model.answer(who, wants)
        assert sent.row().seats == len(model.coming) <= capacity
    given_answers = sent.given()
    assert {one for one, answer in given_answers.items() if answer == "coming"} == {*model.coming}
    queued = [one for one, answer in given_answers.items() if answer == "waiting"]
    queued.sort(key=lambda one: sent.invitation(one).queue)
    assert queued == model.waiting
    assert {one for one, a in given_answers.items() if a == "declined"} == model.declined
    names = {number: key for key, number in sent.ids.items()}
    promoted = [names[letter.employee_id or 0] for letter in sent.letters("forums.promoted")]
    assert promoted == model.promoted
    database.close()


def at_once(sent: Sent, wishes: dict[str, str]) -> None:
    """Everybody presses at the same moment, each in a thread and connection of their own."""
    gate = threading.Barrier(len(wishes))
    faults: list[BaseException] = []

    def press(who: str, wish: str) -> None:
        gate.wait()
        try:
            sent.answers(who, wish)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=press, args=wish) for wish in wishes.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


@pytest.mark.parametrize("capacity", [1, 3])
def test_a_race_for_the_last_seats(database: Database, capacity: int) -> None:
    sent = send_forum(database, capacity=capacity)
    at_once(sent, dict.fromkeys(PEOPLE, "coming"))
    answers = [*sent.given().values()]
    assert answers.count("coming") == sent.row().seats == capacity
    assert answers.count("waiting") == len(PEOPLE) - capacity


def test_a_race_between_leaving_and_coming(database: Database) -> None:
    sent = send_forum(database, capacity=2)
    for who in ("sari", "dedi", "wayan", "maya"):
        sent.answers(who, "coming")
    at_once(
        sent,
        {"sari": "declined", "dedi": "declined", "rina": "coming", "yosef": "coming"},
    )
    given_answers = sent.given()
    assert {one for one, a in given_answers.items() if a == "coming"} == {"wayan", "maya"}
    assert sent.row().seats == 2
    assert sent.told("forums.promoted") == ["maya", "wayan"]


def test_one_person_pressing_in_two_places_takes_one_seat(database: Database) -> None:
    sent = send_forum(database, capacity=5)
    gate = threading.Barrier(2)

    def press() -> None:
        gate.wait()
        sent.answers("sari", "coming")

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sent.row().seats == 1


def test_answers_end_with_the_start(database: Database) -> None:
    sent = send_forum(database)
    sent.now = START
    with pytest.raises(Refused) as refusal:
        sent.answers("sari", "coming")
    assert refusal.value.code == "started"
    assert sent.row().queue == 0
