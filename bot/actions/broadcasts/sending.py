"""From a draft to its way out: preview, to oneself first, the second person, taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.achievements.grounds import scheme_on
from bot.actions.broadcasts import access, audiences
from bot.actions.broadcasts.access import waits_as
from bot.actions.broadcasts.audiences import Sizes
from bot.actions.broadcasts.drafting import Draft, look, starts_of
from bot.actions.broadcasts.quizzing import Question, question_of
from bot.actions.factors.proof import demand_proof
from bot.actions.forums import typed
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import allowed
from bot.rules import broadcasts as rules
from bot.rules.authority import Role
from bot.rules.broadcasts import GONE, State, wants_second
from bot.rules.evidence import EvidenceState
from bot.screens import Place, Went, place
from bot.texts import broadcasts as texts
from bot.texts import words
from storage import agreement, audit, employees, grants, outbox
from storage.broadcasts import Broadcast, rows
from storage.columns import vault_of
from storage.outbox import Kind, Owed

LETTER, ASKED, RETURNED = "broadcasts.letter", "broadcasts.asked", "broadcasts.returned"


@dataclass(frozen=True, slots=True)
class Preview:
    """It as it will come, for whom, and what is still missing (a code of `bot.texts`).

    `second`: another person must agree.
    """

    draft: Draft
    sizes: Sizes
    second: bool
    missing: str
    author: str
    questions: Sequence[Question]
    mine: bool


def preview(session: Session, me: Me, number: int) -> Preview:
    """Of a draft of mine."""
    return _preview(session, me, access.draft(session, me, number))


def asked(session: Session, me: Me, number: int) -> Preview:
    """Of one of mine that waits for a second person, or for its hour."""
    row = access.mine(session, me, number)
    if waits_as(row) not in (State.ASKED, State.PLANNED):
        raise Refused(words.changed_since(), "state")
    return _preview(session, me, row)


def judging(session: Session, me: Me, number: int) -> Preview:
    """Of one to which I may agree."""
    return _preview(session, me, access.asked(session, me, number))


def _preview(session: Session, me: Me, row: Broadcast) -> Preview:
    draft = look(session, row)
    sizes = audiences.sizes(session, row, me)
    questions = [question_of(one) for one in rows.questions(session, row.id or 0)]
    author = employees.get(session, row.author_id)
    return Preview(
        draft, sizes, _second(session, row, sizes.count.people, me),
        _missing(draft, questions, sizes, me), author.name if author else "", questions,
        row.author_id == me.employee_id,
    )  # fmt: skip


def _second(session: Session, row: Broadcast, people: int, me: Me) -> bool:
    alone = scheme_on(session, me.today).broadcasts.alone
    return wants_second(people, alone, duty=row.duty, credit=row.credit)


def _missing(draft: Draft, questions: Sequence[Question], sizes: Sizes, me: Me) -> str:
    """A code for what keeps it from being sent; "" for nothing."""
    row, file = draft.row, draft.file
    starts = starts_of(row)
    if not row.text:
        return "text"
    if file is not None and file.state != EvidenceState.KEPT:
        return "waiting" if file.state == EvidenceState.WAITING else "refused"
    if not all(one.whole for one in questions) or (row.mark and not questions):
        return "question"
    if not sizes.count.reached:
        return "nobody"
    if starts is not None and starts <= me.now.replace(tzinfo=None):
        return "past"
    return "" if row.tested == row.version else "test"


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


def agree(session: Session, me: Me, number: int, version: int) -> Went:
    """The second person lets it go out. Raises Refused, ProofWanted."""
    row = access.asked(session, me, number)
    if row.version != version:
        return Went(place("broadcasts.judge", number), words.changed_since())
    demand_proof(session, me)
    if row.correcting:
        put_in_force(session, row, me.employee_id, me.now)
        return Went(place("home.menu"), texts.agreed_to_correction())
    values = {
        "state": State.PLANNED, "busy": True, "approved_by": me.employee_id,
        "approved_at": me.now,
    }  # fmt: skip
    if rows.change(session, number, (State.ASKED,), values, version):
        facts = {"said": content_mark(session, row)}
        about = f"broadcast/{number}"
        audit.record(session, me.now, me.employee_id, "broadcasts.agree", about, facts)
    return Went(place("home.menu"), texts.agreed())


def refuse(session: Session, me: Me, number: int, text: str) -> Went:
    """The second person gives it back, and says why."""
    row = access.asked(session, me, number)
    said = typed.tidy(text, rules.REASON_LIMIT)
    if row.correcting:
        values: dict[str, object] = {"correcting": False, "new_text": "", "reason": said}
    else:
        values = {"state": State.DRAFT, "reason": said}
    if rows.change(session, number, (row.state,), values, row.version):
        about = f"broadcast/{number}"
        verb = "broadcasts.return_correction" if row.correcting else "broadcasts.return"
        audit.record(session, me.now, me.employee_id, verb, about)
        key = f"broadcast/{number}/returned/{row.version}/{me.now.isoformat()}"
        outbox.put(
            session, key, Kind.DECISION, RETURNED, me.now, to=row.author_id,
            facts={"broadcast": number}, opens=opened_from(row.state, number),
        )  # fmt: skip
    return Went(place("home.menu"), texts.returned())


def opened_from(state: str, number: int) -> Place:
    """Where its author goes on: with the draft, or with what is on its way."""
    sent = state in GONE
    return place("broadcasts.progress" if sent else "broadcasts.draft", number)


def put_in_force(session: Session, row: Broadcast, by: int, now: datetime) -> bool:
    """The corrected text: said from now on, and in the copies that have arrived."""
    number = row.id or 0
    values = {
        "text": row.new_text, "new_text": "", "correcting": False, "edition": row.edition + 1,
        "corrected_at": now, "busy": True, "version": row.version + 1,
    }  # fmt: skip
    if not rows.change(session, number, GONE, values, row.version):
        return False
    fresh = rows.get(session, number)
    assert fresh is not None
    facts = {"edition": fresh.edition, "said": content_mark(session, fresh)}
    audit.record(session, now, by, "broadcasts.correct", f"broadcast/{number}", facts)
    return True


def waiting_for(session: Session, me: Me) -> Sequence[Broadcast]:
    """Those that I may agree to, for the menu of HR and heads."""
    if not any(me.has(role) for role in access.LEADERS):
        return ()
    return [
        one for one in rows.asked(session, me.employee_id)
        if allowed(session, me, "broadcasts.agree", about=one.author_id, state=waits_as(one))
    ]  # fmt: skip
