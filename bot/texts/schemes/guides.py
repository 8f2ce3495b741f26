"""How predikat usually spread, told to everybody."""

from __future__ import annotations

from bot.rules.schemes import LimitKind, PatternLimit, Scheme
from bot.texts import words
from bot.texts.language import _
from bot.texts.schemes import reading
from bot.texts.schemes.words import ORGANISATION, PREDIKAT, percent


def patterns(scheme: Scheme) -> str:
    """One line an organisation; a guide that changes nobody's predikat."""
    lines = [
        f"• <b>{ORGANISATION[one.organisation]}</b>: "
        + "; ".join(_limit(limit) for limit in one.limits)
        for one in scheme.distribution
    ]
    return "\n\n".join(
        [
            words.bold(reading.PATTERNS),
            _(
                "How predicates usually spread, by the predicate of the organisation (SE MenPANRB "
                "3/2023). A departure is a warning to the evaluation team, which answers it with "
                "a reason; nobody's predicate is changed by it."
            ),
            "\n".join(lines),
        ]
    )


def _limit(limit: PatternLimit) -> str:
    either = " {} ".format(_("or"))
    names = either.join(str(PREDIKAT[one]) for one in limit.predikat)
    if limit.kind is LimitKind.MOST and limit.percent == 0:
        return _("no {names}").format(names=names)
    said = {
        LimitKind.MOST: _("{names} at most {percent}"),
        LimitKind.LEAST: _("{names} at least {percent}"),
        LimitKind.MAJORITY: _("most are {names}"),
        LimitKind.SOMEBODY: _("at least one {names}"),
    }[limit.kind]
    return said.format(names=names, percent=percent(limit.percent))
