"""Spellings: from what people type to the few words the rest understands."""

import re

from bot.rules.phrases.english import in_indonesian

_ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan"
ONES = {word: number for number, word in enumerate(_ONES.split())}
_SPELLINGS = {
    "jum'at": "jumat",
    "jum at": "jumat",
    "jumaat": "jumat",
    "hari minggu": "ahad",
    "jum": "jumat",
    "sen": "senin",
    "sel": "selasa",
    "rab": "rabu",
    "kam": "kamis",
    "sab": "sabtu",
    "pk": "jam",
    "pkl": "jam",
    "pukul": "jam",
    "jm": "jam",
    "tgl": "tanggal",
    "bsk": "besok",
    "bsok": "besok",
    "besuk": "besok",
    "esok": "besok",
    "kmrn": "kemarin",
    "kemaren": "kemarin",
    "kmaren": "kemarin",
    "skrg": "sekarang",
    "skr": "sekarang",
    "dpn": "depan",
    "hr": "hari",
    "mgg": "minggu",
    "mggu": "minggu",
    "bln": "bulan",
    "thn": "tahun",
    "th": "tahun",
    "mnt": "menit",
    "pekan": "minggu",
    "sepekan": "1 minggu",
    "hari ini": "harini",
    "pertengahan": "tengah",
    "tengah hari": "jam 12 siang",
    "tengah malam": "jam 12 malam",
    "dini hari": "dini",
    "subuh": "dini",
    "petang": "sore",
    "semalam": "kemarin malam",
    "tadi malam": "kemarin malam",
    "tadi pagi": "pagi ini",
    "tadi siang": "siang ini",
    "nanti siang": "siang ini",
    "nanti sore": "sore ini",
    "nanti malam": "malam ini",
    "malam minggu": "sabtu malam",
    "malam senin": "ahad malam",
    "malam selasa": "senin malam",
    "malam rabu": "selasa malam",
    "malam kamis": "rabu malam",
    "malam jumat": "kamis malam",
    "malam sabtu": "jumat malam",
    "yang akan datang": "mendatang",
    "akan datang": "mendatang",
    "yad": "mendatang",
    "yang lalu": "lalu",
    "yg lalu": "lalu",
    "lebih": "lewat",
    "ke depan": "lagi",
    "kedepan": "lagi",
    "dari sekarang": "lagi",
    "dari harini": "lagi",
    "seperempat": "15 menit",
    "triwulan": "tw",
    "kuartal": "tw",
    "januari": "jan",
    "februari": "feb",
    "pebruari": "feb",
    "maret": "mar",
    "april": "apr",
    "juni": "jun",
    "juli": "jul",
    "agustus": "agu",
    "agt": "agu",
    "ags": "agu",
    "agust": "agu",
    "september": "sep",
    "sept": "sep",
    "oktober": "okt",
    "november": "nov",
    "nop": "nov",
    "nopember": "nov",
    "desember": "des",
}
MONTHS = "jan feb mar apr mei jun jul agu sep okt nov des".split()  # noqa: SIM905
WEEKDAYS = "senin selasa rabu kamis jumat sabtu ahad".split()  # noqa: SIM905
_UNITS = "hari|minggu|bulan|tahun|jam|menit"
_SPELLING = re.compile(
    r"(?<![\w'])("
    + "|".join(map(re.escape, sorted(_SPELLINGS, key=len, reverse=True)))
    + r")(?!\w)"
)
_NUMBER_WORD = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(ONES)}) puluh(?: (?P<after>{'|'.join(ONES)}))?"
    rf"|(?P<teens>{'|'.join(ONES)}) belas|(?P<one>{'|'.join(ONES)})"
    r"|(?P<ten>sepuluh)|(?P<eleven>sebelas))\b"
)


def spelled(text: str) -> str:
    """Lower case, one spelling a word, digits for number words, no fillers."""
    plain = in_indonesian(re.sub(r"[\u2018\u2019`]", "'", " ".join(text.lower().split())))
    plain = re.sub(r"(?<=\d)t(?=\d)", " ", plain)
    plain = re.sub(r"[,;!?()]|\.(?!\d)", " ", plain)
    plain = re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])\.?(?=\d)", " ", plain)
    plain = " ".join(plain.split())
    previous = ""
    while plain != previous:
        previous, plain = plain, _SPELLING.sub(lambda found: _SPELLINGS[found[1]], plain)
    plain = re.sub(rf"\bhari (?=({'|'.join(WEEKDAYS)})\b)", "", plain)
    plain = _NUMBER_WORD.sub(_number, plain)
    plain = re.sub(rf"\bse({_UNITS})\b", r"1 \1", plain)
    plain = re.sub(r"\b(nanti|tadi|pada|di|ya|dong|deh|aja|saja|sekitar|insyaallah)\b", " ", plain)
    return " ".join(plain.split())


def _number(found: re.Match[str]) -> str:
    if found["tens"]:
        return str(ONES[found["tens"]] * 10 + ONES.get(found["after"] or "", 0))
    if found["teens"]:
        return str(10 + ONES[found["teens"]])
    if found["one"]:
        return str(ONES[found["one"]])
    return "10" if found["ten"] else "11"
