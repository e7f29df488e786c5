"""Sound keys: one spelling for a name however it was written down.

Transliteration schemes, the Ukrainian and the Russian form of one name, lost diacritics and
look-alike letters of the other alphabet should not hide that two rows name one person. A key is
for comparing only; it must never be shown or stored as anybody's name.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from tollbook.text import fold, script_of

__all__ = ["Word", "spelled_apart", "word_of"]

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ё": "io", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "'", "ы": "i", "ь": "'", "э": "e", "ю": "iu", "я": "ia", "ў": "u",
    # letters of the other languages of the two countries
    "ә": "a", "ө": "o", "ү": "u", "җ": "zh", "ң": "n", "һ": "h", "қ": "k", "ғ": "g", "ұ": "u",
}  # fmt: skip
MARKED_LATIN = {
    "š": "sh", "č": "ch", "ž": "zh", "ŝ": "shch", "û": "iu", "â": "ia", "ë": "io", "ʹ": "'", "’": "'",
    "ʼ": "'", "`": "'", "ö": "e", "ć": "ch", "ş": "sh", "ç": "ch", "ł": "l",
}  # fmt: skip
LETTERS = str.maketrans(CYRILLIC | MARKED_LATIN)

LOOKALIKE_LATIN, LOOKALIKE_CYRILLIC = "aeopcyxikmthb", "аеорсухікмтнв"
TO_CYRILLIC = str.maketrans(LOOKALIKE_LATIN, LOOKALIKE_CYRILLIC)
TO_LATIN = str.maketrans(LOOKALIKE_CYRILLIC, LOOKALIKE_LATIN)

# Longest first. Capitals are sounds of the key: S sh and shch, C ch, Z zh. Latin h may stand for
# either of two Cyrillic letters, so both and g are one sound.
SOUNDS = (
    ("tsch", "C"), ("tch", "C"), ("shch", "S"), ("sch", "S"), ("sh", "S"), ("zh", "Z"), ("kh", "g"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("ch", "C"), ("ck", "k"), ("ts", "c"), ("tz", "c"),
    ("cz", "c"), ("ou", "u"), ("x", "ks"), ("h", "g"), ("w", "v"), ("q", "k"), ("j", "i"), ("y", "i"),
    ("'o", "io"), ("'", ""),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
SOFTENING = re.compile(r"i(?=[aeou])")
NOT_KEY = re.compile(r"[^a-zSCZ]")
OBLIQUE = re.compile(r"(?<=.{5})[oei]m$|(?<=.{3})(ogo|omu)$")
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name in the forms it is compared by.

    Attributes:
        stated: As it stands in the row.
        folded: Lower case, without accents, in its own script.
        key: Its sounds, the same across scripts.
        stem: The key without the ending that case and sex change.
        bones: The consonants of the stem; an opening vowel stays as ``A``.
        script: ``cyrillic``, ``latin`` ...
    """

    stated: str
    folded: str
    key: str
    stem: str
    bones: str
    script: str

    @property
    def is_initial(self) -> bool:
        """Whether only the first letter is given."""
        return len(self.folded) == 1


@lru_cache(maxsize=1 << 17)
def word_of(stated: str) -> Word:
    """The comparison forms of a word or of words that count as one (double surnames)."""
    unmixed = " ".join(_unmixed(part) for part in stated.split())
    key = _sound_key(unmixed)
    stem = _stem(key)
    return Word(stated, fold(unmixed), key, stem, _bones(stem), script_of(unmixed))


@lru_cache(maxsize=1 << 19)
def spelled_apart(left: str, right: str) -> int:
    """How many slips turn one word into the other: letters missed, added, changed or exchanged.

    Counts neighbours exchanged as one slip (optimal string alignment).
    """
    before: list[int] = []
    last = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != other))
            exchanged = row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other
            current.append(min(cost, before[column - 2] + 1) if exchanged else cost)
        before, last = last, current
    return last[-1]


def _unmixed(word: str) -> str:
    """Look-alike letters of the other alphabet read as the alphabet most letters are of."""
    lowered = unicodedata.normalize("NFC", word.casefold())
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in lowered)
    latin = sum("a" <= letter <= "z" for letter in lowered)
    if not cyrillic or not latin:
        return lowered
    return lowered.translate(TO_CYRILLIC if cyrillic >= latin else TO_LATIN)


def _sound_key(lowered: str) -> str:
    text = anyascii(lowered.translate(LETTERS)).casefold()
    for written, sound in SOUNDS:
        text = text.replace(written, sound)
    text = DOUBLED.sub(r"\1", NOT_KEY.sub("", text))
    text = SOFTENING.sub("", text.replace("io", "e"))
    text = DOUBLED.sub(r"\1", text)
    return f"{text[:-1]}v" if text.endswith("f") else text  # Smirnoff


def _stem(key: str) -> str:
    return OBLIQUE.sub("", key).rstrip(VOWELS) or key


def _bones(stem: str) -> str:
    consonants = "".join(letter for letter in stem if letter not in VOWELS)
    opening = "A" if stem[:1] and stem[0] in VOWELS else ""
    return DOUBLED.sub(r"\1", opening + consonants)
