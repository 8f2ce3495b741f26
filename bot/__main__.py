"""The command line: `teladan …`."""

from __future__ import annotations

import asyncio
import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.lean import import_aiogram
from bot.tracebacks import traced

app = typer.Typer(
    help="Teladan: karier ASN yang adil dan terbuka, langsung dari Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


scheme_app = typer.Typer(help="Skema penilaian.", no_args_is_help=True)
app.add_typer(scheme_app, name="scheme")


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Porta halaman.")] = 8080,
    fresh: Annotated[bool, typer.Option("--fresh", help="Mulai dari awal lagi.")] = False,
) -> None:
    """Kotak pasir, bot, dan kantor rekaan; mencetak alamat halamannya."""
    from bot.commands.demo import demo as start

    start(port, fresh=fresh)


@app.command()
def run() -> None:
    """Menjalankan bot: long polling, atau webhook bila WEBHOOK_URL diisi."""
    from bot.commands.opening import open_settings

    settings = open_settings()
    # What is imported stays; looking for garbage in between costs a fifth of the start.
    gc.disable()
    import_aiogram()
    from bot.commands.run import run as start

    asyncio.run(start(settings))


@app.command()
def migrate() -> None:
    """Membawa basis data ke bentuk terbaru."""
    from bot.commands.migrating import migrate as bring

    bring()


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="Daftar pegawai, CSV atau XLSX.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Periksa saja.")] = False,
    leavers: Annotated[
        bool, typer.Option("--leavers", help="Yang tidak ada di berkas dicatat keluar.")
    ] = False,
    confirm: Annotated[
        int | None, typer.Option("--confirm", help="Berapa yang keluar, bila banyak.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", help="CSV: semua temuan, baris demi baris.")
    ] = None,
) -> None:
    """Memasukkan daftar pegawai: semua baris, atau tidak sama sekali."""
    from bot.commands.roster import import_roster

    import_roster(file, dry_run=dry_run, leavers=leavers, confirmed=confirm, paper=report)


@app.command()
def catalogue(
    file: Annotated[Path, typer.Argument(help="Katalog pelatihan, CSV atau XLSX.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Periksa saja.")] = False,
) -> None:
    """Memasukkan katalog pelatihan: semua baris, atau tidak sama sekali."""
    from bot.commands.catalogue import import_catalogue

    import_catalogue(file, dry_run=dry_run)


@app.command()
def career(
    file: Annotated[Path, typer.Argument(help="Data karier, CSV atau XLSX.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Periksa saja.")] = False,
) -> None:
    """Memasukkan data karier: semua baris, atau tidak sama sekali."""
    from bot.commands.career import import_career

    import_career(file, dry_run=dry_run)


@app.command()
def export(
    kind: Annotated[
        str,
        typer.Argument(
            help="pegawai, hasil, partisipasi, penghargaan, jp, kehadiran, atau daftar-hubungi."
        ),
    ],
    file: Annotated[Path, typer.Argument(help="Berkas baru: .xlsx, .csv, atau .pdf.")],
    purpose: Annotated[str, typer.Option("--purpose", help="Untuk apa; dicatat.")],
    year: Annotated[int, typer.Option("--year", help="Tahun; bawaan tahun ini.")] = 0,
    quarter: Annotated[int, typer.Option("--quarter", help="Triwulan, untuk hasil.")] = 1,
) -> None:
    """Mengunduh data dengan NIP tersamar; tujuan dan pengambilnya tercatat di jejak audit."""
    from bot.commands.exporting import export as write

    write(kind, file, purpose=purpose, year=year, quarter=quarter)


@app.command()
def survey(
    file: Annotated[Path, typer.Argument(help="Jawaban survei kepuasan, CSV atau XLSX.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Periksa saja.")] = False,
) -> None:
    """Memasukkan survei kepuasan masyarakat yang lama: semua baris, atau tidak sama sekali."""
    from bot.commands.survey import import_survey

    import_survey(file, dry_run=dry_run)


@app.command()
def invite(nip: Annotated[str, typer.Argument(help="NIP, 18 angka.")]) -> None:
    """Mencetak tautan undangan sekali pakai untuk seorang pegawai."""
    from bot.commands.roster import invite as make

    make(nip)


@app.command()
def approve(nip: Annotated[str, typer.Argument(help="NIP, 18 angka.")]) -> None:
    """Bukti kedua dari operator untuk pengaitan akun yang menunggu."""
    from bot.commands.roster import approve as accept

    accept(nip)


@app.command(name="reset-code")
def reset_code(nip: Annotated[str, typer.Argument(help="NIP, 18 angka.")]) -> None:
    """Mengatur ulang kode pengaman pegawai yang ponselnya hilang; tercatat di jejak audit."""
    from bot.commands.roster import reset_code as reset

    reset(nip)


@app.command()
def check() -> None:
    """Memeriksa pengaturan, token, basis data, dan hak tulis."""
    from bot.commands.check import check as look

    look()


@app.command()
def backup(folder: Annotated[Path, typer.Argument(help="Folder baru.")]) -> None:
    """Salinan utuh basis data beserta bukti dukung."""
    from bot.commands.backup import backup as copy

    copy(folder)


@app.command()
def restore(
    folder: Annotated[Path, typer.Argument(help="Folder cadangan.")],
    erasures: Annotated[
        Path | None, typer.Option("--erasures", help="Folder dengan daftar penghapusan terbaru.")
    ] = None,
) -> None:
    """Mengembalikan cadangan ke basis data yang kosong; yang sudah dihapus dihapus lagi."""
    from bot.commands.backup import restore as bring_back

    bring_back(folder, erasures)


@app.command()
def verify(
    anchor: Annotated[
        list[str] | None, typer.Option("--anchor", help="Kode jangkar; boleh lebih dari satu.")
    ] = None,
) -> None:
    """Memeriksa keutuhan jejak audit tanpa hak tulis; kode keluar 0 utuh, 1 rusak."""
    from bot.commands.verify import verify as walk

    walk(anchor or [])


@app.command()
def watch() -> None:
    """Melihat dari luar apakah bot berjalan; bila tidak, memberi tahu ALARM_CHAT."""
    import_aiogram()
    from bot.commands.watch import watch as look

    look()


@scheme_app.callback()
def scheme() -> None:
    """Skema penilaian: indikator, bobot, kalender, dan seterusnya."""


@scheme_app.command(name="check")
def scheme_check(file: Annotated[Path, typer.Argument(help="Skema, TOML.")]) -> None:
    """Memeriksa berkas skema: semua kesalahannya dengan barisnya; kode keluar 2 bila ada."""
    from bot.commands.scheme import check as look

    look(file)


def main() -> None:
    """The entry of the command `teladan`. A fault says where it was, not what it held."""
    try:
        app()
    except Exception as fault:
        sys.stderr.write(f"{traced(fault)}\n")
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
