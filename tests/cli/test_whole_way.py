"""The whole way, command by command, on an invented war; and the demo, truth beside the book."""

import pytest

from tollbook.model.projects import Project
from tollbook.pipeline import new_workspace
from tollbook.simulate import TINY, simulate_war

SEED = 19481210


@pytest.mark.slow
def test_a_tiny_war_from_documents_to_an_edition(toll, tmp_path):
    """Read, claims, people, link, estimate, check, brief, publish, verify: each has its share of it."""
    war = simulate_war(SEED, size=TINY)
    folder = tmp_path / "war"
    new_workspace(Project(folder, "An invented war", scope=war.scope))
    for document in war.documents:
        (folder / "inbox" / f"{document.name}.md").write_text(document.text, "utf-8")
    here = ("--project", folder)

    read = toll("read", folder / "inbox", *here, "--jsonl").json
    assert read["documents"] == len(war.documents)
    assert toll("claims", *here, "--all", "--json").json["claims"]
    unrecorded = toll("people", *here, "--json").json["entries"]
    linked = toll("link", *here, "--json").json
    assert linked["people"] < linked["records"] == read["people"]
    joined = toll("people", *here, "--json").json["entries"]
    assert joined == unrecorded
    assert 0 < len(joined) < read["people"]
    (study,) = toll("estimate", "overlap", *here, "--json").json["studies"]
    assert study["party"] == war.truth.recorded_party
    assert 0 < study["panel"]["documented"] <= len(joined)
    assert toll("check", *here).code == 0
    brief = toll("brief", *here, "--json").json
    assert war.truth.recorded_party in brief["markdown"]
    published = toll("publish", *here, "--json").json
    assert published["edition"] == brief["edition"]
    assert (folder / "site" / "index.html").is_file()
    assert toll("verify", *here).code == toll("verify", published["edition"], *here).code == 0


@pytest.mark.slow
def test_the_demo_shows_the_truth_beside_the_book(toll, tmp_path):
    """A whole project is left behind, ``site`` points into it, and the true number of dead is printed."""
    out = tmp_path / "demo"
    ended = toll("demo", "--out", out, "--tiny", "--no-serve")
    assert ended.code == 0
    for name in ("tollbook.toml", "book.sqlite3", "captures", "editions"):
        assert (out / name).exists()
    assert (out / "site").is_symlink()
    assert (out / "site" / "index.html").is_file()
    truth = len({person.id for person in simulate_war(SEED, size=TINY).truth.dead})
    (row,) = [line for line in ended.out.splitlines() if "people who truly died" in line]
    assert row.split()[-1] == str(truth)
    assert f"in truth {truth}" in ended.out
    assert toll("verify", "--project", out).code == 0
