"""Bringing evidence from Telegram into our own store, beside the letters."""

from __future__ import annotations

import asyncio

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.actions import evidence
from bot.clock import Clock
from bot.courier.outcomes import Verdict, outcome_of
from bot.examining.child import open_child
from bot.examining.verdicts import Examined
from bot.measures import Measures
from bot.rules.evidence import MOST_BYTES, Fault, Unfit
from storage.database import Database
from storage.evidence import ToFetch
from storage.evidence_files import files_beside

log = structlog.get_logger()

AT_ONCE = 2
NEVER_CAME = (Verdict.OFFLINE, Verdict.TOO_FAST, Verdict.LOCKED_OUT)


async def fetch_batch(
    database: Database, bot: ExtBot[int], clock: Clock, measures: Measures
) -> bool:
    """Fetch the files whose turn it is, each settled in a transaction of its own; any there?"""

    def lease(session: Session) -> list[ToFetch]:
        return list(evidence.next_to_fetch(session, clock.now(), AT_ONCE))

    files = await database.run(lease)
    await asyncio.gather(*(_fetch(database, bot, clock, file, measures) for file in files))
    return bool(files)


async def _fetch(
    database: Database, bot: ExtBot[int], clock: Clock, file: ToFetch, measures: Measures
) -> None:
    """Keep it or refuse it. Whatever happens to one file, the queue goes on."""
    try:
        await _bring(database, bot, clock, file)
    except Unfit as unfit:
        measures.refused(unfit.fault)
        await _failed(database, clock, file, unfit.fault, final=True)
    except TelegramError as error:
        outcome = outcome_of(error)
        if outcome.verdict in NEVER_CAME:
            return  # its lease brings it back; an outage is no fault of the file
        fault = Fault.TOO_LARGE if "too big" in outcome.fault.lower() else Fault.UNREACHABLE
        await _failed(database, clock, file, fault, final=isinstance(error, BadRequest))
    except SQLAlchemyError:
        raise  # the courier rests until the database is there again
    except Exception:
        log.exception("evidence_not_examined", evidence=file.evidence_id)
        measures.refused(Fault.UNEXAMINED)
        await _failed(database, clock, file, Fault.UNEXAMINED, final=False)


async def _bring(database: Database, bot: ExtBot[int], clock: Clock, file: ToFetch) -> None:
    """Download while the child wakes, examine, write; only then a short transaction.

    Should the process die in between, the lease brings the file again, and the sweep takes what
    was written and is not named.
    """
    if (file.size or 0) > MOST_BYTES:
        raise Unfit(Fault.TOO_LARGE)
    async with open_child() as child:
        examined = await child.examine(await _download(bot, file))
    store = files_beside(database)
    await asyncio.to_thread(store.write, examined.sha256, examined.content)
    await database.run(lambda session: _keep(session, file, examined, clock))


async def _download(bot: ExtBot[int], file: ToFetch) -> bytes:
    """The content. Raises Unfit when it is over ten megabytes, or TelegramError."""
    found = await bot.get_file(file.file_id)
    if (found.file_size or 0) > MOST_BYTES:
        raise Unfit(Fault.TOO_LARGE)
    return bytes(await found.download_as_bytearray())


def _keep(session: Session, file: ToFetch, examined: Examined, clock: Clock) -> None:
    evidence.came(session, file, examined, clock.now())


async def _failed(
    database: Database, clock: Clock, file: ToFetch, fault: Fault, *, final: bool
) -> None:
    log.info("evidence_not_fetched", evidence=file.evidence_id, fault=fault, final=final)

    def write(session: Session) -> None:
        evidence.missed(session, file, fault, clock.now(), final)

    await database.run(write)
