"""Which language a text is in: letters first, then words.

Letters that only one language has settle it; the statistical model decides only among the
languages that are written with the letters seen.
"""

from collections import Counter
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from tollbook.text import script_of

__all__ = ["UNKNOWN", "detect_language"]

UNKNOWN = "und"
FEWEST_LETTERS = 20
READ = 4000  # code points; more would not change the answer
OWN_LETTERS = {"uk": "іїєґ", "ru": "ыэъё"}
BY_SCRIPT = {
    "cyrillic": ("uk", "ru", "bg", "be", "sr", "mk", "kk"),
    "latin": ("en", "de", "fr", "es", "it", "pl", "ro", "nl", "pt", "tr", "cs", "sv", "no", "da", "fi", "lt"),
    "arabic": ("ar", "fa", "ur"),
    "hebrew": ("he",),
}


def detect_language(text: str, *, declared: str | None = None) -> str:
    """The code of the language of a text; ``und`` where there is too little of it.

    Args:
        text: The text.
        declared: What the page says of itself: believed where the letters do not contradict it.
    """
    sample = text[:READ].casefold()
    letters = [character for character in sample if character.isalpha()]
    script = Counter(map(script_of, letters)).most_common(1)[0][0] if letters else ""
    if declared and (not letters or declared in BY_SCRIPT.get(script, (declared,))):
        return declared
    if len(letters) < FEWEST_LETTERS or script not in BY_SCRIPT:
        return UNKNOWN
    own = {code: sum(letter in alphabet for letter in letters) for code, alphabet in OWN_LETTERS.items()}
    if script == "cyrillic" and min(own.values()) == 0 < max(own.values()):
        return max(own, key=lambda code: own[code])
    return str(_identifier(BY_SCRIPT[script]).classify(sample)[0])


@cache
def _identifier(codes: tuple[str, ...]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(set(codes) & set(identifier.labels)))
    return identifier
