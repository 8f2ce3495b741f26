"""Career records from a file: sentences for HR in the chat and for the operator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.rules.career.lines import COLUMNS, FURTHER
from bot.rules.career.sorts import Sort
from bot.rules.roster import Fault
from bot.texts import roster, words
from bot.texts.language import _

IMPORT = _("Import records")
TAKE_IN = _("Take in")
ANOTHER = _("Send another file")
FORGET = _("Forget the file")
TEMPLATE_NAME = "templat-data-karier.xlsx"
SHEETS = ("data karier", "petunjuk")
GUIDE_HEAD = ("jenis", "nilai", "tanggal", "sampai", "keterangan", "jalur")
GUIDE: tuple[tuple[Sort, str, str, str, str, str], ...] = (
    (Sort.RANK, "III/b", "TMT pangkat", "", "nomor SK (boleh kosong)", ""),
    (Sort.POST, "Analis Kebijakan", "TMT jabatan", "", "nomor SK (boleh kosong)", ""),
    (Sort.LEVEL, "Ahli Muda", "TMT jenjang", "", "nomor SK (boleh kosong)", ""),
    (Sort.EDUCATION, "S-1", "tanggal ijazah", "", "jurusan dan perguruan tinggi", ""),
    (Sort.CREDIT, "37,50", "per tanggal", "", "nomor PAK (boleh kosong)", ""),
    (Sort.CREDIT_AT_RANK, "50", "TMT pangkat", "", "", ""),
    (Sort.EXAM, "", "tanggal lulus", "", "", ""),
    (Sort.PREDIKAT, "Baik", "tahun, mis. 2024", "", "", ""),
    (Sort.COMPETENCE, "78", "tanggal asesmen", "", "", ""),
    (Sort.POTENTIAL, "74", "tanggal asesmen", "", "", ""),
    (Sort.QUALIFICATION, "80", "tanggal penilaian", "", "", ""),
    (Sort.INTEGRITY, "85", "tanggal penilaian", "", "", ""),
    (Sort.LIGHT, "", "hari pertama", "hari terakhir", "nomor dan perihal SK", ""),
    (Sort.MEDIUM, "", "hari pertama", "hari terakhir", "nomor dan perihal SK", ""),
    (Sort.HEAVY, "", "hari pertama", "hari terakhir", "nomor dan perihal SK", ""),
    (Sort.TRAINING, "24 JP", "hari terakhir", "", "judul pelatihan", "pelatihan, seminar, …"),
)
FAULTS: Mapping[str, str] = {
    **roster.FAULTS,
    "too_long_for": _("is longer than {detail} characters."),
    "unknown_sort": _("“{detail}” is no kind of record. The template lists them."),
    "unknown_education": _("“{detail}” is no level of education. Example: SMA, D-III, S-1."),
    "unknown_way": _("“{detail}” is no kind of learning. The template lists them."),
    "odd_figure": _("is not a number. Example: 37,50."),
    "odd_range": _("is too large for this kind of record."),
    "odd_predikat": _(
        "“{detail}” is no predicate: Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang."
    ),
    "odd_hours": _("“{detail}” is no length. Example: 24 JP or 6 hours."),
    "not_a_day": _("is not a date. Example: 30/11/2026."),
    "day_outside": _("lies before 1950 or in the future."),
    "year_outside": _("must be a year before this one."),
    "ends_outside": _("lies before the first day, or more than ten years after it."),
    "not_wanted": _("must be empty for this kind of record."),
    "ground_wanted": _("must name the decree, in 10 to 300 characters."),
    "title_wanted": _("must name the training, in 5 to 150 characters."),
    "line_twice": _("says once more what line {detail} says."),
    "nobody": _("is nobody in service whose records you keep."),
    "own": _("is your own. Another HR officer has to bring this line in."),
    "rank_differs": _("is not the rank in the list of employees, which is {detail}."),
    "level_differs": _("is not the jenjang in the list of employees, which is {detail}."),
}


def too_many(most: int, there: int) -> str:
    return _(
        "The file has {there} lines; in the chat at most {most} are taken in at once. Please "
        "split it, or ask the operator to take it in with teladan career."
    ).format(most=words.number(most), there=words.number(there))


def fault(one: Fault) -> str:
    """`Baris 7, kolom nilai: bukan angka.`; plain."""
    what = str(FAULTS[one.code]).format(detail=one.detail)
    return _("Line {line}, column {column}: {what}").format(
        line=one.line, column=one.column or "–", what=what
    )


def ask_file() -> str:
    columns = ",".join((*COLUMNS, *FURTHER))
    return _(
        "<b>Import career records</b>\n\nSend an XLSX or CSV file, one record a line, with these "
        "columns in its first line:\n<code>{columns}</code>\n\nRanks, posts, education, credit "
        "points, penalties and training: the template lists every kind. Every line is checked "
        "first; nothing is put on record before you say so."
    ).format(columns=columns)


def report(faults: Sequence[Fault], found: tuple[int, int, int, int], by_sort: Mapping[Sort, int],
           page: int, pages: int) -> str:  # fmt: skip
    """What is wrong, or what would be added: of `found` faults, new, people, known already."""
    count, new, people, there = found
    if not count:
        lines = [counts(new, people, there, done=False), *sorts(by_sort)]
        return "\n".join(words.safe(one) for one in lines)
    title = words.bold(_("{count} faults; nothing was changed").format(count=words.number(count)))
    if pages > 1:
        title += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    said = [f"• {words.safe(fault(one))}" for one in faults]
    return "\n".join([title, "", *said, "", _("Mend them in the file and send it again.")])


def counts(new: int, people: int, there: int, *, done: bool) -> str:
    """What was done, or (dry run) what would be."""
    template = (
        _("Put on record: {new} records of {people} people; {there} were there already.")
        if done
        else _("No faults. {new} records of {people} people would be added; {there} are there "
               "already.")
    )  # fmt: skip
    return template.format(
        new=words.number(new), people=words.number(people), there=words.number(there)
    )


def sorts(by_sort: Mapping[Sort, int]) -> list[str]:
    """`• pangkat: 12`, each kind of record that is new."""
    return [f"• {sort}: {words.number(count)}" for sort, count in by_sort.items()]


def faulty(count: int) -> str:
    return _(
        "{count} faults were found. Nothing was changed. Mend these and import again:"
    ).format(count=words.number(count))


def no_file(most: int) -> str:
    return _(
        "Please send the records as an XLSX or CSV file of at most {most} KB; the operator brings "
        "in larger ones."
    ).format(most=words.number(most // 1024))


def taken_in(new: int, people: int) -> str:
    return _("{new} records of {people} people were put on record.").format(
        new=words.number(new), people=words.number(people)
    )


def overtaken() -> str:
    return _("The list of employees has changed in the meantime. Please import again.")


def dropped() -> str:
    return _("The file is forgotten. Nothing was changed.")
