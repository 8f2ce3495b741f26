"""People who talk to the real dispatcher: says, taps, sends_photo, sees."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.enums import MessageOriginType
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberBanned,
    ChatMemberMember,
    ChatMemberUpdated,
    Contact,
    Document,
    File,
    Message,
    MessageOriginUser,
    PhotoSize,
    Update,
    User,
)

from bot.actions.buttons import reading
from bot.screens import Place
from storage.vault import Vault

TOKEN = "42:TEST"
SCREEN, BUTTONS, LABEL = 900, 8, 24
"""Characters and buttons that a screen may have at most, and characters of a label."""
MARK = re.compile(r"<[^>]+>")


class TestClock:
    """A clock that stands still until it is moved."""

    __test__ = False

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)

    def advance(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass
class Bubble:
    """One message of the bot as a phone shows it."""

    message_id: int
    chat_id: int
    text: str
    keyboard: list[list[tuple[str, str]]] = field(default_factory=list)
    kind: str = "text"


class Telegram(BaseSession):
    """Telegram's side, in memory: records every call and keeps what each phone shows.

    `unfit` are the screens that were too much for a phone.
    """

    def __init__(self, clock: TestClock) -> None:
        super().__init__()
        self.clock = clock
        self.calls: list[TelegramMethod[Any]] = []
        self.bubbles: dict[int, Bubble] = {}
        self.toasts: list[tuple[int, str, bool]] = []
        self.ids = itertools.count(1000)
        self.fail_next: list[Exception] = []
        self.files: dict[str, bytes] = {}
        self.unfit: list[str] = []

    async def close(self) -> None:
        pass

    async def stream_content(self, url: str, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield self.files.get(url.rpartition("/")[2], b"")

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,
    ) -> TelegramType:
        self.calls.append(method)
        if self.fail_next:
            raise self.fail_next.pop(0)
        return cast(TelegramType, self._answer(method))

    def _answer(self, method: TelegramMethod[Any]) -> Any:
        values = method.model_dump(exclude_none=True)
        name = method.__api_method__
        if name == "editMessageText":
            return self._edit(method, values)
        if name.startswith("send") and name != "sendChatAction":
            return self._send(method, values, name.removeprefix("send").lower())
        if name == "getFile":
            number = values["file_id"]
            return File(file_id=number, file_unique_id=number, file_path=f"documents/{number}")
        if name == "deleteMessage":
            self.bubbles.pop(values["message_id"], None)
        if name == "answerCallbackQuery" and values.get("text"):
            owner = int(values["callback_query_id"].split("-")[0])
            self.toasts.append((owner, values["text"], bool(values.get("show_alert"))))
        return True

    def _send(self, method: Any, values: dict[str, Any], kind: str) -> Message:
        number = next(self.ids)
        text = values.get("text") or values.get("caption") or ""
        bubble = Bubble(
            number,
            int(values["chat_id"]),
            text,
            _keyboard(values.get("reply_markup")),
            "text" if kind == "message" else kind,
        )
        self.bubbles[number] = bubble
        self._measure(bubble)
        return self._message(bubble)

    def _edit(self, method: Any, values: dict[str, Any]) -> Message:
        bubble = self.bubbles.get(values["message_id"])
        if bubble is None:
            raise TelegramBadRequest(
                method=method, message="Bad Request: message to edit not found"
            )
        keyboard = _keyboard(values.get("reply_markup"))
        if (bubble.text, bubble.keyboard) == (values["text"], keyboard):
            raise TelegramBadRequest(method=method, message="Bad Request: message is not modified")
        bubble.text, bubble.keyboard = values["text"], keyboard
        self._measure(bubble)
        return self._message(bubble)

    def measure(self, text: str, labels: Sequence[str]) -> None:
        """Remember what is too much for a phone."""
        seen = html.unescape(MARK.sub("", text))
        longest = max(map(len, labels), default=0)
        if len(seen) > SCREEN or len(labels) > BUTTONS or longest > LABEL:
            self.unfit.append(f"{len(seen)} characters, {len(labels)} buttons {labels}:\n{seen}")

    def _measure(self, bubble: Bubble) -> None:
        self.measure(bubble.text, [label for row in bubble.keyboard for label, _ in row])

    def _message(self, bubble: Bubble) -> Message:
        return Message(
            message_id=bubble.message_id,
            date=self.clock.now(),
            chat=Chat(id=bubble.chat_id, type="private"),
            text=bubble.text,
        )


def _keyboard(markup: dict[str, Any] | None) -> list[list[tuple[str, str]]]:
    return [
        [(b["text"], b.get("callback_data") or b.get("url") or "") for b in row]
        for row in (markup or {}).get("inline_keyboard", [])
    ]


@dataclass
class Person:
    """One person with a phone; every verb returns when the bot has answered."""

    office: Office
    telegram_id: int
    first_name: str
    language: str | None = None

    async def says(self, text: str) -> str:
        return await self._sends(text=text)

    async def sends_photo(
        self, caption: str | None = None, unique: str = "p1", size: int = 5000
    ) -> str:
        sizes = [
            PhotoSize(
                file_id=f"f-{unique}", file_unique_id=unique, width=90, height=90, file_size=size
            )
        ]
        return await self._sends(photo=sizes, caption=caption)

    async def sends_document(
        self,
        name: str,
        mime: str,
        size: int = 5000,
        caption: str | None = None,
        unique: str = "d1",
    ) -> str:
        sent = Document(
            file_id=f"f-{unique}",
            file_unique_id=unique,
            file_name=name,
            mime_type=mime,
            file_size=size,
        )
        return await self._sends(document=sent, caption=caption)

    async def sends_file(self, name: str, content: bytes) -> str:
        """A document whose content Telegram hands over."""
        unique = f"t{next(self.office.telegram.ids)}"
        self.office.telegram.files[f"f-{unique}"] = content
        return await self.sends_document(name, "text/plain", len(content), unique=unique)

    async def shares_contact(
        self, phone: str, of: int | None = None, *, forwarded: bool = False
    ) -> str:
        owner = self.telegram_id if of is None else of
        contact = Contact(phone_number=phone, first_name="x", user_id=owner)
        origin = MessageOriginUser(
            type=MessageOriginType.USER, date=self.office.clock.now(), sender_user=self.user
        )
        return await self._sends(contact=contact, forward_origin=origin if forwarded else None)

    async def opens(self, where: str, vault: Vault) -> str:
        """Press a reading button that leads to a place, as a letter carries it."""
        data = reading(vault.key("buttons"), self.telegram_id, Place.parse(where))
        number = next(self.office.telegram.ids)
        letter = Bubble(number, self.telegram_id, "x", [[("x", data)]])
        self.office.telegram.bubbles[number] = letter
        return await self.taps("x", bubble=letter)

    async def blocks(self) -> None:
        await self._moves("member", "kicked")

    async def unblocks(self) -> None:
        await self._moves("kicked", "member")

    async def _moves(self, old: str, new: str) -> None:
        bot = User(id=42, is_bot=True, first_name="Teladan")
        ways: dict[str, ChatMemberBanned | ChatMemberMember] = {
            "kicked": ChatMemberBanned(user=bot, until_date=self.office.clock.now()),
            "member": ChatMemberMember(user=bot),
        }
        await self.office.feed(
            my_chat_member=ChatMemberUpdated(
                chat=Chat(id=self.telegram_id, type="private"),
                from_user=self.user,
                date=self.office.clock.now(),
                old_chat_member=ways[old],
                new_chat_member=ways[new],
            )
        )

    async def says_in_group(self, chat_id: int, text: str) -> None:
        await self.office.feed(
            message=Message(
                message_id=next(self.office.telegram.ids),
                date=self.office.clock.now(),
                chat=Chat(id=chat_id, type="supergroup"),
                from_user=self.user,
                text=text,
            )
        )

    async def taps(self, label: str, data: str | None = None, bubble: Bubble | None = None) -> str:
        """Press a button by its label (or a label that begins so), newest message first."""
        if data is None:
            bubble, data = self._find(label, bubble)
        message = self.office.telegram._message(bubble) if bubble else None
        query = CallbackQuery(
            id=f"{self.telegram_id}-{next(self.office.numbers)}",
            from_user=self.user,
            chat_instance="1",
            message=message,
            data=data,
        )
        await self.office.feed(callback_query=query)
        return self.screen

    def button(self, label: str) -> str:
        """The data of a button, to be replayed or forged."""
        return self._find(label, None)[1]

    def _find(self, label: str, bubble: Bubble | None) -> tuple[Bubble, str]:
        seen = [bubble] if bubble else list(reversed(self.bubbles))
        for fits in (str.__eq__, str.startswith):
            for one in seen:
                for row in one.keyboard:
                    for text, data in row:
                        if fits(text, label):
                            return one, data
        raise AssertionError(f"no button {label!r} among:\n{self.screen}")

    async def _sends(self, **what: Any) -> str:
        message = Message(
            message_id=next(self.office.telegram.ids),
            date=self.office.clock.now(),
            chat=Chat(id=self.telegram_id, type="private"),
            from_user=self.user,
            **what,
        )
        await self.office.feed(message=message)
        return self.screen

    @property
    def user(self) -> User:
        return User(
            id=self.telegram_id, is_bot=False, first_name=self.first_name,
            language_code=self.language,
        )  # fmt: skip

    @property
    def bubbles(self) -> list[Bubble]:
        return [b for b in self.office.telegram.bubbles.values() if b.chat_id == self.telegram_id]

    @property
    def card(self) -> Bubble:
        return self.bubbles[-1]

    @property
    def screen(self) -> str:
        """The newest message with its buttons in brackets, one row a line."""
        if not self.bubbles:
            return ""
        rows = [" ".join(f"[{text}]" for text, _ in row) for row in self.card.keyboard]
        return "\n".join([self.card.text, *rows])

    def sees(self, text: str) -> bool:
        """Whether any message or toast holds the text; the assertion shows the chat if not."""
        said = [b.text for b in self.bubbles] + [
            t for who, t, _ in self.office.telegram.toasts if who == self.telegram_id
        ]
        shown = "\n---\n".join([*said, self.screen])
        assert text in shown, f"{text!r} not in:\n{shown}"
        return True

    @property
    def toasts(self) -> list[str]:
        return [text for who, text, _ in self.office.telegram.toasts if who == self.telegram_id]


class Office:
    """A bot, its dispatcher and its people."""

    def __init__(self, dispatcher: Dispatcher, clock: TestClock) -> None:
        self.dispatcher = dispatcher
        self.clock = clock
        self.telegram = Telegram(clock)
        self.bot = Bot(
            TOKEN, session=self.telegram, default=DefaultBotProperties(parse_mode="HTML")
        )
        self.numbers = itertools.count(1)
        self.last_update: Update | None = None

    async def feed(self, **event: Any) -> None:
        self.last_update = Update(update_id=next(self.numbers), **event)
        await self.dispatcher.feed_update(self.bot, self.last_update)

    async def feeds_again(self) -> None:
        """The newest update once more, as after a crash before it was confirmed."""
        assert self.last_update is not None
        await self.dispatcher.feed_update(self.bot, self.last_update)

    def person(self, telegram_id: int, first_name: str, language: str | None = None) -> Person:
        return Person(self, telegram_id, first_name, language)
