"""A project's folder is read strictly, and what is written comes back."""

from pathlib import Path

import pytest

from tollbook.book import create_project, load_project
from tollbook.errors import ProjectError
from tollbook.model.dates import FuzzyDate
from tollbook.model.projects import Project
from tollbook.model.scope import Party, Scope, Source, SourceKind, War

UPLAND = Party("Upland", {"en": ("upland",), "uk": ("нагір",)}, {"en": ("highfort",)})
SOURCES = (
    Source(
        "Marsh Command",
        ('The "Command"', "Штаб Мочарів"),
        SourceKind.OFFICIAL,
        "Marsh",
        None,
        ("marsh.example",),
    ),
    Source("Надгробки", kind=SourceKind.CEMETERY, channel="graves"),
)
PROJECT = Project(
    folder=Path("elsewhere"),
    name='The "Upland" war \\ Війна',
    languages=("en", "uk"),
    scope=Scope(
        (War("Upland war", ("Upland", "Marsh"), FuzzyDate(2022, 2)),), (UPLAND, Party("Marsh")), SOURCES
    ),
    inclusion="Everyone killed.\nNobody else.",
    inbox="incoming",
    disclosure=(("name", "public"), ("born", "year"), ("home", "withheld")),
)


@pytest.fixture
def folder(tmp_path):
    create_project(tmp_path / "here", PROJECT)
    return tmp_path / "here"


def edit(folder, old, new, file="tollbook.toml"):
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_project_comes_back_as_it_was_written(folder):
    """Every setting survives, quotes, backslashes, lines and scripts included."""
    found = load_project(folder)
    assert found.folder == folder
    assert (found.name, found.languages, found.inclusion, found.inbox, found.disclosure) == (
        PROJECT.name, PROJECT.languages, PROJECT.inclusion, PROJECT.inbox, PROJECT.disclosure,
    )  # fmt: skip
    assert (found.scope.wars, found.scope.parties) == (PROJECT.scope.wars, PROJECT.scope.parties)
    assert set(found.scope.sources) == set(SOURCES)


def test_a_new_project_has_its_folders(folder):
    """The inbox is there, and each source has a file with a plain name."""
    assert (folder / "incoming").is_dir()
    assert sorted(path.name for path in folder.glob("sources/*")) == ["marsh-command.toml", "nadgrobki.toml"]


def test_a_smallest_project_needs_a_name_only(tmp_path):
    """A name is enough; all else has a default."""
    (tmp_path / "tollbook.toml").write_text('name = "Upland"\n', "utf-8")
    assert load_project(tmp_path) == Project(folder=tmp_path, name="Upland")


def test_sources_of_one_spelling_keep_their_files_apart(tmp_path):
    """Two names that look alike in plain letters do not overwrite each other."""
    twins = Scope(sources=(Source("Штаб"), Source("штаб"), Source("???")))
    found = create_project(tmp_path, Project(tmp_path, "Upland", scope=twins))
    assert set(found.scope.sources) == set(twins.sources)


def test_a_project_is_not_written_over(folder):
    """Creating where a project lies is refused and changes nothing."""
    before = (folder / "tollbook.toml").read_bytes()
    with pytest.raises(ProjectError, match="already"):
        create_project(folder, PROJECT)
    assert (folder / "tollbook.toml").read_bytes() == before


def test_a_folder_that_is_no_project_is_named(tmp_path):
    """Without tollbook.toml there is no project."""
    with pytest.raises(ProjectError, match=f"{tmp_path.name}.*not a tollbook project"):
        load_project(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("inbox =", "inbocks =", "nothing here is called 'inbocks'.*incoming"),
        ('inbox = "incoming"', "inbox = 7", "inbox must be text in quotes, not 7"),
        ('["en", "uk"]', '"en"', "languages must be a list of texts, not 'en'"),
        ('["en", "uk"]', '["en", 5]', "languages must be a list of texts, and holds 5"),
        ('["en", "uk"]', "[]", "at least one language"),
        ('name = "The', 'title = "The', "name is missing"),
        ('"2022-02"', '"2022-13"', "wars 1: started: no such date: 2022-13"),
        ('name = "Marsh"', 'name = "Upland"', "parties 2: the name 'Upland' stands here a second time"),
        ("[parties.forms]", "[parties.shapes]", "parties 1: nothing here is called 'shapes'"),
        ("[[wars]]", "[wars]", r"wars must be tables headed \[\[wars\]\]"),
        ("sqlite:///book.sqlite3", "postgres://db/toll", "'postgres://db/toll': only SQLite"),
        ("[[wars]]", "[[wars", "is not TOML.*line"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_named(folder, old, new, told):
    """The message holds the file, the place and the value."""
    edit(folder, old, new)
    with pytest.raises(ProjectError, match=rf"tollbook\.toml: .*{told}"):
        load_project(folder)


def test_a_wrong_kind_of_source_is_named(folder):
    """A source's kind is one of a closed set."""
    edit(folder, '"cemetery"', '"graveyard"', "sources/nadgrobki.toml")
    with pytest.raises(ProjectError, match=r"nadgrobki\.toml: kind must be one of .*'graveyard'"):
        load_project(folder)


def test_a_source_that_stands_twice_is_named(folder):
    """Two files must not speak for one source."""
    copy = (folder / "sources" / "marsh-command.toml").read_text("utf-8")
    (folder / "sources" / "other.toml").write_text(copy, "utf-8")
    with pytest.raises(ProjectError, match=r"other\.toml.*'Marsh Command'.*second time"):
        load_project(folder)


def test_a_wrong_disclosure_is_named(folder):
    """A rule about private fields that nobody knows must never be passed over."""
    edit(folder, '"withheld"', '"hidden"', "rules/disclosure.toml")
    with pytest.raises(ProjectError, match=r"disclosure\.toml: home must be one of .*'hidden'"):
        load_project(folder)


def test_a_file_in_another_encoding_is_named(folder):
    """Settings are UTF-8."""
    (folder / "tollbook.toml").write_bytes('name = "Війна"'.encode("cp1251"))
    with pytest.raises(ProjectError, match=r"tollbook\.toml: is not UTF-8"):
        load_project(folder)
