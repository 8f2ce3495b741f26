"""Sentences for HR: about whom too few colleagues are asked, and what can be done."""

from __future__ import annotations

from datetime import date

from bot.rules.peers import Circle, Stand, Why
from bot.texts import words
from bot.texts.language import _

DESK = _("Too few colleagues")
UNRELEASED = _("Not released")
WIDEN = _("Widen the draw")
ADD = _("Name a colleague")
YES_ADD = _("Yes, ask this colleague")
WHYS = {
    Why.FEW: _("too few co-workers"),
    Why.CONFLICTS: _("conflicts or refusals"),
    Why.AWAY: _("co-workers without account or on leave"),
    Why.LOAD: _("co-workers carry all they may"),
}
STANDS = {
    Stand.ASKED: _("asked"),
    Stand.IN_LINE: _("superior or subordinate"),
    Stand.REFUSED: _("cannot answer this quarter"),
    Stand.CONFLICT: _("conflict of interest declared before"),
    Stand.AWAY: _("without account, or on leave"),
    Stand.FULL: _("already asked about as many as allowed"),
    Stand.FREE: _("could still be asked"),
}


def listing(year: int, quarter: int, total: int, fewest: int, until: date) -> str:
    title = words.bold(_("Too few colleagues, {quarter}"))
    head = title.format(quarter=words.quarter(year, quarter))
    if not total:
        return f"{head}\n" + _("About everybody in your units at least {count} are asked.").format(
            count=fewest
        )
    told = _(
        "{total} people stay below {count}. Without {count} answers nothing of colleagues counts. "
        "Until {day} you can widen the draw or name a colleague."
    )
    return f"{head}\n" + told.format(total=words.number(total), count=fewest, day=words.day(until))


def closed(year: int, quarter: int, total: int) -> str:
    title = words.bold(_("Colleagues' answers not released, {quarter}"))
    head = title.format(quarter=words.quarter(year, quarter))
    if not total:
        return f"{head}\n" + _("The answers about everybody in your units could be released.")
    told = _("{total} people: fewer than needed, so nothing was kept and the weight is shared.")
    return f"{head}\n" + told.format(total=words.number(total))


def line(name: str, asked: int, answered: int, why: Why | None) -> str:
    told = _("{name}: {asked} asked, {answered} answered").format(
        name=words.safe(words.called(name)), asked=asked, answered=answered
    )
    return f"• {told} ({WHYS[why]})" if why else f"• {told}"


def closed_line(name: str) -> str:
    return f"• {words.safe(words.called(name))}"


def one(name: str, unit: str, asked: int, answered: int, fewest: int, until: date) -> str:
    told = _("Asked: {asked} of at least {fewest}; answered: {answered}. Until {day}.").format(
        asked=asked, fewest=fewest, answered=answered, day=words.day(until)
    )
    return f"{words.bold(name)}\n{words.safe(unit)}\n\n{told}"


def around(found: Circle) -> str:
    """Everybody of the team and the unit, by how they stand; never a name."""
    title = _("Team and unit: {count} people.").format(count=found.people)
    lines = [
        f"• {label}: {found.stands[stand]}"
        for stand, label in STANDS.items()
        if found.stands.get(stand)
    ]
    return "\n".join([title, *lines])


def ways() -> str:
    return _(
        "Widening draws from the unit above, then higher; you do not learn who was drawn. Whoever "
        "you name yourself you know; please tell nobody."
    )


def ask(name: str) -> str:
    return _(
        "Who has worked with {name} this quarter? Type a part of the name; the whole agency is "
        "searched."
    ).format(name=words.bold(words.called(name)))


def adding(name: str, rater: str, post: str, unit: str, *, near: bool) -> str:
    lines = [
        _("Ask {rater} about {name}?").format(rater=words.bold(rater), name=words.safe(name)),
        f"{words.safe(post)}, {words.safe(unit)}",
    ]
    if not near:
        lines.append(_("They belong to different teams and units. Have they worked together?"))
    lines.append(
        _(
            "Please look a second time: not a relative, no quarrel, no rivalry for the same post, "
            "no business with one another."
        )
    )
    return "\n\n".join(lines)


def against(stand: Stand) -> str:
    return _("Cannot be asked: {why}.").format(why=STANDS[stand])


def widened(count: int) -> str:
    return _(
        "{count} more have been drawn. They are asked without anybody's name being told."
    ).format(count=count)


def added() -> str:
    return _("Asked. The form appears under /rekan of this colleague.")


def enough() -> str:
    return _("Enough colleagues are asked by now.")


def nobody_left() -> str:
    return _("Even the whole agency has too few who could be asked. Please name a colleague.")


def letter(year: int, quarter: int) -> str:
    return _(
        "The colleagues of {quarter} have been drawn. About some people of your units too few "
        "could be asked. Until the window closes you can widen the draw or name somebody."
    ).format(quarter=words.quarter(year, quarter))
