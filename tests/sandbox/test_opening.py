"""Mini Apps: launch data as Telegram signs them, for buttons that the phone shows and no other."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from aiogram.utils.web_app import check_webapp_signature, safe_parse_webapp_init_data

from sandbox.client import Phone, Refused, Sandbox
from tests.sandbox.conftest import TOKEN, Wire

APP = "http://127.0.0.1:9/dasbor"
KEYS = {"inline_keyboard": [[{"text": "Buka", "web_app": {"url": APP}}]]}


async def test_launch_data_are_signed_with_the_bots_token(
    wire: Wire, sari: Phone, telegram: Sandbox
) -> None:
    await wire.result("sendMessage", chat_id=1001, text="Dasbor", reply_markup=KEYS)
    assert (await sari.taps("Buka", wait=False))["opened"] == APP
    address, _, fragment = (await sari.opens(APP, "dark")).partition("#")
    told = {name: values[0] for name, values in parse_qs(fragment).items()}
    assert address == APP
    assert '"bg_color": "#212121"' in told["tgWebAppThemeParams"]
    data = told["tgWebAppData"]
    assert check_webapp_signature(TOKEN, data)
    assert not check_webapp_signature("123456:BBanother-token", data)
    found = safe_parse_webapp_init_data(TOKEN, data)
    assert found.user is not None
    assert (found.user.id, found.user.username, found.user.last_name) == (1001, "sari_asn", "Dewi")
    assert abs(found.auth_date - await telegram.clock.now()) < timedelta(minutes=1)


async def test_only_what_the_phone_shows_is_opened(wire: Wire, sari: Phone, budi: Phone) -> None:
    sent = await wire.result("sendMessage", chat_id=1001, text="Dasbor", reply_markup=KEYS)
    for phone, url in ((sari, APP + "x"), (budi, APP), (sari, "https://contoh.go.id")):
        with pytest.raises(Refused, match="sees no button"):
            await phone.opens(url)
    with pytest.raises(Refused, match="light or dark"):
        await sari.opens(APP, "blue")
    await wire.result("deleteMessage", chat_id=1001, message_id=sent["message_id"])
    with pytest.raises(Refused, match="sees no button"):
        await sari.opens(APP)


async def test_the_menu_button_opens_its_app(wire: Wire, sari: Phone) -> None:
    button = {"type": "web_app", "text": "Dasbor", "web_app": {"url": "https://contoh.go.id/a"}}
    await wire.result("setChatMenuButton", chat_id=1001, menu_button=button)
    assert urlsplit(await sari.opens("https://contoh.go.id/a")).path == "/a"
