"""Every word of the minutes of calibration (berita acara)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from bot.rules.distribution import SOURCE, Departure
from bot.rules.panel import Tally
from bot.rules.predikat import Predikat
from bot.rules.schemes import Organisation
from bot.texts import words
from bot.texts.language import _
from bot.texts.panel.distribution import ORGANISATION, departure
from bot.texts.results import PREDIKAT

TITLE = _("MINUTES")
ABOUT = _("Calibration of performance evaluation results")
BLANK = _("Number: ……………………………")
DRAFT = _("DRAFT")
PARTS = (
    _("A. Predicate of the organisation and pattern of distribution"),
    _("B. Predicates by unit"),
    _("C. Views of the evaluation team"),
    _("D. Results that a head decided on"),
    _("E. Ratings given back to the superior"),
)
SET, BASIS, PATTERN, REASON = _("Organisation"), _("Basis"), _("Pattern"), _("Reason")
ALL = _("All together")
VIEWS_HEAD = (
    _("Unit"), _("Results discussed"), _("Second round"), _("Fits"), _("Too high"), _("Too low"),
)  # fmt: skip
CHANGED_HEAD = (_("Name and unit"), _("Before"), _("Proposed"), _("Views"), _("Reason"))
BACK_HEAD = (_("Name and unit"), _("Reason"))
TEAM, HEADS = _("The evaluation team,"), _("Acknowledged by the head,")


def scope(name: str) -> str:
    return name or _("The whole agency")


def opening(day: date, quarter: str, where: str, since: datetime | None) -> str:
    told = _(
        "On {day}, the evaluation team has put down in these minutes the calibration of the "
        "performance evaluation of {quarter} for {where}."
    ).format(day=words.day(day), quarter=quarter, where=where)
    if since is None:
        return told
    begun = _("The views of the team were asked for from {day} on.")
    return f"{told} {begun.format(day=words.day(since.date()))}"


def not_set() -> str:
    return _("not set")


def pattern(found: Sequence[Departure], *, compared: bool) -> str:
    if not compared:
        return _("not compared, because the predicate of the organisation is not set")
    if not found:
        return _("kept to the pattern of {source}").format(source=SOURCE)
    return "\n".join(departure(one) for one in found)


def organisation(set_: Organisation | None) -> str:
    return str(ORGANISATION[set_] if set_ else not_set())


def reason(text: str | None) -> str:
    return text or _("not written yet")


def predikat_heads() -> list[str]:
    return [_("Unit"), *PREDIKAT.values(), str(ALL)]


def counts(found: Mapping[Predikat, int]) -> list[str]:
    numbers = [found.get(one, 0) for one in PREDIKAT]
    return [words.number(one) for one in (*numbers, sum(numbers))]


def scored(total: Decimal, predikat: Predikat) -> str:
    return f"{words.number(total)}\n{PREDIKAT[predikat]}"


def tally(found: Tally | None) -> str:
    """How many held which view; nowhere who."""
    if found is None:
        return "–"
    return _("fits {keep}\ntoo high {high}\ntoo low {low}").format(
        keep=found.keep, high=found.high, low=found.low
    )


def ended(why: str, *, applied: bool, answer: str) -> str:
    if applied:
        return _("Signed. {reason}").format(reason=why)
    return _("Not signed: {answer}\nProposed because: {reason}").format(answer=answer, reason=why)


def unseen() -> str:
    return _(
        "Every member gave a view without seeing those of the others; they were opened together. "
        "Here they are counted, without names of members."
    )


def still_open(count: int) -> str:
    return _("Of {count} results the views are still being asked for.").format(
        count=words.number(count)
    )


def nothing_discussed() -> str:
    return _("No result was discussed; all of them stay as they were rated.")


def nothing_changed() -> str:
    return _("No adjustment of a result was decided on.")


def nothing_back() -> str:
    return _("No rating was given back.")


def withheld(count: int) -> str:
    return _(
        "{count} entries are left out of this copy, because they concern its holder or a superior "
        "of theirs. The copies of other members hold them."
    ).format(count=words.number(count))


def closing(draft: bool) -> str:
    if draft:
        return _(
            "Calibration is not over; these numbers may still change until the results are "
            "published."
        )
    return _("Made from what was recorded during calibration, to be used as needed.")


def footer(at: datetime) -> str:
    return _("Printed {moment}").format(moment=words.moment(at))


def attached(quarter: str, where: str, *, draft: bool) -> str:
    told = words.bold(_("Minutes of calibration, {quarter}").format(quarter=quarter))
    lines = [told, words.safe(where), ""]
    lines.append(
        _("It is still a draft, because calibration is not over.")
        if draft
        else _("Please print it and have it signed by everybody named at its end.")
    )
    lines.append(_("It names people: keep it as confidential as the results."))
    return "\n".join(lines)


def file_name(year: int, quarter: int) -> str:
    return f"berita-acara-kalibrasi-{year}-{quarter}.pdf"
