"""The only place that speaks to people about what could not be done."""

from __future__ import annotations

import structlog
from aiogram import Router
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
)
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import ErrorEvent

from bot.actions import letters
from bot.actions.refusals import BUTTON_WANTED, Refused
from handlers.do import Do
from handlers.show import answer, send
from handlers.within import HOME

log = structlog.get_logger()
HOPELESS = (TelegramForbiddenError, TelegramBadRequest)


async def explain(event: ErrorEvent, do: Do | None = None) -> None:
    """Say in one sentence why not; what is being typed stays open for another try."""
    refusal = event.exception
    assert isinstance(refusal, Refused)
    log.info("refused", code=refusal.code, update_id=event.update.update_id)
    if (press := event.update.callback_query) is not None:
        await answer(press, refusal.sentence, alert=True)
    elif (message := event.update.message) is not None:
        await message.answer(refusal.sentence)
        lost = do is not None and refusal.code != BUTTON_WANTED and _has_nothing(do)
        if do is not None and lost and message.bot is not None:
            await send(message.bot, message.chat.id, await do.open(HOME))


def _has_nothing(do: Do) -> bool:
    """Whether the person has no screen to try again on: nothing awaited, no numbers to type."""
    return do.me.typing is None and not do.me.choices


async def go_on(event: ErrorEvent, do: Do | None = None) -> None:
    """The effect is committed; only its screen could not be shown. It is offered by a letter."""
    if do is not None and do.led is not None and not isinstance(event.exception, HOPELESS):
        me, led, number = do.me, do.led, event.update.update_id
        await do.database.run(lambda session: letters.offer_again(session, me, number, led))
    log.warning(
        "screen_not_shown",
        update_id=event.update.update_id,
        kind=type(event.exception).__name__,
        reason=reason_of(event.exception),
    )


def reason_of(fault: Exception) -> str:
    """Telegram's own words for a refusal; other faults may quote an address or the screen."""
    return fault.message if isinstance(fault, HOPELESS) else ""


def routes() -> Router:
    router = Router(name=__name__)
    router.error.register(explain, ExceptionTypeFilter(Refused))
    router.error.register(go_on, ExceptionTypeFilter(TelegramAPIError, ClientDecodeError, OSError))
    return router
