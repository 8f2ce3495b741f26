"""The desk's own: a roster file that waits, extracts asked for and taken, a move, a group."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from bot.actions.roster import working
from storage import handouts, moves, roster_files
from storage.groups import UnitGroup
from storage.handouts import Handout
from storage.moves import Move, What
from tests.authority.world import World
from tests.rosters import as_csv, lines

PURPOSE = "Bahan rapat evaluasi triwulan bersama pimpinan."


def keep_desk(world: World, session: Session) -> None:
    """Maya's file has no faults; her extracts are drafts, and some were just taken."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    maya = ids["maya"]
    content = as_csv(lines(3, units=2))
    at["roster"] = roster_files.keep(session, maya, content, "Asia/Jakarta", now)
    row = roster_files.of(session, maya)
    assert row is not None
    working.at_once(session, row, now)

    def asked(kind: str, which: int = 0, reason: str = "") -> int:
        made = Handout(
            kind=kind, which=which, purpose=PURPOSE, reason=reason, full=bool(reason),
            made_by=maya, made_at=now,
        )  # fmt: skip
        return handouts.add(session, made)

    at["unit"], at["unit_printed"] = world.cast.units["Jayapura"], world.cast.units["Layanan"]
    at["handout"], at["handout_full"] = asked("hours", 2026), asked("hours", 2026, PURPOSE)
    at["handout_taken"], at["handout_staff"] = asked("hours", 2026), asked("people")
    at["handout_calls"], at["sheet"] = asked("calls"), asked("invitations", at["unit_printed"])
    for name in ("handout_taken", "handout_calls", "sheet"):
        handouts.take(session, at[name], "csv", 1, now)
    planned = Move(
        employee_id=ids["dedi"], what=What.SUPERIOR, before_id=ids["budi"],
        after_id=ids["wayan"], since=(now + timedelta(days=9)).date(), made_by=maya, made_at=now,
    )  # fmt: skip
    group = UnitGroup(
        chat_id=-1009, title="Grup Jayapura", unit_id=at["unit"], added_by=maya, added_at=now,
        connected_by=maya, connected_at=now,
    )  # fmt: skip
    session.add(group)
    session.flush()
    at["group"] = group.id
    at["move"] = moves.add(session, planned)
