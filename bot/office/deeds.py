"""Achievements with their turns and the levels given, as rows of the past and the present."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.office import sentences
from bot.office.desk import Office
from bot.office.stories import Story
from bot.rules.achievements import RATE_DAYS, State, Step, Verdict, written_marks
from storage import audit
from storage.achievements import Achievement
from storage.turns import AchievementOpinion, AchievementTurn

DECIDED = (State.APPROVED, State.RETURNED, State.REJECTED)


@dataclass(slots=True)
class Deed:
    """One achievement to be written down; `marks` only when it was approved.

    `sent` is None for a draft, `decided` while it waits. `mended` was returned once before.
    """

    owner: str
    told: Story
    done_on: date
    state: State
    sent: datetime | None = None
    decided: datetime | None = None
    marks: Mapping[str, int] | None = None
    note: str = ""
    mended: bool = False
    holder: str = ""
    number: int = 0
    turn: int = 0


def write(office: Office, deeds: Sequence[Deed]) -> None:
    """Put these into the database, each with its turns; their numbers are noted in them."""
    rows = [_row(office, deed) for deed in deeds]
    office.session.add_all(rows)
    office.session.flush()
    turns: list[tuple[Deed, AchievementTurn]] = []
    for deed, row in zip(deeds, rows, strict=True):
        deed.number = row.id or 0
        turns += [(deed, turn) for turn in _turns(office, deed)]
    office.session.add_all(turn for _, turn in turns)
    office.session.flush()
    for deed, turn in turns:
        deed.turn = turn.id or 0
        _testify(office, deed, turn)
        if turn.decided_by is not None and turn.id is not None:
            office.session.add(_opinion(office, deed, turn, turn.id, turn.decided_by))
    office.session.flush()


def _testify(office: Office, deed: Deed, turn: AchievementTurn) -> None:
    """The entries that the product writes of a turn."""
    about, facts = f"achievement/{deed.number}", {"turn": turn.id}
    audit.record(office.session, turn.since, None, "achievements.submit", about, facts)
    if turn.decided_by is None or turn.decided_at is None:
        return
    marks = written_marks(dict(deed.marks or {})) if turn.state == State.APPROVED else ""
    verdict = next(one for one in Verdict if one.state == turn.state)
    action = f"achievements.{verdict}"
    said = {**facts, "marks": marks}
    audit.record(office.session, turn.decided_at, turn.decided_by, action, about, said)


def holder_of(office: Office, deed: Deed) -> int:
    """Who was asked to rate it."""
    return office.ids[deed.holder] if deed.holder else office.superior_of(deed.owner)


def _row(office: Office, deed: Deed) -> Achievement:
    begun = office.at(deed.owner, deed.done_on, 16)
    told, last = deed.told, deed.decided or deed.sent or begun
    draft = deed.state is State.DRAFT
    return Achievement(
        employee_id=office.ids[deed.owner], state=deed.state,
        step=Step.CATEGORY if draft else Step.SUMMARY, version=6, title=told.title,
        story=told.story, done_on=deed.done_on, category="" if draft else told.category,
        indicators="" if draft else told.indicators, before="" if draft else told.before,
        after="" if draft else told.after, unit="" if draft else told.unit,
        created_at=begun, changed_at=last, sent_at=deed.sent,
    )  # fmt: skip


def _turns(office: Office, deed: Deed) -> list[AchievementTurn]:
    if deed.sent is None:
        return []
    holder = holder_of(office, deed)
    made: list[AchievementTurn] = []
    since = deed.sent
    if deed.mended:
        back = since + timedelta(days=1)
        made.append(_turn(deed, 1, State.RETURNED, holder, since, back))
        since = since + timedelta(days=2)
    state = deed.state if deed.state in DECIDED else State.SUBMITTED
    made.append(_turn(deed, len(made) + 1, state, holder, since, deed.decided))
    return made


def _turn(
    deed: Deed, number: int, state: State, holder: int, since: datetime, decided: datetime | None
) -> AchievementTurn:
    return AchievementTurn(
        achievement_id=deed.number, number=number, state=state, holder_id=holder, since=since,
        due_on=since.date() + timedelta(RATE_DAYS), decided_by=holder if decided else None,
        decided_at=decided,
    )  # fmt: skip


def _opinion(
    office: Office, deed: Deed, turn: AchievementTurn, number: int, rater: int
) -> AchievementOpinion:
    last = turn.state == deed.state
    marks = written_marks(dict(deed.marks)) if last and deed.marks else ""
    note = deed.note if last else office.dice.choice(sentences.MEND)
    return AchievementOpinion(turn_id=number, rater_id=rater, marks=marks, note=note)
