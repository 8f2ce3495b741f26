"""Planned results in lines: figures, states, the list, one in full, its trace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from bot.rules.expectations import Counting, Progress, State, Wording, percent, plain
from bot.texts import words
from bot.texts.language import _

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
LISTED, QUOTED, DEEDS = 80, 90, 3


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
        return f"{position}. {text}\n   {told} · <b>{_state(hand, complete)}</b>"
    told = figure(one, so_far)
    if hand is not None:
        told += " · <b>" + _("change: {state}").format(state=_state(hand, complete)) + "</b>"
    return f"{position}. {text}\n   {told}"


def _state(hand: Wording | None, complete: bool) -> str:
    if hand is None:
        return STATES[State.AGREED]
    if hand.state is State.DRAFT and not complete:
        return _("draft, not complete")
    return STATES[hand.state]


def label(position: int, text: str) -> str:
    """`2 Menyelesaikan berkas…`, fit for a button."""
    return words.fitting(f"{position} {text}" if text else str(position))


def mine(year: int, quarter: int, count: int, most: int) -> str:
    title = _("Planned results · {quarter}").format(quarter=words.quarter(year, quarter))
    if not count:
        return words.bold(title)
    return f"{words.bold(title)}\n" + _("{count} of at most {most}").format(count=count, most=most)


def ask_to_begin(most: int) -> str:
    return _(
        "Nothing is planned yet. Say what you want to achieve this quarter: 1 to {most} results, "
        "each with a number to be reached. Your superior agrees to them, and your achievements "
        "then count for them."
    ).format(most=most)


def nothing_planned() -> str:
    return _("Nothing was planned for this quarter.")


def due(day: date, today: date) -> str:
    return _("To be proposed by {day} ({left}).").format(
        day=words.day(day), left=words.days_left(day, today)
    )


def above_missing(superior: str) -> str:
    return _(
        "{name} has no agreed planned results yet. You may propose yours all the same."
    ).format(name=words.safe(superior))


def no_superior() -> str:
    return _("Nobody is listed above you, so what you propose is in force at once.")


def ready(count: int) -> str:
    return _("{count} drafts are complete and may be proposed.").format(count=count)


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
        lines.append(words.bold(_("Change, {state}").format(state=_state(hand, complete))))
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


def team(year: int, quarter: int, waiting: int, without: int, total: int) -> str:
    title = _("Planned results of my people · {quarter}").format(
        quarter=words.quarter(year, quarter)
    )
    told = _("Of {total}: {waiting} wait for you, {without} have proposed nothing.")
    return f"{words.bold(title)}\n" + told.format(total=total, waiting=waiting, without=without)


def own_missing() -> str:
    return _(
        "Your own planned results are not agreed yet, so your people cannot choose which of them "
        "they support."
    )


def team_line(name: str, waiting: int, returned: int, agreed_: int) -> str:
    parts = []
    if waiting:
        parts.append("<b>" + _("{count} wait for you").format(count=waiting) + "</b>")
    if agreed_:
        parts.append(_("{count} agreed").format(count=agreed_))
    if returned:
        parts.append(_("{count} returned").format(count=returned))
    nothing = _("nothing proposed yet")
    return f"• {words.safe(name)}: {', '.join(parts) or nothing}"


def person(name: str, sex: int, year: int, quarter: int) -> str:
    who = words.bold(words.addressed(name, sex))
    return (
        who + "\n" + _("Planned results · {quarter}").format(quarter=words.quarter(year, quarter))
    )


def nothing_proposed() -> str:
    return _("Nothing has been proposed for this quarter yet.")


def waiting(count: int, since: datetime) -> str:
    return _("{count} wait for your agreement since {day}.").format(
        count=count, day=words.short_day(since.date())
    )


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


def returning(name: str, texts: Sequence[str]) -> str:
    lines = [_("What should {name} mend?").format(name=words.bold(words.called(name)))]
    lines += [f"• {words.safe(words.fitting(text, LISTED))}" for text in texts[:DEEDS]]
    if len(texts) > DEEDS:
        lines.append(_("and {count} more").format(count=len(texts) - DEEDS))
    lines.append(_("Type one or two sentences; they go back with the proposal."))
    return "\n".join(lines)
