"""A planned result in a line: figures, states."""

from __future__ import annotations

from decimal import Decimal

from bot.rules.expectations import State, Wording
from bot.rules.figures import Counting, Progress, percent, plain
from bot.texts import words
from bot.texts.language import _

LISTED, QUOTED, DEEDS = 80, 90, 3
COUNTINGS = {
    Counting.TOTAL_MORE: _("added up, more is better"),
    Counting.LAST_MORE: _("newest figure, higher is better"),
    Counting.LAST_LESS: _("newest figure, lower is better"),
    Counting.TOTAL_LESS: _("added up, less is better"),
}

STATES = {
    State.DRAFT: _("draft"),
    State.PROPOSED: _("waits for agreement"),
    State.RETURNED: _("returned"),
    State.AGREED: _("agreed"),
}


def number(value: Decimal) -> str:
    return words.number(plain(value))


def target(one: Wording) -> str:
    """`40 berkas`, `≤ 20 menit`, or a dash."""
    if one.target is None:
        return "-"
    most = "≤ " if one.counting is not None and one.counting.less else ""
    return f"{most}{number(one.target)} {words.safe(one.unit)}".strip()


def figure(one: Wording, so_far: Progress | None) -> str:
    """`12 dari 40 berkas (30%), 5 menunggu dinilai`; the target alone before any of it."""
    if so_far is None or (so_far.realised is None and so_far.waiting is None):
        return _("target {target}, nothing realised yet").format(target=target(one))
    if so_far.realised is None:
        told = _("target {target}").format(target=target(one))
    else:
        assert so_far.percent is not None
        told = _("{realised} of {target} ({percent}%)").format(
            realised=number(so_far.realised), target=target(one), percent=number(so_far.percent)
        )
    if so_far.waiting is None:
        return told
    return told + _(", {waiting} waiting to be rated").format(waiting=number(so_far.waiting))


def stated(one: Wording, figure: Decimal | None) -> str:
    """`12 dari 40 berkas (30%)`, whoever stated the figure; the target alone without one."""
    if figure is None or one.target is None or one.counting is None:
        return _("target {target}, nothing realised yet").format(target=target(one))
    return _("{realised} of {target} ({percent}%)").format(
        realised=number(figure), target=target(one),
        percent=number(percent(one.counting, one.target, figure)),
    )  # fmt: skip


def line(
    position: int, one: Wording, so_far: Progress | None, hand: Wording | None, *,
    agreed: bool, complete: bool,
) -> str:  # fmt: skip
    """One planned result of a list, in two lines."""
    text = words.safe(words.fitting(one.text, LISTED)) or _("(nothing written yet)")
    if not agreed:
        told = _("target {target}").format(target=target(one))
        return f"{position}. {text}\n   {told} · <b>{state_of(hand, complete)}</b>"
    told = figure(one, so_far)
    if hand is not None:
        told += " · <b>" + _("change: {state}").format(state=state_of(hand, complete)) + "</b>"
    return f"{position}. {text}\n   {told}"


def state_of(hand: Wording | None, complete: bool) -> str:
    if hand is None:
        return str(STATES[State.AGREED])
    if hand.state is State.DRAFT and not complete:
        return _("draft, not complete")
    return str(STATES[hand.state])


def label(position: int, text: str) -> str:
    """`2 Menyelesaikan berkas…`, fit for a button."""
    return words.fitting(f"{position} {text}" if text else str(position))
