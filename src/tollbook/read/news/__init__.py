"""The reader of news: attributed loss claims in prose, with their spans.

Grammar in code, words in ``lexicon/*.toml``. From a sentence to claims: ``marks`` (what stands
where), ``counted`` (what each number counts), ``speakers``, ``sides``, ``timing``, ``remarks``
(no number), ``walk`` (what sentences owe each other), ``merging`` (one statement, many spans).
"""

from tollbook.read.news.reader import NewsClaims

__all__ = ["NewsClaims"]
