"""Sentences of participation: for leaders about their people, and the invitation itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from bot.rules.numbers import half_up
from bot.rules.participation import GOOD_DEEDS
from bot.rules.people import strip_titles
from bot.rules.trainings.equality import Group, Trait
from bot.texts import words
from bot.texts.language import _
from bot.texts.overview import scope_name
from bot.texts.trainings.dividing import SEXES, TRAITS

DOOR = _("Participation")
SILENT = _("Silent for a year ({count})")
OVERLOOKED = _("Overlooked ({count})")
HONOURED = _("Honoured ({count})")
ACCESS = _("Equal access")
TITLE = _("Equal access to learning")
MOST_UNITS = 5


def home(
    scope: str, quarter: str, people: int, sent: int, silent_: int, honoured_: int,
    overlooked_: int, learned: int,
) -> str:  # fmt: skip
    """Everything in numbers."""
    return "\n".join(
        [
            words.bold(f"{DOOR}: {scope}"),
            _("In service: {people} people.").format(people=people),
            _("Sent an achievement in {quarter}: {sent} of {people} ({share}%).").format(
                quarter=quarter, sent=sent, people=people, share=_share(sent, people)
            ),
            _("Sent none for a year: {count}.").format(count=silent_),
            _("Honoured within a year: {count}.").format(count=honoured_),
            _("Good evidence, but never named: {count}.").format(count=overlooked_),
            _("Learned something this year: {learned} of {people} ({share}%).").format(
                learned=learned, people=people, share=_share(learned, people)
            ),
        ]
    )


def silent(scope: str, total: int) -> str:
    head = words.bold(_("Silent for a year: {scope}").format(scope=scope))
    if not total:
        return f"{head}\n" + _("Everybody has sent an achievement within a year.")
    return f"{head}\n" + _(
        "{total} people have sent no achievement for a year. A personal word helps more than a "
        "reminder: one press invites them in your name, once a quarter."
    ).format(total=total)


def honoured(scope: str, total: int) -> str:
    head = words.bold(_("Honoured within a year: {scope}").format(scope=scope))
    return head if total else f"{head}\n" + _("Nobody yet.")


def overlooked(scope: str, total: int) -> str:
    head = words.bold(_("Overlooked: {scope}").format(scope=scope))
    if not total:
        return f"{head}\n" + _("Nobody: whoever has good evidence was named.")
    return f"{head}\n" + _(
        "{deeds} or more approved achievements within a year and at least Baik, but neither "
        "nominated, proposed nor honoured. Read their achievements before the next round."
    ).format(deeds=GOOD_DEEDS)


def line(at: int, name: str, post: str, extra: str = "") -> str:
    told = f"{at}. {words.safe(strip_titles(name))}, {words.safe(post)}"
    return f"{told}: {extra}" if extra else told


def deeds(many: int) -> str:
    return _("{many} approved achievements").format(many=many)


def invite(name: str) -> str:
    return words.fitting(_("Invite {name}").format(name=strip_titles(name)))


def invited(name: str) -> str:
    return _("Your invitation goes to {name}.").format(name=strip_titles(name))


def invited_before(name: str) -> str:
    return _("{name} was invited this quarter already.").format(name=strip_titles(name))


def letter(by: str) -> str:
    return _(
        "{name} invites you to tell what you achieved this quarter. A photo and a sentence "
        "suffice; the bot asks for the rest."
    ).format(name=words.safe(strip_titles(by)))


def access(scope: str, year: int, groups: Sequence[Group], units: Mapping[str, str]) -> str:
    """Each group with its rate; those that fall short are marked."""
    lines = [
        words.bold(f"{TITLE}: {scope}"),
        _(
            "Who learned something in {year}, by group. ⚠ marks less than four fifths of the "
            "highest rate of its kind."
        ).format(year=year),
    ]
    lines += [
        f"{'⚠' if one.short else '•'} {words.safe(group_name(one, units))}: {shown(one)}"
        for one in chosen(groups)
    ]
    return "\n".join(lines)


def chosen(groups: Sequence[Group]) -> list[Group]:
    """All of sex and rank; of the units those with the lowest rates."""
    units = sorted((g for g in groups if g.trait is Trait.UNIT), key=lambda one: one.rate)
    rest = [g for g in groups if g.trait is not Trait.UNIT]
    return [*rest, *(units[:MOST_UNITS] if len(units) > 1 else [])]


def group_name(one: Group, units: Mapping[str, str]) -> str:
    """`Golongan III`, `perempuan`, or the unit."""
    names = {Trait.UNIT: units, Trait.SEX: SEXES}.get(one.trait, {})
    name = names.get(one.key, one.key)
    return f"{TRAITS[one.trait]} {name}" if one.trait is Trait.RANK else name


def shown(one: Group) -> str:
    return _("{given} of {asked} ({share}%)").format(
        given=one.given, asked=one.asked, share=_share(one.given, one.asked)
    )


def scope_of(number: int, name: str) -> str:
    """As it stands in a heading."""
    return words.safe(scope_name(number, name))


def limit() -> str:
    return _("The line: four fifths of the highest rate of its kind.")


def _share(some: int, of: int) -> str:
    return words.number(half_up(Fraction(100 * some, max(1, of)), 0))
