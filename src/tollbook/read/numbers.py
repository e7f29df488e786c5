"""Numbers in running text, as figures and as words, each with its place and what it measures.

English, Ukrainian and Russian are read at once: texts mix them. A number is never guessed:
what is part of a name, a date with letters, a clock time or a calibre is left out, and a number
with a unit (days, kilometres, percent) says so.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

__all__ = ["NumberMention", "find_numbers"]

FIGURE = r"\d{1,3}(?:[,. \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)|\d+"
TOKEN = re.compile(rf"(?P<figure>{FIGURE})|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)|(?P<sign>\S)")
GROUPED = re.compile(r"\d{1,3}(?:\D\d{3})+")
UNIT_WORDS = 2
ABBREVIATED = frozenset({"тыс", "тис", "млн"})
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number, or a range of two, where it stands.

    Attributes:
        start, end: Its place in the text.
        low, high: The ends of the range; one value twice where it is no range. Kept as written
            even where the low end is above the high one: see ``is_reversed``.
        worded: Whether it is written in words alone.
        unit: ``percent``, ``money``, ``time``, ``distance``, ``weight`` or ``None`` for a plain count.
    """

    start: int
    end: int
    low: float
    high: float
    worded: bool = False
    unit: str | None = None

    @property
    def is_range(self) -> bool:
        """Whether two ends are stated."""
        return self.low != self.high

    @property
    def is_reversed(self) -> bool:
        """Whether the lower end as stated is above the upper one ("between 900 and 400")."""
        return self.low > self.high


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str
    kind: str


