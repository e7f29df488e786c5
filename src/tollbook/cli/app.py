"""``toll``: one command a stage. Errors end in one line and the exit code of the design."""

import sys

import click
import typer

from tollbook.cli import demonstrating, estimating, linking, publishing, reading, showing
from tollbook.errors import BlockedError, TollbookError

__all__ = ["APP", "command_names", "main"]

DONE, BLOCKED, WRONG_INPUT = 0, 1, 2

APP = typer.Typer(
    name="toll",
    help="The book of contested losses: who claims what, who is known dead, what can be inferred.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for module in (reading, showing, linking, estimating, publishing, demonstrating):
    module.add_commands(APP)


def main() -> None:
    """Runs the command line; the process ends with 0 done, 1 blocked, 2 wrong usage or input."""
    try:
        APP()
    except BlockedError as error:
        _end(error, BLOCKED)
    except TollbookError as error:
        _end(error, WRONG_INPUT)
    except BrokenPipeError:
        # the reader of our output has gone: `toll claims --jsonl | head`
        sys.stderr.close()
        sys.exit(DONE)


def command_names() -> tuple[str, ...]:
    """Every command as it is typed: ``read``, ``estimate overlap`` ..."""
    root = typer.main.get_command(APP)
    return tuple(sorted(_names(root, "")))


def _names(command: click.Command, prefix: str) -> list[str]:
    if not isinstance(command, click.Group):
        return [prefix.strip()]
    return [name for key, sub in command.commands.items() for name in _names(sub, f"{prefix} {key}")]


def _end(error: TollbookError, code: int) -> None:
    typer.echo(f"toll: {error}", err=True)
    sys.exit(code)
