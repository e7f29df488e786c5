"""The documentation is true: its tutorial runs, and its pages name what is there and nothing else."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
BLOCK = re.compile(
    r"^```(?:console|\{code-block\}[^\n]*\n:caption: (\S+)\n)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
COLUMNS = "150"
SECONDS = 120


@dataclass(frozen=True)
class Command:
    """A line after ``$``, and what is shown to come of it."""

    line: str
    shown: tuple[str, ...]
    exit_code: int = 0


@dataclass(frozen=True)
class Page:
    """A file the reader is asked to write."""

    path: str
    text: str


def steps(text):
    """The files to write and the commands to run, in the order of the page."""
    for caption, block in BLOCK.findall(text):
        if caption:
            yield Page(caption, block)
        else:
            yield from commands(block)


def commands(block):
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, *shown = part.splitlines()
        code = next((int(m[1]) for s in shown if (m := re.fullmatch(r"\(exit code (\d+)\)", s))), 0)
        yield Command(line, tuple(s for s in shown if is_checked(s)), code)


def is_checked(line):
    """Whether a shown line says something: not blank, not a cut, not the border of a table."""
    bare = line.strip(" .┏┳┓┡╇┩└┴┘━─")
    return bool(bare) and not re.fullmatch(r"\(exit code \d+\)", bare)


def folder_with_toll(folder):
    """A folder for the ``PATH`` whose ``toll`` is this checkout's."""
    folder.mkdir()
    toll = folder / "toll"
    toll.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from tollbook.cli import main; main()" "$@"\n')
    toll.chmod(0o755)
    return folder


class Terminal:
    """Runs commands one after the other, and remembers the folder it is in."""

    def __init__(self, folder):
        self.start = self.here = folder / "here"
        self.start.mkdir(parents=True)
        path = f"{folder_with_toll(folder / 'bin')}{os.pathsep}{os.environ['PATH']}"
        source = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
        own = {"PATH": path, "PYTHONPATH": source, "COLUMNS": COLUMNS, "PYTHONUNBUFFERED": "1"}
        self.environment = os.environ | own

    def run(self, line):
        """The exit code and everything printed."""
        if line.startswith("cd "):
            self.here = (self.here / line.removeprefix("cd ")).resolve()
            return (0 if self.here.is_dir() else 1), ""
        done = subprocess.run(  # noqa: S602 - the lines of our own page
            line,
            shell=True,
            cwd=self.here,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=SECONDS,
            check=False,
            text=True,
            encoding="utf-8",
        )
        return done.returncode, done.stdout


def differences(text, folder):
    """Where the page and the truth part: wrong exit codes, and shown lines that were not printed."""
    terminal, found = Terminal(folder), []
    for step in steps(text):
        if isinstance(step, Page):
            path = terminal.start / step.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, "utf-8")
            continue
        code, printed = terminal.run(step.line)
        if code != step.exit_code:
            found.append(f"$ {step.line}: exit code {code}, not {step.exit_code}\n{printed}")
        missing = first_missing(step.shown, printed)
        if missing:
            found.append(f"$ {step.line}: not printed, or not in this order: {missing!r}\n{printed}")
    return found


def first_missing(shown, printed):
    """The first shown line that does not follow the ones before it in what was printed."""
    left = iter([plain(line) for line in printed.splitlines()])
    for line in shown:
        wanted = ".*".join(map(re.escape, re.split(r" ?\.\.\. ?", plain(line))))
        if not any(re.fullmatch(wanted, printed_line) for printed_line in left):
            return line
    return None


def plain(line):
    """The line with runs of spaces as one: columns may be wider than the page shows."""
    return " ".join(line.split())


def words_after_toll(text):
    """What the page calls a command: ``toll read``, ``toll estimate overlap``."""
    return set(re.findall(r"\btoll ((?:estimate )?[a-z]+)\b", text))


@pytest.mark.slow
def test_the_tutorial_runs_as_it_is_printed(tmp_path):
    """Every command of the tutorial ends as shown and prints what is shown, in that order."""
    text = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    assert sum(isinstance(step, Command) for step in steps(text)) > 10
    assert differences(text, tmp_path) == []


@pytest.mark.parametrize(
    "shown",
    [
        "New project in reeds",
        "New project in marsh\nand a line nobody printed",
        "Put documents into ... toll run --project marsh\nNew project in marsh",
        "New project in marsh\n(exit code 1)",
    ],
    ids=["another word", "a line too many", "another order", "another exit code"],
)
def test_a_wrong_tutorial_is_found_out(tmp_path, shown):
    """A page that shows what is not printed, or another exit code, does not pass."""
    page = "```console\n$ toll new marsh\n{}\n```\n".format
    assert differences(page("New project in ...\n..."), tmp_path / "right") == []
    assert len(differences(page(shown), tmp_path / "wrong")) == 1


def test_files_of_a_tutorial_are_written_before_what_follows(tmp_path):
    """A captioned block is a file from then on, the last one of a name counts."""
    block = "```{{code-block}} markdown\n:caption: a/b.md\n\n{}\n```\n".format
    files, shows = f"{block('one')}{block('two')}", "```console\n$ cd a\n$ cat b.md\n{}\n```\n".format
    assert differences(files + shows("two"), tmp_path / "last") == []
    assert len(differences(files + shows("one"), tmp_path / "first")) == 1


def test_pages_name_no_command_that_is_not_there():
    """What a page calls a command is one."""
    from tollbook.cli import command_names  # noqa: PLC0415 - the house test must not load Django for all

    names = set(command_names()) | {"estimate"}
    for page in [*PAGES, ROOT / "README.md"]:
        assert words_after_toll(page.read_text("utf-8")) <= names, page.name


def test_pages_name_every_code_of_their_subject():
    """Dimensions, estimators, checks, readers and a source's keys stand on the page that explains them."""
    from tollbook.check import RULES  # noqa: PLC0415 - the house test must not load scipy for all
    from tollbook.estimate import ESTIMATORS  # noqa: PLC0415 - same
    from tollbook.model.comparisons import DimensionName  # noqa: PLC0415 - same
    from tollbook.model.scope import Source  # noqa: PLC0415 - same
    from tollbook.read import reading_version  # noqa: PLC0415 - same

    wanted = {
        "comparing": [name.value for name in DimensionName],
        "estimating": list(ESTIMATORS),
        "publishing": [rule.code for rule in RULES],
        "reading": [
            *(reader.split("/")[0] for reader in reading_version().split()),
            *(field.name for field in fields(Source)),
        ],
    }
    for page, codes in wanted.items():
        text = (ROOT / "docs" / f"{page}.md").read_text("utf-8")
        assert [code for code in codes if f"`{code}`" not in text] == [], page


def test_what_the_readme_links_to_is_there():
    """Every file the README links to or shows exists."""
    targets = re.findall(r"\]\(([^)#]+)", (ROOT / "README.md").read_text("utf-8"))
    assert [target for target in targets if "://" not in target and not (ROOT / target).exists()] == []
