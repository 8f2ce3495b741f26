"""The part of the table about growing: talks, training, mentoring, thanks, careers."""

from __future__ import annotations

from bot.rules.authority.lines import ALL, OTHERS, Line, Relation, Role, may

GROWTH: dict[str, tuple[Line, ...]] = {
    # talks: one that was held is of those two alone; the state is whether I led it
    "talks.home": (may(Relation.SELF),),
    "talks.arrange": (may((Relation.SELF, Relation.REPORT)),),
    "talks.read": (may(Relation.SELF), may(OTHERS, states=["led"])),
    "talks.write": (may(Relation.SELF), may(OTHERS, states=["led"])),
    "talks.follow": (may(Relation.SELF),),
    "talks.value": (may(Relation.SELF, states=["held"]),),
    # mentoring: a pair is of those two alone; the state is whether I am the mentor
    "mentoring.home": (may(Relation.SELF),),
    "mentoring.share": (may(Relation.SELF), may(OTHERS, states=["mentor"])),
    "mentoring.run": (may(Relation.NOBODY, Role.HR),),
    "mentoring.effect": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    # thanks: for whoever receives them; arrangements are looked at by HR and the inspectorate
    "thanks.give": (may(Relation.SELF),),
    "thanks.receive": (may(Relation.SELF),),
    "thanks.watch": (may(Relation.NOBODY, Role.HR, Role.INSPECTORATE),),
    "talks.missing": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    # stories: the winner's own words, looked at by a second person before all may read them
    "stories.read": (may(ALL),),
    "stories.write": (may(Relation.SELF),),
    "stories.judge": (may(OTHERS, Role.HR, Role.HEAD),),
    # years of service: for oneself, HR and heads; nobody notes anything of their own
    "service.watch": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    "service.read": (may(Relation.SELF), may(OTHERS, Role.HR, Role.HEAD)),
    "service.note": (may(OTHERS, Role.HR),),
    # the raters' drill: whoever does it; HR sees who did
    "drills.do": (may(Relation.SELF),),
    "drills.watch": (may(Relation.NOBODY, Role.HR),),
    # careers: advice for the person and who leads it; a head decides, HR keeps what is on record
    "career.see": (
        may((Relation.SELF, Relation.REPORT, Relation.INDIRECT_REPORT)),
        may(OTHERS, Role.HR, Role.HEAD),
    ),
    "career.object": (may(Relation.SELF),),
    "career.team": (may(Relation.SELF),),
    "career.desk": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    "career.keep": (may(OTHERS, Role.HR),),
    "career.import": (may(Relation.NOBODY, Role.HR),),
    "career.decide": (may(OTHERS, Role.HEAD),),
    # personal data: everybody's own; nobody answers what they asked themselves
    "personal.own": (may(Relation.SELF),),
    "personal.guest": (may(Relation.GUEST),),
    "personal.desk": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    "personal.breach": (may(Relation.NOBODY, Role.HR, Role.HEAD, Role.INSPECTORATE),),
    "personal.keep_breach": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    # the subject is who asks that a notice goes out; nobody confirms their own
    "personal.confirm_breach": (may(OTHERS, Role.HR, Role.HEAD),),
    "personal.answer": (may(OTHERS, Role.HR, Role.HEAD),),
    # training: the subject is who applies, takes part or learns; of a division who made it
    "trainings.home": (may(Relation.SELF),),
    "trainings.team": (may(Relation.SELF),),
    "trainings.apply": (may(Relation.SELF),),
    "trainings.see": (
        may((Relation.SELF, Relation.REPORT, Relation.INDIRECT_REPORT)),
        may(OTHERS, Role.HR),
    ),
    "trainings.agree": (may(Relation.REPORT),),
    # of a course that runs the subject is its host; nobody's where HR has named none
    "trainings.review": (may(Relation.SELF),),
    "trainings.confirm": (may(Relation.REPORT), may(OTHERS, Role.HR)),
    "trainings.run": (may(Relation.SELF), may(OTHERS, Role.HR), may(Relation.NOBODY, Role.HR)),
    # a noted result is put right by a second person: of the correction the subject is whose it is
    "trainings.correct": (may(OTHERS, Role.HR, Role.HEAD),),
    "trainings.keep": (may(Relation.NOBODY, Role.HR),),
    "trainings.divide": (may(Relation.NOBODY, Role.HR),),
    "trainings.divided": (may((Relation.SELF, *OTHERS), Role.HR, Role.HEAD),),
    "trainings.sign": (may(OTHERS, Role.HR, Role.HEAD),),
}
