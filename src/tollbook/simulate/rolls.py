"""Rolls: many of the dead in one document. The volunteers' weekly list and the cemetery walks."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tollbook.model.scope import Scope
from tollbook.simulate.dice import Dice
from tollbook.simulate.documents import Imprint, Written, document
from tollbook.simulate.facts import facts_of
from tollbook.simulate.lists import Listing
from tollbook.simulate.names import Order, state_name
from tollbook.simulate.nouns import Mention
from tollbook.simulate.tables import table
from tollbook.simulate.wording import Value, Wording
from tollbook.simulate.world import WarSize, started

__all__ = ["write_cemetery_rolls", "write_volunteer_rolls"]

WEEK_DAYS, WALK_DAYS = 7, 21
ENGLISH_WALK = 0.3


@dataclass(frozen=True, slots=True)
class _Roll:
    """A roll to be written.

    Attributes:
        imprint: Where and when.
        kind: Which templates: ``volunteers_uk`` ...
        place: The cemetery, or nothing.
        listings: Who stands in it.
    """

    imprint: Imprint
    kind: str
    place: str
    listings: tuple[Listing, ...]


def write_volunteer_rolls(
    listings: tuple[Listing, ...], size: WarSize, scope: Scope, dice: Dice
) -> list[Written]:
    """A roll at the end of each week, Ukrainian and English by turns, of those found in that week."""
    written = []
    for week in range(size.weeks):
        last = started() + timedelta(days=(week + 1) * WEEK_DAYS - 1)
        found = _found(listings, "volunteers", last, WEEK_DAYS)
        language = ("uk", "uk", "en")[week % 3]
        imprint = Imprint(f"lantern-{last.isoformat()}", "Lantern Volunteers", last, language)
        if found:
            written.append(_write(_Roll(imprint, f"volunteers_{language}", "", found), scope, dice))
    return written


def write_cemetery_rolls(
    listings: tuple[Listing, ...], size: WarSize, scope: Scope, dice: Dice
) -> list[Written]:
    """A roll of each cemetery walked, every three weeks, of the graves found since the walk before."""
    written = []
    for walk in range(-(-size.weeks * 7 // WALK_DAYS)):
        last = min(started() + timedelta(days=(walk + 1) * WALK_DAYS - 1), size.last_day)
        found = _found(listings, "cemetery", last, WALK_DAYS)
        for number, (regions, russian, english) in enumerate(table("places")["cemeteries"]["all"], start=1):
            language = "en" if dice.happens(ENGLISH_WALK) else "ru"
            here = tuple(listing for listing in found if listing.person.region in regions)
            imprint = Imprint(f"graves-{last.isoformat()}-{number}", "Graveyard Walkers", last, language)
            place = english if language == "en" else russian
            if here:
                written.append(_write(_Roll(imprint, f"cemetery_{language}", place, here), scope, dice))
    return written


def _found(listings: tuple[Listing, ...], channel: str, last: date, days: int) -> tuple[Listing, ...]:
    """The listings of a channel in the days up to the last; published together on that day."""
    first = last - timedelta(days=days - 1)
    inside = (each for each in listings if each.channel == channel and first <= each.day <= last)
    return tuple(replace(listing, day=last) for listing in inside)


def _write(roll: _Roll, scope: Scope, dice: Dice) -> Written:
    templates, wording = table("notices"), Wording(roll.imprint.language)
    frame: dict[str, Value] = {"place": roll.place, "published": roll.imprint.published}
    line_template = dice.one_of(templates["roll_line"][roll.kind])
    lines, mentions = [], []
    for number, listing in enumerate(roll.listings, start=1):
        line, mention = _line(line_template, number, listing, roll.imprint, dice)
        lines.append(line)
        mentions.append(mention)
    intro = wording.fill(dice.one_of(templates["roll_intro"][roll.kind]), frame)
    closing = dice.one_of(templates["roll_closing"][roll.kind])
    title = wording.fill(dice.one_of(templates["roll_title"][roll.kind]), frame)
    body = "\n\n".join([intro, "\n".join(lines), closing])
    return Written(document(roll.imprint, title, body, scope), tuple(mentions))


def _line(template: str, number: int, listing: Listing, imprint: Imprint, dice: Dice) -> tuple[str, Mention]:
    person = listing.person
    order = Order.FAMILY_FIRST if imprint.language != "en" or dice.happens(0.3) else Order.GIVEN_FIRST
    name = state_name(person, imprint.language, order, dice)
    facts = facts_of(person, name, listing.day, dice)
    # a line gives the day itself: a plate or a table cell has no room for more
    facts["died_day"] = Wording(imprint.language).day(person.died or listing.day)
    line = Wording(imprint.language).fill(template, facts | {"number": str(number)})
    mention = Mention(
        document=imprint.name, person_id=person.id, channel=listing.channel, listed_on=listing.day,
        delay_days=listing.delay_days, stated=name.nominative, fate=person.fate,
    )  # fmt: skip
    return line, mention
