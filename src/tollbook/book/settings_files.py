"""A settings file read strictly: each value is taken by name and type, and nothing may be left.

A misspelt key that is silently ignored is a rule silently not applied.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn, TypeVar

from tollbook.errors import ProjectError

__all__ = ["Settings", "read_settings"]

Value = TypeVar("Value")


class Settings:
    """A table of a settings file.

    Args:
        values: What stands in it.
        file: The file, for messages.
        place: Where in the file, for messages: ``wars 1``.
    """

    def __init__(self, values: Mapping[str, object], file: Path, place: str = "") -> None:
        self._left = dict(values)
        self._file = file
        self._place = place

    def text(self, key: str, default: str) -> str:
        """A string."""
        return self._take(key, str, "text in quotes", default)

    def required(self, key: str) -> str:
        """A string that must be there and not be empty."""
        if key not in self._left:
            self.refuse(f"{key} is missing")
        if not (value := self.text(key, "").strip()):
            self.refuse(f"{key} is empty")
        return value

    def stated(self, key: str) -> str | None:
        """A string, or ``None`` where it is not stated."""
        return self.required(key) if key in self._left else None

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of strings."""
        found = self._take(key, list, "a list of texts", list(default))
        for item in found:
            if not isinstance(item, str):
                self.refuse(f"{key} must be a list of texts, and holds {item!r}")
        return tuple(found)

    def texts_by_key(self, key: str) -> dict[str, tuple[str, ...]]:
        """A table of lists of strings, under whatever keys it has."""
        inner = self._take(key, dict, "a table", {})
        table = Settings(inner, self._file, self._at(key))
        return {name: table.texts(name) for name in inner}

    def text_by_key(self, key: str) -> dict[str, str]:
        """A table of strings, under whatever keys it has."""
        inner = self._take(key, dict, "a table", {})
        table = Settings(inner, self._file, self._at(key))
        return {name: table.text(name, "") for name in inner}

    def tables(self, key: str) -> list["Settings"]:
        """A list of tables."""
        found = self._take(key, list, f"tables headed [[{key}]]", [])
        for item in found:
            if not isinstance(item, dict):
                self.refuse(f"{key} must be tables headed [[{key}]], and holds {item!r}")
        return [Settings(item, self._file, self._at(f"{key} {n}")) for n, item in enumerate(found, 1)]

    def close(self) -> None:
        """Nothing is left that nobody asked for.

        Raises:
            ProjectError: Something is.
        """
        for key, value in self._left.items():
            self.refuse(f"nothing here is called {key!r} (its value is {value!r})")

    def refuse(self, message: str) -> NoReturn:
        """The file is wrong, here, in this way.

        Raises:
            ProjectError: Always.
        """
        raise ProjectError(message, file=str(self._file), place=self._place)

    def _take(self, key: str, kind: type[Value], kind_in_words: str, default: Value) -> Value:
        value = self._left.pop(key, default)
        if not isinstance(value, kind):
            self.refuse(f"{key} must be {kind_in_words}, not {value!r}")
        return value

    def _at(self, key: str) -> str:
        return f"{self._place}, {key}" if self._place else key


def read_settings(path: Path) -> Settings:
    """The settings that stand in a file.

    Raises:
        ProjectError: It cannot be read, or is no TOML.
    """
    try:
        return Settings(tomllib.loads(path.read_text("utf-8")), path)
    except OSError as error:
        raise ProjectError(f"cannot be read: {error.strerror}", file=str(path)) from error
    except UnicodeDecodeError as error:
        raise ProjectError(f"is not UTF-8 text: {error}", file=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise ProjectError(f"is not TOML: {error}", file=str(path)) from error
