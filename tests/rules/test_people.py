"""Names: address, titles, search keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.people import Honorific, Sex, full_name, honorific, search_key, strip_titles


def test_address_follows_sex() -> None:
    assert honorific(Sex.MAN) is Honorific.BAPAK
    assert honorific(Sex.WOMAN) is Honorific.IBU


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("Siti Aminah", "Dra.", "M.Si."), "Dra. Siti Aminah, M.Si."),
        (("Siti Aminah",), "Siti Aminah"),
        (("Budi  Santoso", "", "S.Kom., M.T."), "Budi Santoso, S.Kom., M.T."),
        (("Budi", "Dr. H.", ", S.H."), "Dr. H. Budi, S.H."),
    ],
)
def test_full_name(parts: tuple[str, ...], whole: str) -> None:
    assert full_name(*parts) == whole


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Dra. Siti Nurhaliza, M.Si.", "Siti Nurhaliza"),
        ("Dr. Ir. H. Budi Santoso, S.Kom., M.T.", "Budi Santoso"),
        ("Prof.Dr.H.Ahmad Dahlan", "Ahmad Dahlan"),
        ("H.M.Nur", "M.Nur"),
        ("drg. Hj. Rina Wati, Sp.KG", "Rina Wati"),
        ("Prof. Dr. Ahmad Dahlan, S.H, M.H, Ph.D.", "Ahmad Dahlan"),
        ("Nadia Oktavia, S.E., Ak., CA", "Nadia Oktavia"),
        ("Nur Aini A.Md.Keb", "Nur Aini"),
        ("Agus Salim SE, MM", "Agus Salim"),
        ("Ir Joko Purnomo ST MT", "Joko Purnomo"),
        ("A.M. Fatwa", "A.M. Fatwa"),
        ("Se Haryono", "Se Haryono"),
        ("Hj", "Hj"),
        ("Nurhaliza, Siti", "Nurhaliza Siti"),
        ("Made Wirawan, S.STP., M.AP (Cand.)", "Made Wirawan M.AP (Cand.)"),
    ],
)
def test_titles_go(name: str, bare: str) -> None:
    assert strip_titles(name) == bare


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Dra. SITI Nurhaliza, M.Si.", "siti nurhaliza"),
        ("Moch. Ma'ruf", "muhammad maruf"),
        ("Mohammad Ma’ruf, S.Ag.", "muhammad maruf"),
        ("José  da-Costa", "jose da costa"),
    ],
)
def test_search_keys(name: str, key: str) -> None:
    assert search_key(name) == key


@given(st.text(max_size=40))
def test_stripping_twice_changes_nothing_more(name: str) -> None:
    assert search_key(search_key(name)) == search_key(name)
