"""Notices about one person: obituaries, posts and death notices, and the living as a trap.

Each is prose in one language, with some facts and not others, as a local paper or a memorial
project would write it.
"""

from datetime import date, timedelta

from tollbook.model.scope import Scope
from tollbook.simulate.dice import Dice, Row
from tollbook.simulate.documents import Imprint, Written, document
from tollbook.simulate.facts import facts_of
from tollbook.simulate.lists import Listing
from tollbook.simulate.names import Order, StatedName, state_name
from tollbook.simulate.nouns import Mention, SimulatedPerson
from tollbook.simulate.tables import table
from tollbook.simulate.wording import Value, Wording, slots
from tollbook.simulate.world import WarSize, started

__all__ = ["write_living", "write_notices"]

# Channel: publisher, its short name in file names, language, weight.
PUBLISHERS: dict[str, list[Row]] = {
    "memorial": [
        ["Stone Book", "stone-book", "ru", 50], ["Stone Book", "stone-book", "en", 35],
        ["Stone Book", "stone-book", "uk", 15],
    ],
    "press": [
        ["Lazorsk Courier", "lazorsk-courier", "ru", 55],
        ["Ostroyarsk Herald", "ostroyarsk-herald", "uk", 45],
    ],
}  # fmt: skip
SECOND_PAPER = 0.1
DETAILS = {"born": 0.45, "age": 0.5, "home": 0.6, "unit": 0.3, "rank": 0.35, "funeral": 0.35, "closing": 0.8}
# Slots that tell the same thing: a text says it once.
SUBJECT = {
    "age": "age", "born": "born", "rank": "rank", "Rank": "rank", "rank_lower": "rank", "region": "region",
    "unit": "unit",
}  # fmt: skip
FAMILY_FIRST = {"ru": 0.6, "uk": 0.6, "en": 0.15}


class _Shelf:
    """Numbers the documents of a publisher by day, so that names tell nothing but where and when."""

    def __init__(self) -> None:
        self.used: dict[tuple[str, date], int] = {}

    def name(self, short: str, day: date) -> str:
        """The next free document name."""
        number = self.used[short, day] = self.used.get((short, day), 0) + 1
        return f"{short}-{day.isoformat()}-{number}"


def write_notices(listings: tuple[Listing, ...], size: WarSize, scope: Scope, dice: Dice) -> list[Written]:
    """One notice for every listing of the memorial project and the press; some stand in two papers."""
    shelf, written = _Shelf(), []
    for listing in listings:
        if listing.channel not in PUBLISHERS:
            continue
        publisher = dice.weighted(PUBLISHERS[listing.channel])
        written.append(_notice(listing, publisher, shelf, scope, dice))
        if listing.channel == "press" and dice.happens(SECOND_PAPER) and listing.day < size.last_day:
            other = next(row for row in PUBLISHERS["press"] if row[0] != publisher[0])
            again = Listing(listing.person, listing.channel, listing.day + timedelta(days=1))
            written.append(_notice(again, other, shelf, scope, dice))
    return written


def write_living(
    living: tuple[SimulatedPerson, ...], size: WarSize, scope: Scope, dice: Dice
) -> list[Written]:
    """Notices about people who were wounded, or mourned by mistake, and live."""
    shelf, written = _Shelf(), []
    for person in living:
        day = started() + timedelta(days=dice.between(30, size.weeks * 7 - 1))
        publisher = dice.weighted(PUBLISHERS["press"] + PUBLISHERS["memorial"][1:2])
        imprint = Imprint(shelf.name(f"{publisher[1]}-local", day), publisher[0], day, publisher[2])
        channel = "press" if publisher in PUBLISHERS["press"] else "memorial"
        written.append(_living_notice(Listing(person, channel, day), imprint, scope, dice))
    return written


def _notice(listing: Listing, publisher: Row, shelf: _Shelf, scope: Scope, dice: Dice) -> Written:
    source, short, language = publisher[:3]
    imprint = Imprint(shelf.name(short, listing.day), source, listing.day, language)
    name, facts = _known(listing, language, dice)
    templates, wording = table("notices"), Wording(language)
    body = _paragraphs([_capital(wording.fill(each, facts)) for each in _sentences(language, dice)], dice)
    if listing.channel == "memorial":
        body = f"{body}\n\n{templates['footer'][language]}"
    title = wording.fill(dice.one_of(templates["title"][language]), facts)
    return Written(document(imprint, title, body, scope), (_mention(listing, imprint, name),))


def _sentences(language: str, dice: Dice) -> list[str]:
    """A lead and some details, none of which says again what was said."""
    templates = table("notices")
    chosen = [dice.one_of(templates["lead"][language])]
    for kind, chance in DETAILS.items():
        template = dice.one_of(templates[kind][language])
        said = {SUBJECT.get(slot) for earlier in chosen for slot in slots(earlier)}
        if dice.happens(chance) and not said & {SUBJECT[slot] for slot in slots(template) if slot in SUBJECT}:
            chosen.append(template)
    return chosen


def _living_notice(listing: Listing, imprint: Imprint, scope: Scope, dice: Dice) -> Written:
    name, facts = _known(listing, imprint.language, dice)
    templates, wording = table("notices"), Wording(imprint.language)
    which = dice.between(0, 1)
    told = [templates["alive"][imprint.language][which], dice.one_of(templates["home"][imprint.language])]
    body = " ".join(_capital(wording.fill(each, facts)) for each in told)
    title = wording.fill(templates["alive_title"][imprint.language][which], facts)
    return Written(document(imprint, title, body, scope), (_mention(listing, imprint, name),))


def _known(listing: Listing, language: str, dice: Dice) -> tuple[StatedName, dict[str, Value]]:
    order = Order.FAMILY_FIRST if dice.happens(FAMILY_FIRST[language]) else Order.GIVEN_FIRST
    name = state_name(listing.person, language, order, dice)
    return name, facts_of(listing.person, name, listing.day, dice)


def _mention(listing: Listing, imprint: Imprint, name: StatedName) -> Mention:
    person = listing.person
    return Mention(
        document=imprint.name, person_id=person.id, channel=listing.channel, listed_on=listing.day,
        delay_days=listing.delay_days, stated=name.nominative, fate=person.fate,
    )  # fmt: skip


def _paragraphs(sentences: list[str], dice: Dice) -> str:
    """The sentences in one paragraph or in two."""
    cut = dice.between(1, len(sentences))
    return "\n\n".join(part for part in (" ".join(sentences[:cut]), " ".join(sentences[cut:])) if part)


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
