"""What a rater sees: the queue, one achievement in full, one indicator with its anchors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.achievements import grounds
from bot.actions.achievements.earlier import Returned, returned_before
from bot.actions.achievements.serving import Serves, served_by
from bot.actions.achievements.shapes import Told
from bot.actions.achievements.telling import told
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.achievements import State, Verdict, read_marks
from bot.rules.schemes import Indicator
from bot.rules.stamps import stamp
from bot.texts import achievements as texts
from bot.texts import words
from storage import achievements, employees, evidence, rating_queue, turns, units
from storage.achievements import Achievement
from storage.turns import AchievementOpinion


@dataclass(frozen=True, slots=True)
class Doubtful:
    """The same (`same`) or nearly the same evidence in another achievement."""

    same: bool
    name: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Review:
    """One achievement before its rater. `waiting` are the turns of the queue, this one among them.

    `marks` pairs every indicator claimed with the level given so far, `seen` marks all I said.
    `verdict` is what is about to be decided, `decided` what already was.
    """

    turn_id: int
    told: Told
    owner: str
    unit: str
    since: datetime
    due_on: date
    today: date
    waiting: Sequence[int]
    marks: Sequence[tuple[Indicator, int | None]]
    note: str
    voice: str
    doubtful: Sequence[Doubtful]
    seen: str
    serves: Serves | None = None
    returned: Returned | None = None
    decided: State | None = None
    verdict: Verdict | None = None
    whole: bool = False

    @property
    def unmarked(self) -> Indicator | None:
        return next((one for one, level in self.marks if level is None), None)


@dataclass(frozen=True, slots=True)
class Marking:
    """One indicator to be marked."""

    turn_id: int
    title: str
    indicator: Indicator
    number: int
    of: int
    level: int | None


def queue(session: Session, me: Me) -> Review | None:
    """The achievement that waits longest for me; None when nothing waits."""
    rights.demand(session, me, "achievements.queue", about=me.employee_id)
    waiting = queue_of(session, me)
    return _review(session, me, waiting[0], waiting) if waiting else None


def review(session: Session, me: Me, turn_id: int) -> Review:
    return _review(session, me, turn_id, queue_of(session, me))


def review_whole(session: Session, me: Me, turn_id: int) -> Review:
    """The same with the story unshortened."""
    return replace(review(session, me, turn_id), whole=True)


def review_files(session: Session, me: Me, turn_id: int) -> Review:
    """The same with the files themselves."""
    shown = review(session, me, turn_id)
    row = achievements.get(session, shown.told.number)
    assert row is not None
    return replace(shown, told=told(session, me, row, files=True))


def verdict(session: Session, me: Me, turn_id: int, meant: str) -> Review:
    """What is about to be decided, once more in full."""
    shown = _review(session, me, turn_id, ())
    return replace(shown, verdict=verdict_named(meant))


def marking(session: Session, me: Me, turn_id: int, number: int) -> Marking:
    """One indicator, the first by default, with its anchors."""
    shown = _review(session, me, turn_id, ())
    if shown.decided is not None:
        raise Refused(texts.decided_already(), "decided")
    if not 1 <= number <= len(shown.marks):
        raise Refused(words.not_available(), "unknown_indicator")
    indicator, level = shown.marks[number - 1]
    return Marking(turn_id, shown.told.title, indicator, number, len(shown.marks), level)


def demand_rating(session: Session, me: Me, row: Achievement) -> None:
    """The next level may rate only while the superior can not and nobody acts instead."""
    person = employees.get(session, row.employee_id)
    assert person is not None
    passed_on = grounds.chain_of(session, person, me.today).passes_on
    action = "achievements.rate_instead" if passed_on else "achievements.rate"
    rights.demand(session, me, action, about=row.employee_id, state=row.state)


def thought(opinion: AchievementOpinion | None) -> tuple[str, str, str]:
    """What a rater is about to say: marks, note, voice."""
    return (opinion.marks, opinion.note, opinion.voice) if opinion else ("", "", "")


def verdict_named(written: str) -> Verdict:
    """Raises Refused for a name that no button of ours carries."""
    try:
        return Verdict(written)
    except ValueError:
        raise Refused(words.not_available(), "unknown_verdict") from None


def queue_of(session: Session, me: Me) -> list[int]:
    """The turns that I may decide today, oldest first."""
    officials = grounds.officials(session, me)
    return [
        w.turn_id for w in rating_queue.waiting_for(session, me.employee_id, officials, me.today)
    ]


def _review(session: Session, me: Me, turn_id: int, waiting: Sequence[int]) -> Review:
    turn = turns.face(session, turn_id, me.employee_id)
    row = achievements.get(session, turn.achievement_id) if turn else None
    if turn is None or row is None:
        raise Refused(words.not_available(), "forbidden")
    if turn.state == State.SUBMITTED:
        demand_rating(session, me, row)
    else:
        rights.demand(session, me, "achievements.review", about=row.employee_id)
        if turn.state == State.WITHDRAWN:
            raise Refused(texts.taken_back(), "withdrawn")
    person = employees.get(session, row.employee_id)
    assert person is not None
    unit = units.get(session, person.unit_id)
    opinion = turns.opinion(session, turn_id, me.employee_id)
    given = read_marks(opinion.marks if opinion else "")
    known = grounds.named_in_order(session, row, me.today)
    return Review(
        turn_id=turn_id,
        told=told(session, me, row),
        owner=person.name,
        unit=unit.name if unit else "",
        since=turn.since.astimezone(me.zone),
        due_on=turn.due_on,
        today=me.today,
        waiting=waiting,
        marks=[(indicator, given.get(key)) for key, indicator in known.items()],
        note=opinion.note if opinion else "",
        voice=opinion.voice if opinion else "",
        doubtful=_doubtful(session, turn.achievement_id),
        seen=stamp(*thought(opinion)),
        serves=served_by(session, row),
        returned=returned_before(session, me, turn),
        decided=None if turn.state == State.SUBMITTED else State(turn.state),
    )


def _doubtful(session: Session, achievement_id: int) -> list[Doubtful]:
    twins = evidence.twins_of(session, achievement_id)
    people = employees.many(session, [twin.employee_id for twin in twins])
    found = {twin.achievement_id: twin for twin in sorted(twins, key=lambda t: t.same)}
    return [
        Doubtful(twin.same, people[twin.employee_id].name, twin.done_on) for twin in found.values()
    ]
