"""Laws that hold for any text, however it is cut."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tollbook.model.dates import FuzzyDate
from tollbook.model.documents import Document
from tollbook.model.scope import Scope
from tollbook.read.notices import Notices

PIECES = (
    "Іван Кравчук",
    "Ивана Кравчука",
    "Ivan Kravchuk",
    "Петро Мельник",
    "КРАВЧУК І. П.",
    "O'Neil McCoy",
    "загинув",
    "погиб",
    "was killed",
    "похорон",
    "funeral of",
    "12 березня 2024 року",
    "31.02.2024",
    "12.07.1999 - 12.03.2024",
    "(23)",
    "27-річний",
    "поблизу",
    "Зелене",
    "з позивним «",
    "ПІБ:",
    "Дата загибелі",
    "Name\tAge\tRank",
    "\t",
    "|",
    "\n",
    "\n\n",
    "1. ",
    ", ",
    ". ",
    "»",
    "†",
    "—",
    "'s",
    "він",
    "живий",
    "в полоні",
    "з",
    "та",
    "\u00a0",
    "🕯",
    "-",
    "№",
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["en", "uk", "ru", "und"]))
def test_any_text_is_read(pieces, language):
    """Whatever the text, reading ends, every span quotes its place and no person is listed twice."""
    body = " ".join(pieces)
    document = Document("d", "d", body, "", "d.md", published=FuzzyDate(2024, 6, 20), language=language)
    people = Notices().read(document, Scope()).people
    for person in people:
        spans = (*person.spans, *(span for _, span in person.field_spans))
        assert all(body[span.start : span.end] == span.quote for span in spans)
        assert person.spans
    assert len({person.id for person in people}) == len(people)
