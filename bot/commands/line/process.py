"""Commands that keep the bot running: demo, run, migrate, check, watch."""

from __future__ import annotations

import asyncio
import gc
from typing import Annotated

import typer

from bot.lean import import_aiogram


def demo(
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="ANGKA", help="Porta halaman.")
    ] = 8080,
    fresh: Annotated[bool, typer.Option("--fresh", help="Mulai dari awal lagi.")] = False,
) -> None:
    """Kotak pasir, bot, dan kantor rekaan; mencetak alamat halamannya."""
    from bot.commands.demo import demo as start

    start(port, fresh=fresh)


def run() -> None:
    """Menjalankan bot: long polling, atau webhook bila WEBHOOK_URL diisi."""
    from bot.commands.opening import open_settings

    settings = open_settings()
    # What is imported stays; looking for garbage in between costs a fifth of the start.
    gc.disable()
    import_aiogram()
    from bot.commands.run import run as start

    asyncio.run(start(settings))


def migrate() -> None:
    """Membawa basis data ke bentuk terbaru."""
    from bot.commands.migrating import migrate as bring

    bring()


def check() -> None:
    """Memeriksa pengaturan, token, basis data, dan hak tulis."""
    from bot.commands.check import check as look

    look()


def watch() -> None:
    """Melihat dari luar apakah bot berjalan; bila tidak, memberi tahu ALARM_CHAT."""
    import_aiogram()
    from bot.commands.watch import watch as look

    look()
