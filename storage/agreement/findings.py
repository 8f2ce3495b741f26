"""What may be found when rows and the audit trail are laid side by side."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a finding is about."""

    RATING = "rating"
    APPRAISAL = "appraisal"
    RESULT = "result"
    DECISION = "decision"  # of one turn of an achievement
    ACHIEVEMENT = "achievement"  # its state
    PROPOSAL = "proposal"
    VERDICT = "verdict"  # on a proposal
    AWARD = "award"
    CONSENT = "consent"  # of a winner to the announcement; or that the paper was handed over
    CERTIFICATE = "certificate"  # and whether it was taken back
    REVOCATION = "revocation"  # proposed
    REVOKED = "revoked"  # the decision on it
    STORY = "story"  # that its winner lets it be told
    SIGNING_KEY = "signing_key"
    NOMINATION = "nomination"
    VOTE = "vote"  # of the panel in a round of awards: that it was given
    ROUND = "round"  # what a round of awards came to
    PERIOD = "period"
    SCHEME = "scheme"  # one version
    SCHEME_CHANGE = "scheme_change"  # the decision on it
    HOLIDAYS = "holidays"  # a year of them, put in by HR
    PUBLICATION = "publication"
    SUPPLEMENT = "supplement"  # a result published after its quarter
    RECEIPT = "receipt"
    HANDOVER = "handover"  # of a result, before a witness
    ANSWER = "answer"  # that somebody answered about a colleague
    RELEASE = "release"  # what may be told of such answers
    DRILL = "drill"  # a rater's answer to a case
    CORRECTION = "correction"  # of a published result
    OBJECTION = "objection"
    EXHIBIT = "exhibit"  # the files handed in with an objection
    EXPLANATION = "explanation"  # of one side of an objection
    REVIEWER = "reviewer"  # whom HR named
    OBJECTION_END = "objection_end"  # decided or withdrawn
    PROPOSED_CORRECTION = "proposed_correction"
    CONFIRMATION = "confirmation"  # of a correction by the second person, or its refusal
    ORGANISATION = "organisation"  # the predikat of an organisation
    DEPARTURE = "departure"  # why a distribution was kept
    SITTING = "sitting"  # what the views came to
    VIEW = "view"  # that a member gave one
    RETURN = "return"  # of a form to its superior
    ADJUSTMENT = "adjustment"  # proposed
    ADJUSTED = "adjusted"  # the decision on it
    WORDING = "wording"  # of a planned result: the word of the superior on it
    REPORT = "report"  # a quarterly report that was sent
    CONTRIBUTION = "contribution"  # of an achievement to a planned result
    YEAR_SIGNATURE = "year_signature"  # the employee's, under a yearly report
    YEAR_FORWARD = "year_forward"  # the superior's, where the evaluation team judges
    YEAR = "year"  # what was judged of it
    TALK = "talk"  # held, or denied
    STEP = "step"  # from a talk, that was dropped
    SERVICE_NOTE = "service_note"  # a break, a penalty or a medal
    MENTORING = "mentoring"  # a pair
    APPLICATION = "application"  # for a training course: where it is
    ATTENDANCE = "attendance"  # at a training course
    TRAINING_RESULT = "training_result"  # of a participant
    ASKED_TRAINING = "asked_training"  # a correction of such a result
    CONFIRMED_TRAINING = "confirmed_training"  # the second person's decision on it
    HOURS = "hours"  # of learning that were counted
    ALLOCATION = "allocation"  # a division of training seats
    PRESENCE = "presence"  # at a forum
    FORUM_RECORD = "forum_record"  # one edition of it
    ACTION_ITEM = "action_item"  # a step that a record names
    POLL = "poll"  # of a forum
    THANKS = "thanks"  # one word of it; whether it is shown; who lets it be counted
    SURVEY_DAY = "survey_day"  # all answers of the public of one day
    SURVEY_CASE = "survey_case"  # the decision on what is suspected of answers
    CAREER_FACT = "career_fact"  # what HR put on record of a career
    CAREER_DECISION = "career_decision"
    PROFILING = "profiling"  # that somebody objects to it
    SURVEY_RELEASE = "survey_release"  # a published index
    SURVEY_POINT = "survey_point"  # what shall change because of it
    SURVEY = "survey"  # what of it entered the results of a period
    BROADCAST = "broadcast"  # who sent it, who agreed, in which words
    STANDING = "standing"  # a person's unit, superior and roles
    MOVE = "move"  # of a person to another superior or unit, from a day on
    MANDATE = "mandate"
    PERSONAL_REQUEST = "personal_request"  # of HR, about one's data; or the answer
    PERSONAL_CONSENT = "personal_consent"
    BREACH = "breach"  # of personal data, and who was told
    ERASURE = "erasure"  # of personal data
    GROUP = "group"  # which unit's posts go to which chat
    ACCOUNT = "account"


class Fault(StrEnum):
    """What is wrong."""

    UNRECORDED = "unrecorded"  # a row that no entry accounts for
    DIFFERS = "differs"  # a row that says other than its entry
    GONE = "gone"  # an entry whose row is not there, or no longer so


class Finding(NamedTuple):
    """`about` is the number (of a period the quarter, of a scheme its version); `key` a part of
    it; `entry` a number.
    """

    kind: Kind
    fault: Fault
    about: str
    key: str
    entry: int | None
