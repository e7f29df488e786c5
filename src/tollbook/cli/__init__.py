"""``toll``, the command line: one command a stage of the pipeline."""

from tollbook.cli.app import command_names, main

__all__ = ["command_names", "main"]
