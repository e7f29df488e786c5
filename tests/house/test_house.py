"""The house stays as it was drawn: small files, short functions, thin faces, no grab-bags."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "tollbook"
FILES = sorted(p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts)
FILE_WALL, FUNCTION_WALL, FACE_WALL, ARGUMENT_WALL = 400, 40, 60, 6


def functions(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def body_lines(node):
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_files_and_functions_stay_small(path):
    """A file has at most 400 lines, a function 40 lines of body and six arguments."""
    assert len(path.read_text("utf-8").splitlines()) <= FILE_WALL
    long = [f"{n.name}: {body_lines(n)}" for n in functions(path) if body_lines(n) > FUNCTION_WALL]
    assert not long
    wide = [
        n.name
        for n in functions(path)
        if len([a for a in n.args.args if a.arg not in {"self", "cls"}]) > ARGUMENT_WALL
    ]
    assert not wide


@pytest.mark.parametrize("path", sorted(SOURCE.glob("*/__init__.py")), ids=lambda p: p.parent.name)
def test_a_face_is_thin(path):
    """A column's face is at most 60 lines and says what it offers."""
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= FACE_WALL
    assert text.startswith('"""')


def test_no_grab_bags():
    """No file is named after having no subject."""
    banned = {"utils", "helpers", "common", "misc", "util", "helper"}
    assert not [p for p in SOURCE.rglob("*") if p.stem in banned]


def test_every_error_stands_in_the_tree():
    """The error tree drawn in the docstring holds every error class, and no other."""
    text = (SOURCE / "errors.py").read_text("utf-8")
    tree = ast.parse(text)
    drawn = set(re.findall(r"\w+Error", ast.get_docstring(tree)))
    assert drawn == {node.name for node in tree.body if isinstance(node, ast.ClassDef)}


def test_the_architecture_page_names_every_part():
    """ARCHITECTURE.md names each column and file of the top floor, and nothing that is not there."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    drawn = set(re.findall(r"^  (\w+(?:/|\.py)) ", text, re.MULTILINE))
    real = {p.name + "/" for p in SOURCE.iterdir() if p.is_dir() and not p.name.startswith("__")}
    real |= {p.name for p in SOURCE.glob("*.py") if p.name != "__init__.py"}
    assert drawn == real


def test_nothing_tells_where_it_was_made():
    """No file names a machine's folders or a package registry's host."""
    patterns = re.compile(r"/(?:work|home|root|tmp)/|py" + r"pi\.org|python" + r"hosted|npm" + r"js")
    for path in [*ROOT.glob("*.*"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("requirements/*"), *FILES]:
        if path.is_file() and path.suffix in {".md", ".py", ".toml", ".txt", ".cff"}:
            assert not patterns.search(path.read_text("utf-8")), path


def test_every_command_is_in_the_docs():
    """Each ``toll`` command has its heading on the commands page."""
    from tollbook.cli import command_names  # noqa: PLC0415 - the house test must not load Django for all

    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert [name for name in command_names() if f"toll {name}" not in text] == []
