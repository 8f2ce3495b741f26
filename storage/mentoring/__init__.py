"""Mentoring: offers and wishes, pairs, meetings, what they were worth."""

from storage.mentoring.own import erase_own_note, own_note, put_own_note
from storage.mentoring.pairs import (
    Two,
    add,
    begun,
    change,
    confirm,
    get,
    lock,
    meet,
    meeting,
    meetings,
    of_person,
    pairs_in,
    put_text,
    retract,
    stale,
    to_confirm,
)
from storage.mentoring.profiles import (
    bar,
    bars,
    bars_of,
    offer,
    offers,
    put_offer,
    put_wish,
    unbar,
    wish,
    wishes,
)
from storage.mentoring.tables import (
    MentorBar,
    Mentoring,
    MentorMeeting,
    MentorNote,
    MentorOffer,
    MentorWish,
    MentorWorth,
)
from storage.mentoring.worth import put_worth, tell, untold, worth, worths

__all__ = [
    "MentorBar", "MentorMeeting", "MentorNote", "MentorOffer", "MentorWish", "MentorWorth",
    "Mentoring", "Two", "add", "bar", "bars", "bars_of", "begun", "change", "confirm",
    "erase_own_note", "get", "lock", "meet", "meeting", "meetings", "of_person", "offer", "offers",
    "own_note", "pairs_in", "put_offer", "put_own_note", "put_text", "put_wish", "put_worth",
    "retract", "stale", "tell", "to_confirm", "unbar", "untold", "wish", "wishes", "worth",
    "worths",
]  # fmt: skip
