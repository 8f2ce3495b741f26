"""Commands about copies of everything and the audit trail: backup, restore, verify."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def backup(folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder baru.")]) -> None:
    """Salinan utuh basis data beserta bukti dukung."""
    from bot.commands.backup import backup as copy

    copy(folder)


def restore(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder cadangan.")],
    erasures: Annotated[
        Path | None,
        typer.Option(
            "--erasures", metavar="FOLDER", help="Folder dengan daftar penghapusan terbaru."
        ),
    ] = None,
) -> None:
    """Mengembalikan cadangan ke basis data yang kosong; yang sudah dihapus dihapus lagi."""
    from bot.commands.backup import restore as bring_back

    bring_back(folder, erasures)


def verify(
    anchor: Annotated[
        list[str] | None,
        typer.Option("--anchor", metavar="KODE", help="Kode jangkar; boleh lebih dari satu."),
    ] = None,
) -> None:
    """Memeriksa keutuhan jejak audit tanpa hak tulis; kode keluar 0 utuh, 1 rusak."""
    from bot.commands.verify import verify as walk

    walk(anchor or [])
