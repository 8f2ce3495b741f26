"""The public's form bears whatever is posted to it, and keeps whole answers alone."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
from aiohttp import ClientSession, FormData
from sqlmodel import select

from bot.rules.surveys.collecting import LONGEST_COMMENT
from bot.rules.surveys.elements import ELEMENTS
from bot.web.site import build_site, serve
from bot.web.surveying import Surveying
from storage.database import Database
from storage.surveys import SurveyAnswer, SurveyComment
from tests.cast import employ
from tests.citizens import CODE, put
from tests.kit import TestClock

POSTS = int(os.environ.get("FUZZ", "5000")) // 40
NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)
FORM = "application/x-www-form-urlencoded"
ODD = (
    "",
    "0",
    "5",
    "3.0",
    "٣",
    "3 ",
    "-1",
    "9" * 5000,
    "\0",
    "\ud800x",
    "<b>&",
    "x" * 3000,
    "🙂" * 400,
)
Fields = list[tuple[str, str]]
Body = tuple[Any, dict[str, str]]


def whole(token: str) -> Fields:
    return [*((one.value, "3") for one in ELEMENTS), ("formulir", token), ("komentar", "Baik.")]


def _left_out(dice: random.Random, fields: Fields) -> Fields:
    return [one for one in fields if dice.random() < 0.8]


def _odd(dice: random.Random, fields: Fields) -> Fields:
    at = dice.randrange(len(fields))
    return [*fields[:at], (fields[at][0], dice.choice(ODD)), *fields[at + 1 :]]


def _twice(dice: random.Random, fields: Fields) -> Fields:
    return [*fields, dice.choice(fields), (dice.choice(ODD), dice.choice(ODD))]


def _shuffled(dice: random.Random, fields: Fields) -> Fields:
    return dice.sample(fields, len(fields))


SPOILT: tuple[Callable[[random.Random, Fields], Fields], ...] = (
    _left_out,
    _odd,
    _twice,
    _shuffled,
)


def body(dice: random.Random, fields: Fields) -> Body:
    """As a form, with a file among it, as bytes that are none, or too large."""
    token = dict(fields)["formulir"]
    for _ in range(dice.randrange(3)):
        fields = dice.choice(SPOILT)(dice, fields)
    sent: list[tuple[str | bytes, object]] = [
        (name.encode("utf-8", "surrogatepass"), value.encode("utf-8", "surrogatepass"))
        for name, value in fields
    ]
    match dice.randrange(6):
        case 0:
            data = FormData(whole(token))
            data.add_field("komentar", b"\x89PNG" + dice.randbytes(200), filename="a.png")
            return data, {}
        case 1:
            return dice.randbytes(dice.randrange(400)), {"Content-Type": FORM}
        case 2:
            kinds = ("multipart/form-data; boundary=x", "text/plain", f"{FORM}; charset=klingon")
            return b"--x\r\n" + dice.randbytes(60), {"Content-Type": dice.choice(kinds)}
        case 3 if dice.random() < 0.3:
            return BytesIO(b"komentar=" + b"x" * (3 << 20)), {"Content-Type": FORM}
    return BytesIO(urlencode(sent).encode()), {"Content-Type": FORM}


@pytest.mark.timeout(POSTS // 5 + 300)
async def test_the_form_bears_every_body(sqlite: Database) -> None:
    async def well() -> dict[str, Any]:
        return {"ready": True}

    dice, seconds = random.Random(11), iter(range(0, 10**9, 1000))
    with sqlite.transaction() as session:
        put(session, employ(session)[0]["Layanan"])
    page = Surveying(sqlite, TestClock(NOW), seconds=lambda: float(next(seconds)))
    runner = await serve(build_site(well, None, None, None, page.routes()), "127.0.0.1", 0)
    address, wrong, thanked = f"http://127.0.0.1:{runner.addresses[0][1]}/survei", [], 0
    try:
        async with ClientSession() as web:
            for _ in range(POSTS):
                async with web.get(f"{address}/{CODE}") as answer:
                    found = re.search(r'name="formulir" value="([^"]+)"', await answer.text())
                assert found is not None
                data, headers = body(dice, whole(found[1]))
                code = (
                    CODE
                    if dice.random() < 0.8
                    else dice.choice(("2222222", "%00", "a b", "é" * 60))
                )
                async with web.post(f"{address}/{code}", data=data, headers=headers) as answer:
                    said = await answer.text()
                    thanked += "sudah diterima" in said and 'class="good"' in said
                    if answer.status not in {200, 400, 413} or "Traceback" in said:
                        wrong.append((answer.status, code, said[:200]))
    finally:
        await runner.cleanup()
    assert wrong == []
    with sqlite.transaction() as session:
        kept = session.exec(select(SurveyAnswer)).all()
        assert len(kept) == thanked > POSTS / 10
        assert all(1 <= getattr(row, one.value) <= 4 for row in kept for one in ELEMENTS)
        for row in session.exec(select(SurveyComment)):
            assert len(row.text) <= LONGEST_COMMENT
            assert "\0" not in row.text
            assert "PNG" not in row.text
