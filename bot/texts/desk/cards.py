"""The desk's screens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.texts import words
from bot.texts.desk.labels import NAME, STATES
from bot.texts.language import _


def desk(people: int, claims: int, reports: int, never: int, blocked: int, lost: int) -> str:
    return _(
        "<b>HR desk</b>\n\nAccounts waiting: {claims}\nReports of wrong superiors: {reports}\n"
        "Employees in your units: {people}\nNot joined: {never} · blocked: {blocked} · "
        "undelivered letters: {lost}\n\nPlease choose."
    ).format(
        claims=words.number(claims),
        reports=words.number(reports),
        people=words.number(people),
        never=words.number(never),
        blocked=words.number(blocked),
        lost=words.number(lost),
    )


def claims(total: int) -> str:
    if not total:
        return _("<b>Accounts</b>\n\nNo account waits for approval.")
    return _("<b>Accounts</b>\n\n{total} wait for approval. Choose one.").format(
        total=words.number(total)
    )


def reports(total: int) -> str:
    if not total:
        return _("<b>Wrong superiors</b>\n\nNo report waits.")
    return _("<b>Wrong superiors</b>\n\n{total} reports wait. Choose one.").format(
        total=words.number(total)
    )


def pending(
    name: str, nip: str, unit: str, issuer: str, since: datetime, *, mine: bool, changes: bool
) -> str:
    lines = [
        _("<b>Account waiting for approval</b>"),
        f"{words.bold(name)}\nNIP {nip}\n{words.safe(unit)}",
        _("Invited by {issuer}. Claimed {moment}.").format(
            issuer=words.safe(issuer) or _("the operator"), moment=words.moment(since)
        ),
    ]
    if changes:
        lines.append(_("This person has an account already; approving moves it to a new one."))
    if mine:
        lines.append(_("You issued the invitation, so another officer has to approve."))
    else:
        lines.append(
            _(
                "Ask the person, face to face or by telephone, for the four digits on the phone "
                "and type them here. Decline if somebody else has used the invitation."
            )
        )
    return "\n\n".join(lines)


def recognised(name: str, unit: str) -> str:
    return _(
        "<b>The number fits</b>\n\n{name}\n{unit}\n\nApprove if you heard it from this person "
        "directly."
    ).format(name=words.bold(name), unit=words.safe(unit))


def search() -> str:
    return _(
        "<b>Find a person</b>\n\nType part of the name (titles do not matter, mistakes are "
        "forgiven) or the whole NIP."
    )


def found(people: Sequence[tuple[str, str, str]]) -> str:
    """Name, post and unit, numbered as the buttons are."""
    lines = [
        f"{at}. {words.bold(name)}\n{words.safe(post) or '-'}, {words.safe(unit)}"
        for at, (name, post, unit) in enumerate(people, 1)
    ]
    return "\n".join([_("<b>Found</b>\n"), *lines, "", _("Choose one, or type another name.")])


def person(
    name: str, nip: str, post: str, unit: str, phone: str, superior: str, state: str
) -> str:
    return _(
        "{name}\nNIP {nip}\n{post}\n{unit}\n\nSuperior: {superior}\nTelephone: {phone}\n"
        "Account: {state}"
    ).format(
        name=words.bold(words.fitting(name, NAME)),
        nip=nip,
        post=_short(post) or "-",
        unit=_short(unit),
        superior=_short(superior) or "-",
        phone=words.safe(phone) or "-",
        state=STATES[state],
    )


def yourself() -> str:
    return _(
        "That is you. Your own record is in /menu, My place in the office; another HR officer "
        "changes it."
    )


def invited(name: str, code: str, link: str, until: datetime, *, joined: bool) -> str:
    """`joined`: somebody who has an account already."""
    where = words.safe(link) if link else _("Code: <code>{code}</code>").format(code=code)
    said = _(
        "<b>Invitation for {name}</b>\n\n{where}\n\nValid until {moment}, for one use. Hand it "
        "over in person or by a way you trust; an earlier invitation, if any, has ended."
    ).format(name=words.safe(name), where=where, moment=words.moment(until))
    if joined:
        said += "\n\n" + _(
            "This person has joined already. The invitation is for another Telegram account, for "
            "example after a change of number; the present one goes on until that one is approved."
        )
    return said


def report(name: str, unit: str, listed: str, said: str, since: datetime) -> str:
    return _(
        "<b>Report of a wrong superior</b>\n\n{name}, {unit}\nListed now: {listed}\n"
        "Says: {said}\nSent {moment}.\n\nChoose the right superior, or decline with a reason."
    ).format(
        name=words.bold(name),
        unit=words.safe(unit),
        listed=words.safe(listed) or "-",
        said=words.safe(said),
        moment=words.moment(since),
    )


def ask_right(name: str) -> str:
    return _(
        "<b>Right superior of {name}</b>\n\nType part of the superior's name or the whole NIP."
    ).format(name=words.safe(name))


def ask_reason(name: str) -> str:
    return _(
        "<b>Decline the report of {name}</b>\n\nType the reason; {name} will read it."
    ).format(name=words.safe(name))


def settling(name: str, listed: str, chosen: str) -> str:
    return _(
        "<b>Change of superior</b>\n\n{name}\nUntil now: {listed}\nFrom now on: {chosen}\n\n"
        "It takes effect at once."
    ).format(name=words.bold(name), listed=words.safe(listed) or "-", chosen=words.safe(chosen))


def only_by_invitation() -> str:
    return _(
        "This account is suspended. Only a new invitation with its second proof gives it back: "
        "press Invite."
    )


def confirm_suspend(name: str) -> str:
    return _(
        "<b>Suspend the account of {name}?</b>\n\nIt ends at once on every telephone. Only a "
        "new invitation lets the person in again."
    ).format(name=words.safe(name))


def _short(typed: str) -> str:
    return words.safe(words.fitting(typed, NAME))
