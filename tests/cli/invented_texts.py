"""Short texts with front matter, for the commands to read."""

TOLL_OF_DEAD = (
    "The Ukrainian General Staff said on Monday that {} Russian soldiers "
    "had been killed since February 24, 2022."
)


def document(body, published="2023-02-20", language="en"):
    """A text with front matter."""
    return f"---\ntitle: A report\npublished: {published}\nlanguage: {language}\n---\n{body}\n"
