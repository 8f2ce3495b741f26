"""Files both ways: uploads in each library's style, downloads byte for byte, photos, albums."""

import io
import json
import random
from collections.abc import Awaitable, Callable
from typing import Any

import aiogram.types
import pytest
import telegram as ptb
from PIL import Image

from sandbox.client import Phone, Refused, Sandbox
from tests.sandbox.conftest import Wire
from tests.sandbox.voices import Aiogram, No, Ptb, Voice

pytestmark = pytest.mark.filterwarnings("ignore:Please use 'Bot")

PDF = b"%PDF-1.7\r\n" + random.Random(7).randbytes(70_000) + b"\r\n--\r\n\x00"


def picture(width: int = 1000, height: int = 700, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(out, kind)
    return out.getvalue()


async def upload(voice: Voice, content: bytes, name: str) -> tuple[str, str]:
    """Sends a document with the library's own method; answers file id and name."""
    if isinstance(voice, Aiogram):
        given = aiogram.types.BufferedInputFile(content, name)
        sent = await voice.bot.send_document(1001, given, caption="Ini <b>bukti</b>")
        assert sent.document
        return sent.document.file_id, str(sent.document.file_name)
    assert isinstance(voice, Ptb)
    message = await voice.bot.send_document(1001, content, filename=name)
    assert message.document
    return message.document.file_id, str(message.document.file_name)


async def download(voice: Voice, file_id: str) -> bytes:
    if isinstance(voice, Aiogram):
        file = await voice.bot.get_file(file_id)
        stream = await voice.bot.download_file(str(file.file_path))
        assert stream
        return stream.read()
    assert isinstance(voice, Ptb)
    return bytes(await (await voice.bot.get_file(file_id)).download_as_bytearray())


async def test_a_document_comes_back_byte_for_byte(voice: Voice, sari: Phone) -> None:
    file_id, name = await upload(voice, PDF, "Laporan Kinerja é.pdf")
    assert name == "Laporan Kinerja é.pdf"
    assert await download(voice, file_id) == PDF
    shown = (await sari.last())["file"]
    assert (shown["name"], shown["mime"], shown["size"]) == (name, "application/pdf", len(PDF))
    again = await voice.call("sendDocument", chat_id=1001, document=file_id)
    assert again["document"]["file_id"] == file_id
    with pytest.raises(No, match="type of file mismatch"):
        await voice.call("sendPhoto", chat_id=1001, photo=file_id)


async def test_a_persons_document_reaches_the_bot(voice: Voice, sari: Phone) -> None:
    await sari.sends_file(PDF, name="sk.pdf", caption="SK terbaru", wait=False)
    message = (await voice.call("getUpdates", offset=-1))[0]["message"]
    assert message["caption"] == "SK terbaru"
    document = message["document"]
    assert (document["file_name"], document["mime_type"]) == ("sk.pdf", "application/pdf")
    assert document["file_size"] == len(PDF)
    assert await download(voice, document["file_id"]) == PDF


async def test_a_persons_photo_has_sizes_and_no_name(voice: Voice, sari: Phone) -> None:
    await sari.sends_file(picture(), kind="photo", name="IMG_1.png", wait=False)
    photo = (await voice.call("getUpdates", offset=-1))[0]["message"]["photo"]
    assert [(size["width"], size["height"]) for size in photo] == [
        (90, 63),
        (320, 224),
        (800, 560),
        (1000, 700),
    ]
    content = await download(voice, photo[-1]["file_id"])
    assert content[:3] == b"\xff\xd8\xff", "recompressed as JPEG"
    assert len(content) == photo[-1]["file_size"]
    assert len({size["file_unique_id"] for size in photo}) == 4


async def test_other_kinds(voice: Voice, sari: Phone) -> None:
    await sari.sends_file(b"OggS" + b"0" * 9000, kind="voice", name="suara.ogg", wait=False)
    await sari.sends_file(b"0" * 900, kind="video", name="video.mp4", wait=False)
    spoken, shown = (u["message"] for u in await voice.call("getUpdates", offset=-2))
    assert (spoken["voice"]["duration"], spoken["voice"]["mime_type"]) == (2, "audio/ogg")
    assert (shown["video"]["mime_type"], shown["video"]["file_name"]) == ("video/mp4", "video.mp4")


async def test_an_album_is_several_updates(voice: Voice, sari: Phone) -> None:
    one, two = picture(100, 100), picture(50, 80)
    await sari.sends_file(one, two, kind="photo", caption="Foto", wait=False)
    messages = [u["message"] for u in await voice.call("getUpdates", offset=-2)]
    assert len({m["media_group_id"] for m in messages}) == 1
    assert [m.get("caption") for m in messages] == ["Foto", None]


Sender = Callable[[Any], Awaitable[Any]]


async def test_the_bot_sends_an_album(voice: Voice, sari: Phone) -> None:
    one, two = picture(100, 100), picture(50, 80)
    if isinstance(voice, Aiogram):
        files = [aiogram.types.BufferedInputFile(content, "a.png") for content in (one, two)]
        album: Any = [aiogram.types.InputMediaPhoto(media=file) for file in files]
        await voice.bot.send_media_group(1001, album)
    elif isinstance(voice, Ptb):
        await voice.bot.send_media_group(
            1001, [ptb.InputMediaPhoto(one), ptb.InputMediaPhoto(two)]
        )
    messages = (await sari.chat())[-2:]
    assert [m["kind"] for m in messages] == ["photo", "photo"]
    assert messages[0]["album"] == messages[1]["album"] is not None


PHOTO, PAPER = ({"type": kind, "media": "x"} for kind in ("photo", "document"))
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendDocument", {}, "there is no document in the request"),
    ("sendPhoto", {"photo": "attach://gone"}, "there is no photo in the request"),
    ("sendPhoto", {"photo": "https://kantor.go.id/a.jpg"}, "failed to get HTTP URL content"),
    ("sendMediaGroup", {"media": [PHOTO]}, "group can contain only from 2 to 10 media"),
    ("sendMediaGroup", {"media": [PHOTO, PAPER]},
     "media of different types can't be mixed in an album"),
    ("getFile", {"file_id": ""}, "file_id not specified"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "params", "words"), REFUSED)
