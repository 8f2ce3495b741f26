"""Sentences about results that come after their quarter: who waits, what signing means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.texts import words
from bot.texts.language import _

DOOR = _("Late results")


def door(quarter: int) -> str:
    """`Hasil menyusul TW II`, to those of an earlier quarter."""
    return f"{DOOR} {words.short_quarter(quarter)}"


def title(year: int, quarter: int) -> str:
    return words.bold(_("Late results: {quarter}").format(quarter=words.quarter(year, quarter)))


def listed(
    year: int, quarter: int, waiting: int, people: Sequence[tuple[str, date | None]]
) -> str:
    """Name of the person and when it was published, None while it waits."""
    if not people:
        return title(year, quarter) + "\n\n" + _("No late result waits.")
    head = _("Nothing waits for the signature.")
    if waiting:
        head = _("{count} wait for the head's signature.").format(count=words.number(waiting))
    return "\n".join([title(year, quarter), head, "", *(_line(*one) for one in people)])


def _line(name: str, signed: date | None) -> str:
    told = _("waits for the signature")
    if signed is not None:
        told = _("published on {day}").format(day=words.day(signed))
    return f"• {words.safe(name)}: {told}"


def heading(name: str, year: int, quarter: int) -> str:
    return title(year, quarter) + "\n" + words.safe(name)


def why(published: datetime, sent: Sequence[tuple[str, date]]) -> str:
    """How it came to be late: the quarter's publication, and who rated on which day."""
    lines = [_("The quarter was published on {day}.").format(day=words.day(published.date()))]
    lines += [
        _("{name} sent the appraisal on {day}.").format(name=words.safe(name), day=words.day(day))
        for name, day in sent
    ]
    return "\n".join(lines)


def raters(count: int) -> str:
    return _(
        "Counted from {count} people who rated; answers of colleagues as far as they were "
        "released when rating closed."
    ).format(count=words.number(count))


def reason_needed() -> str:
    return _(
        "The days in which everybody else could object are over, so this needs a reason in "
        "writing."
    )


def ask_reason(name: str) -> str:
    return _(
        "Why does the result of {name} come only now? One or two sentences; they are kept with it."
    ).format(name=words.safe(name))


def confirm(*, left: bool) -> str:
    if left:
        return _(
            "The result is then kept. HR hands it over on paper, because this person has left; "
            "the days to object are counted from then."
        )
    return _(
        "The employee then gets a letter and a receipt to take; the days to object begin with "
        "the receipt. It cannot be taken back."
    )


def left_out(missing: int, waiting: int) -> str:
    """Below a published quarter; empty when nobody is left out."""
    lines = []
    if missing:
        lines.append(
            _(
                "Without a result: <b>{count}</b>. Their superiors can still rate them; the "
                "result then comes here."
            ).format(count=words.number(missing))
        )
    if waiting:
        lines.append(
            _("Late results that wait for the signature: <b>{count}</b>.").format(
                count=words.number(waiting)
            )
        )
    return "\n".join(lines)


def reason_wanted() -> str:
    return _("Please write first why it comes only now.")


def published_notice(*, left: bool) -> str:
    if left:
        return _("Published. HR finds it among the receipts to hand over.")
    return _("Published. The letter is on its way.")
