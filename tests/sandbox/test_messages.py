"""Sending, editing, deleting, copying: what the bot gets back and what the phone shows."""

import pytest

from sandbox.client import Phone, Refused, Sandbox
from tests.sandbox.conftest import Wire
from tests.sandbox.voices import No, Voice

pytestmark = pytest.mark.filterwarnings("ignore:Please use 'Bot")

KEY = {"inline_keyboard": [[{"text": "Kirim", "callback_data": "send"}]]}


async def test_entities_count_in_utf16(voice: Voice, sari: Phone) -> None:
    sent = await voice.call(
        "sendMessage", chat_id=1001, text="👩‍🔧 <b>Sari 🎉</b> &lt;ok&gt; /menu", parse_mode="HTML"
    )
    assert sent["text"] == "👩‍🔧 Sari 🎉 <ok> /menu"
    found = [(e["type"], e["offset"], e["length"]) for e in sent["entities"]]
    assert found == [("bold", 6, 7), ("bot_command", 19, 5)]
    html = (await sari.last())["html"]
    assert html.startswith("👩‍🔧 <b>Sari 🎉</b> &lt;ok&gt; <a class=")


async def test_length_counts_characters_not_units(voice: Voice, sari: Phone) -> None:
    sent = await voice.call("sendMessage", chat_id=1001, text="🎉" * 4096)
    assert len(sent["text"]) == 4096
    with pytest.raises(No, match="message is too long"):
        await voice.call("sendMessage", chat_id=1001, text="🎉" * 4097)


async def test_a_command_arrives_with_its_entity(voice: Voice, sari: Phone) -> None:
    await sari.follows("https://t.me/sandbox_bot?start=abc-DEF_1", wait=False)
    update = (await voice.call("getUpdates", offset=-1))[0]["message"]
    assert update["text"] == "/start abc-DEF_1"
    assert [(e["type"], e["offset"], e["length"]) for e in update["entities"]] == [
        ("bot_command", 0, 6)
    ]
    with pytest.raises(Refused, match="1 to 64 characters"):
        await sari.follows("t.me/sandbox_bot?start=" + "a" * 65)


async def test_ids_are_unique_across_chats(voice: Voice, sari: Phone, budi: Phone) -> None:
    ids = []
    for number in (1001, 1002, 1001, 1002):
        ids.append((await voice.call("sendMessage", chat_id=number, text="a"))["message_id"])
    assert ids == [3, 4, 5, 6]


async def test_editing_without_markup_drops_the_keyboard(voice: Voice, sari: Phone) -> None:
    sent = await voice.call("sendMessage", chat_id=1001, text="Kartu", reply_markup=KEY)
    number = sent["message_id"]
    assert (await sari.last())["keyboard"][0][0]["data"] == "send"
    same = {"chat_id": 1001, "message_id": number, "text": "Kartu", "reply_markup": KEY}
    with pytest.raises(No, match=r"^message is not modified: specified new message content and"):
        await voice.call("editMessageText", **same)
    edited = await voice.call("editMessageText", chat_id=1001, message_id=number, text="Selesai")
    assert "reply_markup" not in edited
    shown = await sari.last()
    assert (shown["text"], shown["keyboard"], shown["edited"]) == ("Selesai", [], True)


async def test_a_message_with_a_reply_keyboard_stays(voice: Voice, sari: Phone) -> None:
    below = {"keyboard": [[{"text": "Menu"}]], "resize_keyboard": True}
    sent = await voice.call("sendMessage", chat_id=1001, text="Pilih", reply_markup=below)
    assert "reply_markup" not in sent
    with pytest.raises(No, match="message can't be edited"):
        await voice.call("editMessageText", chat_id=1001, message_id=sent["message_id"], text="b")


async def test_edits_take_inline_keyboards_only(wire: Wire, sari: Phone) -> None:
    sent = await wire.result("sendMessage", chat_id=1001, text="a")
    where = {"chat_id": 1001, "message_id": sent["message_id"], "text": "b"}
    no = await wire("editMessageText", **where, reply_markup={"keyboard": [["Menu"]]})
    assert no["description"] == "Bad Request: inline keyboard expected"


