"""Names, numbers and offices resolve as a reader of statements expects, and every entry can be checked."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestae.ontology.authority import Authority, Entity, authority
from gestae.ontology.errors import OntologyError
from gestae.ontology.name_forms import public_number

AUTH = "https://w3id.org/gestae/authority/"
TITLE_13773 = (
    "Enforcing Federal Law With Respect to Transnational Criminal Organizations and Preventing "
    "International Trafficking"
)


@pytest.fixture(scope="module")
def known() -> Authority:
    return authority()


def one(known: Authority, words: str) -> Entity:
    found = known.find(words)
    assert len(found) == 1, (words, found)
    return found[0]


@pytest.mark.parametrize(
    "words",
    [
        "DOJ", "D.O.J.", "Department of Justice", "the Justice Department", "U.S. Department of Justice",
        "The United States Department of Justice", "US Justice Department", "department of justice",
        "Department of Justice (DOJ)", "the Department of Justice’s",
    ],
)  # fmt: skip
def test_every_way_to_write_the_department_is_one_node(known: Authority, words: str) -> None:
    assert one(known, words).iri == f"{AUTH}agency/doj"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("President Trump", "President Donald J. Trump"),
        ("former President Donald Trump", "President Donald J. Trump"),
        ("Joe Biden", "President Joseph R. Biden Jr."),
        ("Vice President Biden", "President Joseph R. Biden Jr."),
        ("President Joseph R. Biden, Jr.", "President Joseph R. Biden Jr."),
        ("Vice President Harris", "Vice President Kamala Harris"),
        ("Dr. Jill Biden", "First Lady Jill Biden"),
        ("First Lady Dr. Jill Biden", "First Lady Jill Biden"),
        ("Mrs. Trump", "First Lady Melania Trump"),
        ("Secretary Yellen", "Janet L. Yellen"),
        ("Treasury Secretary Janet Yellen", "Janet L. Yellen"),
        ("Acting Secretary of Labor Julie Su", "Julie Su"),
        ("U.S. Trade Representative Katherine Tai", "Katherine C. Tai"),
        ("Biden Administration", "Biden-Harris Administration"),
        ("the U.S. government", "Federal Government"),
        ("U.S.", "United States"),
        ("U.S. Senate", "United States Senate"),
        ("the House of Representatives", "United States House of Representatives"),
        ("SEC Chair", "Chair of the Securities and Exchange Commission"),
        ("USAID Administrator", "Administrator of the United States Agency for International Development"),
        ("Department of War", "Department of Defense"),
        ("Secretary of War", "Secretary of Defense"),
        ("Treasury’s Office of Foreign Assets Control", "Office of Foreign Assets Control"),
        ("DOJ's Office for Victims of Crime", "Office for Victims of Crime"),
        ("Centers for Medicare & Medicaid Services", "Centers for Medicare and Medicaid Services"),
        ("UN Office on Drugs and Crime", "United Nations Office on Drugs and Crime"),
        ("International Labor Organization", "International Labour Organization"),
        ("Iranian Government", "Government of Iran"),
        ("China", "People's Republic of China"),
        ("Côte d’Ivoire", "Côte d'Ivoire"),
        ("TIP Office", "Office to Monitor and Combat Trafficking in Persons"),
        ("Bipartisan Infrastructure Law", "Infrastructure Investment and Jobs Act"),
        ("Food Stamp Act of 1964", "Food and Nutrition Act of 2008"),
        ("UNTOC", "United Nations Convention against Transnational Organized Crime"),
        ("2019 TIP Report", "2019 Trafficking in Persons Report"),
    ],
)  # fmt: skip
def test_names_are_spelled_out_in_the_style_of_prose(known: Authority, words: str, name: str) -> None:
    assert one(known, words).name == name


@pytest.mark.parametrize(
    "words",
    [
        "us",
        "who",
        "state",
        "president",
        "ice",
        "treasury",
        "the Department",
        "Task Force",
        "women",
        "",
        "  ",
        "(",
        ".",
    ],
)
def test_common_words_are_nobody(known: Authority, words: str) -> None:
    assert known.find(words) == ()


def test_plain_words_that_are_also_the_title_of_an_order_are_not_the_order(known: Authority) -> None:
    assert known.find("equal employment opportunity") == ()
    assert one(known, "Executive Order on Equal Employment Opportunity").identifier == "EO 11246"


def test_the_office_of_another_department_is_not_taken_for_ours(known: Authority) -> None:
    assert known.find("Department of Labor Office for Victims of Crime") == ()


def test_a_name_that_two_entries_share_is_two_entries(known: Authority) -> None:
    assert len(known.find("Georgia")) == 2
    assert known.resolve("Georgia", date(2022, 1, 1)) is None
    assert len(known.find("NEA")) == 2


def test_the_date_tells_namesakes_apart(known: Authority) -> None:
    first, second = (
        known.resolve("President Bush", date(1991, 2, 1)),
        known.resolve("President Bush", date(2003, 4, 1)),
    )
    assert first is not None
    assert first.name == "President George H. W. Bush"
    assert second is not None
    assert second.name == "President George W. Bush"
    assert known.resolve("President Bush", date(2021, 1, 21)) is None
    assert known.resolve("President Bush") is None


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("EO 13773", f"Executive Order 13773, {TITLE_13773}"),
        ("E.O. 13773", f"Executive Order 13773, {TITLE_13773}"),
        ("Pub. L. 106-386", "Trafficking Victims Protection Act of 2000"),
        ("Public Law 106–386", "Trafficking Victims Protection Act of 2000"),
        ("22 U.S.C. 7101", "Trafficking Victims Protection Act of 2000"),
        ("50 U.S.C. 1701", "International Emergency Economic Powers Act"),
        ("Pub. L. 88-525", "Food and Nutrition Act of 2008"),
        ("7 U.S.C. 2011", "Food and Nutrition Act of 2008"),
        ("EO 14008", "Executive Order 14008, Tackling the Climate Crisis at Home and Abroad"),
    ],
)  # fmt: skip
def test_numbers(known: Authority, identifier: str, name: str) -> None:
    found = known.instrument(identifier)
    assert found is not None
    assert found.name == name


def test_an_order_is_found_by_number_and_by_title(known: Authority) -> None:
    wanted = known.instrument("EO 14120")
    assert wanted is not None
    assert wanted.date == date(2024, 3, 18)
    for words in (
        "Executive Order 14120 of March 18, 2024",
        "E.O. 14120",
        wanted.name,
        f"Executive Order on {wanted.name[23:]}",
    ):
        assert known.find(words) == (wanted,)
    assert known.by_iri(wanted.iri) == wanted
    assert known.instrument("EO 99999") is None


def test_the_body_and_the_order_that_established_it_are_two(known: Authority) -> None:
    body = one(known, "President’s Interagency Task Force to Monitor and Combat Trafficking in Persons")
    assert body.iri == f"{AUTH}agency/pitf"
    assert body == one(known, "PITF")


@pytest.mark.parametrize(
    ("on", "president", "administration", "vice", "lady"),
    [
        (date(2018, 10, 11), "Donald J. Trump", "Trump Administration", "Mike Pence", "Melania Trump"),
        (date(2021, 1, 19), "Donald J. Trump", "Trump Administration", "Mike Pence", "Melania Trump"),
        (
            date(2021, 1, 20),
            "Joseph R. Biden Jr.",
            "Biden-Harris Administration",
            "Kamala Harris",
            "Jill Biden",
        ),
        (
            date(2023, 5, 1),
            "Joseph R. Biden Jr.",
            "Biden-Harris Administration",
            "Kamala Harris",
            "Jill Biden",
        ),
        (date(2026, 2, 6), "Donald J. Trump", "Trump Administration", "JD Vance", "Melania Trump"),
        (date(2002, 2, 13), "George W. Bush", "George W. Bush Administration", "Dick Cheney", "Laura Bush"),
    ],
)
def test_who_held_office(
    known: Authority, on: date, president: str, administration: str, vice: str, lady: str
) -> None:
    holders = (known.president_on(on), known.administration_on(on), known.office_holder("Vice President", on))
    assert [h and h.name for h in holders] == [
        f"President {president}",
        administration,
        f"Vice President {vice}",
    ]
    first_lady = known.office_holder("first lady", on)
    assert first_lady is not None
    assert first_lady.name == f"First Lady {lady}"


def test_nobody_is_president_before_the_files_begin(known: Authority) -> None:
    assert known.president_on(date(1900, 1, 1)) is None
    assert known.administration_on(date(1900, 1, 1)) is None


def test_what_the_graph_takes_over_of_an_entry(known: Authority) -> None:
    told = {str(triple.subject)[1:-1] for triple in known.triples({f"{AUTH}post/attorney-general"})}
    assert {f"{AUTH}post/attorney-general", f"{AUTH}agency/doj", f"{AUTH}person/merrick-b-garland"} <= told
    assert f"{AUTH}agency/dhs" not in told
    assert list(known.triples({"https://example.org/nobody"})) == []
    order = known.triples({f"{AUTH}instrument/eo-14008"})
    signers = [str(triple.object) for triple in order if "signedBy" in triple.predicate.value]
    assert signers == [f"<{AUTH}person/joseph-r-biden-jr>"]


def test_a_field_of_the_users_own_is_a_file_more(tmp_path: Path) -> None:
    extra = tmp_path / "field.ttl"
    extra.write_text(
        f"""@base <{AUTH}> .
        @prefix org: <http://www.w3.org/ns/org#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix gestae: <https://w3id.org/gestae/ontology#> .
        <agency/ofl> a gestae:Actor, org:Organization ; rdfs:label "Office of Fair Ladders" ;
            gestae:acronym "OFLX" ; org:subOrganizationOf <agency/dol> .""",
        encoding="utf-8",
    )
    wider = authority(extra)
    assert one(wider, "OFLX").name == "Office of Fair Ladders"
    assert one(wider, "Labor Department’s Office of Fair Ladders").iri == f"{AUTH}agency/ofl"
    assert authority().find("OFLX") == ()


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ("<a> <b>", "field.ttl"),
        ("<x> a <https://w3id.org/gestae/ontology#Place> .", "label"),
        (
            '<x> a <http://www.w3.org/ns/org#Post> ; <http://www.w3.org/2000/01/rdf-schema#label> "X" ;'
            " <http://www.w3.org/ns/org#postIn> <nowhere> .",
            "nowhere has no entry",
        ),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, turtle: str, says: str) -> None:
    extra = tmp_path / "field.ttl"
    extra.write_text(f"@base <https://example.org/> .\n{turtle}", encoding="utf-8")
    with pytest.raises(OntologyError, match=says) as caught:
        authority(extra)
    assert "field.ttl" in str(caught.value)
    with pytest.raises(OntologyError, match=r"missing\.ttl"):
        authority(tmp_path / "missing.ttl")


@given(st.text(max_size=60))
def test_any_words_can_be_looked_up(words: str) -> None:
    for entity in authority().find(words):
        assert entity.name
    public_number(words)


@given(st.sampled_from(sorted(e.name for e in authority() if " " in e.name)), st.booleans(), st.booleans())
def test_writers_vary(name: str, article: bool, possessive: bool) -> None:
    led = article and not name.startswith("The ")
    words = f"{'the ' * led}{name}{'’s' * possessive}".replace(" and ", " & ").replace("'", "’")
    assert any(entity.name == name for entity in authority().find(words))
