"""What an award asks for and how predikat usually spread, told to everybody."""

from __future__ import annotations

from bot.rules.awards import Criterion
from bot.rules.schemes import LimitKind, PatternLimit, Scheme
from bot.texts import words
from bot.texts.language import _
from bot.texts.schemes import reading
from bot.texts.schemes.words import ORGANISATION, PREDIKAT, listed, percent

CRITERIA = {
    Criterion.SCORE: _("score"),
    Criterion.HASIL_KERJA: _("work results"),
    Criterion.PERILAKU: _("behaviour"),
    Criterion.ACHIEVEMENTS: _("number of achievements"),
}
ROLES = {
    "pimpinan": _("heads"),
    "tim_evaluasi": _("members of the evaluation team"),
    "kepegawaian": _("HR officers"),
    "inspektorat": _("the inspectorate"),
}
_OR = " " + _("or") + " "


def awards(scheme: Scheme) -> str:
    """What an award asks for, and what decides between equals."""
    a = scheme.awards
    lines = [
        _("• a score of at least {score}").format(score=words.number(a.lowest_score)),
        _("• predicate Good or Very good"),
        _("• rated by at least {count} people, where so many could rate").format(
            count=a.fewest_raters
        ),
        _("• no disciplinary penalty, and no objection that is open"),
        _("• at least {count} quarters between two awards").format(count=a.quarters_between),
    ]
    if a.excluded_roles:
        roles = listed([ROLES[role] for role in sorted(a.excluded_roles)])
        lines.append(_("• not for {roles}").format(roles=roles))
    order = listed([CRITERIA[one] for one in a.tie_order])
    return "\n\n".join(
        [
            words.bold(reading.AWARDS),
            _("To be proposed, these are needed:") + "\n" + "\n".join(lines),
            _("Candidates are compared by {order}, in this order.").format(order=order),
            _("The evaluation team proposes, the head decides; never the same person."),
        ]
    )


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
    names = _OR.join(PREDIKAT[one] for one in limit.predikat)
    if limit.kind is LimitKind.MOST and limit.percent == 0:
        return _("no {names}").format(names=names)
    said = {
        LimitKind.MOST: _("{names} at most {percent}"),
        LimitKind.LEAST: _("{names} at least {percent}"),
        LimitKind.MAJORITY: _("most are {names}"),
        LimitKind.SOMEBODY: _("at least one {names}"),
    }[limit.kind]
    return said.format(names=names, percent=percent(limit.percent))
