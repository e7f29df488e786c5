"""The built-in methods in one visible table, in the order they are reported."""

from collections.abc import Mapping
from types import MappingProxyType

from tollbook.estimate.coverage import sample_coverage
from tollbook.estimate.estimator import Estimator
from tollbook.estimate.floors import chao_mth, documented
from tollbook.estimate.loglinear import loglinear_aic, loglinear_average, loglinear_bic
from tollbook.estimate.pairs import chapman

__all__ = ["ESTIMATORS"]

ESTIMATORS: Mapping[str, Estimator] = MappingProxyType(
    {
        "documented": documented,
        "chapman": chapman,
        "chao_mth": chao_mth,
        "sample_coverage": sample_coverage,
        "loglinear_bic": loglinear_bic,
        "loglinear_aic": loglinear_aic,
        "loglinear_average": loglinear_average,
    }
)
