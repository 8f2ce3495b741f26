"""Sentences of the division of seats, for HR and the second person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.rules.numbers import half_up
from bot.rules.trainings.equality import FOUR_FIFTHS, Group, Trait
from bot.texts import words
from bot.texts.language import _

SEE = _("See the allocation")
TABLE = _("As a table")
SHEETS = (_("Applications"), _("Equal access"), _("Courses"), _("Source of funds"))
GIVE = _("Ask for signature")
CALL_OFF = _("Call off")
SIGN = _("Approve the seats …")
REALLY_SIGN = _("Yes, approve the seats")
SEND_BACK = _("Send back")
REALLY_SEND_BACK = _("Yes, send back")
STATES = {
    "asked": _("being computed"),
    "draft": _("proposed; not handed over yet"),
    "waiting": _("waits for the second person"),
    "signed": _("signed; the seats are given"),
    "refused": _("sent back"),
    "withdrawn": _("called off"),
    "failed": _("could not be computed; please ask again"),
}
TRAITS = {Trait.UNIT: _("Unit"), Trait.RANK: _("Rank"), Trait.SEX: _("Sex")}
SEXES = {"1": _("men"), "2": _("women")}
SHOWN = 4


def table(lines: int) -> str:
    said = _(
        "The table above holds all {lines} applications with their groups, benefits, seats and "
        "reasons, so that the figures can be recomputed. It names people: pass it on with care."
    )
    return said.format(lines=words.number(lines))


def table_name(number: int) -> str:
    return f"pembagian-kursi-{number}.xlsx"


def under_way(state: str) -> str:
    return _("A division of seats is under way: {state}.").format(state=state) if state else ""


def division(
    state: str, maker: str, made_at: datetime, figures: Mapping[str, Any], given: int,
    benefit: int, changed: int, groups: Sequence[Group], unit_names: Mapping[str, str],
) -> str:  # fmt: skip
    head = words.bold(_("Allocation of seats"))
    told = [
        f"{head}\n" + _("{state}; asked for by {name}, {day}.").format(
            state=state, name=words.safe(maker), day=words.short_day(made_at.date())
        )
    ]  # fmt: skip
    if figures:
        told += [_figures(figures, given, benefit, changed), _groups(groups, unit_names, figures)]
    else:
        told.append(_("You get a letter as soon as it is computed."))
    return "\n\n".join(told)


def _figures(figures: Mapping[str, Any], given: int, benefit: int, changed: int) -> str:
    """As it stands; beside it what was computed, where HR has changed that."""
    lines = [
        _("{given} seats for {asked} applications, benefit {benefit}.").format(
            given=words.number(given), asked=words.number(figures["asked"]),
            benefit=words.number(benefit),
        )
    ]  # fmt: skip
    if changed:
        lines.append(_("HR changed {count} of them, with reasons.").format(count=changed))
        lines.append(
            _("Computed were {given} seats with benefit {benefit}.").format(
                given=words.number(figures["given"]), benefit=words.number(figures["benefit"])
            )
        )
    lines.append(_best(figures))
    return "\n".join(lines)


def _best(figures: Mapping[str, Any]) -> str:
    """How far from the best it can be, and what the rule costs."""
    away = figures["bound"] - figures["benefit"]
    told = (
        _("No other division is worth more.")
        if away <= 0
        else _("No other division is worth more than {more} points above it.").format(
            more=words.number(away)
        )
    )
    if figures["equal"]:
        cost = max(0, figures["free"] - figures["benefit"])
        told += " " + _("Equal access is enforced; it costs {cost} points.").format(
            cost=words.number(cost)
        )
    return told


def _groups(
    groups: Sequence[Group], unit_names: Mapping[str, str], figures: Mapping[str, Any]
) -> str:
    """Those that fall short, else each trait's lowest."""
    lines = [
        _(
            "Equal access: people with a seat of people who applied (limit: 4/5 of the highest "
            "rate)."
        )
    ]
    for trait in Trait:
        those = [one for one in groups if one.trait is trait]
        if not those:
            continue
        short = [one for one in those if one.short][:SHOWN]
        shown = short or [min(those, key=lambda one: one.ratio)]
        for one in shown:
            lines.append(_group(one, unit_names))
    if not figures["equal"] and any(one.short for one in groups):
        lines.append(_("The scheme only shows it. Please weigh it before you hand this over."))
    return "\n".join(lines)


def _group(one: Group, unit_names: Mapping[str, str]) -> str:
    names = {Trait.UNIT: unit_names, Trait.SEX: SEXES}.get(one.trait, {})
    told = _("{mark} {trait} {name}: {given} of {asked}, ratio {ratio}%").format(
        mark="⚠" if one.short else "✓", trait=TRAITS[one.trait],
        name=words.safe(names.get(one.key, one.key)), given=one.given, asked=one.asked,
        ratio=words.number(half_up(one.ratio * 100, 0)),
    )  # fmt: skip
    if one.short or one.ratio >= FOUR_FIFTHS:
        return told
    return told + " " + _("(one seat would mend it)")


def course_line(name: str, given: int, asked: int) -> str:
    return _("{name}: {given} of {asked}").format(name=words.safe(name), given=given, asked=asked)


def answered(name: str, answer: str) -> str:
    return _("{name} sent it back: <i>{answer}</i>").format(
        name=words.safe(name), answer=words.safe(answer)
    )


def signed_by(name: str) -> str:
    return _("Signed by {name}.").format(name=words.safe(name))


def signing(given: int, asked: int, taken: int) -> str:
    """`taken`: so many seats HR took, which no waiting list gives again."""
    whole = _("Sign the division? All {asked} get a seat. Everybody is told at once.")
    some = _(
        "Sign the division? {given} of {asked} get a seat, all others go to the waiting list in "
        "the order of benefit. Everybody is told at once."
    )
    said = whole if given >= asked else some
    told = said.format(given=words.number(given), asked=words.number(asked))
    if not taken:
        return told
    more = _("Seats taken by HR: {count}. These applications wait for the next division instead.")
    return f"{told}\n\n{more.format(count=words.number(taken))}"


def ask_send_back() -> str:
    return _("Why do you send the division back? Please type the reason.")


def sending_back(reason: str) -> str:
    return _("Send the division back?\n\nReason: <i>{why}</i>").format(why=words.safe(reason))


def asked() -> str:
    return _("The division is being computed.")


def nobody_waits() -> str:
    return _("No application waits for a seat.")


def one_lives() -> str:
    return _("Another division of seats is under way.")


def nobody_else() -> str:
    return _("There is nobody else who may sign: another person of HR, or the head.")


def given() -> str:
    return _("Handed over to the second person.")


def called_off() -> str:
    return _("The allocation was called off.")


def signed() -> str:
    return _("Signed. The seats are given.")


def sent_back() -> str:
    return _("Sent back. Your reason is told.")
