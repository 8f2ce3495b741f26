"""How long each table that names people keeps what it says of them, and why.

A table that names people and stands not here fails a test, and so does one whose years no job
of `storage.personal.expiring` keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bot.rules.personal import Held, Keeping, Reason
from storage.personal.expiring import EXPIRING
from storage.personal.holdings import HOLDINGS


class Term(NamedTuple):
    """With `SERVICE` rows stay as figures of nobody when the person's name has gone."""

    keeping: Keeping
    reason: Reason


def _of(keeping: Keeping, reason: Reason, names: str) -> Iterator[tuple[str, Term]]:
    return ((name, Term(keeping, reason)) for name in names.split())


_KEPT = (
    # The person, and what was decided about them.
    *_of(Keeping.SERVICE, Reason.ARCHIVE, """
        employee grant posting absence mandate agreement superiorreport move account factor
        achievement achievementturn plannedresult plannedwording report reportpart
        appraisal result formerresult resultreply receipt supplement yearreport peerrelease
        objection exhibit explanation award nomination certificate formercertificate revocation
        learning learningproof trainingrequest trainingrating trainingcorrection drillanswer
        careerfact careerdecision servicenote correction actionitem invitation forummaterial
        talk followup talkrating mentoring mentorworth mentormeeting thanks"""),
    # Steps on the way to a decision, and acts for the office.
    *_of(Keeping.SERVICE, Reason.ACCOUNT, """
        auditentry achievementopinion adjustment adjustmentrefusal allocation allocationline
        awardconflict awardentry awardpair awardround awardvote breach broadcast broadcastfile
        broadcastreader coursechange entrycode formreturn forum forumpoll forumpost forumrecord
        handout handover holidaydecree keptdeparture organisationresult outlier panelview
        peerproposal peerticket peerway proposal publication queueletter raterseverity rating
        recordedition recordline schemechange sitting surveybatch surveycase surveycomment
        surveycounter surveyimport surveymark surveypoint surveyrelease talkrhythm talkuse
        trainingbudget traininghost unitgroup erasure"""),
    *_of(Keeping.APPRAISALS, Reason.PURPOSE, "evidence"),
    *_of(Keeping.FEEDBACK, Reason.PURPOSE, "peersentence"),
    *_of(Keeping.NOTES, Reason.PURPOSE, """
        talknote mentornote personalrequest forumopinion forumquestion questionvote pollvote"""),
    *_of(Keeping.LETTERS, Reason.PURPOSE, "letter"),
    *_of(Keeping.LOOKS, Reason.ACCOUNT, "lookedat"),
    *_of(Keeping.QUIZZES, Reason.PURPOSE, "broadcastanswer"),
    *_of(Keeping.DUTIES, Reason.PURPOSE, "duty reminder"),
    *_of(Keeping.WITHDRAWN, Reason.CONSENT, """
        consentgiven thanksconsent careerobjection mentoroffer mentorwish mentorbar story"""),
    *_of(Keeping.SENT, Reason.PURPOSE, """
        careerdraft careerfile cataloguedraft holidaydraft publicationreason ratingway
        rejectiondraft rosterfile verdictdraft"""),
)  # fmt: skip
TERMS: Mapping[str, Term] = dict(_KEPT)
assert len(TERMS) == len(_KEPT), "a table has two terms"


def going(kind: Held) -> list[str]:
    """What of a kind goes before the person's name does, by its name in `EXPIRING`."""
    tables = {one.name for one in HOLDINGS if one.kind is kind}
    return [name for name, one in EXPIRING.items() if str(one.table.__tablename__) in tables]
