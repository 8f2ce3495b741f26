"""Drawing a quiz: while it is written, and while it is answered."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.broadcasts.quizzing import Quiz
from bot.actions.broadcasts.reading import Asked
from bot.rules import broadcasts as rules
from bot.screens import Button, Screen, place
from bot.texts import words
from bot.texts.broadcasts import quiz as texts
from handlers.broadcasts.writing import MENU


def draw_quiz(at: Quiz) -> Screen:
    number = at.row.id or 0
    told = [(one.text, one.options, one.right, one.explanation) for one in at.questions]
    gone = [
        Button(f"✗ {n}", does=place("broadcasts.drop_question", number, one.id))
        for n, one in enumerate(at.questions, 1)
    ]
    rows = [gone[n : n + 5] for n in range(0, len(gone), 5)]
    tail = [Button(words.BACK, opens=place("broadcasts.draft", number))]
    if at.questions:
        tail.insert(0, Button(texts.RULES, opens=place("broadcasts.rules", number)))
    return Screen(texts.writing(told), [*rows, tail], typing=place("broadcasts.quiz", number))


def draw_rules(at: Quiz) -> Screen:
    row, number = at.row, at.row.id or 0

    def turns(what: str, values: Sequence[int], now: int, label: str) -> list[Button]:
        """Pressed, it is the next of the values, after the last one the first."""
        after = values[(values.index(now) + 1) % len(values)] if now in values else values[0]
        return [Button(label, does=place("broadcasts.set", number, what, after))]

    rows = [
        turns("mark", rules.MARKS, row.mark, texts.mark_label(row.mark)),
        turns("tries", rules.TRIES, row.tries, texts.tries_label(row.tries)),
        turns("quiz_days", rules.QUIZ_DAYS, row.quiz_days, texts.days_label(row.quiz_days)),
        turns("credit", rules.CREDITS, row.credit, texts.credit_label(row.credit)),
        [Button(words.BACK, opens=place("broadcasts.quiz", number))],
    ]
    return Screen(texts.rules_of(row.mark, row.tries, row.quiz_days, row.credit), rows)


def draw_question(at: Asked) -> Screen:
    number, one = at.row.id or 0, at.question
    if at.chosen is None:
        text = texts.question(at.at, at.of, one.text, one.options)
        answers = [
            Button(texts.LETTERS[n], does=place("broadcasts.answer", number, at.at, n))
            for n in range(len(one.options))
        ]
        back = Button(words.BACK, opens=place("broadcasts.read", number))
        return Screen(text, [answers, [back]])
    text = texts.explained(
        at.at, at.of, one.text, one.options, one.right, at.chosen, one.explanation
    )
    if at.at + 1 < at.of:
        on = Button(texts.NEXT_QUESTION, opens=place("broadcasts.question", number, at.at + 1))
    else:
        on = Button(texts.SEE_RESULT, opens=place("broadcasts.read", number))
    return Screen(text, [[on], [MENU]])
