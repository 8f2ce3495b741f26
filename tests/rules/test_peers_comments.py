"""Comments in pieces, in an order that tells nothing, with telltale words marked."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.peers import Answer, Release, Telltale, release, sentences, shuffled, telltales
from bot.rules.schemes import PeerRules

RULES = PeerRules()
NAMES = ("Dra. Siti Aminah, M.Si.", "Moh. Yusuf", "Budi Santoso")
POSTS = ("Arsiparis Ahli Muda", "Pengelola Loket")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ramah. Cepat!", ["Ramah.", "Cepat!"]),
        ("Sering terlambat...  Tapi jujur?", ["Sering terlambat...", "Tapi jujur?"]),
        ("Berkas 3.000 lembar selesai. Rapi", ["Berkas 3.000 lembar selesai.", "Rapi"]),
        ("Bpk. Yusuf dan Dra. Siti, M.Si. tiba.", ["Bpk. Yusuf dan Dra. Siti, M.Si. tiba."]),
        ("Surat a.n. kepala rapi, dll. Bagus.", ["Surat a.n. kepala rapi, dll. Bagus."]),
        ("- rajin\n- teliti\n\n2. ramah", ["rajin", "teliti", "ramah"]),
        ("1. Rajin. 2. Teliti.", ["Rajin.", "Teliti."]),
        ("“Selalu siap.” Itu katanya.", ["“Selalu siap.”", "Itu katanya."]),
        ("", []),
        ("...", []),
    ],
)  # fmt: skip
def test_sentences(text: str, pieces: list[str]) -> None:
    assert sentences(text) == pieces


@settings(deadline=None)
@given(st.text("xyzÉ .!?…\n'”", max_size=80))
def test_no_letter_is_lost_made_or_moved(text: str) -> None:
    pieces = sentences(text)
    assert [c for part in pieces for c in part if c.isalpha()] == [c for c in text if c.isalpha()]
    assert all("\n" not in part and part == part.strip() for part in pieces)


def released(answers: list[Answer]) -> Release:
    return release(1, answers, ["kolaborasi"], RULES)


def answers(*comments: str) -> list[Answer]:
    return [Answer({"kolaborasi": 4}, comment) for comment in comments]


def test_all_sentences_come_mixed_and_replayed_by_the_seed() -> None:
    said = answers("Satu. Dua. Tiga.", "Empat. Lima.", "Enam.")
    mixed = shuffled(said, released(said), "seed")
    assert sorted(mixed) == sorted(["Satu.", "Dua.", "Tiga.", "Empat.", "Lima.", "Enam."])
    assert mixed == shuffled(said[::-1], released(said), "seed")
    assert len({shuffled(said, released(said), str(n)) for n in range(20)}) > 10


def test_neighbours_do_not_stay_neighbours() -> None:
    said = answers("Satu. Dua. Tiga.", "Empat. Lima.", "Enam.")
    orders = [shuffled(said, released(said), str(n)) for n in range(600)]
    together = sum(abs(o.index("Satu.") - o.index("Dua.")) == 1 for o in orders)
    assert 150 <= together <= 250  # a third of all orders


def test_nothing_is_told_of_two_or_of_the_late() -> None:
    few = answers("Satu.", "Dua.")
    assert shuffled(few, released(few), "seed") == ()
    three = answers("Satu.", "Dua.", "Tiga.")
    assert "Empat." not in shuffled([*three, *answers("Empat.")], released(three), "seed")


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Ramah. Cepat.", "Teliti.", ""]), min_size=3), st.randoms())
def test_the_order_of_answers_plays_no_part(comments: list[str], rng: random.Random) -> None:
    said = answers(*comments)
    mixed = shuffled(said, released(said), "seed")
    assert shuffled(rng.sample(said, len(said)), released(said), "seed") == mixed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bu Siti membantu", [("Bu", Telltale.ADDRESS), ("Siti", Telltale.NAME)]),
        ("muhammad yusuf", [("muhammad", Telltale.NAME), ("yusuf", Telltale.NAME)]),
        ("berkas budinya", [("budinya", Telltale.NAME)]),
        ("kata arsiparis itu", [("arsiparis", Telltale.POST)]),
        ("di loket", [("loket", Telltale.POST)]),
        ("hari Senin kemarin", [("Senin", Telltale.DATE), ("kemarin", Telltale.DATE)]),
        ("tanggal 12/3 dan 12-03-2026", [("12/3", Telltale.DATE), ("12-03-2026", Telltale.DATE)]),
        ("bulan Maret", [("Maret", Telltale.DATE)]),
        ("minggu lalu", [("minggu lalu", Telltale.DATE)]),
        ("tiga kali, 3.000 berkas", [("tiga", Telltale.NUMBER), ("3.000", Telltale.NUMBER)]),
        ("dua puluh ribu", [("dua", Telltale.NUMBER), ("puluh", Telltale.NUMBER),
                            ("ribu", Telltale.NUMBER)]),
        ("waktu saya cuti", [("saya", Telltale.ADDRESS)]),
        ("membantu rekan dengan sabar dan teliti", []),
        ("menyelesaikan pekerjaan sebelum tenggat", []),
    ],
)  # fmt: skip
def test_telltales(text: str, found: list[tuple[str, Telltale]]) -> None:
    marks = telltales(text, NAMES, POSTS)
    assert [(text[mark.start : mark.end], mark.kind) for mark in marks] == found


@settings(deadline=None)
@given(st.text(max_size=120))
def test_marks_stand_in_order_and_never_overlap(text: str) -> None:
    marks = telltales(text, NAMES, POSTS)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(a.end <= b.start for a, b in itertools.pairwise(marks))
