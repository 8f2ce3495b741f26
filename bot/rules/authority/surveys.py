"""The part of the table about the public's survey."""

from __future__ import annotations

from bot.rules.authority.lines import Line, Relation, may

SURVEYS: dict[str, tuple[Line, ...]] = {
    # figures: everybody of their own unit and those above; whose else is asked of their reach
    "surveys.see": (may(Relation.SELF),),
}
