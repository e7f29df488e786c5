"""Labelled real texts, where they are at hand."""

import json
from pathlib import Path

import pytest
import yaml

from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document
from tollbook.model.scope import Scope
from tollbook.read.notices import Notices

GOLD = Path(__file__).parents[3] / ".." / "shared" / "gold"


@pytest.mark.parametrize("number", ["000", "053"])
def test_labelled_people(number):
    """Everyone the labels name is found, with the fate and age of the label, and nobody else."""
    text = GOLD / "texts" / f"{number}.md"
    if not text.exists():
        pytest.skip("needs ../shared/gold, which is not part of the project")
    _, front, body = text.read_text("utf-8").split("---\n", 2)
    about = yaml.safe_load(front)
    published = FuzzyDate.parse(str(about["published"]))
    document = Document(number, number, body, "", "", published=published, language=about["language"])
    labels = json.loads((GOLD / "labels" / f"{number}.json").read_text("utf-8"))["persons"]
    people = Notices().read(document, Scope()).people
    found = {(person.name.full, person.fate.value, person.age, person.died) for person in people}
    assert found == {
        (label["name"], label["status"], label.get("age"), label["death_date"]) for label in labels
    }
