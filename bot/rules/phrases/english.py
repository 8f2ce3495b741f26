"""English days and times, said in the Indonesian words that the rest understands."""

import re
from collections.abc import Callable

_MONTHS = {
    "january": "januari", "february": "februari", "march": "maret", "may": "mei",
    "june": "juni", "july": "juli", "august": "agustus", "aug": "agustus",
    "october": "oktober", "oct": "oktober", "december": "desember", "dec": "desember",
}  # fmt: skip
_WEEKDAYS = {
    "monday": "senin", "tuesday": "selasa", "wednesday": "rabu", "thursday": "kamis",
    "friday": "jumat", "saturday": "sabtu", "sunday": "ahad",
}  # fmt: skip
_UNITS = {"day": "hari", "week": "minggu", "month": "bulan", "year": "tahun"}
_WHICH = {"next": "depan", "last": "lalu", "this": "ini"}
_DAYS = {
    "day after tomorrow": "lusa", "day before yesterday": "kemarin dulu",
    "today": "hari ini", "tomorrow": "besok", "yesterday": "kemarin",
}  # fmt: skip
_SHARED = "jan|feb|mar|apr|april|jun|jul|sep|sept|september|nov|november"
"""In Indonesian a number behind these is a year: `april 26`."""
_MONTH = "|".join(_MONTHS)
_UNIT, _WEEKDAY = "|".join(_UNITS), "|".join(_WEEKDAYS)


def _clock(found: re.Match[str]) -> str:
    hour = int(found["hour"]) % 12 + (12 if found["half"] == "pm" else 0)
    return f"jam {hour:02}.{found['minute'] or '00'}"


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\d)(?:st|nd|rd|th)\b"), lambda _: ""),
    (re.compile(r"\b(?:at |on )?(?:the )?(?P<said>" + "|".join(_DAYS) + r")\b"),
     lambda found: _DAYS[found["said"]]),
    (re.compile(r"(?:\bat )?\b(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?"
                r" ?(?P<half>[ap]m)\b"), _clock),
    (re.compile(r"\bat (?=\d)"), lambda _: "jam "),
    (re.compile(rf"\bin (\d{{1,4}}) ({_UNIT})s?\b"),
     lambda found: f"dalam {found[1]} {_UNITS[found[2]]}"),
    (re.compile(rf"\b(\d{{1,4}}) ({_UNIT})s? ago\b"),
     lambda found: f"{found[1]} {_UNITS[found[2]]} lalu"),
    (re.compile(rf"\b({'|'.join(_WHICH)}) ({_UNIT}|{_WEEKDAY})\b"),
     lambda found: f"{(_UNITS | _WEEKDAYS)[found[2]]} {_WHICH[found[1]]}"),
    (re.compile(rf"\b(?:on )?({_WEEKDAY})\b"), lambda found: _WEEKDAYS[found[1]]),
    (re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?![\d.:])(?:,? (?=\d{{4}}\b))?"),
     lambda found: f"{found[2]} {found[1]} "),
    (re.compile(rf"\b({_SHARED}) (\d{{1,2}}),? (?=\d{{4}}\b)"),
     lambda found: f"{found[2]} {found[1]} "),
    (re.compile(rf"(?<=\d) ({'|'.join(_MONTHS)})\b"), lambda found: f" {_MONTHS[found[1]]}"),
)  # fmt: skip


def in_indonesian(text: str) -> str:
    """`next Monday at 3 pm` in lower case as `senin depan jam 15.00`; other words stay."""
    for said, meant in _RULES:
        text = said.sub(meant, text)
    return text
