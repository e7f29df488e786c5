"""What is wrong is told in one line with its file, place and value; the rest of the run goes on."""

import pytest
from invented_texts import TOLL_OF_DEAD, document

GOOD = document(TOLL_OF_DEAD.format("1,200"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["bogus"], "bogus"),
        (["claims", "--nonsense"], "--nonsense"),
        (["read"], "PATH|URL"),
        (["claims", "--project", "."], "tollbook.toml"),
        (["link", "none.csv", "--out", "c.csv"], "none.csv"),
        (["link", "none.csv"], "--out"),
        (["link", "none.csv", "--out", "c.csv", "--engine", "spark"], "'spark'"),
        (["estimate", "overlap", "none.csv"], "none.csv"),
        (["estimate", "overlap", "none.csv", "--level", "2"], "--level"),
        (["estimate", "overlap", "none.csv", "--seed", "3"], "--seed"),
        (["estimate", "overlap", "none.csv", "--option", "x=3"], "--option"),
        (["estimate", "overlap", "--method", "chapman"], "TABLE"),
        (["read", "--dry-run", "none.md"], "none.md"),
    ],
)
def test_wrong_usage_ends_with_two(toll, tmp_path, monkeypatch, arguments, told):
    """The message names what is wrong, nothing is on the output, and the code is 2."""
    monkeypatch.chdir(tmp_path)
    ended = toll(*arguments)
    assert ended.code == 2
    assert told in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("day", ["nonsense", "2023-02", "2023-02-30"])
@pytest.mark.parametrize("command", [("claims",), ("people",), ("check",), ("brief",), ("publish",)])
def test_a_day_that_is_none_is_refused(toll, project, command, day):
    """``--as-known`` takes a whole day that exists, and says which value it did not take."""
    ended = toll(*command, "--as-known", day, "--project", project)
    assert ended.code == 2
    assert ended.err.startswith("toll: --as-known: ")
    assert day in ended.err


BAD_FILES = {
    "impossible.md": (document(TOLL_OF_DEAD.format("900"), published="2023-02-30").encode(), "2023-02-30"),
    "unclosed.md": (b"---\ntitle: x\nno end", "never closed"),
    "broken.md": (b"---\ntitle: [x\n---\nbody", "line 3"),
    "listed.md": (b"---\n- a\n---\nbody", "line 2"),
    "binary.txt": (b"\x00\x01\x02" * 50, "byte 0"),
    "encoding.md": (GOOD.encode() + "втрати ".encode("cp1251") + b"\x98", "byte "),
    "cut.html": (b"<html><body><p>The ministry said that 700 sold", "</html>"),
    "nothing.md": (b"", "empty"),
}


def test_good_and_bad_files_together(toll, project):
    """Every bad file is told with its place or value, and the good one is in the book."""
    inbox = project / "inbox"
    (inbox / "good.md").write_text(GOOD, "utf-8")
    for name, (content, _) in BAD_FILES.items():
        (inbox / name).write_bytes(content)
    (inbox / "dangling.md").symlink_to("nowhere.md")
    ended = toll("read", inbox, "--project", project)
    assert ended.code == 0
    told = {line.split(": ")[1].removeprefix("inbox/"): line for line in ended.err.splitlines()}
    assert told.keys() == {*BAD_FILES, "dangling.md"}
    for name, (_, value) in BAD_FILES.items():
        assert value in told[name]
    assert [row["low"] for row in toll("claims", "--jsonl", "--project", project).lines] == [1200]


def test_cyrillic_in_its_old_encoding_is_read(toll, tmp_path):
    """A text in windows-1251 gives what the same text gives in UTF-8."""
    losses = "особового складу - близько 143680 (+500) осіб\nтанків - 3316 (+6) од\n"
    losses += "бойових броньованих машин - 6533 (+5)\nартилерійських систем - 2300 (+5)"
    heading = "Загальні бойові втрати противника з 24.02.22 по 20.02.23 орієнтовно склали:"
    text = document(f"{heading}\n{losses}", language="uk\npublisher: Генеральний штаб ЗСУ")
    lines = []
    for encoding in ("utf-8", "cp1251"):
        path = tmp_path / "text.md"
        path.write_bytes(text.encode(encoding))
        lines.append(toll("read", "--dry-run", "--jsonl", path).lines)
    assert lines[0] == lines[1] != []


