"""Mentoring: offers and wishes, pairs, meetings, what they were worth."""

from storage.mentoring.pairs import (
    add,
    change,
    confirm,
    everything,
    get,
    meet,
    meeting,
    meetings,
    of_person,
    put_text,
    put_worth,
    worth,
    worths,
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
    MentorOffer,
    MentorWish,
    MentorWorth,
)

__all__ = [
    "MentorBar", "MentorMeeting", "MentorOffer", "MentorWish", "MentorWorth", "Mentoring",
    "add", "bar", "bars", "bars_of", "change", "confirm", "everything", "get", "meet",
    "meeting", "meetings", "of_person", "offer", "offers", "put_offer",
    "put_text", "put_wish", "put_worth", "unbar", "wish", "wishes", "worth", "worths",
]  # fmt: skip
