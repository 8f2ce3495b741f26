"""HR changes the scheme: the file, its faults, what differs, and giving it to a second person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.attachments import Attachment
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.schemes.cards import card_of, earliest_day, name_of, newest, seen_by
from bot.actions.schemes.deciders import covers_agency, deciders
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.schemes import changes as texts
from bot.texts.schemes import files
from storage import audit, outbox, periods, scheme_changes
from storage.outbox import Kind
from storage.scheme_changes import DRAFT, REPLACED, WAITING, WITHDRAWN, SchemeChange
from storage.scheme_files import MOST_BYTES

DESK = Place("schemes.desk")


@dataclass(frozen=True, slots=True)
class Desk:
    """`waiting` is the change that waits, with its author's name; `draft` my own."""

    version: int
    since: date
    following: tuple[int, date] | None
    waiting: tuple[int, str] | None
    draft: int | None
    next_version: int
    earliest: date


def desk(session: Session, me: Me) -> Desk:
    """The scheme in force, what follows it, and what waits."""
    _demand(session, me, "schemes.change")
    rows = scheme_changes.versions(session)
    now_in_force = periods.scheme_in_force(session, me.today) or rows[-1]
    latest, waits = rows[0], scheme_changes.waiting(session)
    draft = scheme_changes.draft_of(session, me.employee_id)
    following = None
    if latest.version > now_in_force.version:
        following = (latest.version, latest.in_force_from)
    waiting = (waits.id or 0, name_of(session, waits.author_id)) if waits else None
    return Desk(
        now_in_force.version,
        now_in_force.in_force_from,
        following,
        waiting,
        draft.id if draft else None,
        latest.version + 1,
        earliest_day(session, me),
    )


def export(session: Session, me: Me) -> tuple[int, str]:
    """The newest scheme as a file to start from: its version and its text."""
    _demand(session, me, "schemes.change")
    latest = newest(session)
    return latest.version, latest.body


def file(session: Session, me: Me, attachment: Attachment) -> Place:
    """Keep a file that I sent, in place of an earlier one, and show its faults or differences."""
    _demand(session, me, "schemes.change")
    content = attachment.content
    if content is None:
        readable = attachment.name.lower().endswith(".toml") and (attachment.size or 0) <= (
            MOST_BYTES
        )
        raise Refused(texts.not_fetched() if readable else files.unreadable(MOST_BYTES), "no_file")
    try:
        body = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(files.unreadable(MOST_BYTES), "not_text") from None
    if len(content) > MOST_BYTES or "\x00" in body:
        raise Refused(files.unreadable(MOST_BYTES), "too_large")
    before = scheme_changes.draft_of(session, me.employee_id)
    if before is not None and before.id is not None:
        scheme_changes.move(session, before.id, DRAFT, REPLACED)
    base = newest(session)
    assert base.id is not None
    change = SchemeChange(
        author_id=me.employee_id,
        base_id=base.id,
        file_name=attachment.name[:100],
        body=body,
        made_at=me.now,
    )
    number = scheme_changes.add(session, change)
    audit.record(session, me.now, me.employee_id, "schemes.send", f"scheme_change/{number}")
    return place("schemes.change", number, 0)


def give(session: Session, me: Me, change_id: int, seen: str = "") -> Went:
    """Let it wait for a second person, who is told; mine that waited is replaced by it.

    Raises Refused when it has faults, or nobody else may decide; ProofWanted.
    """
    row = _mine(session, me, change_id, DRAFT)
    card = card_of(session, me, row, 0)
    if card.faults or not still(seen, row.body, row.state):
        return Went(place("schemes.change", change_id, 0), words.changed_since())
    others = deciders(session, me.employee_id, me.today)
    if not others:
        raise Refused(texts.nobody_else(), "nobody_else")
    demand_proof(session, me)
    before = scheme_changes.waiting(session)
    if before is not None and before.author_id == me.employee_id:
        assert before.id is not None
        scheme_changes.move(session, before.id, WAITING, REPLACED)
        _record(session, me, "schemes.replace", before.id)
    if not scheme_changes.give(session, change_id, me.now):
        raise Refused(texts.other_waits(), "other_waits")
    _record(session, me, "schemes.give", change_id, {"version": card.version})
    for one in others:
        outbox.put(
            session, f"schemes.given/{change_id}/{one}", Kind.DECISION, "schemes.given", me.now,
            to=one, facts={"change": change_id}, opens=place("schemes.change", change_id, 0),
        )  # fmt: skip
    return Went(place("schemes.change", change_id, 0), texts.given())


def withdraw(session: Session, me: Me, change_id: int) -> Went:
    """Take my change back, given or not; whoever was asked is told."""
    row = seen_by(session, me, change_id)
    if row.author_id != me.employee_id or row.state not in (DRAFT, WAITING):
        raise Refused(words.not_available(), "not_mine")
    before = row.state
    if not scheme_changes.move(session, change_id, before, WITHDRAWN):
        raise Refused(words.not_available(), "decided")
    _record(session, me, "schemes.withdraw", change_id)
    if before == WAITING:
        for one in deciders(session, me.employee_id, me.today):
            outbox.put(
                session, f"schemes.withdrawn/{change_id}/{one}", Kind.DECISION,
                "schemes.withdrawn", me.now, to=one, facts={"change": change_id},
                opens=place("schemes.change", change_id, 0),
            )  # fmt: skip
    return Went(DESK, texts.withdrawn())


def _mine(session: Session, me: Me, change_id: int, state: str) -> SchemeChange:
    _demand(session, me, "schemes.change")
    row = scheme_changes.get(session, change_id)
    if row is None or row.author_id != me.employee_id or row.state != state:
        raise Refused(words.not_available(), "not_mine")
    return row


def _demand(session: Session, me: Me, right: str) -> None:
    rights.demand(session, me, right)
    if not covers_agency(session, me):
        raise Refused(words.not_available(), "not_agency")


def _record(
    session: Session, me: Me, action: str, number: int, facts: dict[str, object] | None = None
) -> None:
    about = f"scheme_change/{number}"
    audit.record(session, me.now, me.employee_id, action, about, facts or {})
