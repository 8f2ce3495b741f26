"""What awards there are and what each asks for, told to everybody before its round."""

from __future__ import annotations

from bot.rules.awards import AwardKind, AwardRules, Criterion, Measure, Span, Weighing
from bot.rules.schemes import Scheme
from bot.texts import words
from bot.texts.language import _
from bot.texts.schemes import reading
from bot.texts.schemes.words import listed, percent

CRITERIA = {
    Criterion.SCORE: _("score"),
    Criterion.HASIL_KERJA: _("work results"),
    Criterion.PERILAKU: _("behaviour"),
    Criterion.ACHIEVEMENTS: _("number of achievements"),
}
MEASURES = {
    Measure.SCORE: _("total score"),
    Measure.HASIL_KERJA: _("work results"),
    Measure.PERILAKU: _("behaviour"),
    Measure.INDICATOR: _("indicator"),
    Measure.ACHIEVEMENTS: _("achievements"),
    Measure.ATTENDANCE: _("attendance at forums"),
    Measure.VOTE: _("vote of the evaluation team"),
}
SPANS = {Span.QUARTER: _("every quarter"), Span.YEAR: _("every year"), Span.SERVICE: _("service")}
ROLES = {
    "pimpinan": _("heads"),
    "tim_evaluasi": _("members of the evaluation team"),
    "kepegawaian": _("HR officers"),
    "inspektorat": _("the inspectorate"),
}


def awards(scheme: Scheme) -> str:
    """What every award asks for, and what decides between equals."""
    return "\n\n".join(
        [
            words.bold(reading.AWARDS),
            _("To be proposed, these are needed:") + "\n" + conditions(scheme.awards),
            _("Candidates are compared by {order}, in this order.").format(
                order=_order(scheme.awards)
            ),
            _("The evaluation team proposes, the head decides; never the same person."),
        ]
    )


def kinds(scheme: Scheme) -> str:
    """The kinds that have criteria of their own, each behind a button."""
    return "\n\n".join(
        [
            words.bold(reading.AWARDS),
            _("Criteria, weights and days of every award, known before its round begins:"),
            "\n".join(f"• {words.bold(kind_name(one))}: {said(one)}" for one in scheme.award),
            _("The evaluation team proposes, the head decides; never the same person."),
        ]
    )


def said(kind: AwardKind) -> str:
    return words.safe(kind.meaning or SPANS[kind.span])


def kind_name(kind: AwardKind) -> str:
    """`Pegawai Teladan (tahunan)`; a quarterly award needs no word for it."""
    return kind.name + (" " + _("(yearly)") if kind.span is Span.YEAR else "")


def kind_label(kind: AwardKind) -> str:
    """`Pegawai Teladan … tahunan`: what tells two kinds of one name apart is never cut away."""
    if kind.span is not Span.YEAR:
        return words.fitting(kind.name)
    behind = " " + _("yearly")
    return words.fitting(kind.name, words.LABEL - len(behind)) + behind


def kind(one: AwardKind, scheme: Scheme) -> str:
    """One kind: criteria and weights, conditions, days, prize."""
    if one.span is Span.SERVICE:
        return service(one)
    rules = one.rules(scheme.awards)
    blocks = [
        words.bold(kind_name(one)) + "\n" + said(one),
        _("Points:") + "\n" + "\n".join(_weighing(each, scheme) for each in one.criteria),
        _("Conditions:") + "\n" + conditions(rules),
        "\n".join(_course(one, rules)),
    ]
    if one.prize:
        blocks.append(_("Prize: {prize}").format(prize=words.safe(one.prize)))
    return "\n\n".join(blocks)


def service(one: AwardKind) -> str:
    """Honours of the state for years of service: who may be proposed, and by which law."""
    return "\n\n".join(
        [
            words.bold(kind_name(one)) + "\n" + said(one),
            _(
                "Counted by months from CPNS. A break in service begins the count anew; a medium "
                "or heavy disciplinary penalty in that time excludes (UU 20/2009, PP 35/2010)."
            ),
            _(
                "Documents: SK CPNS, last SK pangkat, last SK jabatan, a letter that there was no "
                "disciplinary penalty, and for XX and XXX the earlier charter."
            ),
            _("HR sees who reaches it within twelve months; the President decides."),
        ]
    )


def conditions(rules: AwardRules) -> str:
    lines = [
        _("• a score of at least {score}").format(score=words.number(rules.lowest_score)),
        _("• predicate Good or Very good"),
        _("• rated by at least {count} people, where so many could rate").format(
            count=rules.fewest_raters
        ),
        _("• no disciplinary penalty, and no objection that is open"),
        _("• at least {count} quarters between two awards").format(count=rules.quarters_between),
    ]
    if rules.excluded_roles:
        roles = listed([str(ROLES[role]) for role in sorted(rules.excluded_roles)])
        lines.append(_("• not for {roles}").format(roles=roles))
    return "\n".join(lines)


def _weighing(one: Weighing, scheme: Scheme) -> str:
    apart = " " + _("(from 0 to 100 between colleagues)") if one.drawn_apart else ""
    return f"• {measured(one, scheme)} {percent(one.weight)}{apart}"


def measured(one: Weighing, scheme: Scheme) -> str:
    """The criterion by its name: `indikator Inovasi`; escaped."""
    names = {each.key: each.name for each in scheme.categories}
    names |= {each.key: each.name for each in scheme.indicators}
    about = f" {names[one.of]}" if one.of in names else ""
    return words.safe(MEASURES[one.measure] + about)


def _course(one: AwardKind, rules: AwardRules) -> list[str]:
    lines = []
    if one.nominations:
        self_too = _("also oneself") if one.self_nomination else _("not oneself")
        until = _day(one.nominate_days, _("the end of the ratings"))
        lines.append(
            _("Anybody nominates until {until} ({self_too}).").format(
                until=until, self_too=self_too
            )
        )
    if one.votes:
        until = _day(one.vote_days, _("the end of the calibration"))
        lines.append(
            _("The panel votes unseen until {until}; at least {quorum}% take part.").format(
                until=until, quorum=rules.quorum
            )
        )
    tie = _("Within {gap} points the panel compares two by two; equal ones go by {order}.")
    lines.append(tie.format(gap=words.number(rules.near_tie), order=_order(rules)))
    return lines


def _day(days: int | None, otherwise: str) -> str:
    if days is None:
        return otherwise
    return _("{days} days after its last day").format(days=days)


def _order(rules: AwardRules) -> str:
    return listed([str(CRITERIA[one]) for one in rules.tie_order])
