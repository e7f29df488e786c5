"""Names taken apart: family name, given name and patronymic, in whatever order they stand.

Rows come with one name field or with three, in either order, with initials, declined, or with the
parts in each other's columns. What cannot be told apart is said to be unsure, never guessed hard.
"""

import re
from dataclasses import dataclass

from tollbook.link.given_names import GivenName, Sex, given_name_of, is_given_name
from tollbook.link.sounds import Word, word_of
from tollbook.model.links import LinkRecord
from tollbook.text import fold

__all__ = ["NameForm", "name_form_of"]

# Endings in sound keys (C is ch): -ovich, -iyovych, -ich; -ovna, -ivna, -ichna; declined too.
SON = re.compile(r"(?<=..)(?:[oei]?v)?iC(?:a|u|em|i)?$")
DAUGHTER = re.compile(r"(?<=..)(?:[oei]vn|iCn)(?:a|i|e|u|oi|ou)$")
SURNAME = re.compile(r"(?:[oei]v|in|enk|sk|uk|ak|Cuk|ez|iS)$")
TURKIC_CHILD_OF = frozenset({"оглы", "оглу", "огли", "кызы", "кизи", "oglu", "ogly", "kyzy", "qizi"})


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name ready to be compared.

    Attributes:
        family, given: The words, where stated.
        given_name: What names the given name can be; ``None`` for none or an initial.
        father: What names the patronymic is made of; ``None`` for none or an initial.
        patronymic: The patronymic as stated.
        sex: As the patronymic or else the given name tells it.
        sure: Whether family and given name are certainly told apart.
    """

    family: Word | None = None
    given: Word | None = None
    given_name: GivenName | None = None
    patronymic: Word | None = None
    father: GivenName | None = None
    sex: Sex | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Parts:
    """The raw parts, before any of them is compared."""

    family: str | None = None
    given: str | None = None
    patronymic: str | None = None


def name_form_of(record: LinkRecord) -> NameForm:
    """The comparison form of the name a record states."""
    parts = Parts(record.family_name, record.given_name, record.patronymic)
    if parts.family is None and parts.given is None:
        parts = _split(record.name or "", english=(record.language or "")[:2] == "en")
    parts = _unswapped(_given_apart(parts))
    family, given, patronymic = (_word(part) for part in (parts.family, parts.given, parts.patronymic))
    name = given_name_of(given) if given and not given.is_initial else None
    return NameForm(
        family=family,
        given=given,
        given_name=name,
        patronymic=patronymic,
        father=_father(patronymic),
        sex=_sex_by_patronymic(patronymic) or (name.sex if name else None),
        sure=bool(given and family and (given.is_initial or is_given_name(given))),
    )


def _word(text: str | None) -> Word | None:
    """The word; ``None`` for a part without a letter."""
    return word_of(" ".join(text.split())) if text and word_of(" ".join(text.split())).folded else None


def _split(name: str, *, english: bool) -> Parts:
    """The parts of a full name in one field."""
    before, comma, after = name.partition(",")
    if comma:
        return _given_apart(Parts(family=before.strip() or None, given=after.strip() or None))
    tokens = [token for token in name.replace(".", ". ").split() if fold(token)]
    patronymic, tokens = _take_patronymic(tokens)
    if len(tokens) <= 1:
        alone = tokens[0] if tokens else None
        is_given = alone is not None and is_given_name(word_of(alone))
        return Parts(None if is_given else alone, alone if is_given else None, patronymic)
    return _family_and_given(tokens, patronymic, english=english)


def _take_patronymic(tokens: list[str]) -> tuple[str | None, list[str]]:
    """The patronymic and the other words; a family name in -ovich stays where it is needed."""
    for at, token in enumerate(tokens):
        if fold(token) in TURKIC_CHILD_OF and at:
            return f"{tokens[at - 1]} {token}", tokens[: at - 1] + tokens[at + 1 :]
    for at in (2, 1):
        if at < len(tokens) and len(tokens) > 2 and _is_patronymic(tokens[at]):  # noqa: PLR2004 - three parts
            return tokens[at], tokens[:at] + tokens[at + 1 :]
    initials = [token for token in tokens if len(fold(token)) == 1]
    if len(initials) == 2 and len(tokens) > 2:  # noqa: PLR2004 - two initials and a family name
        return initials[1], [token for token in tokens if token is not initials[1]]
    return None, tokens


def _family_and_given(tokens: list[str], patronymic: str | None, *, english: bool) -> Parts:
    """Which of the first and the last word is the given name."""
    first, last = word_of(tokens[0]), word_of(tokens[-1])
    likely = (_given_likeness(first), _given_likeness(last))
    given_first = likely[0] > likely[1] or (likely[0] == likely[1] and english)
    given, family = (tokens[0], tokens[1:]) if given_first else (tokens[-1], tokens[:-1])
    return Parts(" ".join(family), given, patronymic)


def _given_likeness(word: Word) -> int:
    return 2 * (word.is_initial or is_given_name(word)) - bool(SURNAME.search(word.stem))


def _is_patronymic(token: str) -> bool:
    key = word_of(token).key
    return bool(SON.search(key) or DAUGHTER.search(key))


def _given_apart(parts: Parts) -> Parts:
    """Two words or two initials in the given-name field: the second is the patronymic."""
    words = (parts.given or "").replace(".", ". ").split()
    if (
        parts.patronymic is None
        and len(words) > 1
        and (_is_patronymic(words[-1]) or len(fold(words[0])) == 1)
    ):
        return Parts(parts.family, " ".join(words[:-1]), words[-1])
    return parts


def _unswapped(parts: Parts) -> Parts:
    """Family and given name in each other's column are put right where the table is sure of it."""
    if not parts.family or not parts.given:
        return parts
    family, given = word_of(parts.family), word_of(parts.given)
    if is_given_name(family) and not given.is_initial and not is_given_name(given):
        return Parts(parts.given, parts.family, parts.patronymic)
    return parts


def _father(patronymic: Word | None) -> GivenName | None:
    """The given name that the patronymic is made of."""
    if patronymic is None or patronymic.is_initial:
        return None
    father = next(word for word in patronymic.stated.split() or [""] if fold(word) not in TURKIC_CHILD_OF)
    root = DAUGHTER.sub("", SON.sub("", word_of(father).key))
    return given_name_of(word_of(root)) if root else None


def _sex_by_patronymic(patronymic: Word | None) -> Sex | None:
    if patronymic is None:
        return None
    if DAUGHTER.search(patronymic.key):
        return "female"
    return "male" if SON.search(patronymic.key) else None
