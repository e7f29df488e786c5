"""``toll``: one command a stage. Errors end in one line and the exit code of the design."""

import sys
from collections.abc import Iterator, Sequence

import typer

from tollbook.cli import demonstrating, estimating, linking, publishing, reading, showing
from tollbook.errors import BlockedError, InputError, TollbookError

__all__ = ["APP", "command_names", "main"]

BLOCKED, WRONG_INPUT = 1, 2

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


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line; the process ends with 0 done, 1 blocked, 2 wrong usage or input.

    Args:
        arguments: What stands after ``toll``; the process's own where not given.
    """
    try:
        APP(args=arguments, prog_name="toll")
    except BlockedError as error:
        _end(error, BLOCKED)
    except TollbookError as error:
        _end(error, WRONG_INPUT)
    except OSError as error:
        # a full disk, a folder that may not be written: what was recorded before stands
        _end(InputError(error.strerror or str(error), file=str(error.filename or "")), WRONG_INPUT)


def command_names() -> tuple[str, ...]:
    """Every command as it is typed: ``read``, ``estimate overlap`` ..."""
    return tuple(sorted(_names(APP, "")))


def _names(app: typer.Typer, prefix: str) -> Iterator[str]:
    for command in app.registered_commands:
        name = command.name or getattr(command.callback, "__name__", "")
        yield f"{prefix} {name}".strip()
    for group in app.registered_groups:
        if group.typer_instance is not None:
            yield from _names(group.typer_instance, f"{prefix} {group.name}")


def _end(error: TollbookError, code: int) -> None:
    typer.echo(f"toll: {error}", err=True)
    sys.exit(code)
