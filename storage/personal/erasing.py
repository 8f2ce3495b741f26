"""Deleting what a person may erase, group by group; nothing of it stays readable afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import delete, func, or_, select, update
from sqlmodel import Session, SQLModel, col

from bot.rules.achievements import State
from bot.rules.personal import Erasable
from storage.accounts import Account
from storage.achievements import Achievement
from storage.awards.nominations import DRAFT as NOMINATION_DRAFT
from storage.awards.nominations import Nomination
from storage.career import CareerDraft
from storage.certificates import Certificate
from storage.contributions import Contribution
from storage.evidence import Evidence
from storage.evidence import remove as remove_evidence
from storage.forums import DRAFT as FORUM_DRAFT
from storage.forums import Forum
from storage.mentoring import MentorNote, MentorOffer, MentorWish
from storage.objections.objection import Explanation
from storage.peers.drafts import PeerDraft
from storage.peers.replies import ResultReply
from storage.peers.tickets import PeerTicket
from storage.personal.requests import DRAFT as REQUEST_DRAFT
from storage.personal.requests import PersonalRequest
from storage.report_parts import ReportPart
from storage.reports import Report
from storage.stories import Story
from storage.talks.tables import TalkNote

TOUCHED = (
    "achievement", "evidence", "evidencemark", "evidencetwin", "contribution", "nomination",
    "forum", "careerdraft", "peerdraft", "explanation", "report", "reportpart", "resultreply",
    "talknote", "mentornote", "story", "mentoroffer", "mentorwish", "account", "personalrequest",
    "auditfacts",
)  # fmt: skip
"""Every table from which something may be erased."""


class Erased(NamedTuple):
    """How many rows, and the names of files that may have lost their last row."""

    rows: int
    files: frozenset[str] = frozenset()


Where = tuple[type[SQLModel], tuple[Any, ...]]


def _never_sent(me: int) -> tuple[Any, ...]:
    state, sent = col(Achievement.state), col(Achievement.sent_at)
    return (col(Achievement.employee_id) == me, state == State.DRAFT, sent.is_(None))


def _draft_rows(me: int) -> list[Where]:
    """Rows that hold a draft and nothing else."""
    tickets = select(col(PeerTicket.id)).where(col(PeerTicket.rater_id) == me)
    unsaid = col(Explanation.said).is_(None)
    return [
        (Nomination, (col(Nomination.nominator_id) == me,
                      col(Nomination.state) == NOMINATION_DRAFT)),
        (Forum, (col(Forum.host_id) == me, col(Forum.state) == FORUM_DRAFT)),
        (CareerDraft, (col(CareerDraft.decided_by) == me,)),
        (PeerDraft, (col(PeerDraft.ticket_id).in_(tickets),)),
        (Explanation, (col(Explanation.person_id) == me, unsaid)),
        (PersonalRequest, (col(PersonalRequest.employee_id) == me,
                           col(PersonalRequest.state) == REQUEST_DRAFT)),
    ]  # fmt: skip


def _draft_columns(me: int) -> list[tuple[Where, dict[str, Any]]]:
    """Drafts beside what was sent, and how they are emptied."""
    reports = select(col(Report.id)).where(col(Report.employee_id) == me)
    part = or_(col(ReportPart.draft).is_not(None), col(ReportPart.draft_figure).is_not(None))
    return [
        ((Report, (col(Report.employee_id) == me, col(Report.draft).is_not(None))),
         {"draft": None}),
        ((ReportPart, (col(ReportPart.report_id).in_(reports), part)),
         {"draft": None, "draft_figure": None}),
        ((ResultReply, (col(ResultReply.employee_id) == me, col(ResultReply.draft).is_not(None))),
         {"draft": None}),
    ]  # fmt: skip


def _erase_drafts(session: Session, me: int) -> Erased:
    run = session.connection().execute
    numbers = list(run(select(col(Achievement.id)).where(*_never_sent(me))).scalars())
    found = run(
        select(col(Evidence.id), col(Evidence.sha256)).where(
            col(Evidence.achievement_id).in_(numbers)
        )
    ).all()
    remove_evidence(session, [row[0] or 0 for row in found])
    run(delete(Contribution).where(col(Contribution.achievement_id).in_(numbers)))
    rows = len(found)
    rows += run(delete(Achievement).where(col(Achievement.id).in_(numbers))).rowcount
    for table, which in _draft_rows(me):
        rows += run(delete(table).where(*which)).rowcount
    for (table, which), empty in _draft_columns(me):
        rows += run(update(table).where(*which).values(**empty)).rowcount
    return Erased(rows, frozenset(row[1] for row in found if row[1]))


def _notes(me: int) -> list[Where]:
    return [
        (TalkNote, (col(TalkNote.writer_id) == me, col(TalkNote.private).is_(True))),
        (MentorNote, (col(MentorNote.writer_id) == me,)),
    ]


def _stories(me: int) -> list[Where]:
    mine = select(col(Certificate.id)).where(col(Certificate.employee_id) == me)
    return [(Story, (col(Story.certificate_id).in_(mine),))]


def _mentoring(me: int) -> list[Where]:
    return [
        (MentorOffer, (col(MentorOffer.employee_id) == me,)),
        (MentorWish, (col(MentorWish.employee_id) == me,)),
    ]


def _simply(which: Callable[[int], list[Where]]) -> Callable[[Session, int], Erased]:
    def erase(session: Session, me: int) -> Erased:
        run = session.connection().execute
        return Erased(sum(run(delete(table).where(*only)).rowcount for table, only in which(me)))

    return erase


def _chosen(me: int) -> Where:
    usual = (
        col(Account.digest).is_(True),
        col(Account.plain).is_(False),
        col(Account.language) == "id",
    )
    quiet = col(Account.quiet_from).is_(None)
    return (Account, (col(Account.employee_id) == me, ~(usual[0] & usual[1] & quiet)))


def _erase_choices(session: Session, me: int) -> Erased:
    table, which = _chosen(me)
    usual = {
        "quiet_from": None,
        "quiet_until": None,
        "digest": True,
        "plain": False,
        "language": "id",
    }
    changed = session.connection().execute(update(table).where(*which).values(**usual))
    return Erased(changed.rowcount)


_ERASERS: Mapping[Erasable, Callable[[Session, int], Erased]] = {
    Erasable.DRAFTS: _erase_drafts,
    Erasable.NOTES: _simply(_notes),
    Erasable.STORIES: _simply(_stories),
    Erasable.MENTORING: _simply(_mentoring),
    Erasable.CHOICES: _erase_choices,
}


def erase(session: Session, group: Erasable, me: int) -> Erased:
    """Delete it all. A second time finds nothing."""
    session.flush()
    erased = _ERASERS[group](session, me)
    session.expire_all()
    return erased


def count(session: Session, group: Erasable, me: int) -> int:
    """How many rows `erase` would touch, without those that go with another."""
    parts: dict[Erasable, list[Where]] = {
        Erasable.DRAFTS: [
            (Achievement, _never_sent(me)), *_draft_rows(me),
            *(where for where, _ in _draft_columns(me)),
        ],
        Erasable.NOTES: _notes(me),
        Erasable.STORIES: _stories(me),
        Erasable.MENTORING: _mentoring(me),
        Erasable.CHOICES: [_chosen(me)],
    }  # fmt: skip
    counted = [
        select(func.count()).select_from(table).where(*which).scalar_subquery()
        for table, which in parts[group]
    ]
    whole = counted[0]
    for one in counted[1:]:
        whole = whole + one  # type: ignore[assignment]
    return int(session.connection().execute(select(whole)).scalar_one())
