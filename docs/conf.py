"""Sphinx settings; the glossary is made from the docstrings of ``tollbook.model`` at every build."""

import ast
from pathlib import Path

project = "tollbook"
author = "The tollbook developers"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "tollbook"
exclude_patterns = ["_build"]
myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]

HERE = Path(__file__).parent
MODEL = HERE.parent / "src" / "tollbook" / "model"


def glossary() -> str:
    """A definition list of every noun of the model, by its first sentence, in its file's order."""
    parts = ["# Glossary", "", "Made from the docstrings of `tollbook.model`: one word, one meaning.", ""]
    for path in sorted(MODEL.glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        nouns = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        if nouns:
            parts += [f"## {path.stem.replace('_', ' ').capitalize()}", ""]
        for node in nouns:
            first = (ast.get_docstring(node) or "").split("\n\n")[0].replace("\n", " ")
            parts += [f"{node.name}", f": {first}", ""]
    return "\n".join(parts)


generated = HERE / "_generated"
generated.mkdir(exist_ok=True)
(generated / "glossary.md").write_text(glossary(), "utf-8")
