"""Fitting and existence of estimates."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tollbook.estimate.cells import over_subsets, over_supersets
from tollbook.estimate.existence import has_maximum, identifies_unseen, without_empty_margins
from tollbook.estimate.fitting import fit_models
from tollbook.estimate.models import hierarchical_models


def margins(counts, cells):
    return over_supersets(np.where(cells, counts, 0.0))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, 500), min_size=15, max_size=15))
def test_the_fit_keeps_every_margin_the_model_states(counts):
    """At the maximum, fitted and counted margins agree for every term of the model."""
    models = hierarchical_models(4, 3)
    tables = np.broadcast_to(np.array([0.0, *counts]), models.shape)
    terms, cells = without_empty_margins(tables[0], models)
    fits = fit_models(tables, terms, cells)
    assert fits.converged.all()
    gap = np.abs(margins(fits.means, cells) - margins(tables, cells)) / tables.sum(axis=1, keepdims=True)
    assert np.where(terms, gap, 0.0).max() < 1e-6


def test_sums_over_subsets_and_supersets():
    """The fast transforms give what adding cell by cell gives."""
    values = np.arange(8.0) ** 2
    for cell in range(8):
        assert over_subsets(values)[cell] == sum(values[s] for s in range(8) if s & cell == s)
        assert over_supersets(values)[cell] == sum(values[s] for s in range(8) if s & cell == cell)


@settings(deadline=None)
@given(st.integers(0, 112), st.sets(st.integers(1, 15)))
def test_the_counting_test_of_identification_is_the_rank_test(index, gone):
    """The unseen cell is determined exactly if its row is a combination of the others."""
    model = hierarchical_models(4, 3)[index]
    gone_with_terms = {cell for cell in range(16) for term in gone if cell & term == term}
    terms, cells = model.copy(), np.array([cell > 0 and cell not in gone_with_terms for cell in range(16)])
    terms[sorted(gone_with_terms)] = False
    design = np.array([[float(cell & term == term) for term in np.flatnonzero(terms)] for cell in range(16)])
    seen = design[cells]
    rank = np.linalg.matrix_rank(seen) if len(seen) else 0
    assert bool(identifies_unseen(terms[None, :], cells[None, :])[0]) == (
        rank == np.linalg.matrix_rank(np.vstack([seen, design[0]]))
    )


def test_a_just_determined_model_with_an_empty_cell_has_no_estimate():
    """With all pairs of three lists and nobody on all three, the fit would have to be exactly zero."""
    counts = np.array([0.0, 40, 30, 6, 20, 5, 4, 0])
    cells = np.arange(8) > 0
    pairs, independence = hierarchical_models(3, 2)[-1], hierarchical_models(3, 1)[0]
    assert not has_maximum(counts, pairs, cells)
    assert has_maximum(counts, independence, cells)


@pytest.mark.parametrize("zeros", list(product((3, 5, 6), (7,))))
def test_an_estimate_that_exists_is_certified_by_its_own_fit(zeros):
    """Where the linear programme says yes, Newton's method rests at positive means, and only there."""
    counts = np.array([0.0, 40, 30, 6, 20, 5, 4, 3])
    counts[list(zeros)] = 0
    for model in hierarchical_models(3, 2):
        terms, cells = without_empty_margins(counts, model[None, :])
        if not identifies_unseen(terms, cells)[0]:
            continue
        fits = fit_models(counts[None, :], terms, cells)
        rests = fits.converged[0] and fits.means[0][cells[0]].min() > 1e-6
        assert rests == has_maximum(counts, terms[0], cells[0])


def test_an_unsupported_pair_takes_its_cells_along():
    """A pair nobody is on leaves the model together with the cells that contain it."""
    counts = np.array([0.0, 40, 30, 0, 20, 5, 4, 0])
    terms, cells = without_empty_margins(counts, hierarchical_models(3, 2)[-1:])
    assert not terms[0][0b011]
    assert list(np.flatnonzero(~cells[0])) == [0, 0b011, 0b111]
