"""Hierarchical models as sets of terms."""

import numpy as np
import pytest

from tollbook.estimate.models import formula, hierarchical_models, models_with_one_pair_more


@pytest.mark.parametrize(("lists", "models"), [(2, 1), (3, 8), (4, 113), (5, 6893)])
def test_all_hierarchical_models_are_there(lists, models):
    """The number of hierarchical models with all main effects, without the saturated one, is known."""
    assert len(np.unique(hierarchical_models(lists, lists), axis=0)) == models


def test_pairs_alone_are_subsets_of_the_pairs():
    """With terms of at most two lists, each set of pairs is a model."""
    assert len(hierarchical_models(5, 2)) == 2**10


def test_a_term_brings_its_subsets():
    """Whoever has a term has all terms inside it."""
    for model in hierarchical_models(4, 3):
        for term in np.flatnonzero(model):
            assert all(model[part] for part in range(16) if part & term == part)


def test_a_model_is_named_by_its_largest_terms():
    """The formula lists the largest terms, the longest first."""
    model = np.zeros(16, dtype=bool)
    for largest in (0b0111, 0b1001, 0b1100):
        model[[part for part in range(16) if part & largest == part]] = True
    assert formula(model) == "[123][14][34]"


def test_the_next_step_adds_one_pair():
    """From independence of four lists there are six steps, each with one term more."""
    independence = hierarchical_models(4, 1)[0]
    steps = models_with_one_pair_more(independence, 4)
    assert len(steps) == 6
    assert set(steps.sum(axis=1)) == {6}
