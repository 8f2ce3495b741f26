"""Which tables hold what of a person: read by what is shown, copied and kept track of.

A table that names people and stands neither here nor in `ELSEWHERE` fails a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, and_, select
from sqlmodel import SQLModel

from bot.rules.periods import PeriodState
from bot.rules.personal import Held
from storage.years import FINAL, REPLACED

_SHOWN = (PeriodState.PUBLISHED, PeriodState.FINAL)


@dataclass(frozen=True, slots=True)
class Holding:
    """Rows of a table that are about a person: where `whose` is the person's number.

    `through` is the table that `whose` names a row of, where the person stands only there.
    `published`: shown once the results of its quarter are; `states`: those of a row that may be
    shown, all where empty. `hidden` columns name others, or are
    of no use outside (UU 27/2022 art. 33).
    """

    kind: Held
    name: str
    whose: str = "employee_id"
    through: str = ""
    published: bool = False
    states: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()

    @property
    def table(self) -> Table:
        return SQLModel.metadata.tables[self.name]


def mine(one: Holding, me: Any) -> Any:
    """The condition under which a row is about this person."""
    column = one.table.c[one.whose]
    if not one.through:
        return column == me
    above = _BY_NAME[one.through]
    return column.in_(select(above.table.c.id).where(mine(above, me)))


def shown(one: Holding, me: Any) -> Any:
    """The same, of what may be shown to the person by now."""
    which = mine(one, me)
    if one.states:
        which = and_(which, one.table.c.state.in_(one.states))
    if not one.published:
        return which
    period = SQLModel.metadata.tables["period"]
    known = select(period.c.id).where(period.c.state.in_(_SHOWN))
    return and_(which, one.table.c.period_id.in_(known))


def _of(kind: Held, names: str, **more: Any) -> tuple[Holding, ...]:
    """Several tables of a kind alike; `name.column` where the person stands in that column."""
    found = []
    for written in names.split():
        name, _, whose = written.partition(".")
        found.append(Holding(kind, name, whose or "employee_id", **more))
    return tuple(found)


_INDEXES = frozenset({"nip_index", "phone_index", "search_key"})
HOLDINGS: tuple[Holding, ...] = (
    Holding(Held.IDENTITY, "employee", "id", hidden=_INDEXES),
    *_of(Held.IDENTITY, "grant posting absence mandate.absent_id agreement superiorreport move"),
    *_of(Held.ACCOUNT, "account"),
    *_of(Held.ACCOUNT, "letter", hidden=frozenset({"facts", "key", "opens"})),
    Holding(Held.ACCOUNT, "factor", hidden=frozenset({"secret"})),
    Holding(Held.ACCOUNT, "entrycode", hidden=frozenset({"code", "code_hash"})),
    *_of(Held.ACHIEVEMENTS, "achievement plannedresult report"),
    *_of(Held.ACHIEVEMENTS, "evidence.achievement_id achievementturn.achievement_id",
         through="achievement"),
    *_of(Held.ACHIEVEMENTS, "plannedwording.planned_id", through="plannedresult"),
    *_of(Held.ACHIEVEMENTS, "reportpart.report_id", through="report"),
    *_of(Held.RESULTS, "appraisal result resultreply receipt supplement", published=True),
    *_of(Held.RESULTS, "yearreport", states=(FINAL, REPLACED)),
    *_of(Held.FEEDBACK, "peerrelease peersentence", published=True),
    *_of(Held.OBJECTIONS, "objection"),
    *_of(Held.OBJECTIONS, "exhibit.objection_id", through="objection"),
    *_of(Held.OBJECTIONS, "explanation.person_id"),
    *_of(Held.AWARDS, "award certificate"),
    *_of(Held.AWARDS, "story.certificate_id formercertificate.certificate_id",
         through="certificate"),
    *_of(Held.AWARDS, "nomination.nominator_id"),
    *_of(Held.FORUMS, "invitation forum.host_id forumquestion.writer_id questionvote.voter_id"),
    *_of(Held.FORUMS, "actionitem.owner_id forumopinion forummaterial.added_by pollvote.voter_id"),
    *_of(Held.FORUMS, "broadcastreader", hidden=frozenset({"letter_id"})),
    *_of(Held.FORUMS, "broadcastanswer"),
    *_of(Held.TALKS, "talk talknote.writer_id followup.owner_id talkrating"),
    *_of(Held.TALKS, "mentoring.mentee_id mentorworth.person_id mentormeeting.noted_by"),
    *_of(Held.TALKS, "mentornote.writer_id"),
    *_of(Held.TALKS, "thanks.receiver_id"),
    *_of(Held.TRAINING, "trainingrequest learning drillanswer"),
    *_of(Held.TRAINING, "learningproof.learning_id", through="learning"),
    *_of(Held.TRAINING, "trainingrating.request_id", through="trainingrequest"),
    *_of(Held.TRAINING, "trainingcorrection.request_id", through="trainingrequest",
         states=("confirmed",)),
    *_of(Held.CAREER, "careerfact careerdecision servicenote"),
    *_of(Held.CHOICES, "consentgiven thanksconsent careerobjection"),
    *_of(Held.CHOICES, "mentoroffer mentorwish mentorbar"),
    *_of(Held.TRACES, "personalrequest"),
    *_of(Held.TRACES, "duty.owner_id lookedat.about_id auditentry.actor_id"),
)  # fmt: skip
_BY_NAME = {one.name: one for one in HOLDINGS}

_TEAM = "a step of the evaluation team on the way to a result, whose members stay free to differ"
_OFFICE = "a decision of an office: the person acts for the agency, it is not about them"
_DRAFT = "words that are being written, and go when they are sent"
_ANONYMOUS = "who said what about whom: telling it would show others (UU 27/2022 art. 33)"
ELSEWHERE: Mapping[str, str] = {
    **dict.fromkeys(("breach", "surveymark", "surveyimport"), _OFFICE),
    **dict.fromkeys(("surveypoint", "surveyrelease"), _OFFICE),
    **dict.fromkeys(("adjustment", "sitting", "panelview", "outlier", "raterseverity"), _TEAM),
    **dict.fromkeys(("formreturn", "correction", "formerresult", "proposal", "rating"), _TEAM),
    **dict.fromkeys(("awardentry", "awardpair", "awardround", "awardvote"), _TEAM),
    "awardconflict": _TEAM,
    **dict.fromkeys(("peerticket", "peerproposal", "peerway", "achievementopinion"), _ANONYMOUS),
    **dict.fromkeys(("allocation", "allocationline", "coursechange", "handover", "keptdeparture"),
                    _OFFICE),
    **dict.fromkeys(("organisationresult", "publication", "queueletter", "revocation"), _OFFICE),
    **dict.fromkeys(("schemechange", "talkrhythm", "talkuse", "trainingbudget"), _OFFICE),
    **dict.fromkeys(("traininghost", "adjustmentrefusal"), _OFFICE),
    **dict.fromkeys(("surveybatch", "surveycase", "surveycomment", "surveycounter"), _OFFICE),
    **dict.fromkeys(("careerdraft", "careerfile", "cataloguedraft", "publicationreason"), _DRAFT),
    **dict.fromkeys(("rejectiondraft", "verdictdraft"), _DRAFT),
    **dict.fromkeys(("forumrecord", "recordline", "recordedition", "holidaydecree"), _OFFICE),
    "handout": _OFFICE,
    **dict.fromkeys(("ratingway", "holidaydraft", "rosterfile"), _DRAFT),
    "forumpoll": _OFFICE,
    **dict.fromkeys(("broadcast", "broadcastfile"), _OFFICE),
    **dict.fromkeys(("forumpost", "unitgroup"), _OFFICE),
    "reminder": "goes with its duty",
}  # fmt: skip