async def test_too_many_buttons_are_dropped_silently(wire: Wire, sari: Phone) -> None:
    def rows(width: int, height: int) -> dict[str, object]:
        line = [{"text": str(n), "callback_data": str(n)} for n in range(width)]
        return {"inline_keyboard": [line] * height}

    sent = await wire.result("sendMessage", chat_id=1001, text="a", reply_markup=rows(13, 1))
    assert [len(row) for row in sent["reply_markup"]["inline_keyboard"]] == [12]
    sent = await wire.result("sendMessage", chat_id=1001, text="a", reply_markup=rows(10, 31))
    assert sum(map(len, sent["reply_markup"]["inline_keyboard"])) == 300
    empty: dict[str, object] = {"inline_keyboard": [[], []]}
    sent = await wire.result("sendMessage", chat_id=1001, text="a", reply_markup=empty)
    assert "reply_markup" not in sent
    answer = await wire("sendMessage", chat_id=1001, text="a", reply_markup={"inline_keyboard": 1})
    assert answer["description"].endswith(
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    )


async def test_a_tap_is_answered_once_and_in_time(
    voice: Voice, sari: Phone, telegram: Sandbox
) -> None:
    await voice.call("sendMessage", chat_id=1001, text="Kartu", reply_markup=KEY)
    tap = await sari.taps("Kir", wait=False)
    with pytest.raises(Refused, match=r"1 taps not answered \(send\)"):
        await telegram.idle(timeout=0.05)
    query = (await voice.call("getUpdates", offset=-1))[0]["callback_query"]
    assert (query["id"], query["data"]) == (tap["callback_query_id"], "send")
    await voice.call(
        "answerCallbackQuery", callback_query_id=query["id"], text="Terkirim", show_alert=True
    )
    assert (await sari.sees_toast("Terkirim"))["alert"] is True
    late = (await sari.taps("Kirim", wait=False))["callback_query_id"]
    await telegram.clock.advance(61)
    for number in (query["id"], late):
        with pytest.raises(No, match="query is too old"):
            await voice.call("answerCallbackQuery", callback_query_id=number)


async def test_a_tap_on_a_deleted_message_is_inaccessible(wire: Wire, sari: Phone) -> None:
    sent = await wire.result("sendMessage", chat_id=1001, text="Kartu", reply_markup=KEY)
    await wire.result("deleteMessage", chat_id=1001, message_id=sent["message_id"])
    await sari.taps("Kirim", message_id=sent["message_id"], wait=False)
    query = (await wire.result("getUpdates", offset=-1))[0]["callback_query"]
    assert query["message"]["date"] == 0
    assert set(query["message"]) == {"chat", "message_id", "date"}


async def test_deleting(voice: Voice, sari: Phone, telegram: Sandbox) -> None:
    numbers = [
        (await voice.call("sendMessage", chat_id=1001, text=str(n)))["message_id"]
        for n in range(3)
    ]
    assert await voice.call("deleteMessage", chat_id=1001, message_id=1), "the person's own too"
    assert await voice.call("deleteMessages", chat_id=1001, message_ids=[numbers[0], 999])
    assert [m["text"] for m in await sari.chat()] == ["1", "2"]
    await telegram.clock.advance(hours=49)
    with pytest.raises(No, match="message can't be deleted for everyone"):
        await voice.call("deleteMessage", chat_id=1001, message_id=numbers[1])


async def test_copy_and_forward(voice: Voice, sari: Phone, budi: Phone) -> None:
    await sari.says("bukti", wait=False)
    number = (await sari.last())["message_id"]
    params = {"chat_id": 1002, "from_chat_id": 1001, "message_id": number}
    copied = await voice.call("copyMessage", **params, reply_markup=KEY)
    assert set(copied) == {"message_id"}
    forwarded = await voice.call("forwardMessage", **params)
    assert forwarded["forward_origin"]["sender_user"]["id"] == 1001
    assert [m["text"] for m in await budi.chat()][-2:] == ["bukti", "bukti"]
    secret = await voice.call("sendMessage", chat_id=1001, text="rahasia", protect_content=True)
    with pytest.raises(No, match="message can't be copied"):
        await voice.call("copyMessage", **(params | {"message_id": secret["message_id"]}))
    with pytest.raises(Refused, match="protected from forwarding"):
        await sari.forwards(secret["message_id"])
