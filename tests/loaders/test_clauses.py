from collections.abc import Callable

import pytest

from gestae.loaders.clauses import Clause, clauses
from gestae.loaders.modality import modality
from gestae.loaders.objects import objects
from gestae.loaders.parse import Sentence
from gestae.loaders.verbs import predicate

Parse = Callable[[str], Sentence]


def told(sentence: Parse, text: str, lemma: str) -> Clause:
    return next(c for c in clauses(sentence(text).tokens) if c.verb.lemma_ == lemma)


def heads(tokens: object) -> list[str]:
    return [t.text for t in tokens]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "lemma", "subjects", "objects"),
    [
        ("The council approved the budget.", "approve", ["council"], ["budget"]),
        ("The budget was approved by the council.", "approve", ["council"], ["budget"]),
        (
            "The mayor and the council approved the budget and the plan.",
            "approve",
            ["mayor", "council"],
            ["budget", "plan"],
        ),
        ("The council approved the budget and closed the port.", "close", ["council"], ["port"]),
        ("The port was closed.", "close", [], ["port"]),
        ("The mayor, who opened the bridge, resigned.", "open", ["mayor"], ["bridge"]),
        ("The council published the report that it wrote.", "write", ["it"], ["report"]),
        ("The council plans to rebuild and widen the bridge.", "rebuild", ["council"], ["bridge"]),
        ("The mayor directed the engineers to inspect the bridge.", "inspect", ["engineers"], ["bridge"]),
        ("The mayor called on residents to report leaks.", "report", ["residents"], ["leaks"]),
        ("The mayor accused the firm of dumping waste.", "dump", ["firm"], ["waste"]),
        ("Smith is the engineer who designed the bridge.", "design", ["Smith"], ["bridge"]),
        ("It is the policy of the city to protect tenants.", "protect", ["city"], ["tenants"]),
        ("We were joined in support by France.", "join", ["France"], ["We"]),
        ("The council is committed to ending homelessness.", "commit", ["council"], []),
        (
            "The agencies shall, in line with the law: (i) improve methods, and (ii) establish estimates.",
            "improve",
            ["agencies"],
            ["methods"],
        ),
        ("By cutting fees, the council lowered rents.", "cut", ["council"], ["fees"]),
        (
            "I urge every owner to mend the roof, check the wires, and clear the drains.",
            "check",
            ["owner"],
            ["wires"],
        ),
        (
            "The agency will strengthen its work with owners, including by mending the pier.",
            "mend",
            ["agency"],
            ["pier"],
        ),
        ("The mayor has spent the last months mending the pier.", "mend", ["mayor"], ["pier"]),
        ("The council studied the old rules to identify gaps.", "identify", ["council"], ["gaps"]),
        (
            "The law gives the council the power over ports to close the locks.",
            "close",
            ["council"],
            ["locks"],
        ),
        (
            "This rule weakens the fleet, delays new ferries, and harms the fishermen.",
            "delay",
            ["rule"],
            ["ferries"],
        ),
        (
            "My hope is that it is a boat that could trim sails, rebuild looms, and grind oats.",
            "rebuild",
            ["boat"],
            ["looms"],
        ),
        (
            "The plan lowers rents by cutting the council's fees, which helps owners save money, and allowing tenants to buy.",
            "allow",
            ["plan"],
            [],
        ),
        ("It is our turn to mend the pier.", "mend", ["our"], ["pier"]),
        ("The monks must not lend, copy, or steal their bell.", "lend", ["monks"], ["bell"]),
        (
            "The council issued lengthy rules by 2035—an order on fishing.",
            "issue",
            ["council"],
            ["rules"],
        ),
        ("The members of the Harbor Bureau, who voted, closed the pier.", "vote", ["members"], []),
        ("There are farmers in this room who mend piers.", "mend", ["farmers"], ["piers"]),
        (
            "Holm hinted that a bell had been stolen, even by showing the map.",
            "show",
            ["Holm"],
            ["map"],
        ),
        ("It is within our power to ban the nets.", "ban", ["our"], ["nets"]),
        ("I spoke after Storm Ada, where I met with pilots.", "meet", ["I"], []),
        ("The mayor confirmed Norway and Chile's commitment to peace.", "confirm", ["mayor"], ["commitment"]),
    ],
)
def test_who_does_what(
    sentence: Parse, text: str, lemma: str, subjects: list[str], objects: list[str]
) -> None:
    clause = told(sentence, text, lemma)
    assert (heads(clause.subjects), heads(clause.objects)) == (subjects, objects)


def test_a_phrasal_verb_keeps_its_particle(sentence: Parse) -> None:
    assert told(sentence, "Inspectors shut down the factory.", "shut").particle == "down"


def test_a_purpose_is_told_from_what_was_done(sentence: Parse) -> None:
    text = "The council closed the bridge to protect visitors."
    assert told(sentence, text, "close").role == "main"
    assert told(sentence, text, "protect").role == "purpose"


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("The pilots affirmed that the towns are not turning away.", "affirm", "towns are not turning away"),
        ("The Board announced it is advancing the tunnel.", "announce", "it is advancing the tunnel"),
        (
            "Mr. Day made clear that while the Board will widen locks, it will also keep the tolls.",
            "make",
            "it will also keep the tolls",
        ),
        ("The Mayor made it clear that the Board will widen locks.", "make", "Board will widen locks"),
        (
            "The Mayor said that if the tolls fall, the ships will come.",
            "say",
            "if the tolls fall, the ships will come",
        ),
        ("The Board made clear its commitment to the port.", "make", "its commitment to the port"),
        ("The fair took place at Shore College.", "take", "Shore College"),
        ("We must do more to honor our pilots.", "honor", "our pilots"),
    ],
)
def test_what_is_told_or_asked_is_the_object(sentence: Parse, text: str, verb: str, thing: str) -> None:
    [found] = [objects(c) for c in clauses(sentence(text).tokens) if c.verb.lemma_ == verb]
    assert [short.text for short, _ in found] == [thing]


def test_who_must_do_more_is_told_to_do_it(sentence: Parse) -> None:
    told_of = [c for c in clauses(sentence("We must do more to honor our pilots.").tokens) if predicate(c)]
    assert [(c.verb.lemma_, modality(c)) for c in told_of] == [("honor", "directed")]
