"""Commands about schemes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def scheme() -> None:
    """Skema penilaian: indikator, bobot, kalender, dan seterusnya."""


def check(file: Annotated[Path, typer.Argument(metavar="BERKAS", help="Skema, TOML.")]) -> None:
    """Memeriksa berkas skema: semua kesalahannya dengan barisnya; kode keluar 2 bila ada."""
    from bot.commands.scheme import check as look

    look(file)
