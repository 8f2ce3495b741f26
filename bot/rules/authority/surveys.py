"""The part of the table about the public's survey."""

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
}
