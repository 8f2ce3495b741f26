"""What a person began and never sent, and what of theirs could not be read."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlmodel import Session, col

from bot.rules.achievements import State
from storage import updates
from storage.accounts import Account
from storage.achievements import Achievement
from storage.awards.nominations import DRAFT as NOMINATION_DRAFT
from storage.awards.nominations import Nomination
from storage.career import CareerDraft
from storage.contributions import Contribution
from storage.evidence import Evidence
from storage.evidence import remove as remove_evidence
from storage.forum_opinions import ForumOpinion
from storage.forums import DRAFT as FORUM_DRAFT
from storage.forums import Forum
from storage.objections.objection import Explanation
from storage.peers.drafts import PeerDraft
from storage.peers.replies import ResultReply
from storage.peers.tickets import PeerTicket
from storage.personal.breaches import DRAFT as BREACH_DRAFT
from storage.personal.breaches import Breach
from storage.personal.erased import Erased, Where
from storage.personal.requests import DRAFT as REQUEST_DRAFT
from storage.personal.requests import PersonalRequest
from storage.report_parts import ReportPart
from storage.reports import Report
from storage.thanks import Thanks
from storage.trainings.corrections import DRAFT as CORRECTION_DRAFT
from storage.trainings.corrections import TrainingCorrection


def never_sent(me: int) -> tuple[Any, ...]:
    state, sent = col(Achievement.state), col(Achievement.sent_at)
    return (col(Achievement.employee_id) == me, state == State.DRAFT, sent.is_(None))


def draft_rows(me: int) -> list[Where]:
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
        (Breach, (col(Breach.recorded_by) == me, col(Breach.state) == BREACH_DRAFT)),
        (TrainingCorrection, (col(TrainingCorrection.asked_by) == me,
                              col(TrainingCorrection.state) == CORRECTION_DRAFT)),
        (Thanks, (col(Thanks.giver_id) == me, col(Thanks.sent_at).is_(None))),
        (ForumOpinion, (col(ForumOpinion.employee_id) == me, col(ForumOpinion.sent).is_(False))),
    ]  # fmt: skip


def draft_columns(me: int) -> list[tuple[Where, dict[str, Any]]]:
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


def erase_drafts(session: Session, me: int) -> Erased:
    run = session.connection().execute
    numbers = list(run(select(col(Achievement.id)).where(*never_sent(me))).scalars())
    found = run(
        select(col(Evidence.id), col(Evidence.sha256)).where(
            col(Evidence.achievement_id).in_(numbers)
        )
    ).all()
    remove_evidence(session, [row[0] or 0 for row in found])
    run(delete(Contribution).where(col(Contribution.achievement_id).in_(numbers)))
    rows = len(found)
    rows += run(delete(Achievement).where(col(Achievement.id).in_(numbers))).rowcount
    for table, which in draft_rows(me):
        rows += run(delete(table).where(*which)).rowcount
    for (table, which), empty in draft_columns(me):
        rows += run(update(table).where(*which).values(**empty)).rowcount
    rows += updates.empty(session, chats(session, me))
    return Erased(rows, frozenset(row[1] for row in found if row[1]))


def count_unread(session: Session, me: int) -> int:
    """How many messages of mine were put aside unread."""
    return len(updates.unread(session, chats(session, me)))


def chats(session: Session, me: int) -> list[int]:
    """Every Telegram account that was ever mine."""
    mine = select(col(Account.telegram_id)).where(col(Account.employee_id) == me)
    return list(session.connection().execute(mine).scalars())
