"""Pictures: their size, what stands in them, and that lengths and places follow the values."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import groupby

import pytest
from PIL import Image

from bot.documents import pictures, typesetting
from bot.documents.pictures import (
    Access,
    Bar,
    Distribution,
    Line,
    Nine,
    Owing,
    Radar,
    Rate,
    Row,
    Spoke,
    Spot,
    Tally,
    Trend,
    Urgency,
    Votes,
)
from tests.documents.pdf import has

LONG = "Drs. H. Ahmad Fauzan Wirawan Kusumanegara Adiningrat, M.Si., Ph.D."
NAMES = (
    "Produktivitas", "Kualitas pelayanan", "Penyelesaian administrasi", "Inovasi",
    "Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif",
    "Kolaboratif", "Pertanggungjawaban keuangan daerah",
)  # fmt: skip
KEYS = {
    "hasil_kerja": "Hasil kerja",
    "perilaku": "Perilaku",
    "expected": "100 = sesuai ekspektasi",
}


def radar(values: list[int] | None = None) -> Radar:
    values = values or [40, 60, 80, 100, 120, 96, 112, 88, 104, 72, 110, 99]
    spokes = [
        Spoke("hasil_kerja" if at < 4 else "perilaku", NAMES[at], Decimal(value), f"{value},25")
        for at, value in enumerate(values)
    ]
    return Radar("Nilai per indikator", LONG, spokes, Decimal(100), KEYS)


def trend(quarters: int = 5) -> Trend:
    names = [(f"TW {number}", "2026") for number in ("I", "II", "III", "IV", "V")][:quarters]
    series = (
        ("total", "Nilai", 61),
        ("hasil_kerja", "Hasil kerja", 48),
        ("perilaku", "Sikap", 83),
    )
    lines = [
        Line(key, name, [Decimal(base + 9 * at) for at in range(quarters)], shown)
        for key, name, base in series
        for shown in [[f"{base},0{at}" for at in range(quarters)]]
    ]
    legend = "100 = sesuai ekspektasi"
    return Trend("Perkembangan nilai", LONG, names, lines, Decimal(100), legend)


def distribution(*counts: int) -> Distribution:
    keys = ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang", "none_yet")
    bars = [
        Bar(f"Nama {key}", count, (f"{count} orang", f"({count}%)"), key)
        for key, count in zip(keys, counts or (4, 18, 3, 1, 0, 2), strict=True)
    ]
    return Distribution("Sebaran predikat", "Dinas Pelayanan", bars, ["Pola: paling banyak 70%"])


def tally(*counts: int) -> Tally:
    bars = [Votes(LONG[:60], count, (f"{count}", "(100%)")) for count in counts]
    return Tally("Jajak pendapat", LONG, bars)


def owing(rows: int = 10) -> Owing:
    listed = [
        Row(LONG, f"menilai {at} pegawai", f"lewat {at} hari", list(Urgency)[at % 3])
        for at in range(rows)
    ]
    return Owing("Yang masih ditunggu", "Triwulan IV", 17, 26, "17 dari 26", listed, "dan 5 lagi")


def nine(quarters: int = 5) -> Nine:
    spots = [
        Spot(f"TW {number} 2026", Decimal(55 + 9 * at), Decimal(84 + 7 * at))
        for at, number in enumerate(("I", "II", "III", "IV", "V")[:quarters])
    ]
    known = (Decimal(60), Decimal(98)) if spots else (Decimal(0), Decimal(100))
    return Nine(
        "Sembilan kotak", LONG, "Potensi", "Kinerja", ("rendah", "menengah", "tinggi"),
        ("di bawah", "sesuai", "di atas"), (Decimal(60), Decimal(80)), (Decimal(90), Decimal(110)),
        known, (Decimal(96), Decimal(120)), spots, "Daerah terarsir",
    )  # fmt: skip


def access() -> Access:
    rows = [Rate(f"Kelompok {at}", f"{at} dari 9", Decimal(at) / 9, at < 4) for at in range(1, 6)]
    parts = [("Jenis kelamin", rows[:2]), ("Golongan", rows[2:])]
    return Access("Kesetaraan akses belajar", LONG, parts, "Garis: empat perlima")


ALL: list[tuple[str, Callable[[], bytes]]] = [
    ("radar", lambda: pictures.radar(radar())),
    ("radar of three", lambda: pictures.radar(radar([40, 120, 100]))),
    ("radar of many", lambda: pictures.radar(radar([40, 120, 100] * 4))),
    ("trend", lambda: pictures.trend(trend())),
    ("trend of one", lambda: pictures.trend(trend(1))),
    ("distribution", lambda: pictures.distribution(distribution())),
    ("distribution of many", lambda: pictures.distribution(distribution(999, 888, 777, 1, 2, 3))),
    ("tally", lambda: pictures.tally(tally(7, 5, 0))),
    ("tally of one", lambda: pictures.tally(tally(9999))),
    ("nobody", lambda: pictures.distribution(distribution(0, 0, 0, 0, 0, 0))),
    ("nine boxes", lambda: pictures.nine(nine())),
    ("nine boxes, nothing assessed", lambda: pictures.nine(nine(0))),
    ("access", lambda: pictures.access(access())),
    ("owing", lambda: pictures.owing(owing())),
    ("nothing owed", lambda: pictures.owing(owing(0))),
]


@pytest.mark.parametrize("draw", [one for _, one in ALL], ids=[name for name, _ in ALL])
def test_a_phone_shows_it_and_a_weak_network_brings_it(draw: Callable[[], bytes]) -> None:
    made = draw()
    picture = opened(made)
    assert len(made) < 100_000
    assert (picture.format, picture.width) == ("PNG", 1080)
    assert 200 < picture.height < 2_000
    assert made == draw()


def strings(value: object) -> Iterator[str]:
    """Every text of a picture's data that is meant for eyes."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in {"key", "axis", "urgency"}:
                yield from strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("draw", [one for _, one in ALL], ids=[name for name, _ in ALL])
