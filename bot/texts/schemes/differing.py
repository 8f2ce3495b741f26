"""What differs between two schemes, line by line, told to those whom it concerns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.rules.awards import Weighing
from bot.rules.schemes import Axis, Share
from bot.rules.schemes.differences import Difference, Whom
from bot.texts import words
from bot.texts.language import _
from bot.texts.schemes.honours import MEASURES
from bot.texts.schemes.names import PARTS, field
from bot.texts.schemes.words import AXES, PREDIKAT, RATERS, percent

WHOM = {
    Whom.EVERYBODY: _("All employees"),
    Whom.RATERS: _("Superiors who rate"),
    Whom.PEERS: _("Colleagues who are asked"),
    Whom.TEAM: _("Evaluation team, candidates"),
    Whom.HR: _("HR unit"),
}
LONGEST, PAGE = 140, 560
FIELD = re.compile(r" \([a-z_.]+\)$")


def pages(found: Sequence[Difference]) -> list[list[str]]:
    """Lines by whom they concern, a screenful at a time; each page names whom again."""
    made: list[list[str]] = [[]]
    whom: Whom | None = None
    for one in found:
        line = "• " + words.safe(difference(one))
        full = sum(map(len, made[-1])) + len(line) > PAGE
        if full and made[-1]:
            made.append([])
        if full or one.whom is not whom:
            made[-1].append(words.bold(WHOM[one.whom]))
            whom = one.whom
        made[-1].append(line)
    return made


def difference(one: Difference) -> str:
    """`bobot Produktivitas: 25% → 30%`; not escaped."""
    what = _what(one)
    if one.before is None:
        return _("new: {what}").format(what=what)
    if one.after is None:
        return _("no longer: {what}").format(what=what)
    if one.before == one.after:
        return _("changed: {what}").format(what=what)
    before, after = _value(one.before, one.field), _value(one.after, one.field)
    return f"{what}: {words.fitting(before, LONGEST)} → {words.fitting(after, LONGEST)}"


def _what(one: Difference) -> str:
    if not one.named:
        return FIELD.sub("", field(one.field))
    part = one.field.partition(".")[2]
    if not part:
        return one.named
    if one.level:
        return _("{name}, level {level}").format(name=one.named, level=one.level)
    return f"{one.named}, {FIELD.sub('', str(PARTS.get(part, part)))}"


def _value(value: object, path: str) -> str:
    if isinstance(value, bool):
        return str(words.YES if value else words.NO)
    if isinstance(value, tuple | frozenset):
        return ", ".join(_values(value, path)) or "-"
    if isinstance(value, Decimal | int):
        weight = path.endswith(".weight") or path.startswith("axis_weights")
        return percent(value) if weight else percent(value).removesuffix("%")
    if isinstance(value, Axis):
        return str(AXES[value])
    return str(value) or "-"


def _values(value: tuple[object, ...] | frozenset[object], path: str) -> Iterator[str]:
    listed = sorted(value, key=str) if isinstance(value, frozenset) else value
    for one in listed:
        if isinstance(one, Share):
            yield f"{RATERS[one.source]} {percent(one.weight)}"
        elif one in PREDIKAT and path.startswith("quadrant"):
            yield str(PREDIKAT[one])  # type: ignore[index]
        elif isinstance(one, Weighing):
            yield f"{MEASURES[one.measure]} {percent(one.weight)}"
        elif hasattr(one, "workdays"):
            yield f"{one.workdays}: {one.to}"  # type: ignore[attr-defined]
        else:
            yield _value(one, path)
