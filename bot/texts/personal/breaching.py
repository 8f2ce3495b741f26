"""Sentences about breaches of personal data, and the words of notices (UU 27/2022 art. 46)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.texts import words
from bot.texts.language import _

BREACHES, RECORD_ONE = _("Data breaches"), _("Record a breach")
RECORD, AUTHORITY = _("Put on record"), _("Authority was told")
CLOSE, PRINT, PAPER = _("Close it"), _("Letter to the people"), _("Letter to authority")
UNIT, NOTE = _("Only one unit"), _("Yes, note it")
SHORT = 120
FIELDS = {
    "data": (_("Which data"), _("Which personal data were disclosed, lost or changed?")),
    "how": (_("When and how"), _("When and how did it happen, as far as is known?")),
    "handling": (_("Handling"), _("What was done, and what can the people do themselves?")),
}


class Told(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def data(self) -> str: ...
    @property
    def how(self) -> str: ...
    @property
    def handling(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def people(self) -> int: ...
    @property
    def recorded(self) -> datetime: ...
    @property
    def due(self) -> datetime | None: ...
    @property
    def notice(self) -> str: ...
    @property
    def asked(self) -> datetime | None: ...
    @property
    def asker(self) -> str: ...
    @property
    def returned(self) -> datetime | None: ...
    @property
    def returner(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def confirmer(self) -> str: ...
    @property
    def people_told(self) -> datetime | None: ...
    @property
    def authority_told(self) -> datetime | None: ...
    @property
    def closed(self) -> datetime | None: ...
    @property
    def late(self) -> bool: ...
    @property
    def office(self) -> str: ...


def listed(rows: Sequence[Told], page: int = 0, pages: int = 1) -> str:
    head = words.bold(BREACHES)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    lines = [
        head,
        _("People and authority are to be told in writing within 3 × 24 hours (article 46)."),
    ]
    if not rows:
        lines.append(_("None is on record."))
    for at, one in enumerate(rows, 1):
        state = _("closed") if one.closed else _("open")
        lines.append(f"{at}. {words.short_day(one.recorded.date())}: {state}")
    return "\n".join(lines)


def whom(one: Told) -> str:
    return words.safe(one.unit) if one.unit else _("everybody of the agency")


def draft(one: Told | None) -> str:
    lines = [words.bold(RECORD_ONE), _("Fill in all three; the clock starts on recording.")]
    for name, (label, _asked) in FIELDS.items():
        said = getattr(one, name) if one else ""
        lines.append(f"{label}: <i>{words.safe(said)}</i>" if said else f"{label}: –")
    lines.append(
        _("Affected: {whom}").format(whom=whom(one) if one else _("everybody of the agency"))
    )
    return "\n".join(lines)


def ask(field: str) -> str:
    if field == "unit":
        return _("Type the name of the unit, or a part that fits no other.")
    label, asked = map(str, FIELDS[field])
    return f"{words.bold(label)}\n\n{asked}"


def card(one: Told) -> str:
    lines = [words.bold(_("Data breach {number}").format(number=one.number))]
    lines += [
        f"{label}: {words.safe(words.fitting(getattr(one, name), SHORT))}"
        for name, (label, _asked) in FIELDS.items()
    ]
    lines.append(
        _("Affected: {whom}").format(whom=whom(one))
        + ", "
        + _("{people} people").format(people=words.number(one.people))
    )
    lines.append(_("Recorded: {moment}").format(moment=words.moment(one.recorded)))
    if one.due is not None:
        lines.append(_("To be told by: {moment}").format(moment=words.moment(one.due)))
    lines += [*_steps(one), _("People told: {moment}").format(moment=_when(one.people_told))]
    lines.append(_("Authority told: {moment}").format(moment=_when(one.authority_told)))
    if one.closed is not None:
        lines.append(_("Closed: {moment}").format(moment=words.moment(one.closed)))
    if one.late:
        lines.append(words.bold(_("The 3 × 24 hours were over.")))
    return "\n".join(lines)


def _steps(one: Told) -> list[str]:
    """How the notice to the people came to be confirmed, or why not."""
    lines = []
    if one.asked is not None:
        lines.append(
            _("Confirmation asked: {name}, {moment}").format(
                name=words.safe(one.asker), moment=words.moment(one.asked)
            )
        )
    if one.returned is not None:
        line = _("Sent back: {name}, {moment}").format(
            name=words.safe(one.returner), moment=words.moment(one.returned)
        )
        why = words.safe(words.fitting(one.reason, SHORT))
        lines.append(f"{line}: <i>{why}</i>" if one.people_told is None else line)
    if one.people_told is not None:
        lines.append(_("Confirmed by: {name}").format(name=words.safe(one.confirmer)))
    return lines


def _when(moment: datetime | None) -> str:
    return words.moment(moment) if moment else _("not yet")


def said(one: Told) -> list[str]:
    """All its words, unshortened."""
    return [
        f"{words.bold(label)}: {words.safe(getattr(one, name))}"
        for name, (label, _asked) in FIELDS.items()
    ]


def notice(one: Told) -> str:
    """What somebody concerned reads."""
    lines = [
        words.bold(_("Notice about your personal data")),
        _("Something happened to personal data that we hold, and it may concern yours."),
        *said(one),
    ]
    lines.append(_("Questions: /data_saya, Ask HR (UU 27/2022 article 46)."))
    return "\n\n".join(lines)


def no_such_unit(many: int) -> str:
    if many:
        return _("{many} units fit; please type more of the name.").format(many=many)
    return _("No unit has this in its name.")


def incomplete() -> str:
    return _("Please fill in which data, when and how, and the handling first.")


def not_yet() -> str:
    return _("It can be closed when people and authority have been told.")


def beyond() -> str:
    return _(
        "You record breaches of your own units. Please choose one of them as the one affected."
    )


def sure_authority(one: Told) -> str:
    """What will stand on record, before it does."""
    lines = [
        words.bold(_("Was the authority told in writing?")),
        _("Data breach {number}").format(number=one.number)
        + ", "
        + _("recorded: {moment}").format(moment=words.moment(one.recorded)),
        _(
            "What will be recorded: the authority has the letter, now, with your name. "
            "It cannot be taken back."
        ),
    ]
    return "\n\n".join(lines)


def sure_close(one: Told) -> str:
    """The same of its end."""
    lines = [
        words.bold(_("Close data breach {number}?").format(number=one.number)),
        _("People told: {moment}").format(moment=_when(one.people_told)),
        _("Authority told: {moment}").format(moment=_when(one.authority_told)),
        _(
            "What will be recorded: it is handled and closed, now, with your name. "
            "It cannot be opened again."
        ),
    ]
    return "\n\n".join(lines)


def noted_before() -> str:
    return _("That the authority was told is on record already.")


def closed_before() -> str:
    return _("This data breach is closed already.")


def recorded() -> str:
    return _("On record. The 3 × 24 hours run.")


def noted() -> str:
    return _("Noted.")


def closed() -> str:
    return _("Closed.")
