"""How a figure relates to time: running total, change, incident or rate; its days; what is inferred.

A day named with "since" opens the period, "as of" closes it. A running total without a day is as of
publication, and says that this was inferred.
"""

import re
from dataclasses import dataclass, field

from tollbook.errors import DateError
from tollbook.model.claims import Flag, Mode
from tollbook.model.dates import FuzzyDate, Period
from tollbook.model.measures import Measure
from tollbook.read.days import DayMention
from tollbook.read.news.counted import Counted
from tollbook.read.news.lexicon import plain_words
from tollbook.read.news.marks import MarkedSentence

__all__ = ["Known", "When", "day_spoken_of", "when_of"]

EVENTS = frozenset({
    Measure.MOBILISED, Measure.RECRUITED, Measure.HOSTAGES, Measure.KIDNAPPED, Measure.POW_EXCHANGED,
})  # fmt: skip
MANY = 1000  # "1,000 were killed" is hardly one incident
SINCE_WORDS = 6
DECIDING = ("rate", "increment", "cumulative", "event")  # which mark decides, where several stand


@dataclass(frozen=True, slots=True)
class When:
    """How a figure relates to time.

    Attributes:
        mode: Running total, change, incident, rate or state.
        covers: The span of the events.
        as_of: The cut-off day of a total.
        unit: ``per_day`` ... for a rate.
        flags: Whether the day was inferred.
    """

    mode: Mode
    covers: Period = field(default_factory=Period)
    as_of: FuzzyDate | None = None
    unit: str | None = None
    flags: frozenset[Flag] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What stands before the figure is read.

    Attributes:
        published: The document's day.
        war_started: The first day of the war of the party that lost.
        earlier: The time of the figure before, where the text goes on about it.
        day: The day last spoken of in the paragraph.
        mode: How the figure before relates to time, wherever it stands.
        summing: Whether a sentence before has opened the summing up ("In total ...").
    """

    published: FuzzyDate | None
    war_started: FuzzyDate | None = None
    earlier: When | None = None
    day: FuzzyDate | None = None
    mode: Mode | None = None
    summing: bool = False


def when_of(counted: Counted, sentence: MarkedSentence, known: Known) -> When:
    """The time of a figure: from its own sentence, else from what stands before."""
    if any(mark.value == "same" for mark in sentence.of("day")) and known.earlier:
        return known.earlier
    mode = _mode(counted, sentence, known)
    if mode is Mode.RATE:
        unit = next((mark.value for mark in sentence.of("period")), "per_day")
        return When(mode, unit=unit, **_as_of(sentence, known))
    if mode in {Mode.INCREMENT, Mode.EVENT}:
        return _happened(counted, mode, sentence, known)
    return _total(mode, sentence, known)


def day_spoken_of(sentence: MarkedSentence) -> FuzzyDate | None:
    """The last day a sentence names that is no beginning of a period."""
    days = [day for day in sentence.days if _role(day, sentence) != "since" and day.covers is None]
    return days[-1].date if days else None


def _mode(counted: Counted, sentence: MarkedSentence, known: Known) -> Mode:
    if counted.measure in EVENTS:
        return Mode.EVENT
    marks = {mark.value: mark for mark in _nearest_last(counted, sentence)}
    if "increment" in marks and "cumulative" in marks:
        distance = {value: _distance(counted, mark.start, mark.end) for value, mark in marks.items()}
        return Mode(min(("increment", "cumulative"), key=lambda value: distance[value]))
    stated = next((Mode(value) for value in DECIDING if value in marks), None)
    if stated or counted.measure is Measure.MISSING:
        return stated or Mode.STOCK
    if "total" in marks:
        return Mode.CUMULATIVE
    if known.earlier and not (known.earlier.mode is Mode.INCREMENT and _until_now(counted, sentence)):
        return known.earlier.mode
    return _mode_unsaid(counted, sentence, known)


def _mode_unsaid(counted: Counted, sentence: MarkedSentence, known: Known) -> Mode:
    """An incident where somebody did it, a day is named or the text tells of one; else a total."""
    days = (day for day in sentence.days if day.date.exact and _role(day, sentence) is None)
    dated = any(not _with_speaker(day, sentence) for day in days)
    verb = counted.states[0].start if counted.states else counted.start
    leading = plain_words(sentence.between(sentence.start, verb))
    before = {" ".join(leading[-2:]), *leading[-1:]}
    words = sentence.lexicon.words
    few = (counted.count.high or counted.count.low or 0) < MANY
    done = counted.active and not before & words["perfect"]
    told = any(
        m.start < verb.end and verb.start < m.end for verb in counted.states for m in sentence.of("told")
    )
    past = bool(before & words["simple_past"]) or (told and not before & words["perfect"])
    closed = any(_role(day, sentence) == "as_of" for day in sentence.days)
    if not dated and (known.summing or _until_now(counted, sentence) or _counted_up(sentence)):
        return Mode.CUMULATIVE
    once = not closed and (dated or done or (few and past))
    if known.mode is Mode.INCREMENT and few and not closed and not dated:
        return Mode.INCREMENT
    return Mode.EVENT if once or known.mode is Mode.EVENT else Mode.CUMULATIVE


def _until_now(counted: Counted, sentence: MarkedSentence) -> bool:
    """Whether the tense gives a total ("has also lost"), whatever was told before."""
    verb = counted.states[0].start if counted.states else counted.start
    before = plain_words(sentence.between(sentence.start, verb))[-2:]
    words = sentence.lexicon.words
    return bool(set(before) & (words["perfect"] - {"had"}))


def _counted_up(sentence: MarkedSentence) -> bool:
    """Whether somebody "has recorded" the figure: a count that goes on."""
    words = sentence.lexicon.words["perfect"]
    verbs = [m for m in sentence.of("say") if m.value == "confirmed" or m.start > sentence.start]
    said = (plain_words(sentence.between(sentence.start, m.start))[-1:] for m in verbs)
    if any(m.value == "estimated" for m in verbs):
        return True
    return any(set(before) & (words - {"had"}) for before in said)


def _nearest_last(counted: Counted, sentence: MarkedSentence) -> list:  # type: ignore[type-arg]
    marks = [m for m in sentence.of("mode") if m.value != "event" or m.start != counted.number.start]
    return sorted(marks, key=lambda mark: -_distance(counted, mark.start, mark.end))


def _distance(counted: Counted, start: int, end: int) -> int:
    return max(counted.number.start - end, start - counted.number.end, 0)


def _role(day: DayMention, sentence: MarkedSentence) -> str | None:
    """Whether a day opens the period (``since``) or closes it (``as_of``)."""
    for mark in sorted(sentence.of("day"), key=lambda mark: -mark.end):
        gap = sentence.between(mark.end, day.start) if mark.end <= day.start else ","
        if mark.value == "same" or re.search(r"[,;:]", gap):
            continue
        if sentence.lexicon.only(gap, "near_day") or (
            mark.value == "since" and len(plain_words(gap)) <= SINCE_WORDS
        ):
            return "since" if mark.value == "from" else mark.value
    return None


def _with_speaker(day: DayMention, sentence: MarkedSentence) -> bool:
    """Whether the day is the day of speaking ("said on Wednesday")."""
    say = sentence.last_before(day.start, "say")
    gap = sentence.between(say.end, day.start) if say else ","
    return day.covers is None and "," not in gap and len(plain_words(gap)) <= 1


def _as_of(sentence: MarkedSentence, known: Known) -> dict:  # type: ignore[type-arg]
    """The cut-off day, and the flag where it had to be inferred."""
    roles = [(day, _role(day, sentence)) for day in sentence.days]
    closing = [day.date for day, role in roles if role == "as_of"]
    plain = [day.date for day, role in roles if role is None and day.date != known.war_started]
    stated = (closing or plain)[-1:]
    if stated:
        return {"as_of": stated[0], "flags": frozenset()}
    if known.earlier and known.earlier.as_of:
        return {"as_of": known.earlier.as_of, "flags": known.earlier.flags}
    if known.day:
        return {"as_of": known.day, "flags": frozenset()}
    flags = frozenset({Flag.DATE_INFERRED}) if known.published else frozenset()
    return {"as_of": known.published, "flags": flags}


def _total(mode: Mode, sentence: MarkedSentence, known: Known) -> When:
    """A running total, or a present state, with its cut-off day."""
    closed = _as_of(sentence, known)
    since = [day.date for day in sentence.days if _role(day, sentence) == "since"]
    start = since[0] if since else known.war_started if mode is Mode.CUMULATIVE else None
    return When(mode, _period(start, closed["as_of"]), closed["as_of"], flags=closed["flags"])


def _happened(counted: Counted, mode: Mode, sentence: MarkedSentence, known: Known) -> When:
    """What happened on a day or over a reporting period."""
    if counted.measure is Measure.MOBILISED and not sentence.days:
        return When(mode)
    opening = [day for day in sentence.days if _role(day, sentence) == "since"]
    closing = [day for day in sentence.days if _role(day, sentence) == "as_of"]
    if opening and closing:
        return When(mode, _period(opening[0].date, closing[-1].date))
    days = [d for d in sentence.days if _role(d, sentence) != "since" and not _with_speaker(d, sentence)]
    if days:
        nearest = min(
            days,
            key=lambda day: (day.relative and day.covers is None, _distance(counted, day.start, day.end)),
        )
        return When(mode, nearest.covers or _period(nearest.date, nearest.date))
    if known.earlier and known.earlier.mode is mode:
        return known.earlier
    if known.day:
        return When(mode, _period(known.day, known.day))
    flags = frozenset({Flag.DATE_INFERRED}) if known.published else frozenset()
    return When(mode, _period(None, known.published), flags=flags)


def _period(start: FuzzyDate | None, end: FuzzyDate | None) -> Period:
    try:
        return Period(start, end)
    except DateError:
        return Period(None, end)
