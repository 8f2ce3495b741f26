"""The door to what belongs to a forum besides its time and place."""

from __future__ import annotations

from bot.actions.forums.more import More
from bot.screens import Button, Screen, place
from bot.texts import words
from bot.texts.forums import items, materials, opinions, polls, posts, records
from bot.texts.forums import more as texts


def draw_more(at: More) -> Screen:
    text = texts.contents(at.meeting, at.edition, at.steps, at.open, at.left_over)
    rows = [[Button(records.RECORD, opens=place("forums.record", at.id, 0))]]
    if at.steps or at.left_over:
        rows.append([Button(items.ITEMS, opens=place("forums.items", at.id, 0))])
    rows.append(
        [Button(materials.label_of(at.materials), opens=place("forums.materials", at.id, 0))]
    )
    rows.append([Button(polls.POLLS, opens=place("forums.polls", at.id))])
    if at.postable:
        rows.append([Button(posts.POST, opens=place("forums.post", at.id))])
    if at.valuable:
        rows.append([Button(opinions.OPINION, opens=place("forums.value", at.id))])
    if at.hosting:
        rows.append([Button(opinions.OPINIONS, opens=place("forums.opinions", at.id))])
    return Screen(text, [*rows, [Button(words.BACK, opens=place("forums.card", at.id))]])
