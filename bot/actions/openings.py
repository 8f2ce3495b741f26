"""The screen where a duty of each kind is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.screens import Place, place
from storage.duties import Duty, DutyKind


@dataclass(frozen=True, slots=True)
class Opening:
    """Where duties of a kind are done, and where many of them are done one after another.

    `announced`: a letter of its own tells that one is new. `personal`: nobody can do it in
    place of whoever owes it, whatever mandate they hold.
    """

    at: Callable[[Duty], Place]
    announced: bool = False
    personal: bool = False
    together: Place | None = None


def _objection(duty: Duty) -> Place:
    return place("objections.card", duty.object_id)


def _talk(duty: Duty) -> Place:
    return place("talks.talk", duty.object_id)


OPENINGS: dict[str, Opening] = {
    DutyKind.PLAN: Opening(lambda duty: place("expectations.mine", duty.period_id), personal=True),
    DutyKind.AGREE: Opening(
        lambda duty: place("expectations.person", duty.period_id, duty.about_id)
    ),
    DutyKind.REPORT: Opening(lambda duty: place("reports.write", duty.period_id)),
    DutyKind.APPRAISE: Opening(
        lambda duty: place("appraisals.form", duty.period_id, duty.about_id)
    ),
    DutyKind.ASSESS: Opening(lambda duty: place("appraisals.team", duty.period_id), personal=True),
    DutyKind.RATE_ACHIEVEMENT: Opening(
        lambda duty: place("achievements.rate", duty.object_id),
        announced=True,
        together=Place("achievements.queue"),
    ),
    DutyKind.PROPOSE_AWARD: Opening(lambda duty: place("awards.panel", duty.period_id)),
    DutyKind.VOTE_AWARD: Opening(
        lambda duty: place("awards.ballot", duty.object_id), personal=True
    ),
    DutyKind.COMPARE_AWARD: Opening(
        lambda duty: place("awards.pairs", duty.object_id), personal=True
    ),
    DutyKind.NAME_WINNER: Opening(
        lambda duty: place("awards.round", duty.object_id), personal=True
    ),
    DutyKind.DECIDE_AWARD: Opening(lambda duty: place("awards.decide", duty.object_id)),
    DutyKind.VIEW: Opening(
        lambda duty: place("panel.person", duty.period_id, duty.about_id), personal=True
    ),
    DutyKind.SIGN_ADJUSTMENT: Opening(
        lambda duty: place("panel.case", duty.object_id), announced=True, personal=True
    ),
    DutyKind.PUBLISH: Opening(lambda duty: place("publication.card", duty.period_id)),
    DutyKind.PUBLISH_LATE: Opening(
        lambda duty: place("supplements.card", duty.period_id, duty.about_id)
    ),
    DutyKind.YEAR_WRITE: Opening(lambda duty: place("years.card", duty.object_id), personal=True),
    DutyKind.YEAR_REVIEW: Opening(
        lambda duty: place("years.review", duty.object_id), together=Place("years.queue")
    ),
    DutyKind.YEAR_JUDGE: Opening(
        lambda duty: place("years.review", duty.object_id),
        personal=True,
        together=Place("years.queue"),
    ),
    DutyKind.RECEIPT: Opening(
        lambda duty: place("results.card", duty.period_id, duty.owner_id),
        announced=True,
        personal=True,
    ),
    DutyKind.ATTEST: Opening(
        lambda duty: place("receipts.witness", duty.object_id), announced=True, personal=True
    ),
    DutyKind.NOMINATE: Opening(lambda _: Place("peers.home"), personal=True),
    DutyKind.PEERS: Opening(lambda duty: place("peers.queue", duty.period_id), personal=True),
    DutyKind.EXPLAIN_OBJECTION: Opening(_objection, announced=True, personal=True),
    DutyKind.ANSWER_EXPLANATION: Opening(_objection, announced=True, personal=True),
    DutyKind.DECIDE_OBJECTION: Opening(_objection),
    DutyKind.NAME_REVIEWER: Opening(_objection, announced=True, personal=True),
    DutyKind.CONFIRM_CORRECTION: Opening(
        lambda duty: place("corrections.card", duty.object_id), announced=True, personal=True
    ),
    DutyKind.DECIDE_REVOCATION: Opening(
        lambda duty: place("certificates.revocation", duty.object_id),
        announced=True,
        personal=True,
    ),
    DutyKind.TALK: Opening(
        lambda duty: place("talks.pair", duty.about_id), together=place("talks.team", 0)
    ),
    DutyKind.ANSWER_TALK: Opening(_talk, announced=True),
    DutyKind.MEET: Opening(_talk),
    DutyKind.ANSWER_MENTORING: Opening(
        lambda duty: place("mentoring.card", duty.object_id), announced=True, personal=True
    ),
    DutyKind.FOLLOW_UP: Opening(
        lambda duty: place("talks.follow_up", duty.object_id), personal=True
    ),
    DutyKind.ACTION_ITEM: Opening(
        lambda duty: place("forums.item", duty.object_id), personal=True
    ),
    DutyKind.TAKE_ITEM: Opening(
        lambda duty: place("forums.item", duty.object_id), announced=True, personal=True
    ),
    DutyKind.AGREE_TRAINING: Opening(
        lambda duty: place("trainings.request", duty.object_id),
        announced=True,
        together=place("trainings.queue", 0),
    ),
    DutyKind.SIGN_ALLOCATION: Opening(
        lambda duty: place("trainings.division", duty.object_id, 0), announced=True, personal=True
    ),
    DutyKind.CONFIRM_TRAINING: Opening(
        lambda duty: place("trainings.correction", duty.object_id), announced=True, personal=True
    ),
    DutyKind.IMPROVE: Opening(
        lambda duty: place("surveys.point", duty.object_id), announced=True, personal=True
    ),
    DutyKind.REVIEW_TRAINING: Opening(
        lambda duty: place("trainings.request", duty.object_id), announced=True, personal=True
    ),
    DutyKind.ANSWER_PERSONAL: Opening(
        lambda duty: place("personal.one", duty.object_id),
        announced=True,
        personal=True,
        together=place("personal.desk", 0),
    ),
    DutyKind.CONFIRM_BREACH: Opening(
        lambda duty: place("personal.breach_confirm", duty.object_id),
        announced=True,
        personal=True,
    ),
    DutyKind.TELL_BREACH: Opening(
        lambda duty: place("personal.breach", duty.object_id),
        personal=True,
        together=Place("personal.breaches"),
    ),
    DutyKind.CONFIRM_LEARNING: Opening(
        lambda duty: place("trainings.learned", duty.object_id),
        announced=True,
        together=place("trainings.queue", 0),
    ),
}
