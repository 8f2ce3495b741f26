"""How people are judged, told to those who are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules.schemes import ANCHORS, LEVELS, Axis, Indicator, Scheme
from bot.texts import words
from bot.texts.language import _
from bot.texts.schemes.words import AXES, percent, shares

TITLE = _("How we are rated")
DOOR = (TITLE, _("indicators with their weights, who rates, the calendar and your objection."))
RATERS = _("Who rates")
PREDIKAT = _("From score to predicate")
CALENDAR = _("Calendar, objection")
AWARDS = _("Conditions of awards")
PATTERNS = _("Patterns of distribution")
VERSIONS = _("Versions of the scheme")
ANCHORS_LABEL = _("Meaning of each level")


def axis_label(axis: Axis, scheme: Scheme) -> str:
    return f"{AXES[axis]} {percent(scheme.axis_weights.of(axis))}"


def overview(scheme: Scheme, since: date, following: date | None) -> str:
    head = "\n".join(
        [
            words.bold(TITLE),
            _("{name}, version {version}, in force since {day}.").format(
                name=words.safe(scheme.name), version=scheme.version, day=words.short_day(since)
            ),
        ]
    )
    parts = "\n".join(
        _("• <b>{axis}</b>, {weight} of the score: {count} indicators").format(
            axis=AXES[axis],
            weight=percent(scheme.axis_weights.of(axis)),
            count=len(scheme.on_axis(axis)),
        )
        for axis in Axis
    )
    levels = _(
        "Every indicator is given a level from 1 to 5, each described by a sentence. Level 4 "
        "means as expected and counts 100. What nobody rated is left out, never counted as zero."
    )
    blocks = [head, _("Your score has two parts:") + "\n" + parts, levels]
    if following:
        blocks.append(
            _("From {day} a newer version is in force; quarters that began before keep theirs.")
            .format(day=words.day(following))
        )  # fmt: skip
    return "\n\n".join([*blocks, _("What would you like to read?")])


def axis(of: Axis, weight: str, shown: Sequence[Indicator], first: int, total: int) -> str:
    lines = [
        f"{number}. {words.safe(one.name)}, <b>{percent(one.weight)}</b>"
        for number, one in enumerate(shown, first)
    ]
    return "\n\n".join(
        [
            words.bold(f"{AXES[of]}, {weight}%"),
            _("{count} indicators, whose weights total 100%:").format(count=total)
            + "\n"
            + "\n".join(lines),
            _("Open one to see what each level looks like and who rates it."),
        ]
    )


def indicator(one: Indicator) -> str:
    """What it is, who rates it, and the guides; the levels come below or on their own screen."""
    lines = [
        words.bold(one.name),
        _("{axis}, weight {weight}").format(axis=AXES[one.axis], weight=percent(one.weight)),
    ]
    blocks = ["\n".join(lines)]
    if one.meaning:
        blocks.append(words.safe(one.meaning))
    blocks.append(_("Rated by: {raters}.").format(raters=shares(one)))
    if one.guides:
        guides = "\n".join(f"• {words.safe(guide)}" for guide in one.guides)
        blocks.append(_("What we look for:") + "\n" + guides)
    return "\n\n".join(blocks)


def levels(one: Indicator) -> str:
    """One sentence a level, best first."""
    marks = {ANCHORS - 1: " " + _("(as expected)")}
    lines = [
        f"<b>{level}</b>{marks.get(level, '')}: {words.safe(one.anchors[level - 1])}"
        for level in reversed(LEVELS)
    ]
    return "\n".join([_("What each level looks like:"), *lines])


def levels_alone(one: Indicator) -> str:
    return words.bold(one.name) + "\n\n" + levels(one)


def versions(total: int) -> str:
    return "\n\n".join(
        [
            words.bold(VERSIONS),
            _(
                "A quarter keeps the scheme with which it began. {count} so far, newest first:"
            ).format(count=words.number(total)),
        ]
    )


def version(
    number: int, name: str, since: date, until: date | None,
    approval: tuple[str, str, datetime] | None,
) -> str:  # fmt: skip
    line = _("<b>Version {number}</b>: {name}, from {day}").format(
        number=number, name=words.safe(name), day=words.short_day(since)
    )
    if until:
        line += " " + _("until before {day}").format(day=words.short_day(until))
    if approval is None:
        return f"{line}. " + _("It came with the application.")
    author, approver, at = approval
    return f"{line}. " + _("Proposed by {author}, approved by {approver} on {day}.").format(
        author=words.safe(author), approver=words.safe(approver), day=words.short_day(at.date())
    )


def version_label(number: int) -> str:
    return _("Version {number}").format(number=number)
