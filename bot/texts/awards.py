"""Sentences of awards: ranking, proposal, decision, honour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from bot.rules.awards import Obstacle
from bot.texts import words
from bot.texts.appraisals import label
from bot.texts.language import _

PROPOSE = _("Propose for the award")
CONFIRM = _("Yes, propose")
GIVE = _("Yes, give the award")
TURN_DOWN = _("Yes, reject")
RANKING = _("Ranking")
CASE = _("To the proposal")
ALL_AWARDS = _("All awards")
OBSTACLES = {
    Obstacle.NO_RESULT: _("no result"),
    Obstacle.LOW_SCORE: _("score below the limit"),
    Obstacle.LOW_PREDIKAT: _("predicate below Good"),
    Obstacle.FEW_RATERS: _("too few raters"),
    Obstacle.EXCLUDED_ROLE: _("holds a post that is excluded"),
    Obstacle.DISCIPLINED: _("disciplinary penalty"),
    Obstacle.OBJECTION_OPEN: _("an objection is open"),
    Obstacle.WON_RECENTLY: _("was honoured recently"),
}


def award(year: int, quarter: int, scope: str) -> str:
    """`Pegawai Teladan Triwulan III 2026`, with the unit if it is of one unit."""
    where = f", {scope}" if scope else ""
    return (
        _("Exemplary Employee of {quarter}").format(quarter=words.quarter(year, quarter)) + where
    )


def no_period() -> str:
    return _("No quarter has opened yet, so there is no ranking. Open /menu to go on.")


def panel(year: int, quarter: int, scope: str, rated: int, people: int) -> str:
    title = _("Ranking of {quarter}").format(quarter=words.quarter(year, quarter))
    lines = [words.bold(title), words.safe(scope) if scope else _("Whole agency")]
    lines.append(_("{rated} of {people} have a result.").format(rated=rated, people=people))
    return "\n".join(lines)


def row(
    place: int | None, tied: bool, near: bool, name: str, score: Decimal | None,
    obstacles: Sequence[Obstacle],
) -> str:  # fmt: skip
    at = f"{place}." if place else "–"
    points = words.number(score) if score is not None else "-"
    marks = [_("tie")] if tied else [_("close")] if near else []
    if obstacles:
        named = ", ".join(OBSTACLES[one] for one in obstacles)
        marks.append(_("not yet: {obstacles}").format(obstacles=named))
    behind = f" ({'; '.join(marks)})" if marks else ""
    return f"{at} {words.safe(name)}, <b>{points}</b>{behind}"


def row_label(place: int | None, name: str) -> str:
    at = f"{place}. " if place else ""
    return at + (name if len(name := label(name)) <= 24 - len(at) else name[: 23 - len(at)] + "…")


def not_over() -> str:
    return _("Ratings may still come in, so this order can change. Proposals follow afterwards.")


def living_state(state: str) -> str:
    if state == "waiting":
        return _("A proposal has been made and waits for the decision.")
    return _("The award of this quarter has been given.")


def how_to_propose() -> str:
    return _("Open a person to see all parts and to propose.")


def candidate(name: str, unit: str, year: int, quarter: int) -> str:
    return f"{words.bold(name)}\n{words.safe(unit)}, {words.quarter(year, quarter)}"


def raters(count: int) -> str:
    return _("Rated by: {count}.").format(count=count)


def why_not(code: str) -> str:
    """Why a proposal is not possible, by its code."""
    return {
        "candidate": _("Nobody may propose himself or herself."),
        "decided": _("You have decided in this case, so somebody else has to propose."),
        "not_over": _("Proposals are possible once the rating of this quarter has ended."),
        "living": living(),
        "obstacles": _("The conditions of the scheme are not met, so no proposal is possible."),
    }[code]


def living() -> str:
    return _("There is a proposal for this award already. Open /panel to see it.")


def ask_reason(name: str, title: str) -> str:
    return "\n\n".join(
        [
            words.bold(title),
            _(
                "Why should {name} be honoured? Type one to three sentences: what was done, for "
                "whom, and with what effect. The head of the office reads this."
            ).format(name=words.bold(name)),
        ]
    )


def confirm(name: str, title: str, reason: str) -> str:
    return "\n\n".join(
        [
            _("You are about to propose {name} as {award}.").format(
                name=words.bold(name), award=words.bold(title)
            ),
            _("Reason: <i>{text}</i>").format(text=words.safe(reason)),
            _("Somebody else decides. Is that right?"),
        ]
    )


def too_short(least: int) -> str:
    return _("Please give a reason of at least {least} characters.").format(least=least)


def no_decider() -> str:
    return _(
        "Nobody else may decide this proposal at the moment. Please ask the HR unit to name a "
        "deciding head, then propose again; your draft is kept."
    )


def proposed_notice() -> str:
    return _("The proposal has been handed over.")


def case(name: str, unit: str, title: str, proposer: str, at: datetime | None, reason: str) -> str:
    when = f", {words.moment(at)}" if at else ""
    return "\n".join(
        [
            words.bold(_("Proposal: {award}").format(award=title)),
            f"{words.bold(name)}, {words.safe(unit)}",
            _("Proposed by {name}").format(name=words.safe(proposer)) + when,
            _("Reason: <i>{text}</i>").format(text=words.safe(reason)),
        ]
    )


def case_state(state: str, decider: str, answer: str) -> str:
    if state == "approved":
        return _("Approved by {name}.").format(name=words.safe(decider))
    if state == "rejected":
        return _("Rejected by {name}: <i>{text}</i>").format(
            name=words.safe(decider), text=words.safe(answer)
        )
    return _("Waits for the decision of the head.")


def decide_hint() -> str:
    return _("Both choices ask once more before anything happens.")


def confirm_approval(name: str, title: str) -> str:
    return _(
        "You are about to name {name} {award}. A numbered award is made and the winner is told. "
        "Is that right?"
    ).format(name=words.bold(name), award=words.bold(title))


def ask_rejection(name: str, title: str) -> str:
    return _(
        "Why is the proposal of {name} as {award} rejected? Type one to three sentences; the "
        "proposer reads them."
    ).format(name=words.bold(name), award=words.bold(title))


def confirm_rejection(name: str, title: str, reason: str) -> str:
    return "\n\n".join(
        [
            _("You are about to reject the proposal of {name} as {award}.").format(
                name=words.bold(name), award=words.bold(title)
            ),
            _("Reason: <i>{text}</i>").format(text=words.safe(reason)),
            _("Is that right?"),
        ]
    )


def conflict() -> str:
    return _(
        "You took part in this case as proposer or candidate, so somebody else has to decide it."
    )


def already_decided() -> str:
    return _("This proposal has been decided already. Open /penghargaan to see the awards.")


def reason_wanted() -> str:
    return _("A rejection needs a reason. Open the proposal again and write one.")


def given_notice() -> str:
    return _("The award has been given.")


def rejected_notice() -> str:
    return _("The proposal has been rejected.")


def list_(count: int) -> str:
    lines = [words.bold(_("Awards"))]
    lines.append(
        _("Everybody who has been honoured, newest first:")
        if count
        else _("No award has been given yet. The first follows when a quarter is rated.")
    )
    return "\n".join(lines)


def decide_label(name: str) -> str:
    return label(_("Decide: {name}").format(name=label(name)))


def list_line(number: int, award_year: int, name: str, unit: str, title: str) -> str:
    numbered = registered(number, award_year)
    return f"• {words.bold(name)}, {words.safe(unit)}: {words.safe(title)} ({numbered})"


def registered(number: int, year: int) -> str:
    """`Nomor 7/2026`."""
    return _("Number {number}/{year}").format(number=number, year=year)


def honour(
    name: str, unit: str, title: str, number: int, award_year: int, at: date, giver: str
) -> str:
    return "\n".join(
        [
            words.bold(title),
            f"{words.bold(name)}, {words.safe(unit)}",
            registered(number, award_year),
            _("Given on {day} by {name}.").format(day=words.day(at), name=words.safe(giver)),
        ]
    )


def congratulation() -> str:
    return _("Congratulations, and thank you for your work!")


def won(name: str, sex: int) -> str:
    return _("{name}, good news about your work awaits you here.").format(
        name=words.bold(words.addressed(name, sex))
    )


def decided() -> str:
    return _("A decision on your award proposal has been made.")
