"""Sentences of proposing colleagues, for oneself and for one's people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.language import _
from bot.texts.peers import STATES

PROPOSE = _("Propose a colleague")
TEAM = _("Proposals for my people")
SEARCH_AGAIN = _("Search again")


def proposing(year: int, quarter: int, until: date, proposed_: str) -> str:
    where = words.bold(words.quarter(year, quarter))
    lines = [where]
    if proposed_:
        lines.append(_("You propose {name}.").format(name=words.safe(proposed_)))
    else:
        lines.append(_("You have not proposed a colleague yet."))
    told = _("The draw follows after {day}; until then you may change your proposal.")
    lines.append(told.format(day=words.day(until)))
    return "\n".join(lines)


def proposing_team(named: int, team_: int) -> str:
    return _("For your people: {named} of {team} proposals made.").format(named=named, team=team_)


def ask(year: int, quarter: int, name: str, proposed_: str, until: date, *, mine: bool) -> str:
    where = words.quarter(year, quarter)
    if mine:
        told = _("Who among those you work with shall be asked about you in {quarter}?")
    else:
        told = _("Who shall be asked about {name} in {quarter}?")
    lines = [
        words.bold(_("Propose a colleague")),
        told.format(name=words.safe(words.called(name)), quarter=where),
    ]
    if proposed_:
        lines.append(_("So far: {name}.").format(name=words.safe(proposed_)))
    lines.append(
        _(
            "Type a part of the name. Others are drawn besides, and nobody learns who was asked. "
            "Possible until {day}."
        ).format(day=words.day(until))
    )
    return "\n\n".join(lines)


def candidates(people: Sequence[tuple[str, str, str]]) -> str:
    lines = [
        f"{number}. {words.safe(name)}\n   {words.safe(post)}, {words.safe(unit)}"
        for number, (name, post, unit) in enumerate(people, 1)
    ]
    return "\n\n".join([words.bold(_("Whom do you propose?")), "\n".join(lines)])


def team(year: int, quarter: int) -> str:
    title = _("Proposals for my people, {quarter}").format(quarter=words.quarter(year, quarter))
    return f"{words.bold(title)}\n" + _("One colleague for each; press a name to propose.")


def team_line(name: str, proposed_: str) -> str:
    who = words.safe(words.called(name))
    return f"• {who}: {words.safe(words.called(proposed_)) if proposed_ else STATES['']}"


def proposed() -> str:
    return _("Your proposal is kept.")


def in_line() -> str:
    return _("A superior or a subordinate cannot be proposed. Please choose a colleague.")


def drawn_already() -> str:
    return _("The draw of this quarter has begun; proposals can no longer be changed.")
