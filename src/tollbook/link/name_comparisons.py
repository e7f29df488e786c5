"""Names held side by side: family name, given name, patronymic and the sex they tell."""

from collections.abc import Iterable
from dataclasses import dataclass

from tollbook.link.comparison import Agreement
from tollbook.link.forms import Form
from tollbook.link.given_names import GivenName
from tollbook.link.sounds import Word, spelled_apart

__all__ = ["FamilyName", "GivenNameComparison", "Patronymic", "SexComparison"]

LONG_ENOUGH_FOR_ONE_SLIP, LONG_ENOUGH_FOR_TWO_SLIPS = 4, 8
TELLING_CONSONANTS = 3
SHORTEST_OPENING = 3
# A Latin Y, I or J may begin Юрий, Яна, Евгений or Иван.
OPEN_INITIALS, VOWELS = frozenset("yij"), frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class FamilyName:
    """Family names, past transliteration, case endings, the feminine form and slips of the pen."""

    name: str = "family_name"

    def compare(self, left: Form, right: Form) -> Agreement | None:
        """How far the family names agree."""
        one, other = left.name.family, right.name.family
        if one is None or other is None or one.is_initial or other.is_initial:
            return None
        level, term = _family_level(one, other)
        return Agreement(level, one.stated, other.stated, term)

    def terms(self, form: Form) -> Iterable[str]:
        """The stem, and the bones marked with a tilde."""
        family = form.name.family
        return () if family is None else (family.stem, f"~{family.bones}")


@dataclass(frozen=True, slots=True)
class GivenNameComparison:
    """Given names, past the Ukrainian and Russian form, diminutives and initials."""

    name: str = "given_name"

    def compare(self, left: Form, right: Form) -> Agreement | None:
        """How far the given names agree."""
        return _compare_given(
            (left.name.given, left.name.given_name), (right.name.given, right.name.given_name)
        )

    def terms(self, form: Form) -> Iterable[str]:
        """The names it can be."""
        return form.name.given_name.ids if form.name.given_name else ()


@dataclass(frozen=True, slots=True)
class Patronymic:
    """Patronymics, by the father's name they are made of."""

    name: str = "patronymic"

    def compare(self, left: Form, right: Form) -> Agreement | None:
        """How far the patronymics agree."""
        return _compare_given(
            (left.name.patronymic, left.name.father), (right.name.patronymic, right.name.father)
        )

    def terms(self, form: Form) -> Iterable[str]:
        """The names the father can have had."""
        return form.name.father.ids if form.name.father else ()


@dataclass(frozen=True, slots=True)
class SexComparison:
    """The sex that patronymic or given name tells; only a difference says anything."""

    name: str = "sex"

    def compare(self, left: Form, right: Form) -> Agreement | None:
        """The difference, if both names tell a sex and they differ."""
        if left.name.sex is None or right.name.sex is None or left.name.sex == right.name.sex:
            return None
        return Agreement("different", left.name.sex, right.name.sex)

    def terms(self, form: Form) -> Iterable[str]:  # noqa: ARG002 - the Protocol's form
        """Nothing: sexes are not weighed by rarity."""
        return ()


def _family_level(one: Word, other: Word) -> tuple[str, str | None]:
    if one.folded == other.folded:
        return "same form", one.stem
    if one.stem == other.stem:
        return "same sounds" if one.script == other.script else "another script", one.stem
    if one.bones == other.bones and len(one.bones) >= TELLING_CONSONANTS:
        return "same consonants", f"~{one.bones}"
    return _slips(one, other) or "different", None


def _slips(one: Word, other: Word) -> str | None:
    """``one slip`` or ``two slips`` apart; short words are never that near.

    Stems are compared, and whole keys too: a slip in the last letter may change where the stem ends.
    """
    shorter = min(len(one.key), len(other.key))
    if shorter < LONG_ENOUGH_FOR_ONE_SLIP:
        return None
    allowed = 1 + (shorter >= LONG_ENOUGH_FOR_TWO_SLIPS)
    words = [sorted((one.stem, other.stem)), sorted((one.key, other.key))]
    slips = min((spelled_apart(a, b) for a, b in words if abs(len(a) - len(b)) <= allowed), default=9)
    return None if slips > allowed else ("one slip", "two slips")[max(slips, 1) - 1]


def _compare_given(
    left: tuple[Word | None, GivenName | None], right: tuple[Word | None, GivenName | None]
) -> Agreement | None:
    (one, one_name), (other, other_name) = left, right
    if one is None or other is None:
        return None
    if one_name is None or other_name is None:
        agrees = _initials(one, one_name) & _initials(other, other_name)
        return Agreement("initial agrees" if agrees else "initial differs", one.stated, other.stated)
    level = _given_level(one, other, one_name, other_name)
    shared = one_name.ids & other_name.ids
    return Agreement(level, one.stated, other.stated, min(shared) if shared else None)


def _given_level(one: Word, other: Word, one_name: GivenName, other_name: GivenName) -> str:
    if not one_name.ids & other_name.ids:
        return "different" if one_name.known and other_name.known else _unknown_level(one, other)
    if one.folded == other.folded:
        return "same form"
    if one.stem == other.stem:
        return "same sounds" if one.script == other.script else "another script"
    return "short form" if one_name.short or other_name.short else "same name"


def _unknown_level(one: Word, other: Word) -> str:
    """For names the table does not know: a slip, or one cut short."""
    shorter, longer = sorted((one.stem, other.stem), key=len)
    if len(shorter) >= SHORTEST_OPENING and longer.startswith(shorter):
        return "cut short"
    return _slips(one, other) or "different"


def _initials(word: Word, name: GivenName | None) -> frozenset[str]:
    if name is not None:
        return name.initials
    return VOWELS if word.folded in OPEN_INITIALS else frozenset(word.key[:1].lower())
