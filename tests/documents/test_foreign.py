"""Signs that our fonts cannot draw do not keep anybody's paper from being made."""

from __future__ import annotations

import io
import json
from zipfile import ZipFile

import pytest

from bot.documents.personal import pack
from bot.documents.typesetting import FOREIGN
from tests.conftest import NOW
from tests.documents.pdf import has

FAMILY = "Kerja tim \U0001f469\u200d\U0001f467 selesai"


@pytest.mark.parametrize(
    "typed", [FAMILY, "漢字", "عربي", "\x7f\x85", "\x7f漢\x85", 'kutip " dan \\']
)
def test_a_copy_is_made_whatever_was_typed(typed: str) -> None:
    page = {
        "title": "Data pribadi", "made": "kini", "law": "UU", "left_out": "-", "none": "-",
        "reasons": [], "parts": [{"name": "Prestasi", "what": "-", "rows": [[["Isi", typed]]]}],
    }  # fmt: skip
    packed = ZipFile(io.BytesIO(pack(page, {"typed": typed}, NOW, {})))
    assert json.loads(packed.read("data.json"))["typed"] == typed
    assert has(packed.read("data.pdf"), "Prestasi")


def test_one_sign_stands_for_what_cannot_be_drawn() -> None:
    assert FOREIGN.sub("?", FAMILY) == "Kerja tim ? selesai"
    assert FOREIGN.sub("?", "Rp 1.000 – “baik” • naïve") == "Rp 1.000 – “baik” • naïve"
