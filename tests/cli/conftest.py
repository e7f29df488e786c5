"""Commands run in this process: what they print and how they end, nothing patched."""

import json
from dataclasses import dataclass

import pytest

from tollbook.cli import main


@dataclass(frozen=True)
class Ended:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """The one object on the output; anything else there is a fault."""
        return json.loads(self.out)

    @property
    def lines(self):
        """The objects on the output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def toll(capsys):
    """Runs ``toll`` with some arguments."""

    def run(*arguments):
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ended(ended.value.code or 0, printed.out, printed.err)

    return run


@pytest.fixture
def project(toll, tmp_path):
    """A new, empty project."""
    folder = tmp_path / "project"
    assert toll("new", folder).code == 0
    return folder
