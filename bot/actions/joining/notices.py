"""Who is told when somebody comes in or an account moves: letters owed with the fact."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.days import office_day
from bot.rules.authority import Role
from bot.screens import place
from storage import accounts, certificates, grants, outbox, units
from storage.accounts import Account
from storage.employees import Employee
from storage.outbox import Kind


def officers(session: Session, person: Employee, now: datetime) -> list[int]:
    """HR people whose grant reaches this person's unit, without the person."""
    reach = units.above(session, person.unit_id)
    held = grants.holders(session, Role.HR, office_day(now))
    fitting = {
        grant.employee_id for grant in held if grant.unit_id is None or grant.unit_id in reach
    }
    return sorted(fitting - {person.id})


def _in_touch(session: Session, person: Employee, now: datetime) -> list[int]:
    """Those of them whom a letter can reach: who has not joined yet needs no call about it."""
    fitting = officers(session, person, now)
    joined = accounts.holders(session, fitting)
    return [officer for officer in fitting if officer in joined]


def waiting(session: Session, person: Employee, account_id: int, now: datetime) -> None:
    """HR: a claim that only a person can prove."""
    for officer in _in_touch(session, person, now):
        outbox.put(
            session, f"claim/{account_id}/{officer}", Kind.REMINDER, "joining.waiting", now,
            to=officer, facts={"account": account_id}, opens=place("desk.claims", 0),
        )  # fmt: skip


def joined(
    session: Session, person: Employee, account_id: int, now: datetime, *, present: bool
) -> None:
    """Whoever was not `present` is welcomed; HR hears of the hour's first, then at its end."""
    if not present:
        outbox.put(
            session, f"welcome/{account_id}", Kind.DECISION, "joining.welcome", now,
            to=person.id, facts={"account": account_id}, opens=place("joining.welcome"),
        )  # fmt: skip
    hour = now.replace(minute=0, second=0, microsecond=0)
    for officer in _in_touch(session, person, now):
        key, facts = f"joined/{officer}/{hour:%Y%m%d%H%z}", {"hour": int(hour.timestamp())}
        if not outbox.put(
            session, key, Kind.REMINDER, "joining.joined", now, to=officer, facts=facts
        ):
            outbox.put(
                session, f"{key}/rest", Kind.REMINDER, "joining.joined", now, to=officer,
                facts=facts, not_before=hour + timedelta(hours=1),
            )  # fmt: skip


def changing(session: Session, before: Account, account_id: int, now: datetime) -> None:
    """The account in use hears that another one asks to take over, and may say no."""
    outbox.put(
        session, f"changing/{account_id}", Kind.DECISION, "joining.changing", now,
        chat_id=before.telegram_id, facts={"account": account_id},
        opens=place("joining.change", account_id),
    )  # fmt: skip


def changed(
    session: Session, person: Employee, before: Account, account_id: int, now: datetime
) -> None:
    """The account that has ended, and HR, hear that the new one is in use."""
    facts = {"account": account_id}
    outbox.put(
        session, f"changed/{account_id}", Kind.DECISION, "joining.changed", now,
        chat_id=before.telegram_id, facts=facts, opens=place("joining.change", account_id),
    )  # fmt: skip
    for officer in officers(session, person, now):
        outbox.put(
            session, f"moved/{account_id}/{officer}", Kind.DECISION, "joining.moved", now,
            to=officer, facts=facts, opens=place("desk.person", person.id or 0),
        )  # fmt: skip


def denied(session: Session, person: Employee, account_id: int, now: datetime) -> None:
    """HR's alarm: the owner says that somebody else took the account."""
    for officer in officers(session, person, now):
        outbox.put(
            session, f"denied/{account_id}/{officer}", Kind.DECISION, "joining.denied", now,
            to=officer, facts={"account": account_id}, opens=place("desk.person", person.id or 0),
        )  # fmt: skip


def to_chat(session: Session, account: Account, template: str, now: datetime) -> None:
    """Tell a Telegram account itself how its matter ended."""
    outbox.put(
        session, f"{template}/{account.id}", Kind.DECISION, template, now,
        chat_id=account.telegram_id, facts={"account": account.id or 0},
    )  # fmt: skip


def honoured(session: Session, employee_id: int, account_id: int, now: datetime) -> None:
    """Who won without an account learns it now: the letter of the decision had nobody to go to.

    One for each standing award whose winner has not said yet whether all may hear of it.
    """
    for award_id in certificates.unanswered(session, employee_id):
        outbox.put(
            session, f"awards.won/{award_id}/{account_id}", Kind.DECISION, "awards.won", now,
            to=employee_id, facts={"award": award_id}, opens=place("awards.honour", award_id),
        )  # fmt: skip
