"""Sentences of the distribution beside the pattern of SE MenPANRB 3/2023."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.rules.distribution import SMALL, SOURCE, Departure
from bot.rules.predikat import Predikat
from bot.rules.schemes import LimitKind, Organisation
from bot.texts import words
from bot.texts.language import _
from bot.texts.results import PREDIKAT

SET = _("Set the organisation's")
KEEP = _("Write the reason")
ORGANISATION = {
    Organisation.ISTIMEWA: _("Outstanding"),
    Organisation.BAIK: _("Good"),
    Organisation.BUTUH_PERBAIKAN: _("Needs improvement"),
    Organisation.KURANG: _("Poor"),
    Organisation.SANGAT_KURANG: _("Very poor"),
}
SHORT = 160


def heading(year: int, quarter: int, scope: str) -> str:
    title = _("Distribution, {quarter}").format(quarter=words.quarter(year, quarter))
    return f"{words.bold(title)}\n{words.safe(scope_name(scope))}"


def scope_name(name: str) -> str:
    """Of a unit, or (without a name) of the agency."""
    return name or _("The whole agency")


def organisation(set_: Organisation | None, basis: str, setter: str) -> str:
    if set_ is None:
        return _("The predicate of the organisation is not set, so nothing can be compared yet.")
    told = _("Organisation: <b>{predikat}</b>, set by {name}; basis: <i>{basis}</i>")
    return told.format(
        predikat=ORGANISATION[set_],
        name=words.safe(setter),
        basis=words.safe(words.fitting(basis, SHORT)),
    )


def counts(found: Mapping[Predikat, int]) -> str:
    total = sum(found.values())
    if not total:
        return _("Nobody has a result here yet.")
    lines = []
    for predikat, name in PREDIKAT.items():
        count = found.get(predikat, 0)
        share = round(100 * count / total)
        blocks = "█" * round(10 * count / total)
        lines.append(f"{name}: <b>{count}</b> ({share}%) {blocks}".rstrip())
    lines.append(_("{count} people.").format(count=words.number(total)))
    return "\n".join(lines)


def departures(found: Sequence[Departure], people: int) -> str:
    if not found:
        return _("It keeps to the pattern of {source}.").format(source=SOURCE)
    lines = [_("Beside the pattern of {source} (a guide, nobody is changed by it):")]
    lines = [lines[0].format(source=SOURCE), *(f"• {departure(one)}" for one in found)]
    if people < SMALL:
        lines.append(_("Fewer than ten people: percentages are rounded to the next person."))
    return "\n".join(lines)


def departure(one: Departure) -> str:
    """What departs, and from what; without marks of any kind."""
    names = ", ".join(str(PREDIKAT[predikat]) for predikat in one.limit.predikat)
    told = {
        LimitKind.MOST: _("{names}: {count}, at most {most} ({percent}%)"),
        LimitKind.LEAST: _("{names}: {count}, at least {least} ({percent}%)"),
        LimitKind.MAJORITY: _("{names}: {count}, should be the most, at least {least}"),
        LimitKind.SOMEBODY: _("{names}: nobody, at least {least} expected"),
    }
    return told[one.limit.kind].format(
        names=names, count=one.count, most=one.most, least=one.least, percent=one.limit.percent
    )


def reason(text: str | None, *, working: bool) -> str:
    """Why it stays; before publication (`working`) what may be done where nobody has said so."""
    if text is None and not working:
        return _("The results were published without a reason for this.")
    if text is None:
        return _("Please correct it together with the superiors, or keep it with a reason.")
    return _("Kept with the reason: <i>{text}</i>").format(
        text=words.safe(words.fitting(text, SHORT))
    )


def ask_predikat() -> str:
    return _("Which predicate does the organisation have this quarter?")


def ask_basis(set_: Organisation) -> str:
    return _(
        "Organisation: <b>{predikat}</b>. On what basis? Name the letter or the achievement of "
        "the performance agreement in one or two sentences; they are kept with it."
    ).format(predikat=ORGANISATION[set_])


def ask_reason() -> str:
    return _(
        "Why does the distribution stay as it is? One or two sentences; they are kept, and the "
        "head sees them before publication."
    )
