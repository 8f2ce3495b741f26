"""Tasks in few words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

# By the kind of duty: a label for a button, where there is a person behind it, and many at once.
LABELS = {
    "plan_results": _("Planned results"),
    "agree_results": _("Agree to plan of"),
    "report": _("Quarterly report"),
    "appraise": _("Appraise"),
    "assess": _("Rating by the team"),
    "rate_achievement": _("Achievement"),
    "propose_award": _("Propose an award"),
    "vote_award": _("Vote on an award"),
    "compare_award": _("Compare candidates"),
    "name_winner": _("Propose the winner"),
    "decide_award": _("Decide an award"),
    "view": _("View on"),
    "sign_adjustment": _("Adjustment of"),
    "publish": _("Publish results"),
    "publish_late": _("Late result of"),
    "year_write": _("Write yearly report"),
    "year_review": _("Sign yearly report of"),
    "year_judge": _("Judge yearly report of"),
    "receipt": _("Receive result"),
    "attest": _("Witness a hand-over"),
    "nominate": _("Propose colleagues"),
    "peers": _("Answer about colleagues"),
    "explain_objection": _("Explain your levels"),
    "answer_explanation": _("Answer explanation"),
    "decide_objection": _("Decide on objection"),
    "name_reviewer": _("Name a reviewer"),
    "confirm_correction": _("Confirm a correction"),
    "decide_revocation": _("Decide on a revocation"),
    "talk": _("Talk with"),
    "answer_talk": _("Time for a talk"),
    "meet": _("Talk soon:"),
    "follow_up": _("Step agreed in a talk"),
    "action_item": _("Step from a forum"),
    "take_item": _("Take a step over?"),
    "agree_training": _("Training application"),
    "sign_allocation": _("Sign seat allocation"),
    "confirm_training": _("Training correction"),
    "improve": _("Improve a service"),
    "review_training": _("Feedback on training"),
    "confirm_learning": _("Confirm learning"),
    "answer_mentoring": _("Mentoring with"),
    "answer_personal": _("Personal data request"),
    "confirm_breach": _("Confirm breach notice"),
    "tell_breach": _("Tell of a data breach"),
}
# The label before a name, where it is another one.
ABOUT = {
    "decide_award": _("Proposal of"),
    "year_review": _("Year of"),
    "year_judge": _("Judge year of"),
    "decide_objection": _("Objection of"),
    "explain_objection": _("Objection of"),
    "name_reviewer": _("Reviewer for"),
    "confirm_correction": _("Correction of"),
    "decide_revocation": _("Revocation of"),
    "attest": _("Witness: result of"),
    "answer_talk": _("Talk time:"),
    "follow_up": _("Step with"),
    "take_item": _("Take over from"),
    "agree_training": _("Training of"),
    "confirm_training": _("Training result of"),
    "confirm_learning": _("Learning of"),
}
MANY = {
    "plan_results": _("Plan {count} quarters"),
    "agree_results": _("Agree to {count} plans"),
    "report": _("{count} quarterly reports"),
    "appraise": _("Appraise {count} people"),
    "assess": _("Rate {count} quarters"),
    "rate_achievement": _("Rate {count} achievements"),
    "propose_award": _("Propose {count} awards"),
    "vote_award": _("{count} awards to vote on"),
    "compare_award": _("{count} comparisons"),
    "name_winner": _("Propose {count} winners"),
    "decide_award": _("Decide {count} awards"),
    "view": _("Give {count} views"),
    "sign_adjustment": _("{count} adjustments"),
    "publish": _("Publish {count} quarters"),
    "publish_late": _("{count} late results"),
    "year_write": _("Write {count} year reports"),
    "year_review": _("Sign {count} year reports"),
    "year_judge": _("Judge {count} year reports"),
    "receipt": _("{count} results to receive"),
    "attest": _("Attest {count} hand-overs"),
    "nominate": _("{count} times to propose"),
    "peers": _("{count} rounds of colleagues"),
    "explain_objection": _("{count} objections to explain"),
    "answer_explanation": _("{count} explanations"),
    "decide_objection": _("{count} objections to decide"),
    "name_reviewer": _("{count} reviewers to name"),
    "confirm_correction": _("{count} corrections"),
    "decide_revocation": _("{count} revocations"),
    "talk": _("Talk with {count} people"),
    "answer_talk": _("{count} times to answer"),
    "meet": _("{count} talks soon"),
    "follow_up": _("{count} steps of talks"),
    "action_item": _("{count} steps from forums"),
    "take_item": _("Take over {count} steps?"),
    "agree_training": _("{count} training applications"),
    "sign_allocation": _("{count} divisions of seats"),
    "confirm_training": _("{count} training corrections"),
    "improve": _("{count} improvements"),
    "review_training": _("{count} trainings to review"),
    "confirm_learning": _("{count} times learned"),
    "answer_mentoring": _("{count} mentoring pairs"),
    "answer_personal": _("{count} data requests"),
    "confirm_breach": _("{count} breach notices"),
    "tell_breach": _("{count} data breaches"),
}
QUARTERLY = frozenset({"report"})
OTHER, OTHERS = _("Task"), _("{count} tasks")


def label(kind: str, person: str = "") -> str:
    """`Nilai Sari Lestari`: not escaped; a button cuts it to 24 characters."""
    if person:
        return f"{ABOUT.get(kind, LABELS.get(kind, OTHER))} {strip_titles(person)}"
    return str(LABELS.get(kind, OTHER))


def labels(named: Sequence[tuple[str, str, int]]) -> list[str]:
    """One for each kind, person and quarter; the quarter tells apart what would read alike.

    What is about nobody in particular always names it: the menu has a door of the same name.
    """
    told = [label(kind, person) for kind, person, _quarter in named]
    return [
        one
        if person and told.count(one) == 1
        else of_quarter(one, quarter, bare=kind in QUARTERLY)
        for one, (kind, person, quarter) in zip(told, named, strict=True)
    ]


def of_quarter(told: str, quarter: int, *, bare: bool = False) -> str:
    """`Terbitkan hasil TW IV`: at most 24 characters; the label itself when no quarter is meant.

    `bare`: the number alone, behind a label that says already that it is about a quarter.
    """
    if not quarter:
        return told
    roman = words.ROMAN[quarter - 1]
    named = f"{told} " + _("Q {roman}").format(roman=roman)
    if len(named) <= words.LABEL and not bare:
        return named
    return f"{words.fitting(told, words.LABEL - len(roman) - 1)} {roman}"


def many(kind: str, count: int) -> str:
    """`Nilai 12 pegawai`."""
    return MANY.get(kind, OTHERS).format(count=count)


def line(
    kind: str, person: str, on_behalf: str, year: int, quarter: int, due: date, today: date
) -> str:
    """`Nilai Sari Lestari, Triwulan III 2026 (3 hari lagi)`, escaped."""
    what = str(LABELS.get(kind, OTHER))
    parts = [f"{what} {words.safe(strip_titles(person))}" if person else what]
    if quarter:
        parts.append(words.quarter(year, quarter))
    elif year:
        parts.append(str(year))
    if on_behalf:
        parts.append(_("on behalf of {name}").format(name=words.safe(strip_titles(on_behalf))))
    return f"{', '.join(parts)} ({words.days_left(due, today)})"