@pytest.mark.parametrize("stated", ["between 900 and 400", "900-400", "from 900 to 400", "between 12 and 5"])
def test_a_range_that_runs_backwards_counts_nothing(toll, tmp_path, stated):
    """It is told with its file, place and words; neither end is kept; other figures are."""
    path = tmp_path / "range.md"
    other = " Another 30 Russian soldiers were wounded in Bakhmut."
    path.write_text(document(TOLL_OF_DEAD.format(stated) + other), "utf-8")
    ended = toll("read", "--dry-run", "--jsonl", path)
    assert [(line["measure"], line["low"]) for line in ended.lines] == [("wounded", 30)]
    assert f"{path}: characters 48 to " in ended.err
    assert f"'{stated} " in ended.err


@pytest.mark.parametrize("stated", ["fell from 900 to 400", "rose from 400 to 900"])
def test_a_change_is_no_range(toll, tmp_path, stated):
    """A figure that went down is not taken for a range that runs backwards."""
    path = tmp_path / "change.md"
    path.write_text(
        document(f"The number of Russian soldiers killed a day {stated}, the army said."), "utf-8"
    )
    assert "reversed-range" not in toll("read", "--dry-run", path).err


def test_the_day_of_an_impossible_date_is_no_figure(toll, tmp_path):
    """Since a February 31 nobody is counted twice: 31 is no figure, and the day is told."""
    path = tmp_path / "day.md"
    path.write_text(document(TOLL_OF_DEAD.format("1,250").replace("24, 2022", "31, 2023")), "utf-8")
    ended = toll("read", "--dry-run", "--jsonl", path)
    assert [line["low"] for line in ended.lines] == [1250]
    assert "'February 31, 2023'" in ended.err


def test_an_address_that_does_not_answer_is_told(toll, tmp_path):
    """A closed port is a finding; the file named beside it is read."""
    path = tmp_path / "good.md"
    path.write_text(GOOD, "utf-8")
    ended = toll("read", "--dry-run", "--jsonl", "http://127.0.0.1:9/page", path)
    assert (ended.code, len(ended.lines)) == (0, 1)
    assert "http://127.0.0.1:9/page: the address does not answer" in ended.err


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("1,0,10\n0,x,5\n", "row 3, column in_b: 'x'"),
        ("1,0,10\n0,0,5\n", "row 3: 5 people counted as seen by no list"),
        ("1,0,10\n0,1,-5\n", "row 3, column count: '-5'"),
        ("", "the table has no rows"),
    ],
)
def test_a_bad_history_is_refused_with_its_place(toll, tmp_path, rows, told):
    """The message names file, row, column and value; there is no answer beside it."""
    table = tmp_path / "histories.csv"
    table.write_text("in_a,in_b,count\n" + rows, "utf-8")
    ended = toll("estimate", "overlap", table, "--json")
    assert (ended.code, ended.out) == (2, "")
    assert f"{table}: {told}" in ended.err


def test_one_list_alone_is_not_estimable(toll, tmp_path):
    """The floor stands, no number is made up, and the reason is given."""
    table = tmp_path / "one.csv"
    table.write_text("in_a,count\n1,10\n", "utf-8")
    study = toll("estimate", "overlap", table, "--json").json
    assert study["panel"]["documented"] == 10
    assert study["panel"]["point"] is None
    assert "one list" in study["refused"]


def test_unknown_columns_and_methods_are_refused_with_the_known(toll, tmp_path):
    """Whoever mistypes is told what there is."""
    table = tmp_path / "histories.csv"
    table.write_text("in_a,in_b,region\n1,0,N\n1,1,N\n", "utf-8")
    column = toll("estimate", "overlap", table, "--each", "oblast")
    method = toll("estimate", "overlap", table, "--method", "magic")
    assert (column.code, method.code) == (2, 2)
    assert "'oblast'" in column.err
    assert "region" in column.err
    assert "'magic'" in method.err
    assert "chapman" in method.err


