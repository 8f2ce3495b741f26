"""Sentences that tell an achievement: its lines, its state, the list of mine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.rules.achievements import OPEN, State, Step
from bot.texts import words
from bot.texts.achievements.filling import outside, shorten
from bot.texts.language import _, ngettext

WITHDRAW = _("Withdraw")
NUDGE = _("Remind")
REFRESH = _("Refresh")
SEE_EVIDENCE = _("See evidence")
READ_WHOLE = _("Read in full")
HEAR_NOTE = _("Hear the note")
QUEUE = _("Waiting for my rating")
MINE = _("My achievements")
LISTED = 80

STATES: Mapping[State, str] = {
    State.DRAFT: _("Draft"),
    State.SENDING: _("Being sent"),
    State.SUBMITTED: _("Waiting to be rated"),
    State.APPROVED: _("Approved"),
    State.RETURNED: _("Returned to be mended"),
    State.REJECTED: _("Rejected"),
    State.WITHDRAWN: _("Withdrawn"),
}
MARKS: Mapping[State, str] = {
    State.DRAFT: "✎",
    State.SENDING: "⏳",
    State.SUBMITTED: "⏳",
    State.APPROVED: "✓",
    State.RETURNED: "↩",
    State.REJECTED: "✕",
}
LINES: Mapping[Step, str] = {
    Step.TITLE: _("Title"),
    Step.STORY: _("Story"),
    Step.DATE: _("Date"),
    Step.CATEGORY: _("Category"),
    Step.INDICATOR: _("Indicator"),
    Step.BEFORE: _("Effect"),
    Step.EVIDENCE: _("Evidence"),
}


def mine(tally: Mapping[State, int], told: Sequence[str], page: int, pages: int) -> str:
    """`told`: the lines of the page."""
    head = _("<b>My achievements</b>")
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    lines = [
        f"{MARKS[state]} {STATES[state]}: {tally[state]}" for state in MARKS if tally.get(state)
    ]
    if not lines:
        return "\n\n".join(
            [
                head,
                _(
                    "Nothing here yet. Start with New achievement, or just send a photo or a text "
                    "of what you did."
                ),
            ]
        )
    return "\n\n".join([head, "\n".join(lines), "\n".join(told), _("Press one to open it.")])


def label(number: int, title: str, state: State) -> str:
    """The button of one achievement in the list."""
    return words.fitting(f"{number}. {MARKS[state]} {title or _('No title yet')}")


def line(number: int, title: str, state: State, done_on: date | None, changed: datetime) -> str:
    """What tells an achievement from others of the same title: its day, or when a draft changed.

    The state stands in words: its mark is not shown to everybody.
    """
    named = words.safe(shorten(title, LISTED)) or _("No title yet")
    if state in OPEN or done_on is None:
        when = _("changed {day}, {time}").format(
            day=words.short_day(changed.date()), time=words.clock(changed)
        )
    else:
        when = words.short_day(done_on)
    return f"{number}. {named}\n{STATES[state]} · {when}"


def body(
    title: str,
    story: str,
    done_on: date | None,
    category: str,
    indicators: Sequence[str],
    effect: str,
    items: Sequence[str],
    *,
    whole: bool = False,
) -> str:
    """The lines of an achievement, as its owner told it."""
    lines = [words.bold(title or "-")]
    if story and story.rstrip(".") != title.rstrip("."):
        lines.append(words.safe(story if whole else shorten(story)))
    facts = [
        (str(LINES[Step.DATE]), words.day(done_on) if done_on else ""),
        (str(LINES[Step.CATEGORY]), category),
        (str(LINES[Step.INDICATOR]), ", ".join(indicators)),
        (str(LINES[Step.BEFORE]), effect),
    ]
    lines.append("\n".join(f"{name}: {words.safe(said)}" for name, said in facts if said))
    if items:
        counted = f"{LINES[Step.EVIDENCE]}: {len(items)}"
        lines.append("\n".join([counted, *items]))
    return "\n\n".join(part for part in lines if part)


def how_to_begin() -> str:
    return _("To record an achievement, send its photo or write at least one sentence.")


def effect(before: str, after: str, unit: str) -> str:
    """`12 → 3 hari`; empty when nothing was measured."""
    if not before and not after:
        return ""
    return f"{before or '…'} → {after or '…'} {unit}".strip()


def summary(told: str, lacking: Sequence[Step], outside_quarter: bool, refused: int = 0) -> str:
    """`refused`: so many pieces of evidence could not be used."""
    head = _("Achievement · summary")
    parts = [head, told]
    if outside_quarter:
        parts.append(outside())
    if refused:
        parts.append(
            ngettext(
                "{count} file marked ✕ cannot be used as evidence. With Change, Evidence you "
                "can send another one or take it out.",
                "{count} files marked ✕ cannot be used as evidence. With Change, Evidence you "
                "can send others or take them out.",
                refused,
            ).format(count=refused)
        )
    if lacking:
        names = ", ".join(str(LINES[step]) for step in lacking)
        parts.append(_("Still missing: {names}.").format(names=names))
    else:
        parts.append(_("Is it right? Press Send and your superior will rate it."))
    return "\n\n".join(parts)


def returned(told: str, decided: str, *, untouched: bool) -> str:
    ask = _("Mend what is needed with Change, then press Send.")
    if untouched:
        ask = "{} {}".format(_("Nothing has been changed since then."), ask)
    return "\n\n".join([_("Achievement · returned to be mended"), decided, told, ask])


def stands(told: str, state: State, more: Sequence[str]) -> str:
    """A card that is no longer with its owner."""
    head = _("Achievement · {state}").format(state=STATES[state])
    return "\n\n".join([head, told, *more])


def being_fetched(pending: int, of: int) -> str:
    return _(
        "⏳ The evidence is still being fetched: {done} of {of} are here. "
        "It goes on to your superior by itself as soon as the last one has come."
    ).format(done=of - pending, of=of)


def with_whom(name: str, sex: int, since: datetime, due: date, instead: bool) -> str:
    who = words.bold(words.addressed(name, sex))
    lines = [_("It is with {who} since {since}.").format(who=who, since=words.moment(since))]
    if instead:
        lines.append(_("Your superior is away or represented, so it is rated in their place."))
    lines.append(_("To be rated by {day}.").format(day=words.day(due)))
    return "\n".join(lines)


def decided(name: str, sex: int, at: datetime, note: str, has_voice: bool) -> str:
    who = words.safe(words.addressed(name, sex))
    lines = [_("Decided by {who}, {at}.").format(who=who, at=words.moment(at))]
    if note:
        lines.append(_("Note: {note}").format(note=words.safe(note)))
    if has_voice:
        lines.append(_("There is a spoken note."))
    return "\n".join(lines)


def levels(marks: Sequence[tuple[str, int]]) -> str:
    return "\n".join(f"{words.safe(name)}: <b>{level}</b>" for name, level in marks)


def change() -> str:
    return _("Achievement · change\n\nWhich line should be changed?")


def not_own(owner: str) -> str:
    return _("Told by {owner}").format(owner=words.safe(owner))
