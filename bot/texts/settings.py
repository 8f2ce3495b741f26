"""Sentences about settings, for whoever runs the machine."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts.language import _


def named(name: str, message: str) -> str:
    return f"{name}: {message}"


def missing(name: str) -> str:
    return _("{name} is not set. Copy .env.example to .env and fill it in.").format(name=name)


def malformed(name: str) -> str:
    return _("{name} has a value that cannot be read. See .env.example for its form.").format(
        name=name
    )


def bad_token() -> str:
    return _("is not a bot token; it looks like 123456789:AA… and comes from @BotFather.")


def short_secret(shortest: int) -> str:
    return _("needs at least {shortest} characters; make one with: openssl rand -hex 32").format(
        shortest=shortest
    )


def bad_address() -> str:
    return _("is not a web address; it begins with https:// (or http:// on this machine).")


def bad_database() -> str:
    return _("must begin with sqlite:/// or postgresql://.")


def bad_zone() -> str:
    return _("is not a time zone; use Asia/Jakarta, Asia/Makassar or Asia/Jayapura.")


def not_among(words: Sequence[str]) -> str:
    return _("must be one of {levels}.").format(levels=", ".join(words))


def bad_port() -> str:
    return _("must be a whole number from 0 to 65535.")


def webhook_needs_secret() -> str:
    return _("is obligatory when WEBHOOK_URL is set; make one with: openssl rand -hex 32")


def bad_webhook_secret() -> str:
    return _("may hold letters, digits, _ and - only, at most 256 of them.")


def clock_only_in_demo() -> str:
    return _("is for the demo only: TELEGRAM_API must then be on this machine.")
