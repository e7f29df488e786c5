"""Reason codes: why two figures agree or differ along a dimension of a comparison.

The codes are stable; their wording in any language lives with the pages and the command line,
whose catalogues are tested against this list. Never word a reason here.
"""

from enum import StrEnum

__all__ = ["ReasonCode"]


class ReasonCode(StrEnum):
    """Why a dimension of a comparison got its verdict.

    Attributes:
        SAME: Nothing differs along this dimension.
        OTHER_GROUP: Military against civilian, people against equipment.
        GROUP_NOT_STATED: One figure says whom it counts, the other does not.
        OTHER_SUBGROUP: Children against generals.
        PART_OF_GROUP: One counts a part of those whom the other counts.
        UNDEFINED_STATE: A word without a definition ("losses") against another measure.
        UNDEFINED_BY_EACH: The same undefined word from two claimants who may each mean another thing.
        PART_OF_WIDER: What one counts is contained in what the other counts (killed; killed or wounded).
        BOUNDED_BY_WIDER: As before, and all else agrees: the wider figure is an upper limit.
        OTHER_STATE: What became of those counted differs, and neither contains the other.
        OTHER_CLASS: Different classes of things, or different kinds of subject.
        OTHER_SIDE: The losses of different parties.
        SIDE_NOT_STATED: Whose losses they are is not said.
        PLACE_AND_WHOLE: One place against the whole war.
        OTHER_PLACE: Two different places.
        CLOSE_DAYS: Running totals of different days, no more than a week apart.
        OTHER_DAY: Running totals of days too far apart to be rivals.
        DAY_VAGUE: The days can be one day, but one is stated as a year only.
        DAY_NOT_STATED: A running total without its day.
        OTHER_START: Running totals counted from different days.
        SAME_SERIES: One claimant's figures of one quantity for other days.
        TOTAL_AND_CHANGE: A running total and a change of the same series.
        OTHER_MODE: A total, a change, an incident, a rate: not the same relation to time.
        OTHER_PERIOD: Changes or rates over different periods.
        PERIOD_NOT_STATED: A change or a rate without its period.
        OTHER_INCIDENT: Incidents of different days.
        INCIDENT_NOT_NAMED: Incidents of one day which may or may not be the same one.
        NO_NUMBER: Words without a usable number.
        DENIED: A denial against a figure.
        NOT_LIVE: A figure that was refuted, altered or superseded.
        OTHER_UNIT: Persons against percentages, days against months.
        PART_OF_TOTAL: A part against its own total: never add the two.
        PARTS_OF_ONE_TOTAL: Two parts of one total.
        OPEN_BOUND: A bound ("more than") against a value or another bound.
        COUNT_IS_MINIMUM: A count of confirmed cases, a minimum, against a claim or an estimate.
        ESTIMATE_AND_CLAIM: A figure inferred against a figure claimed.
        OTHER_INTEREST: The same kind of figure from claimants who stand differently to those counted.
    """

    SAME = "same"
    OTHER_GROUP = "other-group"
    GROUP_NOT_STATED = "group-not-stated"
    OTHER_SUBGROUP = "other-subgroup"
    PART_OF_GROUP = "part-of-group"
    UNDEFINED_STATE = "undefined-state"
    UNDEFINED_BY_EACH = "undefined-by-each"
    PART_OF_WIDER = "part-of-wider"
    BOUNDED_BY_WIDER = "bounded-by-wider"
    OTHER_STATE = "other-state"
    OTHER_CLASS = "other-class"
    OTHER_SIDE = "other-side"
    SIDE_NOT_STATED = "side-not-stated"
    PLACE_AND_WHOLE = "place-and-whole"
    OTHER_PLACE = "other-place"
    CLOSE_DAYS = "close-days"
    OTHER_DAY = "other-day"
    DAY_VAGUE = "day-vague"
    DAY_NOT_STATED = "day-not-stated"
    OTHER_START = "other-start"
    SAME_SERIES = "same-series"
    TOTAL_AND_CHANGE = "total-and-change"
    OTHER_MODE = "other-mode"
    OTHER_PERIOD = "other-period"
    PERIOD_NOT_STATED = "period-not-stated"
    OTHER_INCIDENT = "other-incident"
    INCIDENT_NOT_NAMED = "incident-not-named"
    NO_NUMBER = "no-number"
    DENIED = "denied"
    NOT_LIVE = "not-live"
    OTHER_UNIT = "other-unit"
    PART_OF_TOTAL = "part-of-total"
    PARTS_OF_ONE_TOTAL = "parts-of-one-total"
    OPEN_BOUND = "open-bound"
    COUNT_IS_MINIMUM = "count-is-minimum"
    ESTIMATE_AND_CLAIM = "estimate-and-claim"
    OTHER_INTEREST = "other-interest"
