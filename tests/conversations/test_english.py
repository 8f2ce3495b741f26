"""English as the second language: chosen in /pengaturan, from that screen on, also in letters."""

from __future__ import annotations

import copy
import pickle
import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from aiogram.methods import SetMyCommands

from bot.actions import preferences
from bot.actions.me import read_me
from bot.actions.refusals import Refused
from bot.rules.surveys import codes
from bot.texts import words
from bot.texts.language import (
    Language,
    Later,
    _,
    _translations,
    in_language,
    ngettext,
    on_paper,
    speaking,
)
from bot.texts.surveys import figures
from tests.authority.english import left_over
from tests.cast import Cast
from tests.citizens import CODE, citizen, found
from tests.conftest import NOW
from tests.conversations.telling import sends
from tests.kit import Bubble
from tests.post import deliver


async def test_the_choice_holds_from_the_same_screen_on_and_leads_back(cast: Cast) -> None:
    await cast.sari.says("/pengaturan")
    screen = await cast.sari.taps("English")
    assert "Quiet hours" in screen
    assert "Language: <b>English</b>" in screen
    assert "17:00–07:30" in screen
    assert cast.sari.toasts[-1].startswith("I will write in English.")
    assert "Good day" in await cast.sari.says("/menu")
    assert "Good day" not in await cast.budi.says("/menu")
    await cast.sari.says("/pengaturan")
    screen = await cast.sari.taps("Bahasa Indonesia")
    assert "Jam tenang" in screen
    assert cast.sari.toasts[-1] == "Saya akan menulis dalam bahasa Indonesia."


async def test_the_phone_lists_the_commands_anew(cast: Cast) -> None:
    await cast.sari.says("/menu")
    await cast.sari.says("/pengaturan")
    await cast.sari.taps("English")
    await cast.sari.says("/menu")
    calls = cast.sari.office.telegram.calls
    listed = [call.commands for call in calls if isinstance(call, SetMyCommands)]
    each = [{one.command: one.description for one in commands} for commands in listed]
    assert len(each) == 2
    assert each[0].keys() == each[1].keys()
    assert all(each[0][name] != each[1][name] for name in each[0])


async def test_letters_come_in_the_language_of_whom_they_go_to(cast: Cast) -> None:
    await cast.budi.says("/pengaturan")
    await cast.budi.taps("English")
    await sends(cast)
    await deliver(cast)
    letter = cast.budi.bubbles[-1]
    assert letter.text == "Achievements waiting for your rating: <b>1</b>."
    assert letter.keyboard[0][0][0] == "Open"


async def test_a_citizen_is_answered_in_the_language_of_the_phone(cast: Cast) -> None:
    """Every screen of the way, to the end."""
    found(cast)
    tourist = citizen(cast, 9001, "en-GB")
    seen = [await tourist.says("/start"), await tourist.says("/survei 2222222")]
    assert "not known" in seen[-1]
    seen.append(await tourist.says(f"/start {codes.argument(CODE)}"))
    assert tourist.sees("Without a visit ticket")
    seen.append(await tourist.taps("Start"))
    for _step in range(9):
        seen.append(await tourist.taps("4 "))
    seen += [await tourist.says("Friendly staff."), await tourist.taps("Send")]
    assert tourist.sees("Thank you")
    seen.append(await tourist.says("12-7KQ2-M9XD-4TRW-0HZB"))
    shown = [Bubble(0, 9001, one, []) for one in seen]
    assert list(left_over([*shown, *tourist.bubbles])) == []
    assert "Selamat datang" in await citizen(cast, 9002, "nl").says("/start")


def test_no_other_language_is_taken(cast: Cast) -> None:
    with cast.database.transaction() as session:
        me = read_me(session, 101, NOW)
        assert me is not None
        with pytest.raises(Refused):
            preferences.set_language(session, me, "nl")


def test_a_text_made_before_anybody_reads_is_written_for_whoever_does() -> None:
    label = _("Send")
    assert isinstance(label, Later)
    assert f"{label}, {label:>6}, {{}}".format(label) == "Kirim,  Kirim, Kirim"
    with speaking(Language.ENGLISH):
        assert f"{label}, {label:>6}, {{}}".format(label) == "Send,   Send, Send"
        assert "> " + label + "!" == "> Send!"
        assert (len(label), label[0], label.upper()) == (4, "S", "SEND")
        assert on_paper(str)(label) == "Kirim"
        with speaking(Language.INDONESIAN):
            assert str(label) == "Kirim"
        assert str(label) == "Send"
        assert type(_("Send")) is str
    assert in_language(Language.ENGLISH, str)(label) == "Send"
    for same in (copy.deepcopy(label), pickle.loads(pickle.dumps(label))):
        assert in_language(Language.ENGLISH, str)(same) == "Send"


def test_sentences_name_buttons_as_english_readers_see_them() -> None:
    catalogue = vars(_translations[Language.INDONESIAN])["_catalog"]
    said = {one if isinstance(one, str) else one[0] for one in catalogue}
    named = [
        (name, one)
        for one in said
        for name in re.findall(r"\b[Pp]ress “?(?:<b>)?([A-Z][A-Za-z' ]*)", one)
    ]
    assert len(named) > 30
    wrong = [(name, one) for name, one in named if not _begins_with(name.split(), said)]
    assert wrong == []


def _begins_with(words_of_it: list[str], labels: set[str]) -> bool:
    """Whether the first words of a name are a label of ours."""
    return any(" ".join(words_of_it[:many]) in labels for many in range(1, len(words_of_it) + 1))


def test_dates_times_and_numbers_follow_the_reader() -> None:
    moment = datetime(2026, 12, 1, 9, 5, tzinfo=UTC)
    numbers = (Decimal("1286.67"), 12000)
    with speaking(Language.ENGLISH):
        assert words.day(moment.date()) == "Tuesday, 1 December 2026"
        assert words.clock(moment) == "09:05"
        assert [words.number(one) for one in numbers] == ["1,286.67", "12,000"]
        assert ngettext("{n} day", "{n} days", 1) == "{n} day"
        assert ngettext("{n} day", "{n} days", 2) == "{n} days"
        assert [figures.answers(one) for one in (0, 1, 2)] == [
            "0 answers",
            "1 answer",
            "2 answers",
        ]
    with speaking(Language.INDONESIAN):
        assert words.day(date(2026, 12, 1)) == "Selasa, 1 Desember 2026"
        assert words.clock(moment) == "09.05"
        assert [figures.answers(one) for one in (1, 2)] == ["1 jawaban", "2 jawaban"]
        assert [words.number(one) for one in numbers] == ["1.286,67", "12.000"]
