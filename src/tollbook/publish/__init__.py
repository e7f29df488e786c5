"""From one frozen Edition to a bulletin, a site, a chart and downloads.

What is written here comes from the edition and from nowhere else: same edition, same bytes.
"""

from tollbook.publish.bulletin import compose_bulletin
from tollbook.publish.bulletin_forms import bulletin_markdown, bulletin_queries

__all__ = ["bulletin_markdown", "bulletin_queries", "compose_bulletin"]
