"""Why two figures can or cannot be compared, in words. The reason codes come with the comparison."""

from tollbook.model.comparisons import Comparability, Comparison, Dimension
from tollbook.publish.wording import Wording

__all__ = ["dimension_reason", "telling_dimensions", "told_reasons"]


def dimension_reason(dimension: Dimension, wording: Wording) -> str:
    """The reason in words: the code's own wording, or else what the dimension and verdict say."""
    if wording.has("reasons", dimension.reason):
        return wording.say("reasons", dimension.reason)
    return wording.word(f"dimension_reasons.{dimension.verdict.value}", dimension.name.value)


def telling_dimensions(comparison: Comparison) -> tuple[Dimension, ...]:
    """The dimensions that decided: those that came out as the whole did, or not the same at all."""
    deciding = tuple(d for d in comparison.dimensions if d.verdict is comparison.verdict)
    if comparison.verdict is Comparability.DIFFERENT:
        return deciding
    return tuple(d for d in comparison.dimensions if d.verdict is not Comparability.SAME)


def told_reasons(comparison: Comparison, wording: Wording) -> tuple[str, ...]:
    """Each deciding reason in words, told once."""
    told = (dimension_reason(dimension, wording) for dimension in telling_dimensions(comparison))
    return tuple(dict.fromkeys(told))
