import pytest
from pyoxigraph import NamedNode

from gestae.ontology.terms import GESTAE, PREFIXES, SCHEMA


def test_a_term_is_an_attribute_of_its_vocabulary() -> None:
    assert GESTAE.actor == NamedNode("https://w3id.org/gestae/ontology#actor")
    assert SCHEMA.publisher.value == "https://schema.org/publisher"


def test_a_misspelt_term_is_refused() -> None:
    with pytest.raises(AttributeError, match="no term gestae:acter"):
        _ = GESTAE.acter


def test_every_prefix_names_one_vocabulary() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(iri.endswith(("#", "/")) for iri in PREFIXES.values())
