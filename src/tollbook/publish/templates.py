"""The templates of the site: always escaped, always strict about what they were not given."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from tollbook.model.editions import Edition
from tollbook.publish.phrases import day_text
from tollbook.publish.wording import Wording

__all__ = ["NAVIGATION", "Frame"]

NAVIGATION = (
    ("index.html", "home"),
    ("bulletin.html", "bulletin"),
    ("claims/index.html", "claims"),
    ("people/index.html", "people"),
    ("documents/index.html", "documents"),
    ("downloads.html", "downloads"),
    ("methodology.html", "methodology"),
    ("about.html", "about"),
)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("tollbook.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    return environment


class Frame:
    """Renders pages of one edition in one language, each in the frame of the site."""

    def __init__(self, edition: Edition, wording: Wording) -> None:
        self.edition, self.wording = edition, wording

    def render(self, template: str, here: str, **shown: object) -> str:
        """The page that stands at ``here``, relative to the site's root."""
        return (
            _environment()
            .get_template(f"{template}.html.j2")
            .render(
                language=self.wording.language,
                name=self.edition.name,
                edition_id=self.edition.id,
                as_known=day_text(self.edition.as_known, self.wording.language),
                root="../" * here.count("/"),
                here=here,
                front=here == "index.html",
                navigation=NAVIGATION,
                t=self._t,
                say=self._say,
                **shown,
            )
        )

    def citation(self) -> str:
        """How to name the edition."""
        day = day_text(self.edition.as_known, self.wording.language)
        return self._say("site", "cite", name=self.edition.name, edition=self.edition.id, day=day)

    def _t(self, key: str) -> str:
        return self.wording.say("site", key)

    def _say(self, table: str, key: str, **slots: object) -> str:
        return self.wording.say(table, key).format(**slots)
