"""Screens as plain data: where a person is, what is shown there, what can be pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

Arg = int | str


@dataclass(frozen=True, slots=True)
class Place:
    """The address of a screen or of an act: a name and a few short arguments.

    Written `achievements.card/42`. An argument that looks like a whole number is one.
    """

    name: str
    args: tuple[Arg, ...] = ()

    def __str__(self) -> str:
        return "/".join([self.name, *map(str, self.args)])

    @classmethod
    def parse(cls, written: str) -> Place:
        name, *args = written.split("/")
        return cls(
            name, tuple(int(arg) if arg.removeprefix("-").isdecimal() else arg for arg in args)
        )


def place(name: str, *args: Arg) -> Place:
    return Place(name, args)


@dataclass(frozen=True, slots=True)
class Went:
    """Where an act leads, with a short notice for the person (at most 200 characters).

    Written as the place, and the notice after it on lines of its own.
    """

    place: Place
    notice: str = ""

    def __str__(self) -> str:
        return f"{self.place}\n{self.notice}" if self.notice else str(self.place)

    @classmethod
    def parse(cls, written: str) -> Went:
        where, _, notice = written.partition("\n")
        return cls(Place.parse(where), notice)


@dataclass(frozen=True, slots=True)
class Press:
    """A press on an acting button: which keyboard, and which of its acts."""

    token: str
    index: int


class Style(StrEnum):
    PLAIN = ""
    GOOD = "success"
    BAD = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A label of at most 24 characters and exactly one of: where it leads, what it does, a link,
    the address of a Mini App.

    `opens` changes nothing and may be pressed for ever; `does` is an act and is spent once.
    """

    label: str
    opens: Place | None = None
    does: Place | None = None
    url: str | None = None
    app: str | None = None
    style: Style = Style.PLAIN


class FileKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class File:
    """Something shown above the card: by Telegram's `file_id`, by its bytes, or by `drawing` them.

    A `drawing` is called when the transaction is over, so that nobody waits for it.
    `keepable` ones may be saved and opened elsewhere, as a calendar file must be.
    `passing` ones show a secret and are taken away when the next screen comes.
    """

    kind: FileKind
    name: str = ""
    file_id: str | None = None
    content: bytes | None = None
    drawing: Callable[[], bytes] | None = field(default=None, compare=False)
    caption: str = ""
    keepable: bool = False
    passing: bool = False


class Ask(StrEnum):
    """Things asked with a button of the keyboard below the text field."""

    NOTHING = ""
    CONTACT = "contact"


Rows = Sequence[Sequence[Button]]


@dataclass(frozen=True, slots=True)
class Screen:
    """What a chat shows: escaped HTML text, rows of buttons, files above it.

    `typing` is the act that receives what the person types or sends next.
    `stays` marks a receipt: later screens come below it instead of replacing it. `commands` are
    those the person's phone shall list from now on, with spaces; empty: as before.
    `app` is the address that the menu button of the chat opens from now on; empty: as before.
    `shared` lets it be copied and forwarded, which everything else is not.
    """

    text: str
    rows: Rows = ()
    typing: Place | None = None
    files: Sequence[File] = ()
    stays: bool = False
    commands: str = ""
    app: str = ""
    ask: Ask = Ask.NOTHING
    shared: bool = False
