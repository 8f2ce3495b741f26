"""Settings from the environment or `.env`, read once; every fault in one clear sentence."""

from __future__ import annotations

import re
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.logs import FORMATS, LOGFMT
from bot.texts import settings as texts

TELEGRAM = "https://api.telegram.org"
SHORTEST_SECRET = 32
SHORTEST_TOKEN = 16
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


SECRETS = Path("/run/secrets")
"""Where containers find secrets: a file for each, named as the setting in small letters."""


class Settings(BaseSettings):
    """Names as in `.env.example`. Raises SettingsRefused through `read_settings`."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr
    telegram_api: str = TELEGRAM
    database_url: str = Field(default="sqlite:///var/teladan.db", repr=False)
    secret_key: SecretStr
    evidence_dir: Path = Path("var/evidence")
    timezone: str = "Asia/Jakarta"
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = Field(default=None, validate_default=True)
    port: int = 8081
    drain_seconds: float = Field(default=0.0, ge=0, le=300)
    public_url: str | None = None
    alarm_chat: int | None = None
    anchor_chat: int | None = None
    awards_chat: int | None = None
    signing_key_file: Path | None = None
    signing_key_passphrase: SecretStr | None = None
    office_city: str = ""
    clock_url: str | None = None
    log_level: str = "INFO"
    log_format: str = LOGFMT
    metrics_token: SecretStr | None = None

    def secrets(self) -> list[str]:
        """Everything that must never be written anywhere."""
        kept = (
            self.bot_token, self.secret_key, self.webhook_secret, self.metrics_token,
            self.signing_key_passphrase,
        )  # fmt: skip
        password = make_url(self.database_url).password
        return [
            *(one.get_secret_value() for one in kept if one),
            *([password] if password else []),
        ]

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        number, colon, secret = value.get_secret_value().partition(":")
        if not (number.isdigit() and colon and secret) or " " in secret:
            raise ValueError(texts.bad_token())
        return value

    @field_validator("secret_key")
    @classmethod
    def _secret(cls, value: SecretStr) -> SecretStr:
        if len(value.get_secret_value()) < SHORTEST_SECRET:
            raise ValueError(texts.short_secret(SHORTEST_SECRET))
        return value

    @field_validator("telegram_api", "webhook_url", "public_url", "clock_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(texts.bad_address())
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        try:
            backend = make_url(value).get_backend_name()
        except ArgumentError as fault:
            raise ValueError(texts.bad_database()) from fault
        if backend not in {"sqlite", "postgresql"}:
            raise ValueError(texts.bad_database())
        return value

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as fault:
            raise ValueError(texts.bad_zone()) from fault
        return value

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in LEVELS:
            raise ValueError(texts.not_among(LEVELS))
        return value.upper()

    @field_validator("log_format")
    @classmethod
    def _format(cls, value: str) -> str:
        if value.lower() not in FORMATS:
            raise ValueError(texts.not_among(FORMATS))
        return value.lower()

    @field_validator("metrics_token")
    @classmethod
    def _metrics(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < SHORTEST_TOKEN:
            raise ValueError(texts.short_secret(SHORTEST_TOKEN))
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _webhook(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        # An address that is itself at fault is not in `data`; it wants its secret all the same.
        if value is None and info.data.get("webhook_url", "at fault"):
            raise ValueError(texts.webhook_needs_secret())
        if value is not None and WEBHOOK_SECRET.fullmatch(value.get_secret_value()) is None:
            raise ValueError(texts.bad_webhook_secret())
        return value

    @field_validator("clock_url")
    @classmethod
    def _clock(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and not _is_loopback(info.data.get("telegram_api", TELEGRAM)):
            raise ValueError(texts.clock_only_in_demo())
        return value

    @field_validator("port")
    @classmethod
    def _port(cls, value: int) -> int:
        if not 0 <= value <= 65535:
            raise ValueError(texts.bad_port())
        return value


class SettingsRefused(Exception):
    """Settings that cannot be used; `sentences` holds one clear sentence per fault."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def read_settings() -> Settings:
    """The settings of this process. Raises SettingsRefused."""
    try:
        return Settings(_secrets_dir=SECRETS if SECRETS.is_dir() else None)
    except ValidationError as faults:
        raise SettingsRefused([_sentence(dict(fault)) for fault in faults.errors()]) from None


def _sentence(fault: dict[str, object]) -> str:
    where = fault["loc"]
    assert isinstance(where, tuple)
    name = str(where[0]).upper()
    if fault["type"] == "missing":
        return texts.missing(name)
    if fault["type"] == "value_error":
        message = str(fault["msg"]).removeprefix("Value error, ")
        return texts.named(name, message)
    return texts.malformed(name)


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
