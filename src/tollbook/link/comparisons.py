"""The comparisons in one visible table, in the order their reasons are told."""

from tollbook.link.comparison import Comparison
from tollbook.link.fact_comparisons import Birth, Death, Place, Unit
from tollbook.link.name_comparisons import FamilyName, GivenNameComparison, Patronymic, SexComparison

__all__ = ["COMPARISONS"]

COMPARISONS: tuple[Comparison, ...] = (
    FamilyName(),
    GivenNameComparison(),
    Patronymic(),
    SexComparison(),
    Birth(),
    Death(),
    Place("place"),
    Place("district"),
    Place("region"),
    Unit(),
)