def test_every_word_of_it_is_drawn(
    draw: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same page as a PDF, from which words can be read back."""
    seen: list[tuple[str, dict[str, object]]] = []
    made = typesetting.png

    def watched(template: str, data: dict[str, object]) -> bytes:
        seen.append((template, data))
        return made(template, data)

    monkeypatch.setattr(typesetting, "png", watched)
    draw()
    ((template, data),) = seen
    at = datetime(2026, 11, 10, tzinfo=UTC)
    page = typesetting.pdf(template, {"data": json.dumps(data)}, at)
    said = list(strings(data))
    assert len(said) >= 4
    for text in said:
        assert has(page, text), text


def opened(made: bytes) -> Image.Image:
    return Image.open(io.BytesIO(made))


Colour = tuple[int, int, int]


def spots(picture: Image.Image, colour: Colour) -> list[list[bool]]:
    """Row by row, which pixels have nearly this colour."""
    raw, wide = picture.convert("RGB").tobytes(), picture.width
    near = [
        abs(raw[at] - colour[0]) + abs(raw[at + 1] - colour[1]) + abs(raw[at + 2] - colour[2]) < 30
        for at in range(0, len(raw), 3)
    ]
    return [near[at : at + wide] for at in range(0, len(near), wide)]


def run_of(picture: Image.Image, colour: Colour) -> int:
    """The longest row of pixels of one colour."""
    rows = spots(picture, colour)
    return max(len(list(run)) for row in rows for on, run in groupby(row) if on)


def test_bars_are_as_long_as_their_numbers() -> None:
    blue = (0, 0x72, 0xB2)
    half, whole = (
        run_of(opened(pictures.distribution(distribution(count, 20, 0, 0, 0, 0))), blue)
        for count in (10, 20)
    )
    assert whole == pytest.approx(700, abs=12)
    assert half == pytest.approx(350, abs=12)


def test_a_bar_of_what_is_done_is_as_long_as_its_share() -> None:
    green = (0, 0x9E, 0x73)
    done = Owing("Judul", "Bawah", 1, 4, "1 dari 4", [])
    assert run_of(opened(pictures.owing(done)), green) == pytest.approx(248, abs=8)


def centre_of(picture: Image.Image, colour: Colour) -> float:
    """The mean height of the pixels of one colour on the left half, above the key."""
    rows = spots(picture, colour)[: picture.height * 2 // 3]
    found = [y for y, row in enumerate(rows) for on in row[: len(row) // 2] if on]
    return sum(found) / len(found)


def test_a_higher_value_stands_higher() -> None:
    """The mark of the first quarter; the second one keeps the scale."""
    vermilion = (0xD5, 0x5E, 0)
    heights = []
    for first in (60, 80, 100):
        lines = [
            Line("total", "Nilai", [Decimal(50), Decimal(110)], ["a", "b"]),
            Line("hasil_kerja", "Hasil", [Decimal(first)] * 2, ["c", "d"]),
        ]
        shown = Trend("T", "U", [("I", "1"), ("II", "2")], lines, Decimal(100), "L")
        heights.append(centre_of(opened(pictures.trend(shown)), vermilion))
    low, middle, high = heights
    assert low - middle == pytest.approx(middle - high, abs=6)
    assert low - middle > 60


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: radar([100, 100]),
        lambda: Trend("T", "U", [], [], Decimal(100), "L"),
        lambda: owing(11),
        lambda: Trend("T", "U", [("I", "1")], [Line("total", "N", [], [])], Decimal(100), "L"),
    ],
)
def test_what_does_not_fit_is_refused(wrong: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"radar|trend|line|ten"):
        wrong()


def test_fonts_come_with_the_program() -> None:
    """Without one typst would take another that is there, and nobody would notice."""
    fonts = {file.name for file in (typesetting.ROOM / "fonts").iterdir()}
    assert {"SourceSansPro-Regular.otf", "SourceSansPro-Bold.otf", "LICENSE.txt"} <= fonts
    page = typesetting.pdf(
        "pictures/owing.typ",
        {"data": json.dumps({"title": "T", "under": "U", "done": 0, "of": 1, "summary": "S",
                             "rows": [], "more": ""})},
        datetime(2026, 11, 10, tzinfo=UTC),
    )  # fmt: skip
    assert b"SourceSansPro" in page
