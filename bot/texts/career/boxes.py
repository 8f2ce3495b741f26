"""The nine boxes in words, for who cannot or need not see the picture."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.career import ADVICE, ASSESSMENTS, Advice, Area, Span
from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

TITLE = _("Nine boxes")
PERFORMANCE = _("Performance")
POTENTIAL = _("Potential")
ROWS = (_("below"), _("as expected"), _("above"))
COLUMNS = (_("low"), _("medium"), _("high"))

# The words of PermenPANRB 3/2020; the same in every language.
SAID = {
    Advice.PROMOTE: _("to be promoted"),
    Advice.KEEP: _("to be kept"),
    Advice.SUCCESSION: _("into the group of succession"),
    Advice.REWARD: _("an award"),
    Advice.ROTATE: _("rotation"),
    Advice.WIDEN: _("rotation or a wider post"),
    Advice.ENRICH: _("rotation or a richer post"),
    Advice.GUIDE: _("guidance of performance"),
    Advice.COUNSEL: _("counselling on performance"),
    Advice.DEVELOP: _("development of competence"),
    Advice.STUDY: _("study leave"),
    Advice.PLACE: _("a post that fits"),
    Advice.BY_LAW: _("treated as the law says"),
}


def heading(name: str | None) -> str:
    """`Sembilan kotak`, and whose."""
    return words.bold(TITLE if name is None else f"{TITLE}: {strip_titles(name)}")


def objected(*, mine: bool) -> str:
    if mine:
        return _(
            "You do not want to be profiled, so nothing is computed for anybody. Whoever decides "
            "about you reads your results and talks with you. You may change your mind any time."
        )
    return _(
        "This employee does not want to be profiled, so nothing is computed. Please decide by the "
        "results themselves and a talk."
    )


def legend() -> str:
    return _("The shaded area: where the true value lies nine times of ten.")


def nothing() -> str:
    return _("There is no published result yet, so there is no box.")


def where(area: Area, parts: int) -> str:
    """Bounds of both, and the box; the words beside the picture as well."""
    lines = [
        f"{PERFORMANCE}: {_span(area.performance)}",
        f"{POTENTIAL}: {_span(area.potential)}",
    ]
    if parts < len(ASSESSMENTS):
        told = _("Assessed so far: {parts} of {all} parts.")
        lines.append(told.format(parts=parts, all=len(ASSESSMENTS)))
    others = ", ".join(str(one) for one in area.covers if one != area.box)
    if area.box is None:
        lines.append(_("Box: cannot be said; it may be {covers}.").format(covers=others))
    elif others:
        told = _("Box: <b>{box}</b>, but it may also be {others}.")
        lines.append(told.format(box=area.box, others=others))
    else:
        lines.append(_("Box: <b>{box}</b>.").format(box=area.box))
    return "\n".join(lines)


def bounds(quarters: int) -> str:
    """What the bounds mean."""
    return _(
        "Nine times of ten the true value lies within these bounds; the more quarters, of at "
        "most {quarters}, and parts, the narrower."
    ).format(quarters=quarters)


def advice(area: Area) -> str:
    """What the regulation says of the box, or of each that it may be."""
    boxes = [area.box] if area.box is not None else list(area.covers[:3])
    lines = [_("PermenPANRB 3/2020 recommends:")]
    lines += [f"• {box}: {'; '.join(str(SAID[one]) for one in ADVICE[box])}" for box in boxes]
    return "\n".join(lines)


def course(points: Sequence[tuple[str, Area]]) -> str:
    """How it went from quarter to quarter."""
    told = " → ".join(
        f"{when}: {area.box if area.box is not None else '/'.join(map(str, area.covers))}"
        for when, area in points
    )
    return _("From quarter to quarter: {told}").format(told=told)


def _span(one: Span) -> str:
    low, high = words.number(one.low), words.number(one.high)
    if one.value is None:
        return _("not known, {low} to {high}").format(low=low, high=high)
    return f"<b>{words.number(one.value)}</b> ({low} – {high})"
