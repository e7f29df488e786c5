"""News articles: several claims of several claimants in one text, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tollbook.model.scope import Scope
from tollbook.simulate.dice import Dice
from tollbook.simulate.documents import Imprint, Written, document
from tollbook.simulate.newsroom import KINDS, Desk, News
from tollbook.simulate.tables import table
from tollbook.simulate.wording import Value, Wording
from tollbook.simulate.world import WarSize, started

__all__ = ["write_articles"]

OUTLETS = {"en": ("Northern Tern", "northern-tern"), "uk": ("Nova Mezha", "nova-mezha"),
           "ru": ("Nova Mezha", "nova-mezha")}  # fmt: skip
LANGUAGES = ("en", "uk", "en", "ru", "uk", "ru")
FIRST_DAY = 17
LEAD_CHANCE, FOLLOWED = 0.85, 0.5
LEANING = {"staff_things", "higher"}
BODY_KINDS = [
    "memorial", "chief", "ministry", "president", "institute", "shelling", "exchange", "mobilised",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence with what it says."""

    kind: str
    template: str
    news: News


def write_articles(desk: Desk, size: WarSize, scope: Scope, dice: Dice) -> list[Written]:
    """Articles at even distances, the outlets by turns; the last English one opens with KEY POINTS."""
    last_offset = size.weeks * 7 - 2
    step = (last_offset - FIRST_DAY) / max(1, size.articles - 1)
    languages = [LANGUAGES[number % len(LANGUAGES)] for number in range(size.articles)]
    with_points = max(number for number, language in enumerate(languages) if language == "en")
    written = []
    for number, language in enumerate(languages):
        day = started() + timedelta(days=FIRST_DAY + round(number * step))
        here = replace(desk, language=language)
        written.append(_article(here, day, number == with_points, scope, dice))
    return written


def _article(desk: Desk, day: date, key_points: bool, scope: Scope, dice: Dice) -> Written:
    outlet, short = OUTLETS[desk.language]
    imprint = Imprint(f"{short}-{desk.language}-{day.isoformat()}", outlet, day, desk.language)
    told = _chosen(desk, day, key_points, dice)
    paragraphs = [_worded(each, desk, day) for each in told]
    fillers = table("articles")["filler"][desk.language]
    paragraphs.insert(dice.one_of(_breaks(told)), dice.one_of(fillers))
    if key_points:
        paragraphs.insert(0, _points(told, desk, day))
    claims = tuple(replace(claim, document=imprint.name) for each in told for claim in each.news.claims)
    title = dice.one_of(table("articles")["title"][desk.language])
    return Written(document(imprint, title, "\n\n".join(paragraphs), scope), stated=claims)


def _chosen(desk: Desk, day: date, key_points: bool, dice: Dice) -> list[_Told]:
    """The news of the day in the order of the article: the staff's figure first, as papers do."""
    kinds = []
    if key_points or dice.happens(LEAD_CHANCE):
        kinds.append("staff_losses")
    if kinds and (key_points or dice.happens(FOLLOWED)):
        kinds.append("staff_things")
    order = [BODY_KINDS[int(place)] for place in dice.generator.permutation(len(BODY_KINDS))]
    body = sorted(order[: dice.between(2, 4)], key=BODY_KINDS.index)
    if key_points and "memorial" not in body:
        body.insert(0, "memorial")
    for kind in body:
        kinds += [kind, "higher"] if kind == "memorial" and dice.happens(FOLLOWED) else [kind]
    told = [_told(kind, desk, day, dice) for kind in kinds]
    found = [each for each in told if each]
    return found or [each for each in (_told("shelling", desk, day, dice),) if each]


def _breaks(told: list[_Told]) -> list[int]:
    """Where another paragraph may go: not before one that speaks of "the same tally" or "the project"."""
    return [place for place in range(1, len(told)) if told[place].kind not in LEANING] + [len(told)]


def _told(kind: str, desk: Desk, day: date, dice: Dice) -> _Told | None:
    news = KINDS[kind](desk, day, dice)
    return _Told(kind, dice.one_of(table("articles")[kind][desk.language]), news) if news else None


def _worded(told: _Told, desk: Desk, day: date) -> str:
    values = _with_days(told.news.values, desk.language, day)
    return Wording(desk.language).fill(told.template, values)


def _with_days(values: Mapping[str, Value], language: str, day: date) -> dict[str, Value]:
    """The values and every way to say the day they are about."""
    said, wording = values["said"], Wording(language)
    when = said if isinstance(said, date) else day
    days: dict[str, Value] = {
        "since": started(), "day": when, "weekday": wording.weekday(when), "in_month": wording.month_in(when),
    }  # fmt: skip
    if language == "ru":
        phrase = str(table("words")["on_weekday"]["ru"][when.weekday()])
        days |= {"on_weekday": phrase, "On_weekday": phrase.capitalize()}
    return {**values, **days}


def _points(told: list[_Told], desk: Desk, day: date) -> str:
    """KEY POINTS: the first claims once more, in other words where there are any."""
    lines = []
    for each in [each for each in told if each.kind in {"staff_losses", "memorial"}]:
        others = [form for form in table("articles")[each.kind]["en"] if form != each.template]
        lines.append(f"  • {_worded(replace(each, template=others[0]), desk, day).rstrip('.')}")
    return "\n".join(["KEY POINTS", "", *lines])
