"""How useful a talk was to the employee; its superior is told what three or more said together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.talks.typed import tidy
from bot.rules.stamps import stamp
from bot.rules.talks import USEFULNESS, State, Usefulness, mean, together
from bot.screens import Place, Went, place
from bot.texts import talks as texts
from bot.texts import words
from storage import employees, talks
from storage.talks import Talk, usefulness

LENGTH = 150
WORDS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """My word on a talk so far; `level` 0 while none is chosen."""

    talk_id: int
    name: str
    held_on: date
    level: int
    word: str
    mark: str


@dataclass(frozen=True, slots=True)
class Told:
    """What I am told about my talks; `mean` None while fewer than three have said anything."""

    mean: Decimal | None
    people: int
    words: Sequence[str]


def ask(session: Session, me: Me, talk_id: int) -> Asked:
    """How useful was it?"""
    row = _mine(session, me, talk_id)
    leader, draft = employees.get(session, row.superior_id), usefulness.draft(session, talk_id)
    assert leader is not None
    assert row.held_on is not None
    level, word = (draft.level, draft.word) if draft else (0, "")
    return Asked(talk_id, leader.name, row.held_on, level, word, stamp(level, word))


def choose(session: Session, me: Me, talk_id: int, level: int) -> Place:
    """Keep the level; a word may follow before it is sent."""
    row = _mine(session, me, talk_id)
    if level not in USEFULNESS:
        raise Refused(words.not_available(), "level")
    usefulness.put(session, row, level)
    return place("talks.value", talk_id)


def say(session: Session, me: Me, talk_id: int, text: str) -> Place:
    """Keep a word beside the level."""
    _mine(session, me, talk_id)
    if not usefulness.put_word(session, talk_id, " ".join(tidy(text, LENGTH).split())):
        raise Refused(texts.level_first(), "no_level")
    return place("talks.value", talk_id)


def send(session: Session, me: Me, talk_id: int, mark: str = "") -> Went:
    """Hand it in. With the third person's word all of them are told, and unnamed for good."""
    row, asked = _mine(session, me, talk_id), ask(session, me, talk_id)
    if not asked.level:
        raise Refused(texts.level_first(), "no_level")
    if mark and mark != asked.mark:
        return Went(place("talks.value", talk_id), words.changed_since())
    usefulness.send(session, talk_id)
    waiting = usefulness.waiting(session, row.superior_id)
    found = together([Usefulness(one.employee_id, one.talk_id, one.level) for one in waiting])
    if found is not None:
        usefulness.tell(session, waiting, row.superior_id, *found)
    return Went(place("talks.talk", talk_id), texts.valued_notice())


def told(session: Session, me: Me) -> Told:
    """What was said together about the talks I lead."""
    rights.demand(session, me, "talks.home", about=me.employee_id)
    rows = usefulness.told(session, me.employee_id)
    said = [word for row in reversed(rows) for word in row.words.splitlines()]
    value = mean([(row.people, row.total) for row in rows])
    return Told(value, sum(row.people for row in rows), said[:WORDS_SHOWN])


def _mine(session: Session, me: Me, talk_id: int) -> Talk:
    row = talks.get(session, talk_id)
    about = row.employee_id if row else None
    rights.demand(session, me, "talks.value", about=about, state=row.state if row else "")
    assert row is not None
    if row.rated or row.state != State.HELD:
        raise Refused(texts.valued_already(), "valued_already")
    return row
