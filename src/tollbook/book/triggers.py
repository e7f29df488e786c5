"""Triggers that make a table append-only for whoever writes to the file, with or without us.

``INSERT OR REPLACE`` deletes the old row without firing a delete trigger, so a third trigger
looks before each insert whether a key is taken. Nothing here is ever run outside a migration;
triggers once created keep the text they were created with.
"""

__all__ = ["MESSAGE", "guard_names", "guards"]

MESSAGE = "the book is append-only"


def guard_names(table: str) -> tuple[str, str, str]:
    """The names of a table's three triggers."""
    return (f"{table}_never_updated", f"{table}_never_deleted", f"{table}_never_replaced")


def guards(table: str, *keys: tuple[str, ...]) -> tuple[str, ...]:
    """The statements that make a table append-only.

    Args:
        table: The table's name.
        keys: Each set of columns that is unique in it, the primary key first.
    """
    taken = " OR ".join(
        f'EXISTS (SELECT 1 FROM "{table}" WHERE ' + " AND ".join(f'"{c}" = NEW."{c}"' for c in key) + ")"  # noqa: S608 - our own names
        for key in keys
    )
    updated, deleted, replaced = guard_names(table)
    stop = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}: {table}'); END"
    return (
        f'CREATE TRIGGER "{updated}" BEFORE UPDATE ON "{table}" {stop}',
        f'CREATE TRIGGER "{deleted}" BEFORE DELETE ON "{table}" {stop}',
        f'CREATE TRIGGER "{replaced}" BEFORE INSERT ON "{table}" WHEN {taken} {stop}',
    )
