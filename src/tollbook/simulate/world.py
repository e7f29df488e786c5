"""The stage: two countries that exist nowhere, how large their war is, and who speaks in it."""

from dataclasses import dataclass
from datetime import date, timedelta

from tollbook.errors import InputError
from tollbook.model.dates import FuzzyDate
from tollbook.model.scope import Party, Scope, Source, SourceKind, War
from tollbook.simulate.tables import table

__all__ = ["SMALL", "TINY", "WarSize", "invented_scope", "other_party", "recorded_party", "started"]


FEWEST_WEEKS = 4
FEWEST_DEAD = 10


@dataclass(frozen=True, slots=True)
class WarSize:
    """How much war to invent.

    Attributes:
        dead: Deaths of the side whose dead are recorded by name.
        weeks: How long it lasts.
        daily_report_weeks: The last weeks, in which every daily report is kept.
        articles: News articles.
        wounded_notices: Notices about people who are alive.

    Raises:
        InputError: The war would be too small to hold its documents.
    """

    dead: int
    weeks: int
    daily_report_weeks: int
    articles: int
    wounded_notices: int

    def __post_init__(self) -> None:
        """Refuse a war too small to hold its documents."""
        if self.weeks < FEWEST_WEEKS or not 0 < self.daily_report_weeks < self.weeks:
            raise InputError(
                f"a war lasts at least {FEWEST_WEEKS} weeks, the last of them with daily reports: "
                f"weeks {self.weeks}, daily_report_weeks {self.daily_report_weeks}"
            )
        if self.dead < FEWEST_DEAD or self.articles < 1 or self.wounded_notices < 0:
            raise InputError(
                f"a war has at least {FEWEST_DEAD} dead and one article: dead {self.dead}, "
                f"articles {self.articles}, wounded_notices {self.wounded_notices}"
            )

    @property
    def last_day(self) -> date:
        """The last day of the war, and of all publishing."""
        return started() + timedelta(weeks=self.weeks, days=-1)


SMALL = WarSize(dead=600, weeks=26, daily_report_weeks=3, articles=33, wounded_notices=16)
TINY = WarSize(dead=60, weeks=10, daily_report_weeks=2, articles=9, wounded_notices=4)


def started() -> date:
    """The first day of the invented war."""
    return date.fromisoformat(table("scope")["started"])


def recorded_party() -> str:
    """The attacker: the side whose dead are recorded by name."""
    return str(table("scope")["recorded_party"])


def other_party() -> str:
    """The side attacked."""
    return str(table("scope")["other_party"])


def invented_scope() -> Scope:
    """The war, its parties with their word stems, and the bodies that speak."""
    stage = table("scope")
    parties = tuple(
        Party(name, _stems(forms["forms"]), _stems(forms["capital_forms"]))
        for name, forms in stage["parties"].items()
    )
    war = War(stage["war"], tuple(party.name for party in parties), FuzzyDate.parse(stage["started"]))
    return Scope((war,), parties, tuple(_source(entry) for entry in stage["sources"]))


def _stems(forms: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(stems) for language, stems in forms.items()}


def _source(entry: dict[str, str | list[str]]) -> Source:
    texts = {key: str(entry[key]) for key in ("party", "channel", "names_dead_of") if key in entry}
    return Source(
        name=str(entry["name"]),
        aliases=tuple(entry.get("aliases", ())),
        kind=SourceKind(str(entry["kind"])),
        domains=tuple(entry.get("domains", ())),
        **texts,
    )
