"""Schemes as files: what is shipped is sound, what is wrong is named with its line."""

import pytest

from bot.rules.schemes import (
    Axis,
    FaultKind,
    FormFault,
    LevelProposal,
    NumberWords,
    Problem,
    Quadrant,
    Source,
)
from bot.rules.schemes.patterns import CIRCULAR
from storage.scheme_files import SchemeRefused, default_text, read_kept, read_scheme

TEXT = default_text()


def test_the_shipped_scheme() -> None:
    scheme = read_scheme(TEXT)
    assert [i.key for i in scheme.on_axis(Axis.HASIL_KERJA)] == [
        "produktivitas",
        "kualitas_pelayanan",
        "penyelesaian_administrasi",
        "inovasi",
        "kolaborasi",
        "kepuasan_masyarakat",
    ]
    values = scheme.on_axis(Axis.PERILAKU)
    assert len(values) == 7
    assert sum(len(value.guides) for value in values) == 21
    assert len({guide for value in values for guide in value.guides}) == 21
    assert scheme.asks_peers
    assert Source.SURVEY in {s.source for s in scheme.indicator("kepuasan_masyarakat").sources}


def test_anchors_are_sentences_and_all_different() -> None:
    anchors = [anchor for i in read_scheme(TEXT).indicators for anchor in i.anchors]
    assert len(set(anchors)) == 13 * 5
    for anchor in anchors:
        assert anchor[0].isupper()
        assert anchor.endswith(".")
        assert 30 <= len(anchor) <= 110


def refused(old: str, new: str) -> tuple[Problem, ...]:
    assert old in TEXT
    with pytest.raises(SchemeRefused) as refusal:
        read_scheme(TEXT.replace(old, new, 1))
    return refusal.value.problems


def on_line(needle: str) -> int:
    return TEXT[: TEXT.index(needle)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "reason", "field"),
    [
        ("departure_gap = 2", "departure_gap = 2.5", FormFault.NOT_A_NUMBER, "departure_gap"),
        ("version = 1", 'version = "1"', FormFault.NOT_A_NUMBER, "version"),
        ("met = 90", "met = nan", FormFault.NOT_A_NUMBER, "thresholds.met"),
        ("load = 6", "load = true", FormFault.NOT_A_NUMBER, "peers.load"),
        ("2026-01-01", '"besok"', FormFault.NOT_A_DATE, "in_force_from"),
        ('formula = "2026.1"', 'formula = "x"', FormFault.NOT_ALLOWED, "formula"),
        ("quorum = 60", "qorum = 60", FormFault.UNKNOWN, "awards.qorum"),
        ('axis = "perilaku"', 'axis = "sikap"', FormFault.NOT_ALLOWED, "indicators.6.axis"),
        ("asks_peers = true", 'asks_peers = "ya"', FormFault.WRONG_TYPE, "asks_peers"),
        ("weight = 15", "weight = 16", FaultKind.AXIS_TOTAL, "indicators"),
        ("rating = 12", "rating = 30", FaultKind.CALENDAR_ORDER, "calendar"),
        ("[14, 7, 3, 1]", "[14, 7, 7]", FaultKind.REMINDER_DAYS, "reminders.before"),
    ],
)
def test_each_problem_is_named(
    old: str, new: str, reason: FormFault | FaultKind, field: str
) -> None:
    assert (reason, field) in {(p.reason, p.field) for p in refused(old, new)}


@pytest.mark.parametrize(
    ("old", "new", "marker"),
    [
        ('axis = "perilaku"', 'axis = "sikap"', 'axis = "perilaku"'),
        ("load = 6", "load = true", "load = 6"),
        ("[14, 7, 3, 1]", "[14, 7, 7]", "before = ["),
        ("[thresholds]", "[thresholds", "[thresholds]"),
    ],
)
def test_the_line_is_named(old: str, new: str, marker: str) -> None:
    assert refused(old, new)[0].line == on_line(marker)


def test_what_is_left_out_takes_the_default() -> None:
    assert read_scheme(TEXT.replace("opens = 0\n", "", 1)).calendar.opens == 0


def test_a_missing_field_points_at_its_table() -> None:
    key, name = on_line('key = "inovasi"'), on_line('[[categories]]\nkey = "inovasi"')
    problem = refused('name = "Inovasi"\n', "")[0]
    assert (problem.reason, problem.field) == (FormFault.MISSING, "categories.1.name")
    assert problem.line == name == key - 1


def test_all_problems_come_at_once() -> None:
    assert len(refused("met = 90\nabove = 110", "met = 110\nabove = 90\nextra = 1")) == 1
    text = TEXT.replace("met = 90", "met = 115").replace("quorum = 60", "quorum = 0")
    with pytest.raises(SchemeRefused) as refusal:
        read_scheme(text)
    assert [p.reason for p in refusal.value.problems] == [
        FaultKind.THRESHOLDS,
        FaultKind.OUT_OF_RANGE,
    ]
    assert "thresholds" in str(refusal.value)


def test_the_shipped_file_writes_out_what_holds_by_default() -> None:
    scheme = read_scheme(TEXT)
    assert scheme.quadrant == Quadrant()
    assert scheme.number_words == NumberWords()
    assert scheme.level_proposal == LevelProposal()
    assert scheme.distribution == CIRCULAR


def test_an_older_version_stays_readable_without_what_came_later() -> None:
    """Version 1 as it was first shipped has no quadrant and may lack what is asked for today."""
    start, end = TEXT.index("# Predikat dari dua"), TEXT.index("# Batas bawah Indeks Kepuasan")
    older = TEXT[:start] + TEXT[end:]
    assert read_scheme(older).quadrant == Quadrant()
    longer = older.replace('name = "Produktivitas"', f'name = "{"x" * 80}"')
    assert read_kept(longer).indicators[0].name == "x" * 80
    with pytest.raises(SchemeRefused):
        read_scheme(longer)


def test_a_problem_knows_the_name_of_its_indicator() -> None:
    problem = refused("Dokumen lengkap setelah", "x" * 111 + "Dokumen lengkap setelah")[0]
    assert (problem.reason, problem.named) == (FaultKind.TOO_LONG, "Penyelesaian administrasi")


@pytest.mark.parametrize("text", ["x = " + "[" * 20_000, "x = " + "9" * 5000, "x", "\x00"])
def test_no_text_brings_it_down(text: str) -> None:
    with pytest.raises(SchemeRefused) as refusal:
        read_scheme(text)
    assert refusal.value.problems[0].reason is FormFault.NOT_TOML


def test_numbers_beyond_reason_are_faults() -> None:
    for old, new in (("met = 90", "met = 1e300"), ("opens = 0", "opens = -999999999999")):
        assert refused(old, new)
