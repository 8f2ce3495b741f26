"""Sentences of HR's desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.texts import words
from bot.texts.language import _

CLAIMS = _("Accounts")
REPORTS = _("Wrong superiors")
CALLS = _("Call list")
FIND = _("Find a person")
INVITE = _("Invite")
LEAVE = _("Record leave")
PLT = _("Appoint Plt.")
PLH = _("Appoint Plh.")
SUSPEND = _("Suspend account")
REALLY_SUSPEND = _("Yes, suspend")
CHOOSE = _("Choose superior")
RECORD = _("Record")
DOOR = (_("HR desk"), _("/admin: invitations, approvals, leave, mandates, call list."))
LEAVES = {
    "annual": _("Annual leave"),
    "sick": _("Sick leave"),
    "maternity": _("Maternity leave"),
    "important": _("Leave for urgent reason"),
    "long": _("Long leave"),
    "duty": _("Duty elsewhere"),
}
MANDATES = {"plt": "Plt.", "plh": "Plh."}
STATES = {
    "active": _("has joined"),
    "blocked": _("has joined, but blocked the bot"),
    "claimed": _("claim waits"),
    "invited": _("invited"),
    "never": _("not yet invited"),
}
WHYS = {
    "never": _("Not joined"),
    "blocked": _("Blocked"),
    "undelivered": _("Undelivered"),
}


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


def claims_waiting(count: int) -> str:
    return _("Accounts: {count}").format(count=words.number(count))


def reports_waiting(count: int) -> str:
    return _("Wrong superiors: {count}").format(count=words.number(count))


def counted(label: str, count: int) -> str:
    return f"{label} ({words.number(count)})"


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
        lines.append(_("Make sure in person or by telephone that it is this person, then choose."))
    return "\n\n".join(lines)


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
        name=words.bold(name),
        nip=nip,
        post=words.safe(post) or "-",
        unit=words.safe(unit),
        superior=words.safe(superior) or "-",
        phone=words.safe(phone) or "-",
        state=STATES[state],
    )


def leave_line(kind: str, since: date, until: date) -> str:
    return f"{LEAVES.get(kind, kind)}: {span(since, until)}"


def mandate_line(kind: str, holder: str, since: date, until: date) -> str:
    return f"{MANDATES.get(kind, kind)} {words.safe(holder)}: {span(since, until)}"


def span(since: date, until: date) -> str:
    if since == until:
        return words.day(since)
    return _("{since} to {until}").format(since=words.day(since), until=words.day(until))


def invited(name: str, code: str, link: str, until: datetime) -> str:
    where = words.safe(link) if link else _("Code: <code>{code}</code>").format(code=code)
    return _(
        "<b>Invitation for {name}</b>\n\n{where}\n\nValid until {moment}, for one use. Hand it "
        "over in person or by a way you trust; any older invitation has ended."
    ).format(name=words.safe(name), where=where, moment=words.moment(until))


def leave_kind(name: str) -> str:
    return _("<b>Record leave</b> · {name}\n\nWhich kind?").format(name=words.safe(name))


def ask_days(title: str, name: str) -> str:
    return _(
        "<b>{title}</b> · {name}\n\nType the days, for example “1 sampai 5 September 2026” or "
        "“besok”."
    ).format(title=title, name=words.safe(name))


def ask_holder(kind: str, name: str) -> str:
    return _(
        "<b>{kind}</b> for {name}\n\nWho acts? Type part of the name or the whole NIP."
    ).format(kind=MANDATES[kind], name=words.safe(name))


def check_leave(kind: str, name: str, since: date, until: date) -> str:
    return _("<b>{kind}</b> · {name}\n\n{span}\n\nIs that right?").format(
        kind=LEAVES[kind], name=words.safe(name), span=span(since, until)
    )


def check_mandate(kind: str, name: str, holder: str, since: date, until: date) -> str:
    return _("<b>{kind}</b> {holder}\nacts for {name}\n\n{span}\n\nIs that right?").format(
        kind=MANDATES[kind],
        holder=words.safe(holder),
        name=words.safe(name),
        span=span(since, until),
    )


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


def calls(why: str, total: int, people: Sequence[tuple[str, str, str]]) -> str:
    """Name, unit and telephone of one page."""
    lines = [
        f"• {words.bold(name)}, {words.safe(unit)}, {words.safe(phone) or '-'}"
        for name, unit, phone in people
    ]
    head = _("<b>Call list</b> · {why}: {total}").format(why=WHYS[why], total=words.number(total))
    return "\n".join([f"{head}\n", *(lines or [_("Nobody here.")])])


def confirm_suspend(name: str) -> str:
    return _(
        "<b>Suspend the account of {name}?</b>\n\nIt ends at once on every telephone. A new "
        "invitation lets the person in again."
    ).format(name=words.safe(name))


def issuer_may_not() -> str:
    return _("You issued this invitation; another HR officer has to approve it.")


def approved() -> str:
    return _("Approved. The account is active.")


def approved_from(starts: datetime) -> str:
    return _("Approved. The account is active from {moment}.").format(moment=words.moment(starts))


def declined() -> str:
    return _("Declined. The claimant has been told.")


def nobody_found() -> str:
    return _("Nobody found. Please check the spelling, or type the whole NIP of 18 digits.")


def no_active_account() -> str:
    return _("This person has no active account.")


def suspended() -> str:
    return _("The account has been suspended.")


def recorded() -> str:
    return _("Recorded.")


def span_not_understood() -> str:
    return _(
        "These days were not understood. Please type them like “1 sampai 5 September 2026” or "
        "“12 September 2026”."
    )


def span_is_over() -> str:
    return _("These days are past. Please type days that have not ended yet.")


def span_too_long() -> str:
    return _("That is more than a year. Please type at most one year.")


def leave_overlaps() -> str:
    return _("Leave is recorded for some of these days already. Please choose other days.")


def mandate_not_oneself() -> str:
    return _("Nobody may appoint themself or the absent official. Please choose somebody else.")


def mandate_overlaps() -> str:
    return _("Somebody acts for this official on some of these days already.")


def holder_is_away() -> str:
    return _("The chosen person is on leave on some of these days. Please choose somebody else.")


def mandate_circle() -> str:
    return _("These mandates would lead back to the absent official. Please choose another.")


def superior_circle() -> str:
    return _("This person answers to the employee, so cannot be the superior. Choose another.")


def not_oneself() -> str:
    return _("You cannot make yourself the superior; another HR officer has to decide.")


def superior_changed() -> str:
    return _("The superior has been changed.")


def report_declined() -> str:
    return _("The report was declined; the employee has been told.")


def say_why() -> str:
    return _("Please type the reason in a few words.")