class _Words:
    """Looks words up, whole or by their beginning."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        pairs = [(form, key) for key, forms in table.items() for form in forms]
        self.whole = {form: key for form, key in pairs if not form.endswith("*")}
        self.stems = {form[:-1]: key for form, key in pairs if form.endswith("*")}

    def find(self, word: str) -> str | None:
        """The key the word stands under."""
        if word in self.whole:
            return self.whole[word]
        return next((key for stem, key in self.stems.items() if word.startswith(stem)), None)


TABLE = tomllib.loads(files("tollbook.read").joinpath("tables", "number_words.toml").read_text("utf-8"))
SMALL, MULTIPLIER, UNIT = (_Words(TABLE[name]) for name in ("small", "multiplier", "unit"))
WORDS = _Words({key: TABLE["words"][key] for key in ("growth",)})
BARE, ARTICLE, TO, OPENING, BETWEEN, BETWEEN_AND = (
    frozenset(TABLE["words"][key]) for key in ("bare", "article", "to", "opening", "between", "between_and")
)


def find_numbers(text: str) -> tuple[NumberMention, ...]:
    """Every number of a text in its order, ranges joined ("70 to 80,000" is 70,000 to 80,000)."""
    tokens = [
        _Token(
            m.start(), m.end(), m.group().casefold().replace("’", "'").replace("ʼ", "'"), m.lastgroup or ""
        )
        for m in TOKEN.finditer(text)
    ]
    found: list[NumberMention] = []
    at = 0
    while at < len(tokens):
        taken = _amount(tokens, at)
        if taken is None:
            at += 1
            continue
        mention, after = _ranged(tokens, at, *taken)
        if _stands_free(text, mention):
            found.append(replace(mention, unit=_unit(text, tokens, mention, after)))
        at = after
    return tuple(found)


def _value(token: _Token) -> float:
    text = token.word
    if GROUPED.fullmatch(text):
        return float(re.sub(r"\D", "", text))
    return float(text.replace(",", "."))


def _amount(tokens: list[_Token], at: int) -> tuple[NumberMention, int] | None:
    """The number that starts at a token, and the index after it."""
    total = current = 0.0
    last, index, worded, ceiling = None, at, True, float("inf")
    while index < len(tokens):
        token = tokens[index]
        value, scale = _reading(token), MULTIPLIER.find(token.word)
        joined = token.word in {"-", "and"} and last is not None and _goes_on(tokens, index, current or total)
        abbreviated = token.word == "." and last is not None and last.word in ABBREVIATED
        if value is not None and value < ceiling and (token.kind != "figure" or not current):
            current, ceiling, worded = current + value, _room(value, token), worded and token.kind == "word"
        elif scale and (last or token.word in BARE or _article(tokens, index)):
            current = (current or 1) * float(scale)
            total, current = (total + current, 0.0) if current >= THOUSAND else (total, current)
            ceiling = float(scale)
        elif joined:
            index += 1
            continue
        elif abbreviated:
            pass
        else:
            break
        last, index = token, index + 1
    if last is None:
        return None
    value_in_all = total + current
    return NumberMention(tokens[at].start, last.end, value_in_all, value_in_all, worded), index


def _reading(token: _Token) -> float | None:
    if token.kind == "figure":
        return _value(token)
    small = SMALL.find(token.word)
    return float(small) if small is not None else None


def _room(value: float, token: _Token) -> float:
    """What may still be added after this word: units after tens, tens after hundreds."""
    if token.kind == "figure":
        return 0.0
    return next((float(step) for step in (100, 10) if value >= 2 * step or value == step == 100), 0.0)  # noqa: PLR2004 - twenty is the first ten that takes a unit


def _goes_on(tokens: list[_Token], index: int, so_far: float) -> bool:
    """Whether a hyphen or "and" joins two number words ("twenty-five", "two hundred and ten")."""
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or after.kind != "word":
        return False
    if tokens[index].word == "-":
        close = before.end == tokens[index].start and tokens[index].end == after.start
        return (
            close
            and SMALL.find(after.word) is not None
            and before.kind == "word"
            and SMALL.find(before.word) is not None
        )
    small = SMALL.find(after.word)
    return MULTIPLIER.find(before.word) == "100" and small is not None and float(small) < 100 <= so_far  # noqa: PLR2004 - "two hundred and ten"


def _article(tokens: list[_Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].word in ARTICLE


def _ranged(tokens: list[_Token], at: int, first: NumberMention, after: int) -> tuple[NumberMention, int]:
    """The number, or the range it opens."""
    if after + 1 >= len(tokens):
        return first, after
    before = tokens[at - 1].word if at else ""
    links = TO | (BETWEEN_AND if before in BETWEEN else frozenset())
    second = _amount(tokens, after + 1) if tokens[after].word in links else None
    growing = any(WORDS.find(token.word) for token in tokens[max(0, at - 3) : at])
    if second is None or growing:
        return first, after
    low, high = _same_scale(first.low, second[0].high)
    if low == high or (low > high and not (before in OPENING or _dashed(tokens, after))):
        return first, after
    worded = first.worded and second[0].worded
    start = tokens[at - 1].start if before in OPENING else first.start
    return NumberMention(start, second[0].end, low, high, worded), second[1]


def _dashed(tokens: list[_Token], at: int) -> bool:
    """Whether a dash without spaces joins two figures of three digits or more ("900-400")."""
    left, dash, right = tokens[at - 1 : at + 2]
    close = dash.kind == "sign" and left.end == dash.start and dash.end == right.start
    return close and all(t.kind == "figure" and len(t.word) >= len("100") for t in (left, right))


def _same_scale(low: float, high: float) -> tuple[float, float]:
    """Both ends with the thousands that only the second one says."""
    for scale in (1_000_000, THOUSAND):
        if low < THOUSAND and high >= scale and low * scale <= high:
            return low * scale, high
    return low, high


def _stands_free(text: str, mention: NumberMention) -> bool:
    """Whether the number is a word of its own: not Т-72, 20-year-old, 6th, 9:00 or 1.02.2024."""
    before, after = text[: mention.start][-2:], text[mention.end :][:2]
    stuck = re.search(r"[^\W_]$|[^\W_][-–/.,:]$|\d[.,:/]$|[#№]$", before)
    runs_on = re.match(r"[^\W_]|[-/:.’'][^\W_]", after)
    return not stuck and not runs_on


def _unit(text: str, tokens: list[_Token], mention: NumberMention, after: int) -> str | None:
    """The unit that follows, or the currency that stands before."""
    if re.search(r"[$€£₴₽]\s?$", text[: mention.start]):
        return "money"
    following = [t.word for t in tokens[after : after + UNIT_WORDS] if t.word not in {"-", "–"}]
    return UNIT.find(following[0]) if following else None
