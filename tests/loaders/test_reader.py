from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from gestae.loaders.reader import reader as find
from gestae.loaders.reader import readers
from gestae.loaders.verification import verified
from gestae.ontology.errors import ReaderError
from gestae.ontology.facts import Action, Document, Instrument, Membership, Mention, Period, Quote

NOTE = Document("note", "The Harbour Act of 1990 applies.")


def law(start: int, end: int, text: str) -> Instrument:
    return Instrument(Quote(start, end, text), "Harbour Act of 1990", "law")


def test_a_fact_whose_words_stand_there_is_kept() -> None:
    assert verified(NOTE, [law(4, 23, "Harbour Act of 1990")]).facts == (law(4, 23, "Harbour Act of 1990"),)


@pytest.mark.parametrize(
    ("invented", "reason"),
    [
        (law(4, 23, "Harbor Act of 1990!"), "the text has no such words"),
        (law(0, 0, ""), "no stretch of a text of 32 characters"),
        (law(-5, 3, "The"), "no stretch"),
        (law(20, 900, "1990"), "no stretch"),
        (law(5, 24, "Harbour Act of 1990"), "those words stand at 4"),
        (Instrument(None, "Harbour Act", "law"), "no quote with offsets: None"),  # type: ignore[arg-type]
        ({"kind": "instrument"}, "no fact: {'kind': 'instrument'}"),
    ],
)
def test_a_fact_without_its_words_is_refused_with_the_reason(invented: object, reason: str) -> None:
    reading = verified(NOTE, [invented])
    assert (reading.facts, len(reading.refusals)) == ((), 1)
    assert reason in reading.refusals[0]


def test_the_same_fact_twice_is_one_fact() -> None:
    def twice() -> Iterator[Instrument]:
        yield law(4, 23, "Harbour Act of 1990")
        yield law(4, 23, "Harbour Act of 1990")

    assert len(verified(NOTE, twice()).facts) == 1


def test_the_built_in_reader_is_among_the_readers() -> None:
    assert "rules" in readers()


def test_an_unknown_reader_is_named_with_those_there_are() -> None:
    with pytest.raises(ReaderError, match=r"no reader 'oracle' is installed; there are: .*rules"):
        find("oracle")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "leaflet"}, "Instrument.kind"),
        ({"name": None}, "Instrument.name"),
        ({"confidence": "high"}, "Instrument.confidence"),
    ],
)
def test_a_fact_of_the_wrong_shape_is_refused_by_its_field(wrong: dict[str, object], field: str) -> None:
    fact = replace(law(4, 23, "Harbour Act of 1990"), **wrong)  # type: ignore[arg-type]
    assert field in verified(NOTE, [fact]).refusals[0]


def deed(**wrong: object) -> Action:
    told = Action(
        Quote(0, 25, "DOL opened three shelters"),
        Mention("DOL", "Department of Labor"),
        "open",
        "Establish",
        Mention("three shelters", "three shelters"),
    )
    return replace(told, **wrong)  # type: ignore[arg-type]


SHEET = Document(
    "sheet",
    "DOL opened three shelters in the\n“U.S.” as I hereby order the Departments of Defense and State.",
    "Memorandum on Shelters",
    date(2023, 5, 2),
    "The White House",
)


@pytest.mark.parametrize(
    "who",
    [
        Mention("DOL", "Department of Labor"),
        Mention("Department of Labor", "Department of Labor"),
        Mention("Department of State", "Department of State"),
        Mention("in the U.S. as", "United States"),
        Mention("US", "United States"),
        Mention("shelter", "shelters"),
        Mention("unspecified", "unspecified"),
        Mention("I", "President Joseph R. Biden Jr."),
        Mention("President Joseph R. Biden Jr.", "President Joseph R. Biden Jr."),
    ],
)
def test_whom_the_document_names_or_who_speaks_in_it_can_act(who: Mention) -> None:
    assert verified(SHEET, [deed(actor=who)]).refusals == ()


@pytest.mark.parametrize(
    ("who", "refused"),
    [
        ("Vice President Kamala Harris", False),
        ("Xavier Becerra", False),
        ("Merrick B. Garland", True),
    ],
)
def test_whose_turn_it_is_in_a_transcript_is_named_by_the_label(who: str, refused: bool) -> None:
    text = (
        "THE VICE PRESIDENT:  We mended the piers.\n\nSECRETARY BECERRA:  The crews thank you.\n\n"
        "THE VICE PRESIDENT:  Open the locks."
    )
    start = text.index("mended the piers")
    told = Action(
        quote=Quote(start, start + 16, "mended the piers"),
        actor=Mention(who, who),
        verb="mend",
        type="Reform",
        object=Mention("piers", "piers"),
    )
    reading = verified(Document("call", text, date=date(2021, 6, 30)), [told])
    assert bool(reading.refusals) is refused


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            {"actor": Mention("Nobody Here", "Department of Labor")},
            "Action.actor: the document does not name 'Nobody Here'",
        ),
        ({"actor": Mention("Department of Justice", "Department of Justice")}, "Action.actor"),
        ({"actor": Mention("unspecified", "Nobody Here")}, "'Nobody Here'"),
        ({"actor": Mention("o", "o")}, "Action.actor"),
        ({"actor": Mention("!!", "!!")}, "Action.actor"),
        ({"actor": Mention("⚓", "⚓")}, "Action.actor"),
        ({"recipient": Mention("widows", "widows")}, "Action.recipient"),
        ({"source": Mention("Jane Roe", "Jane Roe")}, "Action.source"),
        ({"type": "Establsh"}, "no action type has the notation 'Establsh': did you mean 'Establish'?"),
        ({"confidence": -0.1}, "Action.confidence cannot be -0.1"),
        ({"confidence": float("nan")}, "Action.confidence cannot be nan"),
        ({"time": Period("soon", "soon")}, "Action.time cannot be 'soon'"),
        ({"time": Period("2023-02", "2023-01")}, "Action.time ends before it begins"),
    ],
)
def test_what_the_document_does_not_say_or_no_fact_can_is_refused(
    wrong: dict[str, object], said: str
) -> None:
    reading = verified(SHEET, [deed(**wrong), deed()])
    assert reading.facts == (deed(),)
    assert said in reading.refusals[0]


def test_a_mention_of_the_wrong_shape_is_refused_too() -> None:
    fact = Membership(Quote(4, 23, "Harbour Act of 1990"), Mention("Act", 7), Mention("A", "A"))  # type: ignore[arg-type]
    assert "Mention.name cannot be 7" in verified(NOTE, [fact]).refusals[0]
