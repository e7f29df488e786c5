"""Each command answers in the form that was asked for, and ends with the right code."""

import pytest
from invented_texts import TOLL_OF_DEAD, document

CLAIM_KEYS = {
    "type", "document", "claimant", "relayed_by", "party", "group", "measure", "low", "high", "qualifier",
    "mode", "status", "from", "to", "as_of", "flags", "vague", "spans",
}  # fmt: skip
PERSON_KEYS = {
    "type", "document", "name", "age", "party", "status", "death_date", "funeral_date", "funeral_place",
    "rank", "spans",
}  # fmt: skip


def put(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_every_command_has_help(toll):
    """Help names the commands in the order of the pipeline, each summary whole."""
    shown = toll("--help").out
    names = ["new", "read", "run", "claims", "people", "link", "check", "brief", "publish", "verify", "demo"]
    assert [line.split()[0] for line in shown.splitlines() if line.startswith("  ")][-12:-1] == names
    assert "..." not in shown.split("Commands:")[1]


def test_a_dry_reading_needs_no_project_and_writes_nothing(toll, tmp_path):
    """One object a line with the contract's keys; the folder is as it was."""
    killed = put(tmp_path, "000.md", document(TOLL_OF_DEAD.format("1,200")))
    notice = put(tmp_path, "001.md", document("Ivan Vymysel, 31, was killed in Ukraine on April 2, 2022."))
    claim, person = toll("read", "--dry-run", "--jsonl", killed, notice).lines
    assert claim.keys() >= CLAIM_KEYS
    assert person.keys() >= PERSON_KEYS
    shown = {
        key: claim[key] for key in ("type", "document", "party", "measure", "low", "status", "from", "to")
    }
    assert shown == {
        "type": "claim", "document": "000", "party": "Russia", "measure": "killed", "low": 1200,
        "status": "claimed", "from": "2022-02-24", "to": "2023-02-20",
    }  # fmt: skip
    body = killed.read_text("utf-8").split("---\n")[2]
    for span in claim["spans"]:
        assert body[span["start"] : span["end"]] == span["quote"]
        assert span["role"] in {"main", "repeat", "rounded", "definition"}
    assert (person["name"], person["age"], person["death_date"]) == ("Ivan Vymysel", 31, "2022-04-02")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["000.md", "001.md"]


def test_what_the_book_holds_is_one_object(toll, project):
    """``--json`` is one object on every command that shows figures, with nothing beside it."""
    put(project, "inbox/toll.md", document(TOLL_OF_DEAD.format("1,200")))
    here = ("--project", project)
    ran = toll("run", *here, "--json")
    assert (ran.code, ran.json["read"]["claims"]) == (0, 1)
    assert [row["low"] for row in toll("claims", *here, "--json").json["claims"]] == [1200]
    assert toll("people", *here, "--json").json == {"entries": []}
    assert toll("link", *here, "--json").json["records"] == 0
    assert toll("estimate", "overlap", *here, "--json").json == {"studies": []}
    assert toll("check", *here, "--json").json["blocking"] == 0
    assert toll("brief", *here, "--json").json["edition"] == ran.json["edition"]
    assert toll("publish", *here, "--json").json["edition"] == ran.json["edition"]
    assert toll("verify", *here, "--json").json == {"changed": 0, "findings": []}
    assert toll("verify", ran.json["edition"], *here).code == 0


def test_what_was_not_known_yet_is_not_shown(toll, project):
    """As known on a day before anything was read, no command shows the figure."""
    put(project, "inbox/toll.md", document(TOLL_OF_DEAD.format("1,200")))
    here = ("--project", project)
    assert toll("read", project / "inbox", *here).code == 0
    before = ("--as-known", "2023-03-01", *here)
    assert toll("claims", *here, "--jsonl").lines[0]["low"] == 1200
    assert toll("claims", *before, "--jsonl").lines == []
    assert toll("people", *before, "--jsonl").lines == []
    assert "1,200" not in toll("brief", *before).out
    assert "1,200" in toll("brief", *here).out


def test_reading_twice_says_so(toll, project):
    """The second reading counts the document as known already."""
    path = put(project, "inbox/toll.md", document(TOLL_OF_DEAD.format("1,200")))
    assert "1 claim and 0 people added" in toll("read", path, "--project", project).out
    assert "(1 already in the book): 0 claims" in toll("read", path, "--project", project).out


def test_lists_fit_eighty_columns(toll, project):
    """No line of the lists for people is wider than eighty columns, in either script."""
    words = (
        "Oleksandr Vymysel, 31, a sergeant from Zelene, was killed on April 2, 2022, the Ukrainian army said."
    )
    put(project, "inbox/notice.md", document(words))
    put(project, "inbox/toll.md", document(TOLL_OF_DEAD.format("1,200")))
    here = ("--project", project)
    assert toll("read", project / "inbox", *here).code == 0
    for command in (("claims",), ("people",), ("link",), ("read", "--dry-run", project / "inbox")):
        shown = toll(*command, *here).out
        assert shown
        assert max(len(line.rstrip()) for line in shown.splitlines()) <= 80, command


def test_a_table_of_people_is_linked(toll, tmp_path):
    """Every record has its cluster; the two spellings of one person share theirs."""
    table = put(
        tmp_path,
        "records.csv",
        "record_id,name,birth_date,death_date,source\n"
        "1,Іван Вимисел,1990-01-02,2022-05-03,a\n2,Ivan Vymysel,1990-01-02,2022-05,b\n"
        "3,Oksana Vyhadka,1971-06-05,2022-06-01,a\n",
    )
    out, pairs = tmp_path / "clusters.csv", tmp_path / "pairs.csv"
    counts = toll("link", table, "--out", out, "--pairs", pairs, "--json").json
    assert (counts["records"], counts["people"]) == (3, 2)
    header, *rows = [line.replace('"', "").split(",") for line in out.read_text("utf-8").splitlines()]
    assert header == ["record_id", "cluster_id", "probability"]
    cluster = {record: cluster for record, cluster, _ in rows}
    assert cluster["1"] == cluster["2"] != cluster["3"]
    assert "family_name" in pairs.read_text("utf-8")


HISTORIES = "in_a,in_b,count,region\n1,0,40,N\n0,1,30,N\n1,1,20,N\n1,0,10,S\n0,1,12,S\n1,1,6,S\n"


def test_an_overlap_table_is_estimated(toll, tmp_path):
    """The contract's keys; Chapman's estimator as its formula has it; a study a region with ``--each``."""
    table = put(tmp_path, "histories.csv", HISTORIES)
    study = toll("estimate", "overlap", table, "--json").json
    assert study.keys() == {"n_observed", "estimates", "panel", "refused", "warnings"}
    assert study["n_observed"] == study["panel"]["documented"] == 118
    (chapman,) = toll("estimate", "overlap", table, "--json", "--method", "chapman").json["estimates"]
    assert chapman["point"] == pytest.approx(77 * 69 / 27 - 1)  # 76 on a, 68 on b, 26 on both
    by_region = toll("estimate", "overlap", table, "--json", "--each", "region").lines
    assert [(one["stratum"], one["n_observed"]) for one in by_region] == [("region=N", 90), ("region=S", 28)]


def test_only_the_answer_is_on_the_output(toll, project, tmp_path):
    """Findings and notes stand on the error stream, so that the output can be parsed."""
    put(tmp_path, "in/good.md", document(TOLL_OF_DEAD.format("1,200")))
    put(tmp_path, "in/bad.md", document(TOLL_OF_DEAD.format("1,200"), published="2023-02-30"))
    read = toll("read", tmp_path / "in", "--project", project, "--jsonl")
    assert read.lines[0]["documents"] == 1
    assert "2023-02-30" in read.err
