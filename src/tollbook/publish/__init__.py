"""From one frozen Edition to a bulletin, a site, a chart and downloads.

What is written here comes from the edition and from nowhere else: same edition, same bytes.
"""

from tollbook.publish.bulletin import compose_bulletin
from tollbook.publish.bulletin_forms import bulletin_markdown, bulletin_queries
from tollbook.publish.bulletin_page import bulletin_html
from tollbook.publish.phrases import count_text
from tollbook.publish.reasons import told_reasons
from tollbook.publish.site import render_site
from tollbook.publish.wording import Wording, wording_in

__all__ = [
    "Wording",
    "bulletin_html",
    "bulletin_markdown",
    "bulletin_queries",
    "compose_bulletin",
    "count_text",
    "render_site",
    "told_reasons",
    "wording_in",
]
