"""What a duty is: its kind, and its row."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel, col

from storage.columns import moment


class DutyKind(StrEnum):
    PLAN = "plan_results"  # the employee's planned results; the object counts the proposals
    AGREE = "agree_results"  # the superior's word on one proposal of them
    REPORT = "report"  # the employee's quarterly report
    APPRAISE = "appraise"  # the superior's rating of one person
    ASSESS = "assess"  # a team member's ratings of everybody in their part of the agency
    RATE_ACHIEVEMENT = "rate_achievement"  # one achievement waiting for its superior
    PROPOSE_AWARD = "propose_award"  # the evaluation team's proposal
    VOTE_AWARD = "vote_award"  # a panel member's levels in a round; the object is the round
    COMPARE_AWARD = "compare_award"  # which of two, where the points are nearly equal
    NAME_WINNER = "name_winner"  # the panel's proposal of who came first in a round
    DECIDE_AWARD = "decide_award"  # the head's decision
    VIEW = "view"  # a team member's view on one result, before the views are opened
    SIGN_ADJUSTMENT = "sign_adjustment"  # the head's decision on an adjusted result
    PUBLISH = "publish"  # the head's signature under a quarter
    PUBLISH_LATE = "publish_late"  # under the result of one person who was left out
    YEAR_WRITE = "year_write"  # the employee's yearly report; the object is the year
    YEAR_REVIEW = "year_review"  # the superior's signature under a yearly report
    YEAR_JUDGE = "year_judge"  # the evaluation team's judgement of one
    RECEIPT = "receipt"  # the employee's receipt of a result
    ATTEST = "attest"  # the witness's word on a result that was handed over
    NOMINATE = "nominate"  # a colleague to be asked, about oneself or about those one leads
    PEERS = "peers"  # what colleagues, and subordinates of a superior, are asked
    EXPLAIN_OBJECTION = "explain_objection"  # the rater's word on it
    ANSWER_EXPLANATION = "answer_explanation"  # the employee's word on that
    DECIDE_OBJECTION = "decide_objection"  # the reviewer's decision
    NAME_REVIEWER = "name_reviewer"  # HR's, where the hierarchy gives none
    CONFIRM_CORRECTION = "confirm_correction"  # the second person's
    DECIDE_REVOCATION = "decide_revocation"  # the second person's, on a certificate
    TALK = "talk"  # a superior's with somebody; the object is the first day of its months
    ANSWER_TALK = "answer_talk"  # the other one's word on a proposed time
    MEET = "meet"  # an agreed talk is near, or wants to be noted
    ANSWER_MENTORING = "answer_mentoring"  # whether one wants to be the other's mentor, or mentee
    FOLLOW_UP = "follow_up"  # what was agreed in a talk
    ACTION_ITEM = "action_item"  # what was agreed in a forum
    TAKE_ITEM = "take_item"  # whether one takes such a step over
    AGREE_TRAINING = "agree_training"  # the superior's word on an application
    SIGN_ALLOCATION = "sign_allocation"  # the second person's, on a division of seats
    CONFIRM_TRAINING = "confirm_training"  # the second person's, on a corrected training result
    IMPROVE = "improve"  # of a service, after the survey; the object is the point
    REVIEW_TRAINING = "review_training"  # the participant's feedback and proof
    CONFIRM_LEARNING = "confirm_learning"  # the superior's, of what was learned outside
    ANSWER_PERSONAL = "answer_personal"  # what somebody asks about their data; the object is it
    CONFIRM_BREACH = "confirm_breach"  # the second person's word on its notice to the people
    TELL_BREACH = "tell_breach"  # people and authority, of a breach; the object is the breach


OF_YEAR = (DutyKind.YEAR_WRITE, DutyKind.YEAR_REVIEW, DutyKind.YEAR_JUDGE)
FORMS = (DutyKind.APPRAISE, DutyKind.ASSESS, DutyKind.PEERS)
"""What is answered on forms about people."""
OWN, FOR_MINE = 0, 1
"""The object of `NOMINATE`: a proposal about oneself, or those about whom one leads."""


class Duty(SQLModel, table=True):
    """`period_id` 0 and `about_id` 0 stand for none, so that the key stays unique."""

    __table_args__ = (
        UniqueConstraint("period_id", "kind", "owner_id", "about_id", "object_id"),
        Index(
            "duties_at_a_glance",
            *("period_id", "kind", "done_at", "opens_on", "due_on", "owner_id", "about_id"),
            sqlite_where=text("cancelled_at IS NULL"),
            postgresql_where=text("cancelled_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    period_id: int = 0
    kind: str = Field(index=True)
    owner_id: int = Field(foreign_key="employee.id", index=True)
    about_id: int = 0
    object_id: int = 0
    opens_on: date
    due_on: date = Field(index=True)
    done_at: datetime | None = moment(nullable=True)
    cancelled_at: datetime | None = moment(nullable=True)
    snoozed_until: datetime | None = moment(nullable=True)


STILL_OPEN = (col(Duty.done_at).is_(None), col(Duty.cancelled_at).is_(None))
