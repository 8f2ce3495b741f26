"""A broadcast on its way: to its author first, to all or the second person, taken back."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.broadcasts import access
from bot.actions.broadcasts.previewing import preview
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.broadcasts import State
from bot.screens import Went, place
from bot.texts import broadcasts as texts
from bot.texts import words
from storage import agreement, audit, grants, outbox
from storage.broadcasts import Broadcast, rows
from storage.columns import vault_of
from storage.outbox import Kind, Owed

LETTER, ASKED, RETURNED = "broadcasts.letter", "broadcasts.asked", "broadcasts.returned"


def send_to_me(session: Session, me: Me, number: int) -> Went:
    """The very letter, to its author alone. Raises Refused for what is not whole."""
    at = preview(session, me, number)
    if at.missing not in ("", "test", "nobody", "past"):
        raise Refused(texts.MISSING[at.missing], at.missing)
    row = at.draft.row
    facts = {"broadcast": number, "test": row.version}
    outbox.put(
        session, f"broadcast/{number}/test/{row.version}", Kind.DECISION, LETTER, me.now,
        to=me.employee_id, facts=facts,
    )  # fmt: skip
    rows.change(session, number, (State.DRAFT,), {"tested": row.version}, row.version)
    return Went(place("broadcasts.preview", number), texts.on_its_way_to_you())


def ask(session: Session, me: Me, number: int, version: int) -> Went:
    """Send it, or ask the second person. Raises Refused for what is not whole."""
    at = preview(session, me, number)
    if at.missing:
        raise Refused(texts.MISSING[at.missing], at.missing)
    row = at.draft.row
    values = {
        "state": State.ASKED if at.second else State.PLANNED, "busy": not at.second,
        "asked_at": me.now, "people": at.sizes.count.people, "reason": "",
    }  # fmt: skip
    if not rows.change(session, number, (State.DRAFT,), values, version):
        return Went(place("broadcasts.draft", number), words.changed_since())
    facts = {
        "people": at.sizes.count.people, "second": int(at.second), "duty": int(row.duty),
        "credit": row.credit, "audience": row.audience, "which": row.which,
        "said": content_mark(session, row),
    }  # fmt: skip
    audit.record(session, me.now, me.employee_id, "broadcasts.send", f"broadcast/{number}", facts)
    if not at.second:
        return Went(place("broadcasts.progress", number), texts.goes_out())
    ask_others(session, me, number)
    return Went(place("broadcasts.asked", number), texts.asked_others())


def content_mark(session: Session, row: Broadcast) -> str:
    """What the trail knows of its text and quiz."""
    quiz = [
        part
        for one in rows.questions(session, row.id or 0)
        for part in (one.text, one.options, str(one.right), one.explanation)
    ]
    return agreement.mark(vault_of(session), row.text, *quiz)


def ask_others(session: Session, me: Me, number: int) -> None:
    """Everybody who may agree and is not the author."""
    held = [
        one for role in (Role.HR, Role.HEAD) for one in grants.holders(session, role, me.today)
    ]
    people = sorted({one.employee_id for one in held} - {me.employee_id})
    row = rows.get(session, number)
    key = f"broadcast/{number}/asked/{row.version if row else 0}"
    opens = place("broadcasts.judge", number)
    owed = [Owed(f"{key}/{one}", one, {"broadcast": number}, opens) for one in people]
    outbox.put_many(session, Kind.REMINDER, ASKED, me.now, owed)


def take_back(session: Session, me: Me, number: int) -> Went:
    """Back to a draft, before anybody agreed or its hour came."""
    access.mine(session, me, number, (State.ASKED, State.PLANNED))
    values = {"state": State.DRAFT, "busy": False, "approved_by": None, "approved_at": None}
    if not rows.change(session, number, (State.ASKED, State.PLANNED), values):
        return Went(place("broadcasts.desk", 0), words.changed_since())
    about = f"broadcast/{number}"
    audit.record(session, me.now, me.employee_id, "broadcasts.take_back", about)
    return Went(place("broadcasts.draft", number), texts.taken_back())
