"""People enter the office: the roster import, accounts, leave with a stand-in, an invitation."""

from __future__ import annotations

import string
from datetime import date, datetime, timedelta
from random import Random

from bot.actions import roster
from bot.actions.joining.proofs import CONTACT
from bot.actions.spans import packed
from bot.office.desk import NOW, Office, wib
from bot.office.people import LATE, LEFT, Member, rows
from bot.rules.joining import CODE_LASTS
from storage import (
    absences,
    accounts,
    agreement,
    audit,
    employees,
    entry_codes,
    superior_reports,
    units,
)
from storage.accounts import Account
from storage.columns import vault_of

FOUNDED = wib(date(2026, 1, 2), 7)
NEWCOMERS = wib(date(2026, 11, 2), 8)
FIRST_TELEGRAM_ID = 700_000_100
SINCE = date(2026, 11, 2)
UNTIL = date(2026, 11, 27)
NOT_JOINED = "bagas"
BLOCKED = "agus"
ON_LEAVE, STANDS_IN = "baso", "tenri"
UNRESERVED = string.ascii_letters + string.digits
SAID = "Sejak awal November saya dipindahkan ke Seksi Pelayanan; atasan saya kini Bapak Budi."


def telegram_id(member: Member) -> int:
    return FIRST_TELEGRAM_ID + member.number


def hire(office: Office, now: datetime, *, late: bool) -> None:
    """Import the roster as it stood at that moment; `late` adds the newest, and one has left."""
    gone = LEFT if late else LATE
    listed = [one for key, one in office.members.items() if key not in gone]
    roster.apply(office.session, rows(listed), now, by=office.ids.get("maya"), leavers=late)
    vault = vault_of(office.session)
    by_nip = {one.nip_index: one.id for one in employees.in_service(office.session)}
    office.ids |= {one.key: by_nip[vault.index(one.nip)] or 0 for one in listed}
    office.units |= {unit.name: unit.id or 0 for unit in units.everything(office.session)}


def open_accounts(office: Office, keys: list[str], day: date) -> None:
    """These people have joined, each proved by the own telephone number, around that day."""
    for key in keys:
        if key == NOT_JOINED:
            continue
        joined = office.in_hours(key, office.workday(day, day + timedelta(3)))
        blocked = key == BLOCKED
        account = Account(
            telegram_id=telegram_id(office.members[key]),
            employee_id=office.ids[key],
            state=accounts.ACTIVE,
            claimed_at=joined,
            approved_at=joined,
            proof=CONTACT,
            epoch=1,
            unreachable="blocked" if blocked else None,
            unreachable_since=wib(date(2026, 10, 28), 8) if blocked else None,
        )
        office.session.add(account)
        office.session.flush()
        _testify(office, account)


def _testify(office: Office, account: Account) -> None:
    """The entries that the product writes when somebody joins."""
    session, at, who = office.session, account.claimed_at, account.employee_id
    about, phone = (
        f"account/{account.id}",
        agreement.telephone(vault_of(office.session), account.telegram_id),
    )
    audit.record(session, at, who, "joining.claim", about, {"replaces": 0, "telephone": phone})
    audit.record(session, at, None, "joining.prove", about, {"proof": CONTACT, "waits": False})
    audit.record(session, at, who, "joining.activate", about, {"replaces": 0})


def arrange_leave(office: Office) -> None:
    """One head of office is away, a head of section acts as Plh."""
    absent, holder, by = (office.ids[key] for key in (ON_LEAVE, STANDS_IN, "maya"))
    absences.add_absence(office.session, absent, SINCE, UNTIL, "annual", by)
    absences.add_mandate(office.session, absent, holder, "plh", SINCE, UNTIL, by)
    office.session.flush()
    days = {"since": packed(SINCE), "until": packed(UNTIL)}
    audit.record(
        office.session, wib(SINCE, 8), by, "desk.record_mandate", f"employee/{absent}",
        {"holder": holder, "kind": "plh", **days},
    )  # fmt: skip


def invite_last(office: Office) -> None:
    """The newest person holds a living invitation, an hour old."""
    issued = NOW - timedelta(hours=1)
    code, person = invitation_code(), office.ids[NOT_JOINED]
    entry_codes.issue(
        office.session, person, code, office.ids["maya"], issued, issued + CODE_LASTS
    )


def invitation_code() -> str:
    """The same code at every making, so that the page can name it."""
    return "".join(Random(NOT_JOINED).choices(UNRESERVED, k=22))


def report_wrong_superior(office: Office) -> None:
    """Somebody says that the listed superior is the wrong one; HR will decide."""
    superior_reports.make(
        office.session, office.ids["lain8"], office.superior_of("lain8"), SAID,
        NOW - timedelta(hours=20),
    )  # fmt: skip
