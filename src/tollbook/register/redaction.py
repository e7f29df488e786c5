"""Redaction: an entry as it may be shown. Applied once, before an edition is frozen.

What is withheld leaves no trace in the entry; redacting twice changes nothing more. Nothing
is ever made vaguer by inventing: a year is cut from the date, a settlement from the place.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from tollbook.model.dates import FuzzyDate
from tollbook.model.people import Entry, Name
from tollbook.register.disclosure import DATES, Level, default_policy, levels_of
from tollbook.register.places import is_address, settlement

__all__ = ["cut_withheld", "redact", "withheld_strings"]

CUT = "[…]"
WORD = re.compile(r"\w+")
PLACES = ("home", "died_where", "funeral_where")
PLAIN = ("age", "rank", "unit")


def redact(entry: Entry, disclosure: Mapping[str, str]) -> Entry:
    """The entry as the policy lets it be shown.

    Args:
        entry: As assembled, or already redacted.
        disclosure: A team's own levels by field, over the default policy; may be empty.

    Raises:
        ProjectError: The disclosure names a field or level that does not exist.
    """
    shown = _at_levels(entry, levels_of(disclosure))
    if _is_minor(shown):
        minors = dict.fromkeys(default_policy().minors_withheld, Level.WITHHELD)
        shown = _at_levels(shown, {**levels_of(disclosure), **minors})
    return shown


def _at_levels(entry: Entry, levels: Mapping[str, Level]) -> Entry:
    hidden = {field for field, level in levels.items() if level is Level.WITHHELD}
    changes: dict[str, object] = {field: None for field in PLAIN if field in hidden}
    for field in DATES:
        changes[field] = _date_at(getattr(entry, field), levels[field])
    for field in PLACES:
        changes[field] = None if field in hidden else settlement(getattr(entry, field))
    changes["name"] = _name_at(entry.name, levels["name"])
    changes["other_names"] = _others_at(entry.other_names, levels)
    changes["cited"] = tuple((field, ids) for field, ids in entry.cited if field not in hidden)
    return replace(entry, **changes)  # type: ignore[arg-type]  # fields chosen by name


def _date_at(day: FuzzyDate | None, level: Level) -> FuzzyDate | None:
    if day is None or level is Level.WITHHELD:
        return None
    return FuzzyDate(day.year) if level is Level.YEAR else day


def _name_at(name: Name, level: Level) -> Name:
    if level is Level.WITHHELD:
        return Name(default_policy().name_shown)
    return name


def _others_at(names: tuple[str, ...], levels: Mapping[str, Level]) -> tuple[str, ...]:
    if Level.WITHHELD in {levels["name"], levels["other_names"]}:
        return ()
    callsigns = levels["callsigns"] is not Level.WITHHELD
    return tuple(name for name in names if callsigns or len(name.split()) > 1)


def _is_minor(entry: Entry) -> bool:
    """Whether the person may have been under age, judged on what is shown so that it never flips.

    A stated age decides. Without one, so does the youngest age the dates allow.
    """
    adult = default_policy().adult_age
    if entry.age is not None:
        return entry.age < adult
    last_known = entry.died or entry.funeral
    if entry.born is None or last_known is None:
        return False
    return _years(entry.born.last, last_known.first) < adult


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def withheld_strings(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[str, ...]:
    """What redaction took away, as strings to look for in whatever is about to be published.

    Args:
        before: Entries as assembled.
        after: The same entries redacted, in any order.

    Returns:
        Sorted. What some redacted entry shows is left out: what is public of one person cannot
        betray another. Names and street addresses stand as they are. A date or a settlement
        stands with its field (``"born": "1999-05-04"``), as it would in JSON, since a day or a
        town alone betrays nobody.
    """
    public = {text for entry in after for text in _identifying(entry)}
    page = "\n".join(sorted(public)).casefold()
    held = {text for entry in before for text in _identifying(entry)} - public
    return tuple(
        sorted(text for text in held if text.casefold() not in page or not _whole(text).search(page))
    )


def cut_withheld(text: str, withheld: Collection[str]) -> str:
    """The text with every withheld name and address cut out and the cut marked.

    A single word is left standing: a callsign such as "Owl" cannot be told from the bird.
    """
    by_first_word = _phrases(tuple(withheld))
    words = {word for word in WORD.findall(text.casefold()) if word in by_first_word}
    held = {phrase for word in words for phrase in by_first_word[word]}
    for phrase in sorted(held, key=lambda phrase: (-len(phrase), phrase)):
        text = _whole(phrase).sub(CUT, text)
    return text


@lru_cache(maxsize=4)
def _phrases(withheld: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The withheld strings of several words by their first word: few of many can stand in a text."""
    phrases: dict[str, list[str]] = defaultdict(list)
    for held in withheld:
        words = WORD.findall(held.casefold())
        if " " in held and words:
            phrases[words[0]].append(held)
    return {word: tuple(held) for word, held in phrases.items()}


def _identifying(entry: Entry) -> Iterator[str]:
    yield from filter(None, (entry.name.full, entry.name.stated, *entry.other_names))
    for field in PLACES:
        place = getattr(entry, field)
        if place:
            yield f'"{field}": "{place}"'
            yield from filter(is_address, (part.strip() for part in place.split(",")))
    for field in DATES:
        day = getattr(entry, field)
        if day:
            yield f'"{field}": "{day}"'


def _whole(text: str) -> re.Pattern[str]:
    """The text as whole words, so that a short name is not found inside a longer word."""
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)
