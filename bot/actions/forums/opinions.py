"""What I thought of a forum I was at; host and HR are told what three or more said together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlmodel import Session

from bot.actions import rights
from bot.actions.forums import access
from bot.actions.forums.typed import tidy
from bot.actions.me import Me
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.rules import forum_opinions as rules
from bot.rules.forum_opinions import QUESTIONS, Question
from bot.rules.forums import DOORS_CLOSE, Meeting
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.forums import opinions as texts
from storage import employees, forums, guests, invited, outbox
from storage import forum_opinions as opinions
from storage.forum_opinions import Heard
from storage.forums import OPEN, Forum
from storage.outbox import Kind, Owed

CHUNK = 300
WORDS_SHOWN, PAGE = 6, 5
TEMPLATE = "forums.opinion"
NOTHING = "0" * len(QUESTIONS)


@dataclass(frozen=True, slots=True)
class Asked:
    """My word so far: a level a question, 0 where none is chosen; `next` the one asked now."""

    forum_id: int
    meeting: Meeting
    levels: Sequence[int]
    next: Question | None
    word: str
    mark: str


@dataclass(frozen=True, slots=True)
class Told:
    """What was said together; `means` is empty while fewer than three have spoken."""

    forum_id: int
    meeting: Meeting
    hosting: bool
    given: int
    attended: int
    means: Sequence[Decimal]
    people: int
    words: Sequence[str]


def ask(session: Session, me: Me, forum_id: int) -> Asked:
    """Question by question."""
    forum, levels, word = _mine(session, me, forum_id)
    chosen = [int(one) for one in levels]
    host = employees.get(session, forum.host_id)
    return Asked(
        forum_id, access.meeting(forum, host.name if host else ""), chosen,
        next((q for q, level in zip(QUESTIONS, chosen, strict=True) if not level), None),
        word, stamp(levels, word),
    )  # fmt: skip


def choose(session: Session, me: Me, forum_id: int, question: str, level: int) -> Place:
    """Keep the level of one question."""
    _, levels, _ = _mine(session, me, forum_id)
    if level not in rules.LEVELS:
        raise Refused(words.not_available(), "level")
    at = QUESTIONS.index(Question(question))
    opinions.put(session, forum_id, me.employee_id, f"{levels[:at]}{level}{levels[at + 1 :]}")
    return place("forums.value", forum_id)


def again(session: Session, me: Me, forum_id: int) -> Place:
    """Begin anew; the comment stays."""
    _mine(session, me, forum_id)
    opinions.put(session, forum_id, me.employee_id, NOTHING)
    return place("forums.value", forum_id)


def say(session: Session, me: Me, forum_id: int, text: str) -> Place:
    """Keep a comment beside the levels. Raises Refused."""
    _mine(session, me, forum_id)
    said = tidy(text, rules.WORD_LIMIT)
    if not opinions.put_word(session, forum_id, me.employee_id, said):
        raise Refused(texts.levels_first(), "no_level")
    return place("forums.value", forum_id)


def send(session: Session, me: Me, forum_id: int, mark: str = "") -> Went:
    """Hand it in. With the third person's word all of them are told, and unnamed for good."""
    asked = ask(session, me, forum_id)
    if asked.next is not None:
        raise Refused(texts.levels_first(), "no_level")
    if mark and mark != asked.mark:
        return Went(place("forums.value", forum_id), words.changed_since())
    if not opinions.send(session, forum_id, me.employee_id):
        raise Refused(texts.given_already(), "given_already")
    waiting = opinions.waiting(session, forum_id)
    sums = rules.together([[int(level) for level in one.levels] for one in waiting])
    if sums is not None:
        opinions.tell(session, waiting, sums)
    return Went(place("forums.card", forum_id), texts.given())


def told(session: Session, me: Me, forum_id: int) -> Told:
    """What was said of a forum that I host, or as HR of its host's unit."""
    forum = forums.get(session, forum_id)
    state = forum.state if forum else ""
    about = forum.host_id if forum else 0
    rights.demand(session, me, "forums.results", about=about, state=state)
    assert forum is not None
    rows = opinions.told(session, forum_id)
    found = [(row.people, [int(one) for one in row.sums.split()]) for row in rows]
    host = employees.get(session, forum.host_id)
    said = sorted(word for row in rows for word in row.words.splitlines())
    return Told(
        forum_id, access.meeting(forum, host.name if host else ""),
        forum.host_id == me.employee_id, opinions.count(session, forum_id),
        guests.counts(session, forum_id, forum.sequence).attended, rules.means(found),
        sum(people for people, _ in found), said[:WORDS_SHOWN],
    )  # fmt: skip


def heard(session: Session, me: Me, page: int = 0) -> tuple[Sequence[Heard], int, bool]:
    """For HR: forums of hosts in my units of which something was told, newest first."""
    rights.demand(session, me, "forums.watch")
    at = max(page, 0)
    found = opinions.heard(session, my_reach(session, me), at * PAGE, PAGE + 1)
    local = [one._replace(starts_at=one.starts_at.astimezone(me.zone)) for one in found]
    return local[:PAGE], at, len(found) > PAGE


def ask_all(session: Session, now: datetime) -> bool:
    """Ask everybody who was there, once, when it is over; True while there are more.

    Whom the host notes within the week after is asked then. What was never told is forgotten.
    """
    opinions.forget(session, now - rules.OPEN_FOR)
    until = now - DOORS_CLOSE
    found = opinions.take_unasked(session, until - rules.ASKED_WITHIN, until, now, CHUNK)
    owed = [
        Owed(
            f"forum/{forum_id}/opinion/{person}", person, {"forum": forum_id},
            place("forums.value", forum_id),
        )
        for forum_id, person in found
    ]  # fmt: skip
    if owed:
        outbox.put_many(session, Kind.REMINDER, TEMPLATE, now, owed)
    return len(found) == CHUNK


def still_asked(
    session: Session, forum_id: int, employee_id: int, now: datetime
) -> Meeting | None:
    """What the letter asks about, while the person has said nothing and still may."""
    seen = invited.seen(session, forum_id, employee_id)
    if seen is None or seen.invitation is None or seen.forum.state != OPEN:
        return None
    if seen.invitation.valued or not _open(seen.forum, now):
        return None
    return access.meeting(seen.forum, words.addressed(seen.host, seen.host_sex))


def open_to(forum: Forum, attended: bool, valued: bool, now: datetime) -> bool:
    """Whether somebody may say what they thought of it."""
    return attended and not valued and _open(forum, now)


def _open(forum: Forum, now: datetime) -> bool:
    assert forum.ends_at is not None
    return forum.state == OPEN and forum.ends_at <= now <= forum.ends_at + rules.OPEN_FOR


def _mine(session: Session, me: Me, forum_id: int) -> tuple[Forum, str, str]:
    """A forum I was at and have not spoken of; my levels and comment so far. Raises Refused."""
    seen = invited.seen(session, forum_id, me.employee_id)
    row = seen.invitation if seen else None
    about = me.employee_id if row is not None and row.attended_at is not None else None
    state = seen.forum.state if seen else ""
    rights.demand(session, me, "forums.value", about=about, state=state)
    assert seen is not None
    assert row is not None
    if row.valued:
        raise Refused(texts.given_already(), "given_already")
    if not _open(seen.forum, me.now):
        raise Refused(texts.not_open(), "not_open")
    found = opinions.draft(session, forum_id, me.employee_id)
    return seen.forum, found.levels if found else NOTHING, found.word if found else ""