async def test_refused(
    wire: Wire, sari: Phone, method: str, params: dict[str, Any], words: str
) -> None:
    answer = await wire(method, chat_id=1001, **params)
    assert answer["description"] == f"Bad Request: {words}"


async def test_limits(wire: Wire, sari: Phone, telegram: Sandbox) -> None:
    big = bytes(20 * 1024 * 1024 + 1)
    await sari.sends_file(big, name="besar.zip", wait=False)
    message = (await wire.result("getUpdates", offset=-1))[0]["message"]
    answer = await wire("getFile", file_id=message["document"]["file_id"])
    assert answer["description"] == "Bad Request: file is too big"
    with pytest.raises(Refused, match="IMAGE_PROCESS_FAILED"):
        await sari.sends_file(b"not a picture", kind="photo", wait=False)


async def test_captions_and_other_media(wire: Wire, sari: Phone) -> None:
    await sari.sends_file(PDF, name="a.pdf", wait=False)
    found = (await wire.result("getUpdates", offset=-1))[0]["message"]["document"]["file_id"]
    sent = await wire.result("sendDocument", chat_id=1001, document=found, caption="Satu")
    where = {"chat_id": 1001, "message_id": sent["message_id"]}
    assert (await wire.result("editMessageCaption", **where, caption="Dua"))["caption"] == "Dua"
    no = await wire("editMessageText", **where, text="Tiga")
    assert no["description"].endswith("there is no text in the message to edit")
    no = await wire("editMessageCaption", **where, caption="é" * 1025)
    assert no["description"].endswith("message caption is too long")
    media = json.dumps({"type": "document", "media": found, "caption": "Tiga"})
    edited = await wire.result("editMessageMedia", **where, media=media)
    assert edited["caption"] == "Tiga"
    assert edited["edit_date"]
