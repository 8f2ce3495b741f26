"""What is written down when somebody opens a screen about somebody else (UU 27/2022 art. 31)."""

from __future__ import annotations

from enum import StrEnum


class Look(StrEnum):
    """What was opened. A name, not a screen: it stays when screens change."""

    ROSTER = "roster"
    ACHIEVEMENTS = "achievements"
    APPRAISAL = "appraisal"
    RESULT = "result"
    FEEDBACK = "feedback"
    OBJECTION = "objection"
    YEAR = "year"
    AWARD = "award"
    CALIBRATION = "calibration"
    TALK = "talk"
    TRAINING = "training"
    MENTORING = "mentoring"
    FORUM = "forum"
    CAREER = "career"
    SERVICE = "service"
    REQUEST = "request"
    EXPORT = "export"


BY_TEAM = frozenset({Look.CALIBRATION, Look.AWARD})
"""Told by the team that looked, not by name: a member's own part in a case is not to be seen."""

_BEGINNINGS = {
    "desk.": Look.ROSTER,
    "achievements.": Look.ACHIEVEMENTS,
    "expectations.": Look.APPRAISAL,
    "appraisals.assess": Look.CALIBRATION,
    "appraisals.": Look.APPRAISAL,
    "results.": Look.RESULT,
    "receipts.": Look.RESULT,
    "supplements.": Look.RESULT,
    "corrections.": Look.RESULT,
    "peers.short": Look.APPRAISAL,
    "peers.widen": Look.APPRAISAL,
    "peers.feedback": Look.FEEDBACK,
    "peers.upward": Look.FEEDBACK,
    "peers.read_reply": Look.FEEDBACK,
    "objections.": Look.OBJECTION,
    "years.": Look.YEAR,
    "panel.": Look.CALIBRATION,
    "awards.": Look.AWARD,
    "talks.": Look.TALK,
    "trainings.": Look.TRAINING,
    "mentoring.run": Look.MENTORING,
    "forums.host": Look.FORUM,
    "career.": Look.CAREER,
    "service.": Look.SERVICE,
    "personal.": Look.REQUEST,
    "participation.": Look.ACHIEVEMENTS,
    "overview.": Look.APPRAISAL,
}
# Everybody may see these, or the subject is whoever looks.
_NOTHING_OF_THEIRS = frozenset(
    {
        "awards.list",
        "awards.nominate",
        "broadcasts.agree",
        "personal.confirm_breach",
        "receipts.witness",
    }
)


def look_of(right: str) -> Look | None:
    """What somebody looks at who uses this right about another person; None: nothing personal."""
    if right in _NOTHING_OF_THEIRS:
        return None
    found = [start for start in _BEGINNINGS if right.startswith(start)]
    return _BEGINNINGS[max(found, key=len)] if found else None
