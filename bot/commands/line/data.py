"""Commands that take data in or hand it out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def import_(
    file: Annotated[Path, typer.Argument(metavar="BERKAS", help="Daftar pegawai, CSV atau XLSX.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Periksa saja.")] = False,
    leavers: Annotated[
        bool, typer.Option("--leavers", help="Yang tidak ada di berkas dicatat keluar.")
    ] = False,
    confirm: Annotated[
        int | None,
        typer.Option("--confirm", metavar="ANGKA", help="Berapa yang keluar, bila banyak."),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="BERKAS", help="CSV: semua temuan, baris demi baris."),
    ] = None,
) -> None:
    """Memasukkan daftar pegawai: semua baris, atau tidak sama sekali."""
    from bot.commands.roster import import_roster

    import_roster(file, dry_run=dry_run, leavers=leavers, confirmed=confirm, paper=report)


def catalogue(
    file: Annotated[
        Path, typer.Argument(metavar="BERKAS", help="Katalog pelatihan, CSV atau XLSX.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Periksa saja.")] = False,
) -> None:
    """Memasukkan katalog pelatihan: semua baris, atau tidak sama sekali."""
    from bot.commands.catalogue import import_catalogue

    import_catalogue(file, dry_run=dry_run)


def career(
    file: Annotated[Path, typer.Argument(metavar="BERKAS", help="Data karier, CSV atau XLSX.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Periksa saja.")] = False,
) -> None:
    """Memasukkan data karier: semua baris, atau tidak sama sekali."""
    from bot.commands.career import import_career

    import_career(file, dry_run=dry_run)


def export(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="JENIS",
            help="pegawai, hasil, partisipasi, penghargaan, jp, kehadiran, atau daftar-hubungi.",
        ),
    ],
    file: Annotated[
        Path, typer.Argument(metavar="BERKAS", help="Berkas baru: .xlsx, .csv, atau .pdf.")
    ],
    purpose: Annotated[str, typer.Option("--purpose", metavar='"…"', help="Untuk apa; dicatat.")],
    year: Annotated[
        int, typer.Option("--year", metavar="TAHUN", help="Tahun; bawaan tahun ini.")
    ] = 0,
    quarter: Annotated[
        int, typer.Option("--quarter", metavar="ANGKA", help="Triwulan, untuk hasil.")
    ] = 1,
) -> None:
    """Mengunduh data dengan NIP tersamar; tujuan dan pengambilnya tercatat di jejak audit."""
    from bot.commands.exporting import export as write

    write(kind, file, purpose=purpose, year=year, quarter=quarter)


def survey(
    file: Annotated[
        Path, typer.Argument(metavar="BERKAS", help="Jawaban survei kepuasan, CSV atau XLSX.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Periksa saja.")] = False,
) -> None:
    """Memasukkan survei kepuasan masyarakat yang lama: semua baris, atau tidak sama sekali."""
    from bot.commands.survey import import_survey

    import_survey(file, dry_run=dry_run)
