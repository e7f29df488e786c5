"""The book of contested losses: who claims what, who is known dead, and what can be inferred."""

__version__ = "0.1.0"
__all__ = ["__version__"]
