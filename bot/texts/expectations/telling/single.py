"""One planned result in full, and its trace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from bot.rules.expectations import State, Wording
from bot.rules.figures import Progress
from bot.texts import words
from bot.texts.expectations.telling.lines import (
    COUNTINGS,
    DEEDS,
    LISTED,
    QUOTED,
    figure,
    number,
    state_of,
    target,
)
from bot.texts.language import _


def heading(position: int, year: int, quarter: int, name: str) -> str:
    title = _("Planned result {number} · {quarter}").format(
        number=position, quarter=words.quarter(year, quarter)
    )
    return words.bold(title) + (f"\n{words.safe(name)}" if name else "")


def whole(one: Wording, indicator: str, supports: str) -> str:
    """What a wording says, line by line."""
    counted = f" ({COUNTINGS[one.counting]})" if one.counting else ""
    lines = [words.bold(one.text or "-")]
    lines.append(_("Indicator: {name}").format(name=words.safe(indicator) or "-"))
    lines.append(_("Target: {target}").format(target=target(one)) + counted)
    if supports:
        quoted = words.safe(words.fitting(supports, QUOTED))
        lines.append(_("Supports: {text}").format(text=quoted))
    return "\n".join(lines)


def so_far(
    one: Wording, progress: Progress | None, deeds: Sequence[tuple[str, Decimal, bool]]
) -> str:
    lines = [_("Realised: {figure}").format(figure=figure(one, progress))]
    for title, amount, rated in deeds[:DEEDS]:
        waiting = "" if rated else " · " + _("waiting to be rated")
        short = words.safe(words.fitting(title, 50))
        lines.append(f"• {short}: {number(amount)}{waiting}")
    if len(deeds) > DEEDS:
        lines.append(_("and {count} more").format(count=len(deeds) - DEEDS))
    return "\n".join(lines)


def agreed(by: str, at: datetime) -> str:
    return _("Agreed by {name}, {day}.").format(
        name=words.safe(by), day=words.short_day(at.date())
    )


def in_hand(
    hand: Wording, indicator: str, *, changes: bool, complete: bool, superior: str,
    since: datetime | None,
) -> str:  # fmt: skip
    """What is being written, waits, or came back."""
    lines = []
    if changes:
        lines.append(words.bold(_("Change, {state}").format(state=state_of(hand, complete))))
        if hand.ends:
            lines.append(_("It shall be dropped."))
        else:
            lines.append(words.safe(words.fitting(hand.text, LISTED)))
            lines.append(f"{words.safe(indicator)} · {target(hand)}")
        if hand.reason:
            lines.append(_("Reason: {reason}").format(reason=words.safe(hand.reason[:150])))
    if hand.state is State.PROPOSED and since is not None:
        lines.append(_waits(superior, since))
    if hand.state is State.RETURNED:
        lines.append(_("Returned with this note: {note}").format(note=words.safe(hand.note)))
    if hand.state is State.DRAFT and not changes:
        told = _("Is it right? Press Propose.") if complete else _("It is not complete yet.")
        lines.append(told)
    return "\n".join(lines)


def _waits(superior: str, since: datetime) -> str:
    return _("Waits for {name} since {moment}.").format(
        name=words.safe(superior) or "-", moment=words.moment(since)
    )


def untouched() -> str:
    return _("Until the change is agreed, what stands above stays in force.")


def trace(page: int, pages: int) -> str:
    title = words.bold(_("History of the planned result"))
    if pages > 1:
        title += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    return title


def traced(
    one: Wording, indicator: str, proposed: datetime | None, decided: datetime | None, by: str
) -> str:
    """One wording with who, when and why."""
    lines = [_("It shall be dropped.")] if one.ends else [words.safe(one.text)]
    if not one.ends:
        lines.append(f"{words.safe(indicator)} · {target(one)}")
    if one.reason:
        lines.append(_("Reason: {reason}").format(reason=words.safe(one.reason)))
    if proposed is not None:
        lines.append(_("Proposed {moment}").format(moment=words.moment(proposed)))
    if decided is not None:
        told = {State.AGREED: _("Agreed by {name}, {moment}")}.get(
            one.state, _("Returned by {name}, {moment}")
        )
        lines.append(told.format(name=words.safe(by), moment=words.moment(decided)))
    elif one.set_aside:
        lines.append(_("Taken back before a decision"))
    else:
        lines.append(_("Waits for a decision"))
    if one.note:
        lines.append(_("Note: {note}").format(note=words.safe(one.note)))
    return "\n".join(lines)
