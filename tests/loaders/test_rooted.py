"""No document is lost where what the parser hangs wrong is set right, and the tree closes into a ring."""

import pytest
from spacy.tokens import Doc

from gestae.loaders import parse as parsing
from gestae.loaders.parse import pipeline
from gestae.loaders.rooted import below, is_rooted
from gestae.loaders.rules import read
from gestae.ontology.facts import Action, Document

TEXT = "The Harbor Board opened the pier. The Mayor closed the dock near Ulm."


def test_a_parse_is_rooted_until_two_words_hang_on_each_other() -> None:
    doc = pipeline()(TEXT)
    assert is_rooted(doc)
    verb = next(t for t in doc if t.text == "opened")
    verb.head = next(t for t in doc if t.text == "pier")
    assert not is_rooted(doc)
    assert {t.text for t in below(verb)} > {"opened", "pier"}
    assert is_rooted(pipeline().make_doc(""))


@pytest.mark.parametrize("raises", [False, True])
def test_a_torn_tree_is_read_as_the_parser_gave_it(raises: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def tear(doc: Doc) -> None:
        doc[3].head, doc[4].head = doc[4], doc[3]
        if raises:
            assert doc[:6].root, "spaCy finds no root"

    monkeypatch.setattr(parsing, "mend", tear)
    acts = [f for f in read(Document("note", TEXT)) if isinstance(f, Action)]
    assert {(a.actor.name, a.verb) for a in acts} == {("Harbor Board", "open"), ("Mayor", "close")}


def test_two_people_who_head_a_line_hang_on_the_first() -> None:
    text = "Harbor Friends for Life Chief Legal Officer and General Counsel Steven H."
    doc = pipeline()(text)
    parsing.mend(doc)
    assert is_rooted(doc)
