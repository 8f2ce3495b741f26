"""The list of forums, the card, the guests."""

from __future__ import annotations

from bot.actions.forums.cards import PAGE, Card, Guests, Mine
from bot.rules.forums import Answer
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import forums, words
from bot.texts.forums import asking, more, opinions, series
from bot.texts.forums import cards as texts
from bot.texts.forums import drafts as plans

MENU = place("home.menu")
MARKS = {"coming": "✓ ", "declined": "✗ ", "waiting": "… ", "none": "• ", None: "★ "}


def draw_list(mine: Mine) -> Screen:
    rows = [
        [
            Button(
                texts.line(line.starts_at.astimezone(mine.zone), line.topic, MARKS[line.answer]),
                opens=place("forums.card", line.id),
            )
        ]
        for line in mine.lines
    ]
    which = "past" if mine.past else "next"
    pager = _pager(place("forums.list", which), mine.page, mine.more)
    last = [Button(words.MENU, opens=MENU)]
    if not mine.past:
        last.insert(0, Button(texts.PAST_ONES, opens=place("forums.list", "past", 0)))
        if mine.draft is not None:
            last.insert(0, Button(plans.RESUME, opens=place("forums.draft", mine.draft)))
        elif mine.may_create:
            last.insert(0, Button(plans.START, does=place("forums.begin")))
    else:
        last.insert(0, Button(texts.NEXT_ONES, opens=place("forums.list", "next", 0)))
        if mine.hears:
            pager = [*pager, [Button(opinions.HEARD, opens=place("forums.heard", 0))]]
    lines = [
        texts.listed(one.starts_at.astimezone(mine.zone), one.topic, MARKS[one.answer], one.answer)
        for one in mine.lines
    ]
    text = texts.listing(mine.past, lines, mine.may_create)
    return Screen(text, [*rows, *pager, last[:2], *([last[2:]] if last[2:] else [])])


def draw_card(card: Card) -> Screen:
    hosting = card.answer is None
    counts = card.counts
    numbers = texts.numbers(
        counts.coming, counts.waiting, counts.declined, counts.undecided, card.meeting.capacity
    )
    if card.answer is None:
        unconfirmed = 0 if card.state == "cancelled" else counts.unconfirmed
        mine = texts.host_numbers(unconfirmed, counts.attended)
        to_do = texts.hosting(card.state, card.doors_open)
    else:
        mine = texts.my_answer(card.answer, card.ahead, card.unconfirmed, card.attended)
        to_do = texts.to_do(
            can_answer=card.can_answer, doors_open=card.doors_open and not card.attended
        )
    order = series.order(*card.order) if card.order else ""
    text = texts.card(
        card.meeting, card.zone, card.state, card.reason, numbers, mine, to_do, order
    )
    return Screen(text, _host_rows(card) if hosting else _guest_rows(card))


def answer_row(forum_id: int, sequence: int) -> list[Button]:
    """Hadir and Tidak hadir, on the card and in letters."""
    coming = place("forums.answer", forum_id, Answer.COMING.value, sequence)
    declined = place("forums.answer", forum_id, Answer.DECLINED.value, sequence)
    return [
        Button(words.COMING, does=coming, style=Style.GOOD),
        Button(words.NOT_COMING, does=declined),
    ]


def _guest_rows(card: Card) -> list[list[Button]]:
    rows = [answer_row(card.id, card.sequence)] if card.can_answer else []
    if card.doors_open and not card.attended:
        rows.append([Button(forums.ENTER_CODE, opens=place("forums.attend", card.id))])
    rows.append([_questions(card), Button(texts.CALENDAR, opens=place("forums.file", card.id))])
    rows.append([_more(card)])
    return [*rows, _ways_out()]


def _host_rows(card: Card) -> list[list[Button]]:
    people = Button(texts.GUESTS, opens=place("forums.people", card.id, "coming", 0))
    file = Button(texts.CALENDAR, opens=place("forums.file", card.id))
    rows = [[people, file]]
    if card.state != "cancelled":
        rows.append([Button(texts.CODE, opens=place("forums.code", card.id))])
    rows.append([_questions(card)])
    rows.append([_more(card)])
    if card.can_change:
        rows.append([Button(texts.CHANGE, opens=place("forums.change", card.id))])
    return [*rows, _ways_out()]


def _questions(card: Card) -> Button:
    return Button(asking.QUESTIONS, opens=place("forums.questions", card.id, 0))


def _more(card: Card) -> Button:
    return Button(more.MORE, opens=place("forums.more", card.id))


def _ways_out() -> list[Button]:
    return [Button(words.BACK, opens=place("forums.list")), Button(words.MENU, opens=MENU)]


def draw_people(shown: Guests) -> Screen:
    counts = shown.counts
    sizes = {
        "coming": counts.coming,
        "waiting": counts.waiting,
        "none": counts.undecided,
        "declined": counts.declined,
        "attended": counts.attended,
    }
    lines = [
        texts.guest(shown.page * PAGE + at, guest.name, guest.unit, guest.unconfirmed,
                    guest.attended_at.astimezone(shown.zone) if guest.attended_at else None)
        for at, guest in enumerate(shown.lines, 1)
    ]  # fmt: skip
    others = [
        Button(label, opens=place("forums.people", shown.id, which, 0))
        for which, label in texts.WHICH.items()
        if which != shown.which
    ]
    head = texts.guests(shown.which, sizes[shown.which], counts.unconfirmed)
    text = "\n".join([head, "", *(lines or [texts.nobody()])])
    pager = _pager(place("forums.people", shown.id, shown.which), shown.page, shown.more)
    back = [Button(words.BACK, opens=place("forums.card", shown.id))]
    return Screen(text, [*pager, others[:2], others[2:], back])


def _pager(whole: Place, page: int, more: bool) -> list[list[Button]]:
    row = []
    if page > 0:
        row.append(Button(texts.BACK, opens=place(whole.name, *whole.args, page - 1)))
    if more:
        row.append(Button(texts.FORTH, opens=place(whole.name, *whole.args, page + 1)))
    return [row] if row else []
