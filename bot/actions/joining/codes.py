"""Inviting somebody: a new code ends what was begun with an older one."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlmodel import Session

from bot.actions.refusals import Refused
from bot.rules.joining import CODE_BYTES, CODE_LASTS
from bot.texts import roster as texts
from storage import audit, claims, employees, entry_codes


def invite(session: Session, nip: str, issued_by: int | None, now: datetime) -> str:
    """A one-time code of 22 characters, valid 72 hours, for the person with this NIP.

    `issued_by` None is the operator. Raises Refused when nobody in service has the number.
    """
    digits = "".join(filter(str.isdigit, nip))
    person = employees.by_nip(session, digits)
    if person is None or person.id is None or person.left_on is not None:
        raise Refused(texts.no_such_person(), "no_such_person")
    _, code = invite_person(session, person.id, issued_by, now)
    return code


def invite_person(
    session: Session, employee_id: int, issued_by: int | None, now: datetime
) -> tuple[int, str]:
    """The number of the new invitation and its code; older codes and unproven claims end."""
    employees.lock(session, employee_id)
    entry_codes.end_of(session, [employee_id], now)
    claims.end_pending_of(session, employee_id, now)
    code = secrets.token_urlsafe(CODE_BYTES)
    number = entry_codes.issue(session, employee_id, code, issued_by, now, now + CODE_LASTS)
    audit.record(session, now, issued_by, "joining.invite", f"employee/{employee_id}")
    return number, code
