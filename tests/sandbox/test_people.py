"""What people do: contacts, keyboards, forwards, edits, groups."""

import aiogram.types
import pytest
import telegram as ptb

from sandbox.client import Phone, Refused, Sandbox
from sandbox.updates import KINDS
from tests.sandbox.conftest import Wire


async def newest(wire: Wire) -> dict[str, object]:
    update: dict[str, object] = (await wire.result("getUpdates", offset=-1))[0]
    return update


async def test_own_contact_and_somebody_elses(wire: Wire, sari: Phone, budi: Phone) -> None:
    await sari.shares_contact(wait=False)
    await sari.shares_contact("budi", wait=False)
    own, other = (u["message"] for u in await wire.result("getUpdates", offset=-2))
    assert own["contact"]["user_id"] == own["from"]["id"] == 1001
    assert own["contact"]["phone_number"] == "628121"
    assert (other["contact"]["user_id"], other["from"]["id"]) == (1002, 1001)


async def test_what_somebody_can_scan_is_shown_with_them(telegram: Sandbox) -> None:
    paper = {"label": "Lembar Loket 1", "link": "https://t.me/bot?start=x"}
    await telegram.person("warga", "Warga", papers=[paper])
    people = (await telegram.state())["people"]
    assert [one["papers"] for one in people if one["key"] == "warga"] == [[paper]]
    with pytest.raises(Refused, match="a paper is"):
        await telegram.person("warga", "Warga", papers=["x"])


async def test_buttons_in_place_of_the_keyboard(
    wire: Wire, sari: Phone, telegram: Sandbox
) -> None:
    rows = [["Menu"], [{"text": "Bagikan nomor", "request_contact": True}]]
    markup = {"keyboard": rows, "one_time_keyboard": True, "input_field_placeholder": "Pilih"}
    await wire.result("sendMessage", chat_id=1001, text="Pilih", reply_markup=markup)
    await sari.sees_button("Bagikan")
    await sari.taps("Menu", wait=False)
    assert (await sari.last())["text"] == "Menu"
    keyboard = (await telegram.state())["people"][0]["reply_keyboard"]
    assert keyboard["hidden"] is True, "one-time: hidden after use but still there"
    await sari.taps("Bagikan nomor", wait=False)
    assert (await sari.last())["contact"]["user_id"] == 1001
    gone = {"remove_keyboard": True}
    await wire.result("sendMessage", chat_id=1001, text="Selesai", reply_markup=gone)
    assert (await telegram.state())["people"][0]["reply_keyboard"] is None
    with pytest.raises(Refused, match="sees no button 'Menu'; there are: none"):
        await sari.taps("Menu", wait=False)
    ask = {"force_reply": True, "selective": False}
    await wire.result("sendMessage", chat_id=1001, text="Nama?", reply_markup=ask)
    assert (await telegram.state())["people"][0]["reply_keyboard"]["force_reply"] is True


async def test_newest_card_first_and_links(wire: Wire, sari: Phone, telegram: Sandbox) -> None:
    def card(*texts: str) -> dict[str, object]:
        return {"inline_keyboard": [[{"text": t, "callback_data": t} for t in texts]]}

    await wire.result("sendMessage", chat_id=1001, text="Lama", reply_markup=card("Kirim"))
    new = await wire.result(
        "sendMessage", chat_id=1001, text="Baru", reply_markup=card("Kirim semua", "4 · Sesuai")
    )
    assert (await sari.taps("Kirim", wait=False))["message_id"] == new["message_id"]
    await sari.taps("4", wait=False)
    assert (await newest(wire))["callback_query"]["data"] == "4 · Sesuai"  # type: ignore[index]
    await sari.taps(data="palsu:1", message_id=new["message_id"], wait=False)
    assert (await newest(wire))["callback_query"]["data"] == "palsu:1"  # type: ignore[index]
    links = [
        {"text": "Situs", "url": "https://kantor.go.id"},
        {"text": "Salin", "copy_text": {"text": "ABC"}},
        {"text": "Mulai", "url": "https://t.me/sandbox_bot?start=x"},
    ]
    markup = {"inline_keyboard": [links]}
    await wire.result("sendMessage", chat_id=1001, text="Tautan", reply_markup=markup)
    assert (await sari.taps("Situs", wait=False))["opened"] == "https://kantor.go.id"
    assert (await sari.taps("Salin", wait=False))["copied"] == "ABC"
    await sari.taps("Mulai", wait=False)
    assert (await sari.last())["text"] == "/start x"


