"""What the sandbox remembers: people, groups, messages, updates, taps."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

BOT = "bot"


@dataclass
class Bot:
    """The one bot behind the token that called first."""

    id: int
    token: str
    username: str = "sandbox_bot"
    first_name: str = "Bot"


@dataclass
class Person:
    """Somebody with a phone; `silent` ones are reached too, but the page does not show them.

    `keys` are those in the authenticator app: `{label, secret}`; `papers` what the person can
    scan where they stand: `{label, link}`.
    """

    key: str
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    phone: str = ""
    role: str = ""
    zone: str = "Asia/Jakarta"
    language_code: str = "id"
    blocked: bool = False
    started: bool = False
    deactivated: bool = False
    silent: bool = False
    unread: int = 0
    reply_keyboard: Json | None = None
    keys: list[Json] = field(default_factory=list)
    papers: list[Json] = field(default_factory=list)


@dataclass
class Group:
    """A group with the bot in it; `moved_to` is set once it has become a supergroup."""

    key: str
    id: int
    title: str
    members: list[str]
    kind: str = "group"
    moved_to: int | None = None
    bot_status: str = "member"
    left: list[str] = field(default_factory=list)


Chat = Person | Group


@dataclass
class Message:
    """A message in Bot API form (`body`) and what only the sandbox knows about it."""

    id: int
    chat: int
    sender: str
    body: Json
    cursor: int = 0
    deleted: bool = False
    silent: bool = False
    had_reply_keyboard: bool = False
    reactions: dict[str, str] = field(default_factory=dict)
    votes: dict[str, list[int]] = field(default_factory=dict)
    calls: list[int] = field(default_factory=list)
    updates: list[int] = field(default_factory=list)


@dataclass
class Update:
    """Something the bot has not confirmed yet; moments by the sandbox's clock."""

    id: int
    kind: str
    body: Json
    chat: int
    created: float
    expires: float
    state: str = "pending"
    delivered: int = 0

    def show(self) -> Json:
        """The Update object of the Bot API."""
        return {"update_id": self.id, self.kind: self.body}


@dataclass
class Tap:
    """A press of an inline button and the answer to it."""

    id: str
    person: str
    message_id: int
    data: str
    created: float
    cursor: int = 0
    answered: bool = False
    text: str = ""
    alert: bool = False
    url: str = ""
