"""The book as Django knows it: one app, label ``book``."""

from django.apps import AppConfig

__all__ = ["BookConfig"]


class BookConfig(AppConfig):  # type: ignore[misc]  # Django publishes no types
    """The app whose models are the book's tables."""

    name = "tollbook.book"
    label = "book"
    verbose_name = "The book"
    default_auto_field = "django.db.models.BigAutoField"
