"""Who fits whom, and the stable way of pairing them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bot.rules.mentoring.kinds import Mentee, Mentor, Pair, Reason


def fits(mentor: Mentor, mentee: Mentee, barred: Collection[Pair]) -> bool:
    """Whether they could be a pair: nothing bars it, and the mentor is good at what is wanted."""
    if mentor.number == mentee.number or (mentor.number, mentee.number) in barred:
        return False
    return _helps(mentor, mentee)


def _helps(mentor: Mentor, mentee: Mentee) -> bool:
    return not mentee.goals or not mentee.goals.isdisjoint(mentor.strengths)


def below(mentors: Iterable[int], above: Mapping[int, int | None]) -> set[Pair]:
    """Each of these mentors with everybody in the chain of command above them.

    Nobody is the mentor of a superior of their own, however far up. A loop is walked once.
    """
    found: set[Pair] = set()
    for mentor in mentors:
        higher = above.get(mentor)
        while higher is not None and higher != mentor and (mentor, higher) not in found:
            found.add((mentor, higher))
            higher = above.get(higher)
    return found


def lower_only(left: Iterable[Mentee], mentors: Iterable[Mentor], lower: Collection[Pair]) -> int:
    """How many of those left a mentor would suit who works below them (`lower`)."""
    there, known = {one.number: one for one in mentors}, {one.number: one for one in left}
    found = (
        mentee
        for mentor, mentee in lower
        if mentee in known and _helps(there[mentor], known[mentee])
    )
    return len(set(found))


def mentee_ranks(mentee: Mentee, mentor: Mentor) -> tuple[int, bool, int]:
    """The smaller the better to the mentee: more of the goals, then near by."""
    return (-len(mentee.goals & mentor.strengths), mentor.unit != mentee.unit, mentor.number)


def mentor_ranks(mentor: Mentor, mentee: Mentee) -> tuple[int, bool, int, bool, int]:
    """The smaller the better to the mentor: more pressing, who asks, more in common, near by."""
    common = len(mentee.goals & mentor.strengths)
    pressing = list(Reason).index(mentee.reason)
    return (pressing, not mentee.asks, -common, mentor.unit != mentee.unit, mentee.number)


def match(
    mentors: Sequence[Mentor], mentees: Sequence[Mentee], barred: Collection[Pair]
) -> dict[int, int]:
    """The mentor of each mentee who gets one; nobody has more than their places.

    Deferred acceptance (Gale and Shapley): stable, and of all stable ways the one in which each
    mentee gets the best mentor that any stable way gives. The order of the lists is no matter.
    """
    there = {one.number: one for one in mentors if one.places > 0}
    wishes = _wishes(list(there.values()), mentees, barred)
    known = {one.number: one for one in mentees}
    held: dict[int, list[Mentee]] = {number: [] for number in there}
    asking = sorted(known, reverse=True)
    while asking:
        mentee = known[asking.pop()]
        mentor = next(wishes[mentee.number], None)
        if mentor is None:
            continue
        mine = sorted([*held[mentor.number], mentee], key=lambda one: mentor_ranks(mentor, one))
        held[mentor.number] = mine[: mentor.places]
        asking += [one.number for one in mine[mentor.places :]]
    return {one.number: number for number, mine in held.items() for one in mine}


def _wishes(
    mentors: Sequence[Mentor], mentees: Sequence[Mentee], barred: Collection[Pair]
) -> dict[int, Iterator[Mentor]]:
    """To each mentee the mentors who fit, best first; who wants the same shares one order."""
    orders: dict[tuple[int, frozenset[str]], list[Mentor]] = {}
    for one in mentees:
        if (one.unit, one.goals) not in orders:
            orders[one.unit, one.goals] = sorted(
                (mentor for mentor in mentors if _helps(mentor, one)),
                key=lambda mentor: mentee_ranks(one, mentor),
            )

    def fitting(one: Mentee) -> Iterator[Mentor]:
        order = orders[one.unit, one.goals]
        return (mentor for mentor in order if fits(mentor, one, barred))

    return {one.number: fitting(one) for one in mentees}


def blocking(
    pairs: Mapping[int, int],
    mentors: Sequence[Mentor],
    mentees: Sequence[Mentee],
    barred: Collection[Pair],
) -> list[Pair]:
    """Every mentor and mentee who would both rather have one another than what they have."""
    there = {one.number: one for one in mentors}
    known = {one.number: one for one in mentees}
    found = []
    for mentor in mentors:
        mine = [known[mentee] for mentee, number in pairs.items() if number == mentor.number]
        for mentee in mentees:
            if not fits(mentor, mentee, barred) or pairs.get(mentee.number) == mentor.number:
                continue
            has = pairs.get(mentee.number)
            wants = has is None or mentee_ranks(mentee, mentor) < mentee_ranks(mentee, there[has])
            free = len(mine) < mentor.places
            worst = max((mentor_ranks(mentor, one) for one in mine), default=None)
            welcome = free or (
                mentor.places > 0 and worst is not None and mentor_ranks(mentor, mentee) < worst
            )
            if wants and welcome:
                found.append((mentor.number, mentee.number))
    return found
