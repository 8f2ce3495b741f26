"""Screens of whoever proposes pairs: who wants a mentor, the pairs, what came of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bot.rules.mentoring import Comparison, Reason
from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

COUNTED = {
    Reason.STRUGGLING: _("with room to grow: {count}"),
    Reason.NEW: _("new: {count}"),
    Reason.ASKED: _("who asked: {count}"),
}


def desk(needs: Mapping[Reason, int], mentors: int, places: int, living: int, waiting: int) -> str:
    total = sum(needs.values())
    lines = [
        words.bold(_("Mentoring: propose pairs")),
        _("May want a mentor: {total}").format(total=words.number(total)),
        *(
            f"• {COUNTED[reason].format(count=words.number(n))}"
            for reason, n in needs.items()
            if n
        ),
        _("Mentors who offer: {mentors}, free places: {places}").format(
            mentors=words.number(mentors), places=words.number(places)
        ),
        _("Running: {living}; waiting for answers: {waiting}").format(
            living=words.number(living), waiting=words.number(waiting)
        ),
    ]
    why = _(
        "Pairs follow goals and strengths, then nearness. Nobody gets their own superior, "
        "somebody who works below them or somebody they do not want, nobody more mentees than "
        "they offered, and no two would rather have one another."
    )
    return "\n".join(lines) + "\n\n" + why


def preview(pairs: int, left: int, asked: int, higher: int) -> str:
    lines = [words.bold(_("Proposed pairs: {pairs}").format(pairs=pairs))]
    if left:
        told = _("For {left} nobody fits yet.").format(left=left)
        if asked:
            told += " " + _("{asked} of them asked for a mentor themselves.").format(asked=asked)
        if higher:
            told += " " + _(
                "{count} of them would suit a mentor who works below them, but nobody mentors a "
                "superior of their own."
            ).format(count=words.number(higher))
        lines.append(told)
    lines.append(_("Mentors are not told why somebody was thought of."))
    return "\n".join(lines)


def preview_line(mentor: str, mentee: str, found: Sequence[str]) -> str:
    about = f" ({words.safe(', '.join(found))})" if found else ""
    return f"• {words.safe(strip_titles(mentor))} → {words.safe(strip_titles(mentee))}{about}"


def effect(
    found: Comparison | None, begun: int, mentees: Decimal | None, mentors: Decimal | None
) -> str:
    lines = [
        words.bold(_("What came of mentoring")),
        _("Begun so far: {begun}").format(begun=begun),
    ]
    lines += [too_few()] if found is None else [_compared(found), no_proof()]
    for said, value in ((_("mentees"), mentees), (_("mentors"), mentors)):
        if value is not None:
            lines.append(
                _("Usefulness to {whom}: {value} of 5.").format(
                    whom=said, value=words.number(value)
                )
            )
    return "\n\n".join(lines)


def too_few() -> str:
    return _(
        "There are not five people yet whose results before and after can be compared. "
        "With fewer, chance would speak."
    )


def _compared(found: Comparison) -> str:
    return _(
        "Of {people} mentored people the result changed by {mentored} on average, from the "
        "quarter before to the one after. Of colleagues who began alike and had no mentor "
        "by {alike}. Difference: <b>{difference}</b>."
    ).format(
        people=found.people, mentored=words.number(found.mentored),
        alike=words.number(found.alike), difference=words.number(found.difference),
    )  # fmt: skip


def no_proof() -> str:
    return _(
        "This is no proof: nobody was chosen by lot, raters know who is mentored, and with "
        "few people one of them moves the mean. It says nothing about any single person."
    )
