"""What a period makes people owe, settled against what is there: more, less, or moved."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session

from bot.actions.periods import resting, settling
from bot.actions.periods.assessing import assessments
from bot.actions.periods.deciding import decisions, proposals, signature
from bot.actions.periods.nominating import nominations
from bot.actions.periods.planning import agreements, plans
from bot.actions.periods.rating import answers, leavers, ratings, reports
from bot.actions.periods.resting import Asked, When
from bot.actions.periods.settling import Due
from bot.actions.periods.wanting import Key, Span, Wanted
from bot.rules.periods import Days, PeriodState
from storage import reports as written
from storage import results, workplaces
from storage.duties import DutyKind
from storage.periods import Period

CHUNK = 2_000
KINDS = (
    DutyKind.PLAN,
    DutyKind.AGREE,
    DutyKind.REPORT,
    DutyKind.APPRAISE,
    DutyKind.ASSESS,
    DutyKind.PROPOSE_AWARD,
    DutyKind.DECIDE_AWARD,
    DutyKind.PUBLISH,
    DutyKind.NOMINATE,
    DutyKind.PEERS,
)
IDLE = (
    "achievements.", "appraisals.", "audit.", "evidence.", "exhibits.", "expectations.agree",
    "expectations.count", "expectations.propose", "factors.", "forums.", "learning.",
    "mentoring.", "peers.close", "peers.propose", "peers.reply", "peers.send", "preferences.",
    "receipts.", "reminders.", "reports.", "results.compute", "surveys.", "talks.", "thanks.",
    "trainings.",
)  # fmt: skip
"""What a whole agency does in a quarter's days; who did it is seen to have done it at once."""


def settle(session: Session, period: Period, when: When, room: int) -> int:
    """Make, move and take back at most `room` duties of a period; how many.

    A tick before which only such acts were done since all was there reads nobody.
    """
    assert period.id is not None
    return resting.settle(
        session, Asked("owed", period.id, IDLE), when,
        lambda: due(session, period, when.today), room,
    )  # fmt: skip


def due(session: Session, period: Period, today: Days) -> Due:
    """What differs between what everybody owes of a period and the duties there are."""
    assert period.id is not None
    wanted = _wanted(session, period, today)
    there = settling.there(session, period.id, KINDS)
    if PeriodState(period.state) is PeriodState.CALIBRATION:
        known = {key.owner_id for key in there if key.kind == DutyKind.REPORT}
        wanted = {
            key: span for key, span in wanted.items()
            if key in there or not _is_newcomers(key, known)
        }  # fmt: skip
    return settling.compare(period.id, there, wanted)


def _is_newcomers(key: Key, known: Collection[int]) -> bool:
    """Whoever came when rating was over owes nothing of that quarter, nor is rated in it."""
    rated = key.kind in (DutyKind.REPORT, DutyKind.APPRAISE)
    return rated and (key.about_id or key.owner_id) not in known


def _wanted(session: Session, period: Period, today: Days) -> Wanted:
    assert period.id is not None
    people = workplaces.posts(session)
    rated = results.holders(session, period.id)
    wanted: dict[Key, Span] = {}
    wanted |= reports(people, period, rated | written.senders(session, period.id))
    wanted |= ratings(session, people, leavers(session, period), period, rated)
    if period.state == PeriodState.RATING:
        wanted |= answers(session, people, period)
    if period.state in (PeriodState.RATING, PeriodState.CALIBRATION):
        wanted |= assessments(session, people, period, today.last)
    wanted |= plans(session, people, period, today)
    wanted |= agreements(session, people, period)
    wanted |= nominations(session, people, period, today)
    if period.state == PeriodState.CALIBRATION:
        wanted |= proposals(session, people, period, today)
        wanted |= signature(session, people, period, today)
    wanted |= decisions(session, people, period, today)
    return wanted
