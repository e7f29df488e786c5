"""How a text spells a name: language, script, order, case, and the errors people make.

A stated name begins as the true one and loses something on the way: a patronymic, the dots of
ё, a letter, its script. It never turns into the name of somebody else on purpose; that is what
namesakes are for.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import iuliia
from petrovich.enums import Case as RussianCase
from petrovich.enums import Gender
from petrovich.main import Petrovich

from tollbook.simulate.dice import Dice
from tollbook.simulate.nouns import NameForm, Sex, SimulatedPerson
from tollbook.simulate.tables import table

__all__ = ["Order", "StatedName", "state_name"]

LATIN_SCHEMES = (
    iuliia.WIKIPEDIA, iuliia.ICAO_DOC_9303, iuliia.BGN_PCGN_ALT, iuliia.GOST_52535, iuliia.MVD_310,
)  # fmt: skip
INFLECTOR = Petrovich()
NO_PATRONYMIC = {"ru": 0.15, "uk": 0.2, "en": 0.55}
INITIALS, DIMINUTIVE, PLAIN_E, TYPO, OTHER_SPELLING = 0.06, 0.04, 0.6, 0.04, 0.15


class Order(StrEnum):
    """Which part of the name stands first."""

    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class StatedName:
    """A name as one text spells it.

    Attributes:
        form: The parts, in the nominative; the patronymic may be empty.
        order: How they are set.
        sex: For the case forms.
        language: Of the text; English has no cases.
    """

    form: NameForm
    order: Order
    sex: Sex
    language: str

    @property
    def nominative(self) -> str:
        """The name as a list has it."""
        return self._set(self.form)

    @property
    def genitive(self) -> str:
        """The name after "the death of"."""
        if self.language == "uk":
            return self._set(_ukrainian_genitive(self.form, self.sex))
        return self._in_russian(RussianCase.GENITIVE)

    @property
    def instrumental(self) -> str:
        """The name after "farewell to" in Russian."""
        return self._in_russian(RussianCase.INSTRUMENTAL)

    def _in_russian(self, case: int) -> str:
        if self.language != "ru":
            return self.nominative
        gender = Gender.MALE if self.sex is Sex.MALE else Gender.FEMALE
        middle = self.form.patronymic and INFLECTOR.middlename(self.form.patronymic, case, gender)
        family = INFLECTOR.lastname(self.form.family, case, gender)
        return self._set(NameForm(family, INFLECTOR.firstname(self.form.given, case, gender), middle))

    def _set(self, form: NameForm) -> str:
        if self.order is Order.INITIALS:
            return f"{form.family} {form.given[0]}. {form.patronymic[0]}."
        given = f"{form.given} {form.patronymic}".strip()
        return f"{form.family} {given}" if self.order is Order.FAMILY_FIRST else f"{given} {form.family}"


def state_name(person: SimulatedPerson, language: str, order: Order, dice: Dice) -> StatedName:
    """The person's name as a hurried writer of that language would spell it."""
    form = _spelled(person, language, dice)
    form = _with_errors(form, language, dice)
    if dice.happens(INITIALS) and order is Order.FAMILY_FIRST:
        return StatedName(form, Order.INITIALS, person.sex, language)
    if dice.happens(NO_PATRONYMIC[language]):
        form = replace(form, patronymic="")
        if language == "ru" and dice.happens(DIMINUTIVE / NO_PATRONYMIC[language]):
            form = replace(form, given=_diminutive(person))
    return StatedName(form, order, person.sex, language)


def _spelled(person: SimulatedPerson, language: str, dice: Dice) -> NameForm:
    """The name in the script of the language: in Latin by one of several schemes."""
    if language == "ru":
        return person.russian
    if language == "uk":
        return person.ukrainian
    if dice.happens(OTHER_SPELLING):
        form, latin = person.ukrainian, _ukrainian_latin
    else:
        scheme = dice.one_of(list(LATIN_SCHEMES))
        form, latin = person.russian, lambda word: _russian_latin(word, scheme)
    return NameForm(latin(form.family), latin(form.given), latin(form.patronymic))


def _russian_latin(word: str, scheme: object) -> str:
    """The word by a scheme; some schemes leave the dots of ё to the writer."""
    return str(iuliia.translate(word.replace("ё", "е"), scheme))


def _ukrainian_latin(word: str) -> str:
    letters, first = (dict(table("words")["ukrainian_latin"][key]) for key in ("letters", "first"))
    plain = word.lower().replace("зг", "zgh")
    head = str(first.get(plain[0]) or letters.get(plain[0], plain[0]).capitalize())
    return head + "".join(letters.get(letter, letter) for letter in plain[1:])


def _with_errors(form: NameForm, language: str, dice: Dice) -> NameForm:
    if language == "ru" and dice.happens(PLAIN_E):
        form = NameForm(*(part.replace("ё", "е") for part in (form.family, form.given, form.patronymic)))
    return replace(form, family=_mistyped(form.family, dice)) if dice.happens(TYPO) else form


def _mistyped(word: str, dice: Dice) -> str:
    """The word with two letters in the middle swapped, or one left out; its end stays."""
    place = dice.between(1, len(word) - 4)
    if dice.happens(0.5):
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + word[place + 1 :]


def _diminutive(person: SimulatedPerson) -> str:
    pools = table("people")["given"][person.sex.value]
    return str(next(row[3] for row in pools if row[0] == person.russian.given))


def _ukrainian_genitive(form: NameForm, sex: Sex) -> NameForm:
    givens = {row[1]: row[2] for row in table("people")["given"][sex.value]}
    patronymic = form.patronymic
    if patronymic:
        patronymic = f"{patronymic}а" if sex is Sex.MALE else f"{patronymic[:-1]}и"
    return NameForm(_ukrainian_family_genitive(form.family, sex), givens[form.given], patronymic)


def _ukrainian_family_genitive(family: str, sex: Sex) -> str:
    """The genitive of a Ukrainian family name by its ending."""
    if sex is Sex.FEMALE:
        return f"{family[:-1]}ої" if family.endswith("а") else family
    if family.endswith("ий"):
        return f"{family[:-2]}ого"
    if family.endswith("ко"):
        return f"{family[:-1]}а"
    if family.endswith("их"):
        return family
    return f"{family[:-2]}ка" if family.endswith("ок") else f"{family}а"
