"""Every word of the draft decree that names the winner of an award (keputusan)."""

from __future__ import annotations

from bot.texts import decree as common
from bot.texts import words
from bot.texts.language import _

DOOR = _("Draft decree (PDF)")
CERTIFICATE = "piagam"  # a prize that says no more than the clause about it
COLUMNS = (_("No."), _("Name"), "NIP", _("Post"), _("Unit"))


def about(award: str, office: str) -> str:
    return _("Award of {award} at {office}").format(award=award, office=office)


def considerations(award: str, office: str) -> list[str]:
    return [
        _(
            "that employees of {office} who set an example in work and conduct are to be honoured "
            "by criteria that are published beforehand;"
        ).format(office=office),
        _(
            "that the evaluation team has compared the candidates for {award} by these criteria "
            "and proposed the person named in the annex;"
        ).format(award=award),
        _("that the award is therefore to be fixed by a decree."),
    ]


def laws() -> list[str]:
    """Of those that the quarter's decree names, the three that concern honours too."""
    return [str(one) for one in common.LAWS[:2]] + [
        _("PermenPANRB 6 of 2022 on Performance Management of Civil Servants.")
    ]


def clauses(name: str, award: str, prize: str, seat: str, certificate: str) -> list[str]:
    """What is decided, each a clause of its own."""
    said = [
        _("{name} is named {award}, as in the annex, which is part of this decree.").format(
            name=name, award=award
        )
    ]
    if certificate:
        told = _("The person named receives the certificate with the number {number}.")
        said.append(told.format(number=certificate))
    else:
        said.append(_("The person named receives a certificate of this award."))
    if prize and prize.strip(" .").casefold() != CERTIFICATE:
        said.append(_("With the award comes: {prize}").format(prize=prize))
    if seat:
        told = _("A seat is reserved in the training course {course}.")
        said.append(told.format(course=seat))
    said.append(_("This decree is in force from the day on which it is signed."))
    return said


def annex_title() -> str:
    return _("Recipient of the award")


def attached(award: str, name: str, *, draft: bool) -> str:
    told = words.bold(_("Draft decree, {award}").format(award=award))
    lines = [
        told,
        words.bold(name),
        "",
        _("Number and date are left open for the secretariat, to be signed by hand."),
    ]
    if draft:
        lines += ["", _("The award is not given yet; every sheet is marked as a draft.")]
    return "\n".join(lines)


def file_name(proposal_id: int) -> str:
    return f"konsep-keputusan-penghargaan-{proposal_id}.pdf"
