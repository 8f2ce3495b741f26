"""How one person of the world reaches one case, through the real dispatcher."""

from __future__ import annotations

from dataclasses import dataclass

from bot.actions import buttons
from bot.actions.guest import EPOCH
from bot.screens import Button, Place, Screen
from bot.texts import factors, forums, words
from bot.texts.language import Language, in_language, speaking
from storage.accounts import listen, living
from storage.preferences import choose
from tests.authority.cases import ME, Case
from tests.authority.english import left_over
from tests.authority.expectation import read
from tests.authority.people import POWERLESS, relation, roles
from tests.authority.watching import Watch
from tests.authority.world import NOTHING, World
from tests.conversations.telling import speaks
from tests.kit import Person

EXPECTED = read()
WAITS = {in_language(one, factors.code_wanted)() for one in Language}


@dataclass
class Pressing:
    world: World
    watch: Watch

    def place(self, case: Case, *, lost: bool = False) -> Place:
        named = self.world.at | self.world.cast.ids
        if lost:
            named = named | {case.lost: NOTHING}
        return Place.parse(case.where.format(**named))

    async def presses(self, key: str, case: Case, *, lost: bool = False) -> str:
        """What this person was told for a refusal; "" when it was done."""
        self.watch.forget()
        person, place = self.world.cast.people[key], self.place(case, lost=lost)
        told = len(person.toasts)
        if case.part == "places":
            await person.opens(str(place), self.world.database.vault)
        elif case.part == "acts":
            await person.taps("", data=self._token(key, place))
        else:
            await self._says(person, place, case)
        said = [one for _, _, one in self.watch.reached if one]
        if said and case.part in {"places", "acts"} and said[-1] not in WAITS:
            assert person.toasts[told:] == [said[-1]], (key, str(case))
        if said:
            return said[-1]
        return "" if self.watch.reached else "".join(person.toasts[told:])

    def _token(self, key: str, place: Place) -> str:
        """The act on a screen of this person's own, so that only the right can refuse it."""
        screen = Screen("x", [[Button("x", does=place)]])
        now, person = self.world.cast.sari.office.clock.now(), self.world.cast.people[key]
        with self.world.database.transaction() as session:
            account = living(session, person.telegram_id)
            epoch = EPOCH if account is None or key in POWERLESS else account.epoch
            drawn = buttons.issue(session, screen, person.telegram_id, epoch, now)
        return str(drawn.rows[0][0].data)

    def reads_english(self, key: str) -> None:
        """From here on this person chose English, and all phones are empty."""
        number = self.world.cast.people[key].telegram_id
        with self.world.database.transaction() as session:
            account = living(session, number)
            if account is not None and account.id is not None:
                choose(session, account.id, language=Language.ENGLISH)
        self.world.cast.sari.office.telegram.bubbles.clear()

    def left_over(self) -> list[str]:
        """Our own words that somebody who reads English was shown in Indonesian."""
        return list(left_over(self.world.cast.sari.office.telegram.bubbles.values()))

    def listens(self, person: Person, case: Case, place: Place | None = None) -> None:
        """What this person says next will be for the case."""
        with self.world.database.transaction() as session:
            account = living(session, person.telegram_id)
            if account is not None and account.id is not None:
                typing = str(place or self.place(case))
                listen(
                    session, account.id, None if case.name == "achievements.capture" else typing
                )

    async def _says(self, person: Person, place: Place, case: Case) -> None:
        self.listens(person, case, place)
        if case.said == "photo":
            await person.sends_photo(unique="new")
        elif case.said == "voice":
            await speaks(person, unique="new")
        else:
            await person.says(case.said.format(**self.world.at))


def may(case: Case, key: str) -> bool:
    """Whether the expectation lets this person; it knows nothing of the code."""
    if case.whose is not None and key not in case.whose:
        return False
    about = key if case.about == ME else case.about
    cell = EXPECTED[case.right][relation(key, about)]
    if case.right == "forums.create":
        return True  # who leads people may, whoever they are: `whose` names them
    return cell.allows(roles(key, about), case.state)


def refusals(case: Case) -> set[str]:
    """What reads the same for forbidden and for missing, in every language; a door that all see
    says why.
    """
    said = set()
    for language in Language:
        with speaking(language):
            told = (
                forums.only_leaders() if case.right == "forums.create" else words.not_available()
            )
            said.add(str(told))
    return said
