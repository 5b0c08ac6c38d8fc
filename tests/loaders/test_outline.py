"""Who acts in a line that names nobody, and the phrases that proposals are made of."""

from collections.abc import Callable

import pytest

from gestae.loaders.parse import Sentence, pipeline
from gestae.loaders.phrases import conjuncts, core
from gestae.loaders.rules import propose, scene
from gestae.ontology.facts import Action, Document


def proposed(text: str) -> list[Action]:
    return [p.found.action for p in propose(scene(Document("note", text), pipeline()))]


def test_an_item_that_leads_to_others_says_who_acts_in_them() -> None:
    text = "Section 1. Findings.\n\n- Smith, through the Port Office:\n\n- Closed the northern docks.\n\n- Promoted the sale of the ferries."
    assert {a.actor.text for a in proposed(text) if a.verb in {"close", "promote"}} == {"Smith"}


def test_a_list_whose_items_are_marked_ends_with_its_last_item() -> None:
    text = "The Council funds the following:\n\n- the harbour wall;\n\n- the lighthouse.\n\nAnn Lee, 3 May 2020.\n\nSection 4."
    told = {a.object.text for a in proposed(text) if a.verb == "fund" and a.object}
    assert told == {"following", "harbour wall", "lighthouse"}


def test_what_is_ordered_as_follows_follows_nobody() -> None:
    text = "By the authority of the Harbour Act, it is ordered as follows:\n\nPolicy\n\nSection 1."
    assert not [a for a in proposed(text) if a.verb == "follow"]


@pytest.mark.parametrize(("mood", "modality"), [("shall be", "directed"), ("is", "planned")])
def test_a_list_of_what_is_policy_tells_of_whose_policy_it_is(mood: str, modality: str) -> None:
    text = f"It {mood} the policy of the Harbour Board to:\n\n(a) dredge the channels;\n\n(b) repair the northern docks."
    told = {a.verb: (a.actor.text, a.modality) for a in proposed(text)}
    assert told == {"dredge": ("Harbour Board", modality), "repair": ("Harbour Board", modality)}


@pytest.mark.parametrize(
    ("lead", "actor", "mood"),
    [
        ("The Harbour Board shall:", "Harbour Board", "directed"),
        (
            "Under the Act, the Harbour Board, in consultation with the Mayor, shall:",
            "Harbour Board",
            "directed",
        ),
        ("The Harbour Board shall, within 60 days of the date of this order:", "Harbour Board", "directed"),
        ("The heads of offices are directed to:", "heads of offices", "directed"),
        ("The order directs all ports to:", "all ports", "directed"),
        ("The Mayor is calling on the Council to:", "Council", "hypothetical"),
        ("The Harbour Board will continue to:", "Harbour Board", "planned"),
        ("Each port must:", "Each port", "directed"),
        ("The Mayor is directed to take the following actions:", "Mayor", "directed"),
        ("The order directs the Harbour Board to take the following steps:", "Harbour Board", "directed"),
    ],
)
def test_a_lead_in_that_breaks_off_before_its_verb_says_who_is_to_act(
    lead: str, actor: str, mood: str
) -> None:
    text = f"{lead}\n\n(a) dredge the channels;\n\n(b) repair the northern docks."
    told = {a.verb: (a.actor.text, a.modality) for a in proposed(text) if a.verb in {"dredge", "repair"}}
    assert told == {"dredge": (actor, mood), "repair": (actor, mood)}


def test_an_item_that_breaks_off_before_its_verb_says_who_acts_in_the_list_below_it() -> None:
    text = "To keep the ports open:\n\n(a) The Mayor shall sell the ferries;\n\n(b) The Harbour Board shall:\n\n(i) dredge the channels."
    told = {a.verb: (a.actor.text, a.modality) for a in proposed(text) if a.verb in {"sell", "dredge"}}
    assert told == {"sell": ("Mayor", "directed"), "dredge": ("Harbour Board", "directed")}


def test_a_lead_in_that_ends_in_a_relative_clause_points_at_what_that_tells_of() -> None:
    text = "The Mayor asked the Council to pass a Junk Fee Act, which would:\n\n- Ban docking fees for small boats.\n\n- Eliminate late fees."
    told = {a.verb: (a.actor.text, a.modality) for a in proposed(text) if a.verb in {"ban", "eliminate"}}
    assert told == {"ban": ("Junk Fee Act", "hypothetical"), "eliminate": ("Junk Fee Act", "hypothetical")}


def test_an_object_that_is_a_clause_is_named_without_how_it_is_done() -> None:
    text = "The council is committed to improving trade with the islands by cutting fees, including by closing two docks."
    thing = next(a.object for a in proposed(text) if a.verb == "commit")
    assert (thing.name, thing.text.endswith("two docks")) == ("improving trade", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The islands announced the Ferry Controls and Sailors Rights Initiative.",
            "the Ferry Controls and Sailors Rights Initiative",
        ),
        ("The Mayor signed the Harbours and Ferries Act.", "the Harbours and Ferries Act"),
    ],
)
def test_a_name_with_an_and_in_it_is_one_name(
    sentence: Callable[[str], Sentence], text: str, name: str
) -> None:
    tokens = sentence(text).tokens
    thing = next(t for t in tokens if t.dep_ == "dobj")
    assert [core(head).text for head in conjuncts(thing)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Mayor signed the Harbour Act and the Ports Act.",
        "The Mayor praised the Department of Ports and the Ferry Fund.",
    ],
)
def test_two_names_stay_two(sentence: Callable[[str], Sentence], text: str) -> None:
    thing = next(t for t in sentence(text).tokens if t.dep_ == "dobj")
    assert len(conjuncts(thing)) == 2


