"""Django without a Django project: set up once in a process, for the command line.

There is no default database on purpose. Each open book is a connection of its own, so two
books in one process can never be taken for each other. Where the desk has set Django up
already, nothing is done here.
"""

import django
from django.conf import settings

__all__ = ["start_django"]


def start_django() -> None:
    """Django is ready to define the book's tables."""
    if settings.configured:
        return
    settings.configure(
        INSTALLED_APPS=["tollbook.book"],
        DATABASES={"default": {"ENGINE": "django.db.backends.dummy"}},
        USE_TZ=True,
        TIME_ZONE="UTC",
        LOGGING_CONFIG=None,  # the operator's logging is not ours to set
    )
    django.setup()
