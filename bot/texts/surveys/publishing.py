"""The figure of a month in words, on its card and in the letter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from bot.rules.surveys.elements import Element
from bot.rules.surveys.grades import NINE
from bot.rules.surveys.index import Figure
from bot.rules.surveys.samples import Interval, Sample
from bot.texts import words
from bot.texts.language import _
from bot.texts.surveys import figures

PUBLISH, PAPER = _("Publish"), _("As PDF")
CARD_TITLE = _("Public Satisfaction Index")
SEE = _("See the figures")


def month(first: date) -> str:
    """`September 2026`."""
    return words.day(first).partition(" 1 ")[2]


def months(unit: str) -> str:
    head = words.bold(_("Publish the index of a month"))
    return f"{head}\n{words.safe(unit)}\n\n" + _("✓ has been published and stays as it was.")


def month_label(first: date, *, done: bool) -> str:
    return f"✓ {month(first)}" if done else month(first)


def card(unit: str, first: date, found: Figure, reach: Interval | None, enough: Sample) -> str:
    lines = [
        words.bold(f"{CARD_TITLE}, {month(first)}"),
        words.safe(unit),
        _("<b>{index}</b> from {answers}").format(
            index=figures.graded(found.index, found.grade), answers=figures.answers(found.count)
        ),
        figures.reach(reach),
        figures.sampled(enough),
        _("Calculated by: {setting}.").format(
            setting=figures.setting(found.weight, found.regulation)
        ),
    ]
    return "\n".join(lines)


def proposal(group: str | None) -> str:
    """`group` says where it goes; None: to the people of the unit."""
    whom = group if group is not None else _("everybody of this unit who has an account")
    told = _("Publishing sends this card to {whom}. The figure then stays as it is.")
    return told.format(whom=whom)


def standing(day: date) -> str:
    return _("Published on {day}.").format(day=words.day(day))


def said(unit: str, first: date, found: Figure) -> str:
    """Everything on the card, for who cannot see it; escaped."""
    parts = [
        f"{figures.ELEMENTS[Element(one.key)]} {words.number(one.index)} ({one.grade.value})"
        for one in found.elements
    ]
    told = _("Picture: {title}, {unit}, {month}. {index}, {answers}. {elements}.")
    return words.safe(told.format(
        title=CARD_TITLE, unit=unit, month=month(first),
        index=figures.graded(found.index, found.grade), answers=figures.answers(found.count),
        elements="; ".join(parts),
    ))  # fmt: skip


def notes(found: Figure, reach: Interval | None, enough: Sample) -> list[str]:
    """The small print of the card: all that is needed to check the figure."""
    setting = figures.setting(found.weight, found.regulation)
    told = [_("Calculated by: {setting}.").format(setting=setting)]
    if reach is not None:
        told.append(_(
            "If every user were asked, the index would probably lie between {low} and {high} "
            "(95% confidence, Student's t)."
        ).format(low=words.number(reach.low), high=words.number(reach.high)))  # fmt: skip
    if enough.needed is not None and enough.population is not None:
        told.append(_(
            "{count} answers came in; the table of Krejcie and Morgan asks for {needed} of "
            "{users} users."
        ).format(
            count=words.number(enough.count), needed=words.number(enough.needed),
            users=words.number(enough.population),
        ))  # fmt: skip
    return told


def paper(office: str, found: Figure, published: date | None) -> dict[str, Any]:
    """The words that only the page for the notice board has."""
    lowest, highest = (
        {"element": figures.ELEMENTS[Element(one.key)], "index": words.number(one.index)}
        for one in (found.lowest, found.highest)
    )
    return {
        "office": office,
        "remarks": [
            _("Highest: {element} ({index}).").format(**highest),
            _("Lowest: {element} ({index}).").format(**lowest),
        ],
        "keys": _keys(),
        "invitation": _("Help to improve it: scan the QR code at the counter. No name is needed."),
        "standing": _("Not yet published") if published is None else standing(published),
    }


def _keys() -> list[tuple[str, str]]:
    """Each grade with its meaning and, on a line of its own, its first index; best first."""
    starts = [*reversed(NINE.limits), Decimal(25)]
    begins = _("from {limit}")
    return [
        (grade.value, f"{said}|" + begins.format(limit=words.number(start)))
        for (grade, said), start in zip(figures.GRADES.items(), starts, strict=True)
    ]


def share(index: Decimal) -> Decimal:
    """How much of its bar an element fills: 25 nothing, 100 all."""
    return max(Decimal(0), min(Decimal(1), (index - 25) / 75))


def file_name(first: date) -> str:
    return f"ikm-{first:%Y-%m}.pdf"


def attached() -> str:
    return _("The card as PDF, to be printed, is above.")


def no_answers() -> str:
    return _("No answer that counts came in that month. There is nothing to publish.")


def published() -> str:
    return _("Published.")


def published_already() -> str:
    return _("That month was published already.")
