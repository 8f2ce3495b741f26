"""Sentences of rounds: their course, one's own standing, nominations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.rules.awards import AwardKind, AwardRules, DecidedBy, Obstacle, Span
from bot.texts import words
from bot.texts.awards.panel import OBSTACLES
from bot.texts.language import _

ROUNDS = _("Award rounds")
CRITERIA = _("Criteria")
NOMINATE = _("Nominate somebody")
WITHDRAW = _("Withdraw nomination")
SEND_NOMINATION = _("Yes, nominate")
TO_VOTE = _("Vote")
TO_COMPARE = _("Compare two by two")
TO_RANKING = _("Ranking and proposal")
STATES = {
    "nominating": _("nominations until {day}"),
    "voting": _("the panel votes until {day}"),
    "comparing": _("the panel compares two by two"),
    "closed": _("closed"),
    "ended": _("ended without a winner"),
}
DECIDED = {
    DecidedBy.POINTS: _("The first place was clear by points."),
    DecidedBy.PAIRS: _("The first place was decided two by two: one was preferred to all others."),
    DecidedBy.ORDER: _("Two by two nobody was preferred to all; the stated order decided."),
    DecidedBy.NOTHING: _("Several are equal in everything; the evaluation team proposes one."),
}


def rounds(count: int) -> str:
    lines = [words.bold(ROUNDS)]
    lines.append(
        _("Criteria are published before a round begins. Open one to see where you stand.")
        if count
        else _("No round has begun yet. It opens with the quarter.")
    )
    return "\n".join(lines)


def round_line(number: int, title: str, state: str, nominate_until: date, vote_until: date) -> str:
    return f"{number}. {words.safe(title)}: {course(state, nominate_until, vote_until)}"


def round_label(number: int, kind: AwardKind, year: int, quarter: int) -> str:
    """`1. Pegawai Teladan TW III`: neither number nor quarter is ever cut away."""
    when = str(year) if kind.span is Span.YEAR else words.short_quarter(quarter)
    before = f"{number}. "
    return f"{before}{words.fitting(kind.name, words.LABEL - len(before + when) - 1)} {when}"


def course(state: str, nominate_until: date, vote_until: date) -> str:
    day = nominate_until if state == "nominating" else vote_until
    return STATES[state].format(day=words.short_day(day))


def round_card(
    title: str, state: str, nominate_until: date, vote_until: date, nominated: int,
    candidates: int, compared: int,
) -> str:  # fmt: skip
    told = course(state, nominate_until, vote_until)
    lines = [words.bold(title), told[:1].upper() + told[1:] + "."]
    if state == "nominating":
        lines.append(_("Nominated so far: {count}.").format(count=nominated))
    else:
        lines.append(_("Candidates before the panel: {count}.").format(count=candidates))
    if compared:
        lines.append(_("So close that they are compared: {count}.").format(count=compared))
    return "\n".join(lines)


def late(quorum: int) -> str:
    return _(
        "The days of the vote are over, but too few have voted. It is counted as soon as the "
        "quorum is reached: {quorum}% of those who may judge a candidate."
    ).format(quorum=quorum)


def standing(found: Sequence[Obstacle], rules: AwardRules, *, published: bool) -> str:
    """What keeps me from it, each by its name and with the number that is asked for."""
    if found:
        exact = {
            Obstacle.FEW_RATERS: _("fewer than {count} raters").format(count=rules.fewest_raters),
            Obstacle.LOW_SCORE: _("score below {score}").format(
                score=words.number(rules.lowest_score)
            ),
        }
        named = "\n".join(f"• {exact.get(one, OBSTACLES[one])}" for one in found)
        return _("You: not yet, because of") + "\n" + named
    if published:
        return _("You: nothing keeps you from this award.")
    return _("You: nothing known keeps you from it. Your result counts once it is published.")


def mine(name: str) -> str:
    return _("You nominated {name}.").format(name=words.bold(name))


def outcome(
    decided_by: DecidedBy, gaps: Sequence[Decimal], circle: int, first: Sequence[str],
    in_circle: Sequence[str], candidates: bool,
) -> str:  # fmt: skip
    """How it ended, for everybody; names only where they are given."""
    if not candidates:
        return _("Nobody is left who could be proposed: there is no winner in this round.")
    lines = [str(DECIDED[decided_by])]
    if circle:
        lines.append(
            _(
                "The answers made a circle of {count}: each was preferred to the next, and the "
                "last to the first."
            ).format(count=circle)
        )
    if in_circle:
        lines.append(" › ".join(words.safe(name) for name in (*in_circle, in_circle[0])))
    if gaps:
        told = "; ".join(words.number(gap) for gap in gaps[:6])
        lines.append(_("Distances from place to place: {gaps}.").format(gaps=told))
    if first:
        named = ", ".join(words.bold(name) for name in first)
        lines.append(_("First: {names}").format(names=named))
    return "\n".join(lines)


def ask_nominee(title: str, until: date) -> str:
    return "\n\n".join(
        [
            words.bold(title),
            _("Whom do you nominate? Type part of the name. Possible until {day}.").format(
                day=words.short_day(until)
            ),
        ]
    )


def ask_ground(title: str, name: str) -> str:
    return "\n\n".join(
        [
            words.bold(title),
            _(
                "Why {name}? Type one to three sentences: what was done, for whom, and with what "
                "effect. The panel reads this without your name."
            ).format(name=words.bold(name)),
        ]
    )


def confirm_nomination(title: str, name: str, reason: str) -> str:
    return "\n\n".join(
        [
            _("You are about to nominate {name} as {award}.").format(
                name=words.bold(name), award=words.bold(title)
            ),
            _("Reason: <i>{text}</i>").format(text=words.safe(reason)),
            _("Who nominates may not vote on the same person. Is that right?"),
        ]
    )


def nominated_notice() -> str:
    return _("Your nomination has been handed in. Thank you.")


def withdrawn_notice() -> str:
    return _("Your nomination has been withdrawn.")


def nominated_already() -> str:
    return _("You have nominated somebody in this round. Withdraw that first.")


def nominations_over() -> str:
    return _("Nominations in this round are over. Open /penghargaan to see how it goes on.")


def not_oneself() -> str:
    return _("Nobody nominates himself or herself for this award.")
