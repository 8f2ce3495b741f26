"""What real people send, and what only a hostile client can: updates aimed at an office."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from handlers.conversations import whole_table
from tests.authority.people import OTHERS, STRANGER
from tests.cast import PEOPLE
from tests.fuzz.anything import example, kinds, word
from tests.fuzz.mutating import NUMBERS, TEXTS, mutated, nested

Json = dict[str, Any]
EVERYBODY = (*(row[0] for row in PEOPLE.values()), *(row[0] for row in OTHERS.values()), STRANGER)
POWERLESS = (STRANGER, 206, 207, 31337)  # unknown, suspended, gone, unknown
GROUP, CHANNEL, ANONYMOUS, LINKED, TELEGRAM = -1001, -1002, 1087968824, 136817688, 777000
PRESS = "press:"
"""`press:NUMBER[:FLIP]` stands for the data of a button that the presser's phone shows."""

COMMANDS = (
    *(f"/{name}" for name in whole_table().commands),
    "/tak_ada", "/start@lain_bot", "/MENU", "/", "/start kode-bagas",
)  # fmt: skip
SAYINGS = (
    "Memangkas waktu layanan dari tiga hari menjadi satu hari.", "kemarin", "hari ini",
    "12/08/2026", "12 Agustus 2026", "senin lalu", "besok 09.00", "besok jam 9 pagi 2 jam", "5",
    "3 hari", "1.250", "1,5", "20", "Aula lantai 2", "Budi", "wayan astuti",
    "199003032015032003", "+62 812-3456-7890", "https://contoh.go.id/bukti", "22.00-05.00",
    "21.30 - 06.00", "12/08/2026 - 15/08/2026", "tidak ada", "kode-bagas", "123456",
    "Terima kasih atas bantuan Bapak.", "-", "ya", "Orang", "menit", "senin s.d. rabu",
    "seluruh dinas", "30", "100 %", "Rp1.500.000", "Pusat", "Layanan",
)  # fmt: skip


class Actors:
    """Makes one update after another, all of one dice."""

    def __init__(self, dice: random.Random, people: tuple[int, ...] = EVERYBODY) -> None:
        self.dice = dice
        self.people = people
        self.kinds = kinds()
        self.numbers = 5000

    def next(self, update_id: int) -> Json:
        """One update; about half of them changed in one to three places."""
        dice = self.dice
        way = dice.choices(WAYS, WEIGHTS)[0]
        update = {"update_id": update_id, **way(self, dice.choice(self.people))}
        if dice.random() < 0.5:
            update = mutated(dice, update, dice.choice((1, 1, 1, 2, 3)))
        if dice.random() < 0.01:
            update["update_id"] = max(1, update_id - dice.randrange(1, 50))
        return update

    def number(self) -> int:
        self.numbers += 1
        return self.numbers

    def user(self, who: int) -> Json:
        return {"id": who, "is_bot": False, "first_name": "Orang", "language_code": "id"}

    def message(self, who: int, **more: Any) -> Json:
        return {
            "message_id": self.number(),
            "date": 1786503600 + self.dice.randrange(86400),
            "chat": {"id": who, "type": "private", "first_name": "Orang"},
            "from": self.user(who),
            **more,
        }

    def text(self) -> str:
        dice = self.dice
        said = dice.choice(SAYINGS if dice.random() < 0.7 else TEXTS)
        return said if dice.random() < 0.9 else said + dice.choice(TEXTS)

    def attachment(self) -> Json:
        name = self.dice.choice(SENT)
        thing = example(self.dice, self.model("message", name)) if name != "photo" else None
        more: Json = {name: thing} if thing else {"photo": [self.photo() for _ in "12"]}
        if self.dice.random() < 0.4:
            more["caption"] = self.text()
        if self.dice.random() < 0.3:
            more["media_group_id"] = self.dice.choice("ab")
        return more

    def photo(self) -> Json:
        key = self.dice.choice("pqrstu")
        return {"file_id": f"f-{key}", "file_unique_id": key, "width": 9, "height": 9,
                "file_size": self.dice.choice((0, 5000, 2**31, 10**8))}  # fmt: skip

    def model(self, kind: str, field: str) -> type[BaseModel]:
        annotation = self.kinds[kind].model_fields[field].annotation
        return next(one for one in annotation.__args__ if isinstance(one, type))  # type: ignore[union-attr]


SENT = ("photo", "document", "video", "audio", "voice", "location", "sticker", "dice", "animation",
        "video_note", "venue", "poll", "web_app_data", "story", "contact")  # fmt: skip


def command(actors: Actors, who: int) -> Json:
    said = actors.dice.choice(COMMANDS)
    if actors.dice.random() < 0.2:
        said += f" {actors.text()}"
    return {"message": actors.message(who, text=said)}


def saying(actors: Actors, who: int) -> Json:
    return {"message": actors.message(who, text=actors.text())}


