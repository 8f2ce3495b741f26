"""Commands about one person: invited, approved, a code reset."""

from __future__ import annotations

from typing import Annotated

import typer


def invite(nip: Annotated[str, typer.Argument(metavar="NIP", help="NIP, 18 angka.")]) -> None:
    """Mencetak tautan undangan sekali pakai untuk seorang pegawai."""
    from bot.commands.roster import invite as make

    make(nip)


def approve(
    nip: Annotated[str, typer.Argument(metavar="NIP", help="NIP, 18 angka.")],
    number: Annotated[
        str,
        typer.Argument(
            metavar="ANGKA", help="Angka pengenal di layar orangnya; tanyakan langsung."
        ),
    ] = "",
) -> None:
    """Bukti kedua dari operator untuk pengaitan akun yang menunggu."""
    from bot.commands.roster import approve as accept

    accept(nip, number)


def reset_code(nip: Annotated[str, typer.Argument(metavar="NIP", help="NIP, 18 angka.")]) -> None:
    """Mengatur ulang kode pengaman pegawai yang ponselnya hilang; tercatat di jejak audit."""
    from bot.commands.roster import reset_code as reset

    reset(nip)
