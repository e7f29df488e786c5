"""The reader of news: attributed loss claims in prose, with their spans.

Grammar in code, words in ``lexicon/*.toml``. From a sentence to claims: ``marks`` (what stands
where), ``single`` (things lost without a numeral), ``counted`` (what each number counts), ``parts``
(told apart by place), ``speakers`` with ``case_forms``, ``sides``, ``timing``, ``remarks`` (no
number), ``walk`` (what sentences owe each other), ``merging`` (one statement, many spans).
"""

from tollbook.read.news.reader import NewsClaims

__all__ = ["NewsClaims"]