def press(actors: Actors, who: int) -> Json:
    """A button of the phone itself, or one changed, or another person's."""
    dice = actors.dice
    data = f"{PRESS}{dice.randrange(1 << 16)}"
    if (odd := dice.random()) < 0.1:
        data += f":{dice.randrange(1, 1 << 16)}"
    elif odd < 0.15:
        data = dice.choice((*TEXTS, "r.home.menu", "a.x.0.y", "r.achievements.card/42.AAAAAAAA"))
    query: Json = {
        "id": f"{who}-{actors.number()}", "from": actors.user(who), "chat_instance": "1",
        "data": data, "message": actors.message(who, text="Surat"),
    }  # fmt: skip
    if odd > 0.95:
        chat = {"id": who, "type": "private"}
        query["message"] = {"chat": chat, "message_id": actors.number(), "date": 0}
    elif odd > 0.92:
        del query["message"]
        query["inline_message_id"] = "x"
    elif odd > 0.89:
        query["message"]["chat"] = {"id": GROUP, "type": "supergroup", "title": "Kantor"}
    elif odd > 0.86:
        query["game_short_name"] = query.pop("data")
    return {"callback_query": query}


def sending(actors: Actors, who: int) -> Json:
    return {"message": actors.message(who, **actors.attachment())}


def contact(actors: Actors, who: int) -> Json:
    dice = actors.dice
    card: Json = {"phone_number": dice.choice(("+6281234567890", "0812", "x" * 300, "", "٠٨١٢")),
            "first_name": "x"}  # fmt: skip
    if dice.random() < 0.8:
        card["user_id"] = dice.choice((who, dice.choice(EVERYBODY), dice.choice(NUMBERS)))
    return {"message": actors.message(who, contact=card)}


def forwarded(actors: Actors, who: int) -> Json:
    other = actors.user(actors.dice.choice(EVERYBODY))
    origin = {"type": "user", "date": 0, "sender_user": other}
    return {"message": actors.message(who, text=actors.text(), forward_origin=origin)}


def edited(actors: Actors, who: int) -> Json:
    """An old command or an old title, changed long after."""
    said = actors.dice.choice((actors.dice.choice(COMMANDS), actors.text()))
    return {"edited_message": actors.message(who, text=said, edit_date=1786590000)}


def elsewhere(actors: Actors, who: int) -> Json:
    """In groups and channels, as an anonymous admin, as a channel, as a bot."""
    dice = actors.dice
    where = dice.choice((GROUP, CHANNEL, who))
    kind = {GROUP: "supergroup", CHANNEL: "channel"}.get(where, "private")
    said = dice.choice((dice.choice(COMMANDS), actors.text()))
    message = actors.message(who, text=said)
    message["chat"] = {"id": where, "type": kind, "title": "Kantor"}
    match dice.randrange(5):
        case 0:
            message["from"] = {"id": ANONYMOUS, "is_bot": True, "first_name": "Group"}
            message["sender_chat"] = {"id": GROUP, "type": "supergroup", "title": "Kantor"}
        case 1:
            message["from"] = {"id": LINKED, "is_bot": True, "first_name": "Channel"}
        case 2:
            message["from"] = {"id": TELEGRAM, "is_bot": False, "first_name": "Telegram"}
        case 3:
            message.pop("from")
        case _:
            message["via_bot"] = {"id": 7, "is_bot": True, "first_name": "bot"}
    name = "channel_post" if kind == "channel" else "message"
    return {name: message}


def deep(actors: Actors, who: int) -> Json:
    answered = nested(actors.dice.choice((1, 2, 6)), actors.message(who, text="x"))
    return {"message": actors.message(who, text=actors.text(), reply_to_message=answered)}


def comes_and_goes(actors: Actors, who: int) -> Json:
    bot = {"id": 42, "is_bot": True, "first_name": "Teladan"}
    old, new = actors.dice.choice((("member", "kicked"), ("kicked", "member"), ("left", "member")))
    moved = {
        "chat": {"id": who, "type": "private"}, "from": actors.user(who), "date": 0,
        "old_chat_member": {"status": old, "user": bot, "until_date": 0},
        "new_chat_member": {"status": new, "user": bot, "until_date": 0},
    }  # fmt: skip
    if actors.dice.random() < 0.3:
        moved["chat"] = {"id": GROUP, "type": "supergroup", "title": "Kantor"}
    return {"my_chat_member": moved}


def any_kind(actors: Actors, who: int) -> Json:
    """Any kind that aiogram knows, from a real person in most cases."""
    name = actors.dice.choice(list(actors.kinds))
    event = example(actors.dice, actors.kinds[name])
    if actors.dice.random() < 0.8:
        for key in ("from", "user"):
            if key in event:
                event[key] = actors.user(who)
        if "chat" in event:
            event["chat"] = {"id": who, "type": "private"}
    if actors.dice.random() < 0.3 and name == "message":
        event["text"] = word(actors.dice)
    return {name: event}


Way = Callable[[Actors, int], Json]
SHARES: dict[Way, int] = {
    press: 22,
    saying: 14,
    command: 4,
    sending: 8,
    any_kind: 30,
    elsewhere: 8,
    edited: 5,
    forwarded: 2,
    contact: 3,
    deep: 1,
    comes_and_goes: 3,
}
WAYS, WEIGHTS = tuple(SHARES), tuple(SHARES.values())
