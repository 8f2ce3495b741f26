"""Whether this process is fit to be sent updates, as a balancer asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import structlog
from sqlalchemy import text

from bot.commands.receiving import Receiving
from bot.commands.stopping import Stopping
from bot.watch import Watch
from storage.database import Database

log = structlog.get_logger()


@dataclass(frozen=True)
class Wellness:
    """Ready: the database answers, updates can come and do, nobody has asked us to stop."""

    database: Database
    receiving: Receiving
    stopping: Stopping
    watch: Watch

    async def __call__(self) -> dict[str, Any]:
        state = {
            "database": await self._answers(),
            "receiving": self.receiving.ready,
            "telegram": self.receiving.met and self.watch.ready,
            "draining": self.stopping.asked.is_set(),
        }
        well = state["database"] and state["receiving"] and state["telegram"]
        ready = well and not state["draining"]
        return {"ready": ready, **state}

    async def _answers(self) -> bool:
        try:
            await self.database.run(
                lambda session: session.connection().execute(text("SELECT 1")), reading=True
            )
        except Exception as fault:
            log.warning("not_well", kind=type(fault).__name__)
            return False
        return True
