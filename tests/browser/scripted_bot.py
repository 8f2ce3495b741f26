"""A tiny bot over raw HTTP that does what the tests of the page need and nothing else."""

import threading
from collections.abc import Callable
from typing import Any

import httpx

Json = dict[str, Any]
PATIENCE = 90.0  # the first call waits for an import, which a busy machine draws out
TOKEN = "700700:scripted-bot-for-the-page"
COMMANDS = [
    {"command": "menu", "description": "Yang menunggu Anda"},
    {"command": "kontak", "description": "Bagikan nomor telepon"},
    {"command": "tautan", "description": "Tautan dalam dan luar"},
]
MENU = [
    [("Simpan", "toast"), ("Peringatan", "alert")],
    [("Ubah kartu", "edit"), ("Hapus kartu", "delete")],
]


class ScriptedBot:
    """Answers in a thread of its own; taps are answered only while `gate` is open."""

    def __init__(self, base: str) -> None:
        self.received: list[Json] = []
        self.gate = threading.Event()
        self.gate.set()
        self._stopped = threading.Event()
        self._client = httpx.Client(base_url=f"{base}/bot{TOKEN}", timeout=PATIENCE)
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> "ScriptedBot":
        self.call("getMe")
        self.call("setMyCommands", commands=COMMANDS)
        self._thread.start()
        return self

    def stop(self) -> None:
        """Ends the thread; logging out makes a hanging poll return at once."""
        self._stopped.set()
        self.gate.set()
        self.call("logOut")
        self._thread.join(timeout=10)
        self._client.close()

    def call(self, method: str, **params: Any) -> Any:
        """The whole answer of the Bot API."""
        return self._client.post(f"/{method}", json=params).json()

    def _run(self) -> None:
        offset = 0
        while not self._stopped.is_set():
            try:
                answer = self.call("getUpdates", offset=offset, timeout=5)
            except httpx.TransportError:
                self._stopped.wait(0.2)
                continue
            for update in answer.get("result", []):
                offset = update["update_id"] + 1
                self.received.append(update)
                self._handle(update)

    def _handle(self, update: Json) -> None:
        if "callback_query" in update:
            self._tapped(update["callback_query"])
        elif "message" in update:
            self._heard(update["message"])

    def _heard(self, message: Json) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        word = text.split(" ")[0]
        answers: dict[str, Callable[[], Any]] = {
            "/start": lambda: self._say(chat, f"Selamat datang. {text[7:]}".strip()),
            "/menu": lambda: self._say(chat, "<b>Menu</b> Anda", inline(MENU), parse_mode="HTML"),
            "/kontak": lambda: self._say(chat, "Nomor Anda?", CONTACT),
            "/tautan": lambda: self._links(chat),
            "/jawab": lambda: self._say(chat, "Sebutkan alasannya", {"force_reply": True}),
            "/mengetik": lambda: self.call("sendChatAction", chat_id=chat, action="typing"),
        }
        if word in answers:
            answers[word]()
        elif "contact" in message:
            own = message["contact"].get("user_id") == message["from"]["id"]
            said = "Nomor Anda diterima" if own else "Itu nomor orang lain"
            self._say(chat, said, {"remove_keyboard": True})
        elif "photo" in message:
            self._say(chat, "Foto diterima", reply_to=message["message_id"])
        elif "document" in message:
            self._say(chat, f"Dokumen diterima: {message['document']['file_name']}")
        else:
            self._say(chat, f"Anda menulis: {text}")

    def _tapped(self, query: Json) -> None:
        self.gate.wait(timeout=30)
        data, card = query["data"], query["message"]
        place = {"chat_id": card["chat"]["id"], "message_id": card["message_id"]}
        if data == "edit":
            rows = inline([[("Ubah kartu", "edit")]])
            self.call("editMessageText", **place, text="Kartu sudah diubah", reply_markup=rows)
        if data == "delete":
            self.call("deleteMessage", **place)
        words = {"toast": "Tersimpan", "alert": "Tidak dapat ditarik lagi"}.get(data, "")
        shown: Json = {"text": words, "show_alert": data == "alert"} if words else {}
        self.call("answerCallbackQuery", callback_query_id=query["id"], **shown)

    def _links(self, chat: int) -> None:
        name = self.call("getMe")["result"]["username"]
        rows = [
            [{"text": "Mulai dari tautan", "url": f"https://t.me/{name}?start=dari_tautan"}],
            [{"text": "Situs luar", "url": "https://contoh.example/halaman"}],
            [{"text": "Salin kode", "copy_text": {"text": "TLD-2291"}}],
        ]
        self._say(chat, "Tautan", {"inline_keyboard": rows})

    def _say(
        self,
        chat: int,
        text: str,
        markup: Json | None = None,
        parse_mode: str | None = None,
        reply_to: int | None = None,
    ) -> Any:
        params: Json = {"chat_id": chat, "text": text}
        if markup:
            params["reply_markup"] = markup
        if parse_mode:
            params["parse_mode"] = parse_mode
        if reply_to:
            params["reply_parameters"] = {"message_id": reply_to}
        return self.call("sendMessage", **params)


CONTACT: Json = {
    "keyboard": [[{"text": "Bagikan nomor saya", "request_contact": True}], [{"text": "Nanti"}]],
    "resize_keyboard": True,
    "input_field_placeholder": "Pilih salah satu",
}


def inline(rows: list[list[tuple[str, str]]]) -> Json:
    """An inline keyboard from labels and data."""
    return {
        "inline_keyboard": [
            [{"text": text, "callback_data": data} for text, data in row] for row in rows
        ]
    }
