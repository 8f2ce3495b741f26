"""Who looks after the steps of a forum: its host, or somebody else once the host has left."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.personal.officers import officers
from storage import employees
from storage.forums import Forum


def stewards(session: Session, host_id: int, now: datetime) -> list[int]:
    """The host while in service; then the nearest superior who is, else HR of the unit."""
    host = employees.get(session, host_id)
    if host is not None and host.left_on is None:
        return [host_id]
    above = employees.chain(session, host_id)
    people = employees.many(session, above)
    here = [one for one in above if one in people and people[one].left_on is None]
    return here[:1] or officers(session, host_id, now)


def looks_after(session: Session, me: Me, forum: Forum) -> bool:
    """Whether I host this forum, or stand in for a host who has left."""
    if forum.host_id == me.employee_id:
        return True
    host = employees.get(session, forum.host_id)
    if host is None or host.left_on is None:
        return False
    return me.employee_id in stewards(session, forum.host_id, me.now)