def test_he_is_whom_the_sentence_before_describes() -> None:
    text = "President Lee named two directors.\n\nRobert Malley is a partner at Harbour Partners. He founded the Port School in 2010."
    assert "Robert Malley" in {a.actor.name for a in proposed(text) if a.verb == "found"}


def test_offices_in_a_list_that_the_parser_takes_for_appositions_all_act() -> None:
    text = "The Secretary of State, the Attorney General, the Secretary of Labor, and the Director of the Ports shall review the plan."
    assert {a.actor.text for a in proposed(text)} == {
        "Secretary of State",
        "Attorney General",
        "Secretary of Labor",
        "Director of the Ports",
    }


def test_what_closes_every_order_is_no_act() -> None:
    text = (
        "Nothing in this order shall be construed to impair the authority of an agency.\n\n"
        "Nothing in it affects the authority granted by law to an agency.\n\nThe Board closed the docks."
    )
    assert {a.verb for a in proposed(text)} == {"close"}


@pytest.mark.parametrize(
    "text",
    [
        "This order shall be implemented consistent with applicable law and subject to the availability of appropriations.",
        "The costs for publication of this order shall be borne by the Harbour Board.",
        "This order is not intended to, and does not, create any right or benefit enforceable at law.",
    ],
)
def test_a_sentence_that_closes_every_order_is_no_act(text: str) -> None:
    assert proposed(text) == []


def test_what_money_there_is_closes_no_order() -> None:
    (act,) = proposed(
        "Subject to the availability of appropriations, the Harbour Board shall dredge the docks."
    )
    assert (act.actor.name, act.verb, act.object.name) == ("Harbour Board", "dredge", "docks")


def test_behind_that_each_item_says_what_is_determined() -> None:
    text = (
        "I hereby determine, pursuant to section 303 of the Dock Act, that:\n\n"
        "(1) the yards cannot build cranes in time; and\n\n(2) purchases are the best way to meet the need."
    )
    told = [a.object.text for a in proposed(text) if a.verb == "determine" and a.object]
    assert told == ["yards cannot build cranes in time", "purchases are the best way to meet the need"]


def test_behind_that_the_name_of_a_thing_is_nothing_determined() -> None:
    text = "The Board determines that:\n\n- the northern docks.\n\nAnn Lee, 3 May 2020."
    assert not [a for a in proposed(text) if a.verb == "determine"]


def test_neither_is_the_list_under_it() -> None:
    text = (
        "(a) Nothing in this order shall be construed to impair or otherwise affect:\n\n"
        "(i) the authority granted by law to an executive department or agency; or\n\n"
        "(ii) the functions of the Director of the Office of Management and Budget relating to budgetary proposals."
        "\n\nThe Board closed the docks."
    )
    assert {a.verb for a in proposed(text)} == {"close"}


def test_the_sections_of_an_order_are_no_list_of_what_is_ordered() -> None:
    text = "By the authority vested in me as Mayor, I hereby order:\n\nSection 1. Policy.\n\nThe Board closed the docks."
    assert {a.object.name for a in proposed(text) if a.verb == "order"} == set()


def test_the_verbs_of_a_name_tell_of_no_act() -> None:
    text = "A potter paid the founder of the Sailors Club to Protect Wild Bees for the lanterns."
    assert "protect" not in {a.verb for a in proposed(text)}


def test_jr_before_the_verb_of_a_headline_is_part_of_the_name() -> None:
    assert {a.actor.text for a in proposed("Mayor Paul R. Stone, Jr. Approves Harbour Declaration")} == {
        "Mayor Paul R. Stone"
    }


def test_a_list_of_what_was_achieved_tells_the_deeds_of_whoever_is_spoken_of() -> None:
    text = "The Harbour Board has taken action. Notable accomplishments include:\n\n- Dredging the channels;\n\n- Mending the docks."
    told = {a.actor.text for a in proposed(text) if a.verb in {"dredge", "mend"}}
    assert told == {"Harbour Board"}


def test_the_rest_of_a_paragraph_that_a_break_cuts_is_no_item() -> None:
    text = (
        "The Mayor signed into law:\n\nS. 9, which honors pilots for their long\n\nservice during the storm;"
    )
    assert not [a for a in proposed(text) if a.object.text.startswith("service")]


def test_whom_an_item_tells_of_does_what_it_begins_with() -> None:
    text = (
        "The Council announced steps:\n\n- Expanding Access to Loans. This week, the Harbour Office will publish rules.\n\n"
        "- Protecting Ports. This will help sailors.\n\nMENDING PIERS: The Harbour Office opened a lock."
    )
    told = {(a.actor.text, a.verb) for a in proposed(text)}
    assert {("Harbour Office", "expand"), ("Council", "protect")} <= told
    assert ("Harbour Office", "mend") not in told


def test_what_is_left_of_let_us_is_nobody_and_stops_no_reading() -> None:
    assert all(a.actor.name for a in proposed("Jane Roe! Let’s give it up for Jane Roe!"))
