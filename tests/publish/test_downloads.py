"""Laws of the data package: valid by its schemas, safe in a spreadsheet, whole."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tollbook.model.editions import Edition
from tollbook.plain import from_plain
from tollbook.publish.downloads import data_files, safe_cell
from tollbook.publish.rows import ClaimRow, PersonRow
from tollbook.publish.schemas import EXPORTED, field_notes, schema_text, stored_schema

FILES = {
    "claims.json": "claim",
    "people.json": "person",
    "estimates.json": "estimate",
    "edition.json": "edition",
}


@pytest.mark.parametrize("name", ["edition", "empty", "hostile"])
@pytest.mark.parametrize("file", FILES)
def test_every_exported_file_is_valid_by_its_schema(name, file, request):
    """The JSON of any edition validates against the schema copied beside it."""
    files = data_files(request.getfixturevalue(name))
    schema = json.loads(files[f"schema/{FILES[file]}.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(files[file]))


@pytest.mark.parametrize(("file", "field"), [("claims.json", "measure"), ("people.json", "name")])
def test_a_schema_can_refuse(edition, file, field):
    """A row without a required field, or with a field nobody knows, is not valid."""
    files = data_files(edition)
    validator = Draft202012Validator(json.loads(files[f"schema/{FILES[file]}.json"]))
    rows = json.loads(files[file])
    assert not validator.is_valid([{**rows[0], "private": "x"}])
    assert not validator.is_valid([{key: value for key, value in rows[0].items() if key != field}])


@pytest.mark.parametrize("name", EXPORTED)
def test_the_stored_schemas_are_those_of_the_records(name):
    """A changed record cannot go out under an old schema; ``draw_schemas`` draws them anew."""
    assert stored_schema(name) == schema_text(name)


def test_the_whole_edition_comes_back(edition):
    """edition.json holds everything: read back, it is the edition."""
    assert from_plain(json.loads(data_files(edition)["edition.json"]), Edition) == edition


def test_csv_and_json_hold_the_same_rows(edition):
    """The CSV has the JSON's rows in its order, one column a field; what is not stated is empty."""
    files = data_files(edition)
    for table in ("claims", "people"):
        rows = list(csv.DictReader(io.StringIO(files[f"{table}.csv"])))
        listed = json.loads(files[f"{table}.json"])
        assert [row["id"] for row in rows] == [item["id"] for item in listed]
        for row, item in zip(rows, listed, strict=True):
            assert all(row[key] == "" for key in item if item[key] is None)
    claims = list(csv.DictReader(io.StringIO(files["claims.csv"])))
    assert [claims[3]["low"], claims[3]["high"]] == ["100000", ""]


@given(st.text(), st.sampled_from("=+-@\t\r"))
def test_no_cell_begins_like_a_formula(text, mark):
    """Whatever the text, a spreadsheet has nothing to run; harmless text is unchanged."""
    assert not safe_cell(mark + text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert not safe_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert safe_cell(f"x{text}").lstrip("'").startswith("x")


def test_numbers_stay_numbers():
    """A count has no grouping and no needless decimals; nothing stated is nothing written."""
    assert [safe_cell(value) for value in (140_460, 100_000.0, 0.97, None, ("a", "b"))] == [
        "140460", "100000", "0.97", "", "a; b",
    ]  # fmt: skip


def test_hostile_names_are_disarmed_in_the_table(hostile):
    """A claimant called like a formula is written as text."""
    rows = list(csv.DictReader(io.StringIO(data_files(hostile)["claims.csv"])))
    assert rows[0]["claimant"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("record", [ClaimRow, PersonRow])
def test_every_column_is_documented(record):
    """Each column of a table has its meaning beside it."""
    assert set(field_notes(record)) == set(record.__dataclass_fields__)


def test_a_number_that_json_cannot_hold_is_null(edition):
    """An infinite diagnostic does not break the file."""
    party, study = edition.studies[0]
    odd = replace(study.estimates[0], diagnostics={"ratio": float("inf")})
    files = data_files(replace(edition, studies=((party, replace(study, estimates=(odd,))),)))
    assert json.loads(files["estimates.json"])[0]["study"]["estimates"][0]["diagnostics"] == {"ratio": None}
