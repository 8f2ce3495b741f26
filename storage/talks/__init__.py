"""Talks between superior and employee: arranged, held, written down, followed up, valued."""

from storage.talks.arranged import (
    arranged,
    change,
    count_held,
    get,
    held,
    held_since,
    last_held,
    newest_held,
    note,
    propose,
    put_rhythm,
    rhythm,
    rhythms,
    same_day,
    to_answer,
)
from storage.talks.owing import Owes, There, duties_since
from storage.talks.tables import FollowUp, Talk, TalkNote, TalkRating, TalkRhythm, TalkUse
from storage.talks.written import (
    draft_follow_up,
    drop,
    finish,
    follow_up,
    notes,
    of_talk,
    open_with,
    put_note,
    settle,
)

__all__ = [
    "FollowUp", "Owes", "Talk", "TalkNote", "TalkRating", "TalkRhythm", "TalkUse", "There",
    "arranged", "change", "count_held", "draft_follow_up", "drop", "duties_since", "finish",
    "follow_up", "get", "held", "held_since", "last_held", "newest_held", "note", "notes",
    "of_talk", "open_with", "propose", "put_note", "put_rhythm", "rhythm", "rhythms", "same_day",
    "settle", "to_answer",
]  # fmt: skip
