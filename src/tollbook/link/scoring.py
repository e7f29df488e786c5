"""Scores: the bits of a pair, its probability and the reasons a person can read.

A score is a suggestion of the machine. It never takes a person's judgement into account.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp2, log2

from tollbook.link.comparison import Agreement, Comparison
from tollbook.link.comparisons import COMPARISONS
from tollbook.link.forms import Form
from tollbook.link.given_names import given_name_of
from tollbook.link.weights import Weights, prior_bits, weights_for
from tollbook.model.links import PairScore, Reason

__all__ = ["Scorer", "bits_of", "probability_of", "scorer_for"]

SURE_BITS = 60.0  # beyond this a float cannot tell the probability from certainty


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores pairs among one set of records.

    Attributes:
        weights: In force for these records.
        prior: The bits before anything is compared.
        comparisons: What is compared.
    """

    weights: Weights
    prior: float
    comparisons: tuple[Comparison, ...] = COMPARISONS

    def bits(self, left: Form, right: Form) -> float:
        """The log2 odds that both are one person."""
        return self.prior + sum(bits for _, _, bits in self._best(left, right))

    def score(self, left: Form, right: Form) -> PairScore:
        """The probability that both are one person, and why; the smaller id stands left."""
        first, second = sorted((left, right), key=lambda form: form.record_id)
        found = self._best(first, second)
        reasons = tuple(
            Reason(name, agreement.level, round(bits, 3), agreement.left, agreement.right)
            for name, agreement, bits in found
        )
        probability = probability_of(self.prior + sum(bits for _, _, bits in found))
        return PairScore(first.record_id, second.record_id, probability, reasons)

    def _best(self, left: Form, right: Form) -> list[tuple[str, Agreement, float]]:
        """The agreements as the names stand, or with one name's parts exchanged if that fits better."""
        found = list(self._agreements(left, right))
        if _may_be_exchanged(left, right):
            turned = list(self._agreements(left, _turned(right)))
            if sum(bits for _, _, bits in turned) > sum(bits for _, _, bits in found):
                return turned
        return found

    def _agreements(self, left: Form, right: Form) -> Iterator[tuple[str, Agreement, float]]:
        for comparison in self.comparisons:
            agreement = comparison.compare(left, right)
            if agreement is not None:
                yield comparison.name, agreement, self.weights.bits(comparison.name, agreement)


def scorer_for(forms: Sequence[Form]) -> Scorer:
    """A scorer with the frequencies and the prior of these records."""
    return Scorer(weights_for(forms, COMPARISONS), prior_bits(len(forms)))


def probability_of(bits: float) -> float:
    """The probability with these log2 odds."""
    return 1.0 / (1.0 + exp2(-max(-SURE_BITS, min(SURE_BITS, bits))))


def bits_of(probability: float) -> float:
    """The log2 odds of a probability strictly between 0 and 1."""
    return log2(probability / (1.0 - probability))


def _may_be_exchanged(left: Form, right: Form) -> bool:
    """Whether one row's family name may be the other's given name, and neither row is sure of it."""
    if left.name.sure and right.name.sure:
        return False
    family, given = left.name.family, left.name.given
    other_family, other_given = right.name.family, right.name.given
    if family is None or given is None or other_family is None or other_given is None:
        return False
    return family.bones == other_given.bones or given.bones == other_family.bones


def _turned(form: Form) -> Form:
    """The form with family and given name exchanged."""
    family = form.name.family
    given_name = given_name_of(family) if family and not family.is_initial else None
    name = replace(form.name, family=form.name.given, given=family, given_name=given_name)
    return replace(form, name=name)
