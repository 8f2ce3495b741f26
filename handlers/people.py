"""What active employees say, press and send: the one router for all capabilities."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import BaseFilter, CommandObject
from aiogram.filters.command import Command, CommandException
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.actions import certificates, factors, joining
from bot.actions.me import Me
from bot.rules.certificates import asked
from bot.rules.factors import read_code
from bot.rules.forum_links import linked
from bot.rules.numbering import picked
from bot.rules.surveys.codes import find as find_survey
from bot.screens import Place, Went, place
from bot.texts import words
from handlers.attachments import (
    MOST_OF_ROSTER,
    MOST_OF_SHEET,
    attachment_of,
    is_sheet,
    is_text_file,
    with_content,
    with_seal,
)
from handlers.do import Do, Meant, Pressed
from handlers.factors import SECRET
from handlers.numbered import pressed_by
from handlers.settling import put, replace
from handlers.show import remove
from handlers.table import Table
from handlers.within import HOME

CAPTURE, CHECK, SURVEY = "achievements.capture", "certificates.check", "surveys.code"
SURVEYS = Place("surveys.home")
# Where a table is read at once, and how big it may be.
SHEETS = {
    "trainings.file": MOST_OF_SHEET,
    "career.file": MOST_OF_SHEET,
    "holidays.file": MOST_OF_SHEET,
    "roster.file": MOST_OF_ROSTER,
}


class Active(BaseFilter):
    """Lets through people with an active account, in their private chat."""

    async def __call__(self, _: TelegramObject, do: Do | None = None) -> bool:
        return do is not None


class Holds(BaseFilter):
    """A message with this part. aiogram hands its own `F.text` to another thread each time."""

    def __init__(self, part: str) -> None:
        self.part = part

    async def __call__(self, message: Message) -> bool:
        return bool(getattr(message, self.part))


class KnownCommand(BaseFilter):
    """A command some capability offers; hands over what it leads to."""

    def __init__(self, table: Table) -> None:
        self.known = Command(*table.commands, ignore_case=True)

    async def __call__(self, message: Message, bot: Bot) -> dict[str, object] | bool:
        try:
            command = await self.known.parse_command(message.text or "", bot)
        except CommandException:
            return False
        return {"command": command}


async def press(event: CallbackQuery, do: Do) -> None:
    drawn = await do.press(event.data or "")
    await replace(do, event, drawn)


async def say_command(message: Message, do: Do, command: CommandObject) -> None:
    leads = do.table.commands[command.command.lower()]
    if asked(command.args or "") is not None:  # a link on a paper, perhaps a forged one
        drawn = await do(do.table.typed[CHECK], command.args)
    elif forum := linked(command.args or ""):  # a link in a public post
        drawn = await do.open(place("forums.card", forum))
    elif find_survey(command.args or "") or (command.args and leads == SURVEYS):
        drawn = await do(do.table.typed[SURVEY], command.args)
    elif isinstance(leads, Place):
        drawn = await do.open(leads)
    else:
        drawn = await do(leads, command.args or "")
    await put(do, message, drawn)


async def say_text(message: Message, do: Do) -> None:
    """What is typed goes to the act that waits for it; a secret does not stay in the chat."""
    text, typed = (message.text or "").strip(), do.table.typed
    secret = False

    def choose(me: Me) -> Meant:
        nonlocal secret
        number = picked(text, awaited=me.typing is not None) if me.numbered else None
        if number is not None and (me.choices or me.typing is None):
            return Pressed(pressed_by(me.choices, number))
        if me.typing and me.typing.name in typed:
            secret = me.typing.name in SECRET
            return typed[me.typing.name], (*me.typing.args, text)
        if me.typing is None and read_code(text) is not None:
            secret = True
            return factors.stray, ()
        leads = _plain_commands(do.table).get(_squeezed(text))
        if text.startswith("/"):
            return Went(leads) if leads else Went(HOME, words.unknown_command())
        if me.typing:
            return Went(HOME, words.not_text())
        if leads is not None:
            return Went(leads)  # a command without its stroke
        if asked(text) is not None:  # a code or the number of a paper
            return typed[CHECK], (text,)
        # In an invented unit nobody's screens are known.
        return typed[CAPTURE], ("" if do.inside else do.cards.shown(me.account_id), text)

    try:
        await put(do, message, await do.means(choose))
    finally:
        if secret and message.bot is not None:
            await remove(message.bot, message.chat.id, message.message_id)


def _squeezed(text: str) -> str:
    """`/data_saya`, `/datasaya` and `Data saya` alike."""
    return text.casefold().removeprefix("/").replace("_", "").replace(" ", "")


def _plain_commands(table: Table) -> dict[str, Place]:
    """The screens that commands lead to, by the command as it may be written."""
    return {_squeezed(name): to for name, to in table.commands.items() if isinstance(to, Place)}


async def send_attachment(message: Message, do: Do) -> None:
    attachment, sent = attachment_of(message), do.table.sent
    if attachment is not None:
        if is_text_file(attachment):
            attachment = await with_content(message, attachment)
        elif most := is_sheet(attachment) and await _sheet_asked(do):
            attachment = await with_content(message, attachment, most)

    def choose(me: Me) -> Meant:
        if attachment is None:
            return Went(HOME, words.cannot_use())
        if me.typing and me.typing.name in sent:
            return sent[me.typing.name], (*me.typing.args, attachment)
        return sent[CAPTURE], (attachment,)

    try:
        drawn = await do.means(choose)
    except certificates.SealWanted:
        assert attachment is not None
        attachment = await with_seal(message, attachment)
        drawn = await do.means(choose)
    await put(do, message, drawn)


async def _sheet_asked(do: Do) -> int:
    """How big a table the screen in front of the person takes, bytes; 0 where it takes none."""
    me = await do.database.run(do.read)
    return SHEETS.get(me.typing.name, 0) if me is not None and me.typing is not None else 0


async def ignore_edit(message: Message) -> None:
    """An edited message never changes what was submitted."""


async def share_contact(message: Message, do: Do) -> None:
    await put(do, message, await do(joining.contact_again))


def routes(table: Table) -> Router:
    router = Router(name=__name__)
    router.message.filter(Active())
    router.callback_query.filter(Active())
    router.edited_message.filter(Active())
    router.message.register(say_command, KnownCommand(table))
    router.message.register(say_text, Holds("text"))
    router.message.register(share_contact, Holds("contact"))
    router.message.register(send_attachment)
    router.callback_query.register(press)
    router.edited_message.register(ignore_edit)
    return router
