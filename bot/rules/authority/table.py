"""The table itself, capability by capability."""

from __future__ import annotations

from bot.rules import achievements
from bot.rules.authority.growth import GROWTH
from bot.rules.authority.lines import ALL, OTHERS, Line, Relation, Role, may
from bot.rules.authority.surveys import SURVEYS

TABLE: dict[str, tuple[Line, ...]] = {
    # everybody's own desk
    "home.open": (may(Relation.SELF),),
    # achievements
    "achievements.mine": (may(Relation.SELF),),
    "achievements.edit": (may(Relation.SELF, states=achievements.OPEN),),
    "achievements.send": (may(Relation.SELF, states=achievements.OPEN),),
    "achievements.delete": (may(Relation.SELF, states=achievements.OPEN),),
    "achievements.withdraw": (may(Relation.SELF, states=achievements.UNRATED),),
    "achievements.nudge": (may(Relation.SELF, states=(achievements.State.SUBMITTED,)),),
    "achievements.see": (
        may(Relation.SELF),
        may((Relation.REPORT, Relation.INDIRECT_REPORT), states=achievements.SENT),
        may(OTHERS, Role.EVALUATION_TEAM, Role.HEAD, states=(achievements.State.APPROVED,)),
    ),
    "achievements.queue": (may(Relation.SELF),),
    "achievements.review": (may((Relation.REPORT, Relation.INDIRECT_REPORT)),),
    "achievements.rate": (may(Relation.REPORT, states=(achievements.State.SUBMITTED,)),),
    "achievements.rate_instead": (
        may((Relation.REPORT, Relation.INDIRECT_REPORT), states=(achievements.State.SUBMITTED,)),
    ),
    # appraisals and results; the state is whether the duty to rate that quarter is mine
    "expectations.write": (may(Relation.SELF),),
    "expectations.see": (may((Relation.SELF, Relation.REPORT, Relation.INDIRECT_REPORT)),),
    "expectations.team": (may(Relation.SELF),),
    "expectations.agree": (may(Relation.REPORT),),
    "reports.write": (may(Relation.SELF),),
    "appraisals.list": (may(Relation.SELF),),
    "appraisals.read": (may(Relation.REPORT), may(OTHERS, states=["served"])),
    "appraisals.rate": (may(Relation.REPORT), may(OTHERS, states=["served"])),
    "appraisals.assess_list": (may(Relation.NOBODY, Role.EVALUATION_TEAM),),
    "appraisals.assess": (may((Relation.SAME_UNIT, Relation.OTHER), Role.EVALUATION_TEAM),),
    "results.list": (may(Relation.SELF),),
    "results.read": (
        may(Relation.SELF, states=["visible"]),
        may(Relation.REPORT, states=["sent", "visible"]),
        may(OTHERS, Role.EVALUATION_TEAM, states=["sent", "visible"]),
    ),
    # colleagues: the subject of an answer is whoever gives it; nobody gives it in their place
    "peers.home": (may(Relation.SELF),),
    "peers.propose": (may((Relation.SELF, Relation.REPORT)),),
    "peers.answer": (may(Relation.SELF),),
    "peers.feedback": (
        may((Relation.SELF, Relation.REPORT), states=["visible"]),
        may(OTHERS, Role.EVALUATION_TEAM, states=["visible"]),
    ),
    "peers.upward": (may((Relation.SELF, Relation.REPORT), states=["visible"]),),
    "peers.reply": (may(Relation.SELF, states=["visible"]),),
    "peers.read_reply": (
        may((Relation.SELF, Relation.REPORT), states=["visible"]),
        may(OTHERS, Role.EVALUATION_TEAM, states=["visible"]),
    ),
    "peers.short": (may(Relation.NOBODY, Role.HR),),
    "peers.watch": (may(Relation.NOBODY, Role.HR, Role.INSPECTORATE),),
    "peers.widen": (may(OTHERS, Role.HR),),
    # the year: written by its person, signed by the superior, judged as the scheme says
    "years.write": (may(Relation.SELF),),
    "years.list": (may(Relation.SELF),),
    "years.read": (
        may(Relation.REPORT, states=["signed", "forwarded", "final", "replaced"]),
        may(OTHERS, Role.EVALUATION_TEAM, states=["forwarded", "final", "replaced"]),
    ),
    "years.sign": (may(Relation.REPORT, states=["signed"]),),
    "years.judge": (may(OTHERS, Role.EVALUATION_TEAM, states=["forwarded"]),),
    "years.print": (
        may((Relation.SELF, Relation.REPORT), states=["final", "replaced"]),
        may(OTHERS, Role.EVALUATION_TEAM, Role.HR, states=["final", "replaced"]),
    ),
    "years.export": (may(Relation.NOBODY, Role.HR),),
    # my people and units at a glance; what is not published, only for those who work on it
    "overview.team": (may(Relation.SELF),),
    "overview.see": (may(Relation.NOBODY, Role.HEAD, Role.EVALUATION_TEAM, Role.HR),),
    "overview.spread": (may(Relation.NOBODY, Role.HEAD, Role.EVALUATION_TEAM, Role.HR),),
    "participation.see": (may(Relation.NOBODY, Role.HEAD, Role.HR),),
    "participation.invite": (
        may((Relation.REPORT, Relation.INDIRECT_REPORT)),
        may(OTHERS, Role.HEAD, Role.HR),
    ),
    "overview.proposed": (may(Relation.NOBODY, Role.HEAD, Role.EVALUATION_TEAM),),
    # schemes: everybody may read how they are judged
    "schemes.read": (may(Relation.SELF),),
    "schemes.change": (may(Relation.NOBODY, Role.HR),),
    "schemes.see": (may((Relation.SELF, *OTHERS), Role.HR, Role.HEAD),),
    "schemes.decide": (may(OTHERS, Role.HR, Role.HEAD),),
    # days off: the office puts in what the joint decree says
    "holidays.keep": (may(Relation.NOBODY, Role.HR),),
    # publication of a quarter, and the receipts for what was published
    "publication.read": (may(Relation.NOBODY, Role.HEAD, Role.EVALUATION_TEAM, Role.HR),),
    "publication.sign": (may(Relation.NOBODY, Role.HEAD),),
    "supplements.read": (may(OTHERS, Role.HEAD, Role.EVALUATION_TEAM),),
    "supplements.sign": (may(OTHERS, Role.HEAD),),
    "receipts.take": (may(Relation.SELF, states=["visible"]),),
    "receipts.list": (may(Relation.NOBODY, Role.HR),),
    "receipts.record": (may(Relation.REPORT), may(OTHERS, Role.HR)),
    "receipts.witness": (may(OTHERS, states=["witness"]),),
    "receipts.contradict": (may(Relation.SELF, states=["handed"]),),
    # objections and corrections: the state is what I am to an objection that waits
    "objections.list": (may(Relation.SELF),),
    "objections.write": (may(Relation.SELF, states=["visible", "draft"]),),
    "objections.read": (
        may(Relation.SELF),
        may(OTHERS, states=["superior", "reviewer", "hr"]),
    ),
    "objections.withdraw": (may(Relation.SELF, states=["employee"]),),
    "objections.explain": (
        may(Relation.SELF, states=["employee"]),
        may(OTHERS, states=["superior"]),
    ),
    "objections.decide": (may(OTHERS, states=["reviewer"]),),
    "objections.watch": (may(Relation.NOBODY, Role.HR),),
    "objections.name": (may(OTHERS, Role.HR, states=["hr"]),),
    "corrections.list": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    "corrections.propose": (may(OTHERS, Role.HR, Role.HEAD),),
    "corrections.read": (may(OTHERS, Role.HR, Role.HEAD),),
    "corrections.decide": (may(OTHERS, Role.HR, Role.HEAD, states=["waiting"]),),
    # the desk of the evaluation team: rating, calibration, ranking
    "panel.open": (may(Relation.NOBODY, Role.EVALUATION_TEAM, Role.HEAD),),
    "panel.read": (may(Relation.NOBODY, Role.EVALUATION_TEAM, Role.HEAD),),
    "panel.list": (may(Relation.NOBODY, Role.EVALUATION_TEAM),),
    "panel.organisation": (may(Relation.NOBODY, Role.HEAD),),
    "panel.calibrate": (may((Relation.SAME_UNIT, Relation.OTHER), Role.EVALUATION_TEAM),),
    "panel.case": (may(OTHERS, Role.EVALUATION_TEAM, Role.HEAD),),
    "panel.sign": (may(OTHERS, Role.HEAD),),
    "panel.mirror": (may(Relation.SELF),),
    # awards: nobody decides about themself, whatever roles are held
    "awards.list": (may(ALL),),
    "awards.rank": (may(Relation.NOBODY, Role.EVALUATION_TEAM),),
    "awards.compare": (may((Relation.SELF, *OTHERS), Role.EVALUATION_TEAM),),
    "awards.propose": (may(OTHERS, Role.EVALUATION_TEAM),),
    "awards.nominate": (may((Relation.SELF, *OTHERS)),),
    "awards.ballot": (may(Relation.NOBODY, Role.EVALUATION_TEAM),),
    "awards.vote": (may((Relation.SAME_UNIT, Relation.OTHER), Role.EVALUATION_TEAM),),
    "awards.read": (may(OTHERS, Role.EVALUATION_TEAM, Role.HEAD),),
    "awards.decide": (may(OTHERS, Role.HEAD),),
    "awards.end": (may(Relation.NOBODY, Role.EVALUATION_TEAM),),
    "awards.consent": (may(Relation.SELF),),
    "awards.hand": (may(OTHERS, Role.HR),),
    # certificates: whoever holds the paper may ask, nobody takes back what is their own
    "certificates.mine": (may(Relation.SELF),),
    "certificates.check": (may((Relation.SELF, Relation.GUEST)),),
    "certificates.read": (may(Relation.SELF), may(OTHERS, Role.HR, Role.HEAD)),
    "certificates.print": (
        may(Relation.SELF, states=["valid"]),
        may(OTHERS, Role.HR, Role.HEAD, states=["valid"]),
    ),
    "certificates.revoke": (may(OTHERS, Role.HR, Role.HEAD, states=["valid"]),),
    "certificates.replace": (may(OTHERS, Role.HR, states=["valid"]),),
    "certificates.decide": (may(OTHERS, Role.HR, Role.HEAD),),
    # forums: the subject is the host, or the person invited
    "forums.create": (
        may(Relation.SELF, Role.HR, Role.HEAD, Role.EVALUATION_TEAM),
        may(Relation.REPORT),
    ),
    "forums.list": (may(Relation.SELF),),
    "forums.draft": (may(Relation.SELF, states=["draft"]),),
    "forums.send": (may(Relation.SELF),),
    "forums.host": (may(Relation.SELF, states=["open", "cancelled"]),),
    "forums.change": (may(Relation.SELF, states=["open"]),),
    "forums.cancel": (may(Relation.SELF, states=["open"]),),
    "forums.open": (may(Relation.SELF, states=["open", "cancelled"]),),
    "forums.answer": (may(Relation.SELF, states=["open"]),),
    "forums.attend": (may(Relation.SELF, states=["open"]),),
    "forums.ask": (may(Relation.SELF, states=["open"]),),
    # its record: the subject is the host or the note-taker; of a step who owes it
    "forums.record": (may(Relation.SELF, states=["open"]),),
    "forums.item": (may(Relation.SELF, states=["open", "cancelled"]),),
    "forums.poll": (may(Relation.SELF, states=["open", "closed"]),),
    # opinions: of whoever was there; told to the host and HR
    "forums.value": (may(Relation.SELF, states=["open"]),),
    "forums.results": (may(Relation.SELF), may(OTHERS, Role.HR)),
    "forums.watch": (may(Relation.NOBODY, Role.HR),),
    # broadcasts: whoever got one reads it; of one that waits for agreement who wrote it
    "broadcasts.home": (may(Relation.SELF),),
    "broadcasts.read": (may(Relation.SELF),),
    "broadcasts.write": (may(Relation.NOBODY, Role.HR),),
    "broadcasts.see": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    "broadcasts.agree": (may(OTHERS, Role.HR, Role.HEAD, states=["asked"]),),
    **GROWTH,
    **SURVEYS,
    # identity and HR's desk: nobody decides about themself
    "joining.enter": (may(Relation.GUEST),),
    "joining.welcome": (may((Relation.SELF, Relation.GUEST)),),
    "joining.object": (may((Relation.SELF, Relation.GUEST)),),  # to a change of my own account
    "joining.report_superior": (may(Relation.SELF),),
    "desk.open": (may(Relation.NOBODY, Role.HR),),
    "desk.search": (may(Relation.NOBODY, Role.HR),),
    "roster.import": (may(Relation.NOBODY, Role.HR),),
    # extracts of many people's data; of NIP only the year and the last digits
    "exports.make": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    "exports.staff": (may(Relation.NOBODY, Role.HR),),
    "exports.unmask": (may(Relation.NOBODY, Role.HR),),
    "desk.person": (may(OTHERS, Role.HR),),
    "desk.invite": (may(OTHERS, Role.HR),),
    "desk.invitation": (may(OTHERS, Role.HR),),
    "desk.approve": (may(OTHERS, Role.HR, states=["claimed"]),),
    "desk.decline": (may(OTHERS, Role.HR, states=["claimed"]),),
    "desk.suspend": (may(OTHERS, Role.HR),),
    "desk.record_leave": (may(OTHERS, Role.HR),),
    "desk.record_mandate": (may(OTHERS, Role.HR),),
    "desk.end_leave": (may(OTHERS, Role.HR),),
    "desk.end_mandate": (may(OTHERS, Role.HR),),
    "desk.call": (may(OTHERS, Role.HR),),
    "desk.called": (may(OTHERS, Role.HR),),
    "desk.decide_report": (may(OTHERS, Role.HR),),
    "desk.move": (may(OTHERS, Role.HR),),
    "desk.print": (may(Relation.NOBODY, Role.HR),),
    "desk.units": (may(Relation.NOBODY, Role.HR),),
    "desk.head": (may(OTHERS, Role.HR),),
    "groups.keep": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    # the second factor: one's own, and somebody else's that is lost
    "factors.own": (may(Relation.SELF),),
    "factors.reset": (may(OTHERS, Role.HR),),
    # reminders and preferences
    "letters.received": (may(Relation.SELF),),
    "reminders.tasks": (may(Relation.SELF),),
    "reminders.snooze": (may(Relation.SELF),),
    "preferences.home": (may(Relation.SELF),),
    "preferences.change": (may(Relation.SELF),),
}

# Whose acts ask for the second factor: decisions on awards, publication, and what gives or
# takes a role.
PROVEN = frozenset(
    {
        "awards.decide",
        "broadcasts.agree",
        "desk.approve",
        "desk.decide_report",
        "desk.head",
        "desk.move",
        "desk.record_mandate",
        "desk.end_mandate",
        "exports.unmask",
        "factors.reset",
        "roster.import",
        "schemes.change",
        "schemes.decide",
        "publication.sign",
        "surveys.publish",
        "supplements.sign",
        "objections.name",
        "corrections.decide",
        "career.import",
        "certificates.decide",
        "certificates.replace",
        "panel.sign",
        "personal.confirm_breach",
        "service.note",
        "trainings.correct",
        "trainings.sign",
    }
)
PROVING_ROLES = frozenset(role for right in PROVEN for line in TABLE[right] for role in line.roles)
