"""A missing or malformed setting stops the start with one clear sentence per fault."""

from __future__ import annotations

import pytest

from bot.settings import SettingsRefused, read_settings

GOOD = {"BOT_TOKEN": "123456:abc", "SECRET_KEY": "x" * 32}


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    for name in ("BOT_TOKEN", "SECRET_KEY", "DATABASE_URL", "WEBHOOK_URL", "PORT", "CLOCK_URL"):
        monkeypatch.delenv(name, raising=False)


def given(monkeypatch: pytest.MonkeyPatch, **settings: str) -> None:
    for name, value in {**GOOD, **settings}.items():
        monkeypatch.setenv(name, value)


def test_good_settings_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, TELEGRAM_API="http://127.0.0.1:8080/", PORT="9000")
    settings = read_settings()
    assert settings.telegram_api == "http://127.0.0.1:8080"
    assert settings.port == 9000
    assert "abc" not in repr(settings)


def test_each_missing_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsRefused) as refusal:
        read_settings()
    assert [sentence.split()[0] for sentence in refusal.value.sentences] == [
        "BOT_TOKEN",
        "SECRET_KEY",
    ]


def test_what_belongs_together_is_told_beside_every_other_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given(
        monkeypatch, SECRET_KEY="short", WEBHOOK_URL="bot.example", PORT="70000",
        CLOCK_URL="http://127.0.0.1:1/sim/clock",
    )  # fmt: skip
    with pytest.raises(SettingsRefused) as refusal:
        read_settings()
    assert [sentence.split(":")[0].split()[0] for sentence in refusal.value.sentences] == [
        "SECRET_KEY", "WEBHOOK_URL", "WEBHOOK_SECRET", "PORT", "CLOCK_URL",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("BOT_TOKEN", "hello", "@BotFather"),
        ("SECRET_KEY", "short", "32"),
        ("DATABASE_URL", "mysql://x/y", "sqlite:///"),
        ("DATABASE_URL", "::::", "sqlite:///"),
        ("TELEGRAM_API", "telegram", "alamat web"),
        ("TIMEZONE", "Mars/Phobos", "zona waktu"),
        ("PORT", "many", "PORT"),
        ("PORT", "70000", "65535"),
        ("LOG_LEVEL", "LOUD", "DEBUG"),
        ("ALARM_CHAT", "abc", "ALARM_CHAT"),
        ("WEBHOOK_URL", "https://bot.example", "WEBHOOK_SECRET"),
        ("WEBHOOK_SECRET", "rahasia kantor!", "256"),
        ("CLOCK_URL", "http://127.0.0.1:1/sim/clock", "demo"),
    ],
)
def test_each_fault_has_one_clear_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, part: str
) -> None:
    given(monkeypatch, **{name: value})
    with pytest.raises(SettingsRefused) as refusal:
        read_settings()
    [sentence] = refusal.value.sentences
    assert part in sentence
    assert value not in sentence or name in {"PORT", "ALARM_CHAT"}