async def test_forwards_edits_replies_and_places(wire: Wire, sari: Phone) -> None:
    sent = await wire.result("sendMessage", chat_id=1001, text="Undangan")
    await sari.forwards(sent["message_id"], wait=False)
    message = (await wire.result("getUpdates", offset=-1))[0]["message"]
    assert message["forward_origin"]["sender_user"]["is_bot"] is True
    said = await sari.says("salah ketik", reply_to=sent["message_id"], wait=False)
    await sari.edits(said["message_id"], "benar", wait=False)
    before, after = await wire.result("getUpdates", offset=-2)
    assert before["message"]["reply_to_message"]["text"] == "Undangan"
    assert (before["message"]["text"], after["edited_message"]["text"]) == ("salah ketik", "benar")
    await sari.shares_location(-5.14, 119.43, wait=False)
    assert (await wire.result("getUpdates", offset=-1))[0]["message"]["location"] == {
        "latitude": -5.14,
        "longitude": 119.43,
    }
    with pytest.raises(Refused, match="own messages only"):
        await sari.edits(sent["message_id"], "curang", wait=False)


async def test_a_group_has_privacy_and_can_move(
    wire: Wire, sari: Phone, budi: Phone, telegram: Sandbox
) -> None:
    group = await telegram.group("tim", ["sari", "budi"], "Tim Humas")
    kinds = [set(u) - {"update_id"} for u in await wire.result("getUpdates", offset=-2)]
    assert kinds == [{"my_chat_member"}, {"message"}]
    asked = await wire.result("sendMessage", chat_id=group["id"], text="Siapa hadir?")
    await sari.says("obrolan biasa", chat="tim", wait=False)
    await sari.says("/hadir@sandbox_bot", chat="tim", wait=False)
    await budi.says("saya", chat="tim", reply_to=asked["message_id"], wait=False)
    heard = [u["message"]["text"] for u in await wire.result("getUpdates", offset=-2)]
    assert heard == ["/hadir@sandbox_bot", "saya"]
    assert (await budi.sees("obrolan biasa"))["chat"] == "tim"
    no = await wire(
        "sendMessage",
        chat_id=group["id"],
        text="a",
        reply_markup={"keyboard": [[{"text": "Nomor", "request_contact": True}]]},
    )
    assert no["description"].endswith("phone number can be requested in private chats only")
    await telegram.group("tim", ["sari", "budi"], "Humas")
    (renamed,) = await wire.result("getUpdates", offset=-1)
    assert renamed["message"]["new_chat_title"] == "Humas"
    moved = (await telegram.upgrades("tim"))["id"]
    no = await wire("sendMessage", chat_id=group["id"], text="a")
    assert no["parameters"] == {"migrate_to_chat_id": moved}
    assert no["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert await wire.result("sendMessage", chat_id=moved, text="b")
    await telegram.ask("POST", "/groups/tim/removes_bot")
    no = await wire("sendMessage", chat_id=moved, text="c")
    assert no["description"] == "Forbidden: bot was kicked from the supergroup chat"


async def test_members_and_chats(wire: Wire, sari: Phone, telegram: Sandbox) -> None:
    group = (await telegram.group("tim", ["sari"]))["id"]
    chat = await wire.result("getChat", chat_id=1001)
    assert (chat["type"], chat["first_name"]) == ("private", "Sari")
    for who, status in ((1001, "member"), (123456, "member")):
        found = await wire.result("getChatMember", chat_id=group, user_id=who)
        assert found["status"] == status
    assert await wire.result("getChatMemberCount", chat_id=group) == 2
    assert await wire.result("leaveChat", chat_id=group)
    assert (await wire("sendMessage", chat_id=group, text="a"))["error_code"] == 403
    pinned = await wire.result("sendMessage", chat_id=1001, text="Penting")
    assert await wire.result("pinChatMessage", chat_id=1001, message_id=pinned["message_id"])
    pin = (await wire.result("getChat", chat_id=1001))["pinned_message"]
    assert pin["text"] == "Penting"


async def test_commands_by_scope(wire: Wire, sari: Phone, budi: Phone, telegram: Sandbox) -> None:
    async def menus() -> list[list[str]]:
        people = (await telegram.state())["people"]
        return [[one["command"] for one in person["commands"]] for person in people]

    def commands(*names: str) -> list[dict[str, str]]:
        return [{"command": name, "description": name} for name in names]

    await wire.result("setMyCommands", commands=[{"command": "/menu", "description": "menu"}])
    scope = {"type": "chat", "chat_id": 1002}
    await wire.result("setMyCommands", commands=commands("tim", "nilai"), scope=scope)
    assert await menus() == [["menu"], ["tim", "nilai"]]
    private = {"type": "all_private_chats"}
    await wire.result(
        "setMyCommands", commands=commands("bantuan"), scope=private, language_code="id"
    )
    assert await menus() == [["bantuan"], ["tim", "nilai"]]
    await wire.result("deleteMyCommands", scope=scope)
    assert await menus() == [["bantuan"], ["bantuan"]]
    assert await wire.result("getMyCommands") == commands("menu")
    await wire.result("setChatMenuButton", chat_id=1001, menu_button={"type": "commands"})
    await wire.result("setMyName", name="Teladan")
    assert (await wire.result("getMe"))["first_name"] == "Teladan"
    assert (await wire.result("getMyName")) == {"name": "Teladan"}


async def test_both_libraries_understand_everything_people_do(
    wire: Wire, sari: Phone, budi: Phone, telegram: Sandbox
) -> None:
    kinds = ["message_reaction", "chat_member", *(k for k in KINDS if k != "message")]
    await wire.result("getUpdates", offset=-1, allowed_updates=["message", *kinds])
    key = {"inline_keyboard": [[{"text": "Kirim", "callback_data": "x"}]]}
    sent = await wire.result("sendMessage", chat_id=1001, text="Kartu", reply_markup=key)
    number = sent["message_id"]
    said = await sari.says("/menu halo @sandbox_bot", reply_to=number, wait=False)
    await sari.edits(said["message_id"], "lain", wait=False)
    await sari.taps("Kirim", wait=False)
    await wire.result("deleteMessage", chat_id=1001, message_id=number)
    await sari.taps("x", data="x", message_id=number, wait=False)
    for kind in ("document", "voice", "video", "audio"):
        await sari.sends_file(b"isi" * 99, kind=kind, name="a.bin", caption="c", wait=False)
    await sari.shares_contact("budi", wait=False)
    await sari.shares_location(1, 2, wait=False)
    await sari.forwards(said["message_id"], wait=False)
    await sari.reacts(said["message_id"], "👍", wait=False)
    await sari.blocks(wait=False)
    await telegram.group("tim", ["sari", "budi"])
    await telegram.upgrades("tim")
    updates = await wire.result("getUpdates")
    assert len(updates) >= 17
    for update in updates:
        by_aiogram = aiogram.types.Update.model_validate(update)
        by_ptb = ptb.Update.de_json(update, None)
        assert by_aiogram.event_type in update
        assert by_ptb.to_dict().keys() >= update.keys()
