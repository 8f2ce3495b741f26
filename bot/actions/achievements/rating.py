"""Rating what one's people did: the queue, a level for each indicator, a note, the decision."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.achievements import grounds
from bot.actions.achievements.attaching import file_values
from bot.actions.achievements.reviewing import demand_rating, thought, verdict_named
from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.achievements import NOTE_LENGTH, State, Verdict, read_marks, written_marks
from bot.rules.evidence import MOST_BYTES
from bot.rules.schemes import LEVELS
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import achievements as texts
from bot.texts import words
from storage import achievements, audit, duties, evidence, outbox, rating_queue, turns
from storage.achievements import Achievement
from storage.duties import DutyKind
from storage.outbox import Kind
from storage.turns import AchievementTurn

QUEUE = Place("achievements.queue")


def mark(session: Session, me: Me, turn_id: int, key: str, level: int) -> Place:
    """Give a level; it counts when I decide."""
    turn, row = rateable(session, me, turn_id)
    if level not in LEVELS or key not in row.claimed:
        raise Refused(words.not_available(), "unknown_level")
    given = turns.opinion(session, turn_id, me.employee_id)
    marks = read_marks(given.marks if given else "") | {key: level}
    turns.think(session, turn_id, me.employee_id, marks=written_marks(marks))
    if lacking := _unmarked(session, me, row, marks):
        return place("achievements.marking", turn.id or 0, lacking)
    return place("achievements.verdict", turn_id, Verdict.APPROVE)


def put_note(session: Session, me: Me, turn_id: int, text: str) -> Place:
    """A note for the employee, sent with the approval."""
    rateable(session, me, turn_id)
    turns.think(session, turn_id, me.employee_id, note=_note(text))
    return place("achievements.verdict", turn_id, Verdict.APPROVE)


def put_voice(session: Session, me: Me, turn_id: int, sent: Attachment) -> Place:
    """A spoken note."""
    _, row = rateable(session, me, turn_id)
    if sent.kind is not AttachmentKind.VOICE:
        raise Refused(texts.voice_wanted(), "voice_wanted")
    if sent.size is not None and sent.size > MOST_BYTES:
        raise Refused(texts.file_too_large(sent.size, MOST_BYTES), "too_large")
    turns.think(session, turn_id, me.employee_id, voice=sent.file_id)
    key = {"achievement_id": row.id, "turn_id": turn_id, "key": sent.unique_id}
    evidence.add(session, {**file_values(sent, me.now), **key})
    return place("achievements.verdict", turn_id, Verdict.APPROVE)


def only_text(*_: object) -> Place:
    """A reason must be written; nothing is changed."""
    raise Refused(words.only_text(), "text_wanted")


def clear_note(session: Session, me: Me, turn_id: int) -> Place:
    rateable(session, me, turn_id)
    turns.think(session, turn_id, me.employee_id, note="", voice="")
    return place("achievements.verdict", turn_id, Verdict.APPROVE)


def put_reason(session: Session, me: Me, turn_id: int, meant: str, text: str) -> Place:
    """Why it is returned or rejected; nothing is decided yet."""
    rateable(session, me, turn_id)
    turns.think(session, turn_id, me.employee_id, note=_note(text))
    return place("achievements.verdict", turn_id, verdict_named(meant))


def decide(session: Session, me: Me, turn_id: int, meant: str, seen: str = "") -> Went:
    """Approve, return or reject what I have `seen`, once. Lost to somebody faster, it says so."""
    chosen = verdict_named(meant)
    turn = turns.face(session, turn_id, me.employee_id)
    row = achievements.lock(session, turn.achievement_id) if turn else None
    if turn is None or row is None:
        raise Refused(words.not_available(), "forbidden")
    turn = turns.lock(session, turn_id)
    if turn is None or turn.state != State.SUBMITTED:
        return Went(place("achievements.rate", turn_id), texts.decided_already())
    demand_rating(session, me, row)
    if back := _unready(session, me, turn_id, row, chosen, seen):
        return back
    if not turns.close(session, turn_id, chosen.state, me.now, me.employee_id):
        return Went(place("achievements.rate", turn_id), texts.decided_already())
    assert row.id is not None
    owner, about = row.employee_id, f"achievement/{row.id}"
    achievements.move(session, row.id, [State.SUBMITTED], chosen.state, me.now)
    kind = DutyKind.RATE_ACHIEVEMENT
    duties.done(session, kind, me.now, about_id=owner, object_id=turn_id)
    for holder in {me.employee_id, turn.holder_id}:
        rating_queue.answer_letter(session, holder)
    outbox.put(
        session,
        f"achievements.decided/{turn_id}",
        Kind.DECISION,
        "achievements.decided",
        me.now,
        to=owner,
        facts={"turn": turn_id},
        opens=place("achievements.card", row.id),
    )
    opinion = turns.opinion(session, turn_id, me.employee_id)
    facts = {"turn": turn_id, "marks": opinion.marks if opinion else ""}
    audit.record(session, me.now, me.employee_id, f"achievements.{chosen}", about, facts)
    return Went(QUEUE, texts.decided_notice(chosen))


def _unready(
    session: Session, me: Me, turn_id: int, row: Achievement, chosen: Verdict, seen: str
) -> Went | None:
    """Where to go first: a level or a reason is still missing, or I have said something else."""
    opinion = turns.opinion(session, turn_id, me.employee_id)
    if not still(seen, *thought(opinion)):
        return Went(place("achievements.verdict", turn_id, chosen), words.changed_since())
    if chosen is not Verdict.APPROVE:
        if opinion is None or not opinion.note:
            return Went(place("achievements.why", turn_id, chosen), texts.reason_needed())
        return None
    marks = read_marks(opinion.marks if opinion else "")
    if lacking := _unmarked(session, me, row, marks):
        return Went(place("achievements.marking", turn_id, lacking), texts.level_needed())
    return None


def _unmarked(session: Session, me: Me, row: Achievement, marks: dict[str, int]) -> int | None:
    """The number of the first indicator without a level."""
    keys = list(grounds.named_in_order(session, row, me.today))
    return next((number for number, key in enumerate(keys, 1) if key not in marks), None)


def rateable(session: Session, me: Me, turn_id: int) -> tuple[AchievementTurn, Achievement]:
    """A turn that waits for me. Raises Refused."""
    turn = turns.face(session, turn_id, me.employee_id)
    row = achievements.get(session, turn.achievement_id) if turn else None
    if turn is None or row is None:
        raise Refused(words.not_available(), "forbidden")
    if turn.state != State.SUBMITTED:
        rights.demand(session, me, "achievements.review", about=row.employee_id)
        raise Refused(texts.decided_already(), "decided")
    demand_rating(session, me, row)
    return turn, row


def _note(text: str) -> str:
    note = text.strip()
    if len(note) > NOTE_LENGTH:
        raise Refused(words.too_long(NOTE_LENGTH, len(note)), "too_long")
    if sum(letter.isalnum() for letter in note) < 3:
        raise Refused(texts.note_too_short(), "too_short")
    return note