def test_bad_cells_of_a_table_of_people_are_told(toll, tmp_path):
    """Each bad cell with its row and value; the record goes on without it, and the rest is linked."""
    table = tmp_path / "records.csv"
    rows = "1,Іван Вимисел,1990-13-02,thirty\n1,Ivan Vymysel,,\n,Oksana Vyhadka,,\n4,Danylo Vyhadka,,-4\n"
    table.write_text("record_id,name,birth_date,age\n" + rows, "utf-8")
    ended = toll("link", table, "--out", tmp_path / "out.csv", "--json")
    assert (ended.code, ended.json["records"]) == (0, 2)
    for told in (
        "row 1: birth_date '1990-13-02'",
        "row 1: age 'thirty'",
        "row 2: record_id '1'",
        "row 3: no ",
    ):
        assert told in ended.err
    assert "row 4: age '-4'" in ended.err


@pytest.mark.parametrize("out", ["missing/c.csv", "c.txt", "records.csv"])
def test_clusters_that_cannot_be_written_are_told(toll, tmp_path, out):
    """A folder that is not there, a form unknown, the very table that was read: told, and 2."""
    table = tmp_path / "records.csv"
    table.write_text("record_id,name\n1,Ivan Vymysel\n", "utf-8")
    ended = toll("link", table, "--out", tmp_path / out)
    assert ended.code == 2
    assert str(tmp_path / out) in ended.err
    assert table.read_text("utf-8").startswith("record_id,name\n")


def test_a_table_without_names_is_refused(toll, tmp_path):
    """The message says which columns would do."""
    table = tmp_path / "records.csv"
    table.write_text("record_id,rank\n1,sergeant\n", "utf-8")
    ended = toll("link", table, "--out", tmp_path / "out.csv")
    assert ended.code == 2
    assert "family_name" in ended.err


def test_settings_that_nobody_knows_stop(toll, project):
    """A key that is mistyped is named with its value."""
    with (project / "tollbook.toml").open("a", encoding="utf-8") as file:
        file.write('lanugages = ["en"]\n')
    ended = toll("claims", "--project", project)
    assert ended.code == 2
    assert f"{project / 'tollbook.toml'}: nothing here is called 'lanugages'" in ended.err


def test_an_edition_that_is_not_there_is_told(toll, project):
    """The message says which editions there are."""
    ended = toll("verify", "2023-01-01.7", "--project", project)
    assert ended.code == 2
    assert "'2023-01-01.7'; the book has: none" in ended.err


def test_a_folder_called_site_is_left_alone(toll, project):
    """Nothing is frozen and nothing is written where ``site`` is no link; the code is 1."""
    (project / "inbox" / "good.md").write_text(GOOD, "utf-8")
    (project / "site").mkdir()
    ended = toll("run", "--project", project)
    assert ended.code == 1
    assert str(project / "site") in ended.err
    assert not (project / "editions").exists()
    assert not (project / "site.part").is_symlink()


def test_a_file_where_a_folder_belongs_is_told(toll, project):
    """What the system refuses is one line with the file, not a traceback."""
    (project / "editions").write_text("in the way", "utf-8")
    ended = toll("publish", "--project", project)
    assert ended.code == 2
    assert str(project / "editions") in ended.err


def test_a_measure_that_is_none_is_told(toll, project):
    """An empty answer is never the reply to a slip of the pen."""
    ended = toll("claims", "--measure", "kiled", "--project", project)
    assert ended.code == 2
    assert "'kiled'" in ended.err


def test_a_changed_file_ends_with_one(toll, project):
    """Verifying names the file of the edition that was changed behind its back."""
    edition = toll("publish", "--project", project, "--json").json["edition"]
    page = project / "editions" / edition / "site" / "index.html"
    page.write_text(page.read_text("utf-8") + " ", "utf-8")
    ended = toll("verify", edition, "--project", project)
    assert ended.code == 1
    assert str(page) in ended.err
