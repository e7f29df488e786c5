"""The words of notices by language: one TOML file each, compiled once.

Grammar lives in code, words live in data: a new ship's rank or a new way of saying that
somebody died is a line in a file. A phrase's star stands for any ending.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tollbook.errors import ProjectError

__all__ = ["CUE_KINDS", "Lexicon", "lexicon_for"]

CUE_KINDS = (
    "death", "memory", "funeral", "wounded", "missing", "captured", "alive", "born", "event", "other",
)  # fmt: skip
CAPITAL = r"[A-ZА-ЯЁІЇЄҐ]"
NAME = rf"{CAPITAL}[\w’'ʼ-]+(?: {CAPITAL}[\w’'ʼ-]+){{0,2}}"
NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words, each list as one pattern.

    Attributes:
        language: ``en``, ``uk`` or ``ru``.
        subject_cues: By kind of event: the person is the subject of these words.
        object_cues: By kind of event: the person's name follows these words.
        words: Other word lists by name: ranks, roles, relatives ...
        patterns: By field: patterns with a group that holds the value.
        labels: The field that a label on a label-and-value page announces.
    """

    language: str
    subject_cues: Mapping[str, re.Pattern[str]]
    object_cues: Mapping[str, re.Pattern[str]]
    words: Mapping[str, re.Pattern[str]]
    patterns: Mapping[str, tuple[re.Pattern[str], ...]]
    labels: Mapping[str, str]

    def has(self, name: str, text: str) -> bool:
        """Whether any word of a list stands in the text."""
        return self.words[name].search(text) is not None


def lexicon_for(language: str, text: str = "") -> Lexicon:
    """The lexicon of a language; where the language is unknown, the script and letters decide."""
    if language in {"en", "uk", "ru"}:
        return _load(language)
    if re.search("[іїєґІЇЄҐ]", text):
        return _load("uk")
    return _load("ru" if re.search("[а-яА-Я]", text) else "en")


@cache
def _load(language: str) -> Lexicon:
    file = files(__package__).joinpath("lexicon", f"{language}.toml")
    table = tomllib.loads(file.read_text("utf-8"))
    missing = {*CUE_KINDS, "words", "patterns", "labels"} - table.keys()
    if missing:
        raise ProjectError(f"no section {sorted(missing)}", file=f"{language}.toml")
    return Lexicon(
        language=language,
        subject_cues={kind: _phrases(table[kind]["verbs"]) for kind in CUE_KINDS},
        object_cues={kind: _phrases(table[kind]["before"]) for kind in CUE_KINDS},
        words={name: _phrases(phrases) for name, phrases in table["words"].items()},
        patterns={name: _patterns(forms) for name, forms in table["patterns"].items()},
        labels=_labels(table["labels"]),
    )


def _phrases(phrases: Sequence[str]) -> re.Pattern[str]:
    """One pattern for all phrases, the longest first, apostrophes of any shape."""
    if not phrases:
        return NEVER
    forms = sorted({_phrase(phrase) for phrase in phrases}, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w’'ʼ-])(?:{'|'.join(forms)})(?![\w’'ʼ])", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    form = re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+").replace("ё", "[её]")
    return form.replace("'", "[’'ʼ]")


def _patterns(forms: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """Patterns with the capitalised forms filled in; the frame ignores case, the names do not."""
    place = rf"(?-i:{CAPITAL}[\w’'ʼ-]*(?:[ -]{CAPITAL}[\w’'ʼ-]+){{0,2}})"
    filled = (form.replace("{place}", place).replace("{name}", f"(?-i:{NAME})") for form in forms)
    return tuple(re.compile(rf"(?:\b(?=\w)|(?!\w))(?:{form})", re.IGNORECASE) for form in filled)


def _labels(table: Mapping[str, Any]) -> dict[str, str]:
    return {label: field for field, labels in table.items() for label in labels}
