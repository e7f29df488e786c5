"""The stages in order; the only place that hands one column's result to the next.

The command line and the desk call what stands here and nothing below.
"""

from tollbook.estimate import study_json
from tollbook.pipeline.demo import DemoReport, prepare_demo, run_demo
from tollbook.pipeline.estimating import estimate_unlisted
from tollbook.pipeline.ledger import Ledger, LedgerRow, side_by_side
from tollbook.pipeline.linking import link_people, register_entries
from tollbook.pipeline.publishing import brief, check_project, publish_edition
from tollbook.pipeline.reading import Progress, ReadReport, read_dry, read_into_book
from tollbook.pipeline.running import run_all
from tollbook.pipeline.tables import estimate_table, link_table
from tollbook.pipeline.verifying import verify_book, verify_edition
from tollbook.pipeline.workspace import dry_scope, new_workspace, now, open_workspace
from tollbook.read import HttpFetcher
from tollbook.simulate import Scorecard

__all__ = [
    "DemoReport",
    "HttpFetcher",
    "Ledger",
    "LedgerRow",
    "Progress",
    "ReadReport",
    "Scorecard",
    "brief",
    "check_project",
    "dry_scope",
    "estimate_table",
    "estimate_unlisted",
    "link_people",
    "link_table",
    "new_workspace",
    "now",
    "open_workspace",
    "prepare_demo",
    "publish_edition",
    "read_dry",
    "read_into_book",
    "register_entries",
    "run_all",
    "run_demo",
    "side_by_side",
    "study_json",
    "verify_book",
    "verify_edition",
]
