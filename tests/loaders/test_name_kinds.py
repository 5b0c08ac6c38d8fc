"""What sort of thing a name names."""

import pytest

from gestae.loaders.names import kind_of
from gestae.ontology.authority import authority


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Harbour Council of Esbjerg", "organization"),
        ("Safe Harbours Act", "instrument"),
        ("harbour", "thing"),
        ("Foreign Minister Ann Roe", "person"),
        ("King Harald of Norway", "person"),
        ("King County", "thing"),
        ("", "thing"),
        ("  ", "thing"),
    ],
)
def test_a_name_tells_what_it_names_and_no_name_names_a_thing(name: str, kind: str) -> None:
    assert kind_of(name, authority()) == kind
