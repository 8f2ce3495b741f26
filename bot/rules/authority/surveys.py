"""The part of the table about the public's survey. Citizens need no account to answer."""

from __future__ import annotations

from bot.rules.authority.lines import OTHERS, Line, Relation, Role, may

SURVEYS: dict[str, tuple[Line, ...]] = {
    # figures: everybody of their own unit and those above; whose else is asked of their reach
    "surveys.see": (may(Relation.SELF),),
    # comments that the desk has looked at, and what is made of them; reach is asked besides
    "surveys.read": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    "surveys.improve": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    # an improvement: the subject is whoever owes it
    "surveys.point": (may(Relation.SELF), may(OTHERS, Role.HR, Role.HEAD)),
    "surveys.finish": (may(Relation.SELF),),
    "surveys.publish": (may(Relation.NOBODY, Role.HEAD),),
    # whoever answers: anybody at all; who has an account is known to be of the staff
    "surveys.answer": (may((Relation.SELF, Relation.GUEST)),),
    "surveys.home": (may(Relation.SELF),),
    # services, counters, sheets; reach is asked besides
    "surveys.keep": (may(Relation.NOBODY, Role.HR, Role.HEAD),),
    # tickets: the subject is the officer of the counter, if it has one
    "surveys.hand": (
        may(Relation.SELF),
        may((*OTHERS, Relation.NOBODY), Role.HR, Role.HEAD),
    ),
    # what is suspected, and comments before others read them: never the unit's own head
    "surveys.judge": (may(Relation.NOBODY, Role.HR),),
    "surveys.clear": (may(Relation.NOBODY, Role.HR),),
}
