"""Sentences about a result that was handed over without the bot, its witness and its employee."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.texts import words
from bot.texts.language import _

WAYS = {
    "printed": _("handed over in print"),
    "shown": _("shown and read out"),
    "sent": _("sent by post or courier"),
    "refused": _("offered, not accepted"),
}
RECORD = _("Record a hand-over")
ASK = _("Ask as witness")
ATTEST, DENY = _("I saw it"), _("I did not see it")
SEE, CONTRADICT = _("Who attested it"), _("It was not so")


class Told(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def quarter(self) -> int: ...
    @property
    def officer(self) -> str: ...
    @property
    def witness(self) -> str: ...
    @property
    def way(self) -> str: ...
    @property
    def where(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def answered(self) -> datetime | None: ...
    @property
    def word(self) -> str: ...


def way_label(way: str) -> str:
    return WAYS[way][:1].upper() + WAYS[way][1:]


def ask_way() -> str:
    return _(
        "How was the result handed over today? Somebody else who saw it will be asked to attest "
        "it; only then does it count."
    )


def ask_place(name: str, way: str) -> str:
    said = _("The result of {name} was {way}.").format(name=words.safe(name), way=WAYS[way])
    return said + "\n\n" + _("Where? For example: HR room, second floor.")


def not_a_place(least: int, most: int) -> str:
    return _("Please name the place in {least} to {most} letters.").format(least=least, most=most)


def ask_witness(name: str, way: str, where: str) -> str:
    lines = [_summary(name, way, where), _("Who saw it? Type the name of one person.")]
    return "\n\n".join(lines)


def _summary(name: str, way: str, where: str) -> str:
    return _("Result of {name}: {way}, at {where}.").format(
        name=words.bold(name), way=WAYS[way], where=words.safe(where)
    )


def no_such_witness() -> str:
    return _(
        "I found nobody who can attest it by that name: somebody else than the two of you, with "
        "an account of their own."
    )


def asked_notice() -> str:
    return _("The witness has been asked. The result counts as received once it is attested.")


def asked_already() -> str:
    return _("A witness has been asked about this hand-over already.")


def waits_for_witness() -> str:
    return _("A hand-over is recorded; its witness has not answered yet.")


def still_reminded(until: date | None) -> str:
    """Why nothing is recorded yet."""
    if until is None:
        return _("This person is away; please wait for their return.")
    return _(
        "This person can still confirm it and is being reminded until {day}. A hand-over can be "
        "recorded after that."
    ).format(day=words.day(until))


def witness(at: Told, *, open_: bool, attested: bool) -> str:
    title = words.bold(_("Were you a witness?"))
    lines = [
        _("{officer} recorded that the result of {name} for {quarter} was {way}.").format(
            officer=words.safe(at.officer), name=words.bold(at.name),
            quarter=words.quarter(at.year, at.quarter), way=WAYS[at.way],
        ),
        _("Place: {place}").format(place=words.safe(at.where)),
        _("Time: {moment}").format(moment=words.moment(at.at)),
    ]  # fmt: skip
    if open_:
        last = _(
            "Attest it only if you saw it yourself. The time for an objection begins with your "
            "word, and {name} is told your name."
        ).format(name=words.safe(at.name))
    else:
        last = attested_notice(at.name) if attested else overtaken()
    return "\n\n".join([title, "\n".join(lines), last])


def asked_letter(officer: str) -> str:
    return _("{officer} names you as a witness that a result was handed over.").format(
        officer=words.safe(officer)
    )


def attested_notice(name: str) -> str:
    return _("You attest that the result was handed over to {name}.").format(name=words.safe(name))


def denied_notice() -> str:
    return _("Noted that you did not see it. Whoever recorded it is told.")


def denied_letter(witness: str, name: str) -> str:
    return _(
        "{witness} did not see that the result of {name} was handed over. It does not count as "
        "received."
    ).format(witness=words.safe(witness), name=words.safe(name))


def overtaken() -> str:
    return _("This is no longer asked.")


def handed(at: Told, *, contradicted: bool) -> str:
    """For the employee: everything that is said about it."""
    title = words.bold(_("Your result was handed over"))
    lines = [
        words.quarter(at.year, at.quarter),
        _("How: {way}").format(way=WAYS[at.way]),
        _("Place: {place}").format(place=words.safe(at.where)),
        _("Time: {moment}").format(moment=words.moment(at.at)),
        _("Recorded by: {name}").format(name=words.safe(at.officer)),
        _("Witness: {name}").format(name=words.safe(at.witness)),
    ]
    if at.answered is not None:
        lines.append(_("Attested: {moment}").format(moment=words.moment(at.answered)))
    if contradicted:
        last = _("You said that it was not so: “{word}”").format(word=words.safe(at.word))
    else:
        last = _("If it was not so, say so; then it does not count as received.")
    return "\n\n".join([title, "\n".join(lines), last])


def ask_contradiction() -> str:
    return _("What was not so? One or two sentences; both people named will read them.")


def not_a_word(least: int, most: int) -> str:
    return _("Please write {least} to {most} letters.").format(least=least, most=most)


def contradicted_already() -> str:
    return _("That is noted already.")


def contradicted_notice() -> str:
    return _("Noted. The result does not count as received by that hand-over.")


def contradicted_letter(name: str, quarter: str, word: str) -> str:
    told = _("{name} says that the hand-over of the result of {quarter} was not so:").format(
        name=words.safe(name), quarter=quarter
    )
    return told + "\n\n" + f"“{words.safe(word)}”"


def ways() -> Sequence[str]:
    return list(WAYS)
