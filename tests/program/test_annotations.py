"""Annotations of our own: the annotator's lines, their places apart from the text, and the excerpts they are of."""

import hashlib
import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest

TEXT = "Harbor Report\n\nToday the Harbor Council signed an order to mend piers. It gave about 40 boats to Ulm.\n"
LINES = """
@ Harbor Council / the Council / It
a | Today the Harbor Council signed an order to mend piers | Harbor Council | sign | Sign | order to mend piers / order | factual | time=2024-05-02
a | It gave … to Ulm | Harbor Council | give | Fund | about 40 boats | factual | recipient=Ulm; optional
s | about 40 boats | 40 | approx | boats | actor=Harbor Council
i | an order to mend piers | Order on Piers / order | order | -
m | the Harbor Council | Jane Roe | Harbor Council | optional
# a remark
"""


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The programs of the fidelity benchmark, by name."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks" / "fidelity"))
    return importlib.import_module("standoff")


def _facts(benchmark: ModuleType, lines: str) -> list[object]:
    return list(benchmark.annotated_facts(lines, TEXT))


def test_an_annotators_lines_become_facts(benchmark: ModuleType) -> None:
    signed, gave, boats, order, member = _facts(benchmark, LINES)
    assert signed == {
        "kind": "action",
        "quote": "Today the Harbor Council signed an order to mend piers",
        "actor": "Harbor Council",
        "actor_alts": ["the Council", "It"],
        "verb": "sign",
        "type": "Sign",
        "object": "order to mend piers",
        "object_alts": ["order"],
        "modality": "factual",
        "time": "2024-05-02",
    }
    assert isinstance(gave, dict) and gave["quote"] == "It gave about 40 boats to Ulm" and gave["optional"]
    assert isinstance(boats, dict) and (boats["value"], boats["actor"]) == (40, "Harbor Council")
    assert isinstance(order, dict) and "identifier" not in order
    assert isinstance(member, dict) and member["group"] == "Harbor Council"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a | the Council sailed | Council | sail | Other | boats | factual", "the text does not say"),
        ("a | about 40 boats | Council | give | Giving | boats | factual", "no type Giving"),
        ("a | about 40 boats | Council | give | Fund | ships | factual", "the text does not say 'ships'"),
        ("a | about 40 boats | Council | give | Fund | boats | done", "no modality"),
        ("s | about 40 boats | many | approx | boats", "could not convert"),
        ("s | about 40 boats | 40 | approx | boats | time=May", "no time May"),
        ("x | about 40 boats", "opens with none of"),
        ("i | an order | Order", "fields"),
    ],
)
def test_a_line_that_cannot_be_is_named_with_what_is_wrong(
    benchmark: ModuleType, line: str, said: str
) -> None:
    (error,) = _facts(benchmark, f"\n{line}")
    assert str(error).startswith("line 2: ") and said in str(error)


def test_places_give_the_facts_back_and_hold_none_of_their_words(benchmark: ModuleType) -> None:
    facts = _facts(benchmark, LINES)
    told = benchmark.packed(facts, TEXT)
    assert list(benchmark.unpacked(told, TEXT)) == facts
    for words in ("signed", "piers", "40 boats", "Ulm"):
        assert words not in json.dumps(told["facts"])


def test_an_excerpt_opens_with_the_title_and_ends_with_a_paragraph(benchmark: ModuleType) -> None:
    excerpts = importlib.import_module("excerpts")
    read = excerpts.excerpt(
        "---\ndate: '2024-05-02'\nsource_url: https://example.org/x\ntitle: 'Harbor\n  Report'\n---\n\n"
        "**Today** the [Council](https://example.org)\nsigned it.\n\n-   Piers,\n    and\n-   _locks_\n\n<!-- -->\n\nThe end.\n",
        least=6,
    )
    assert (read.title, read.date, read.url) == ("Harbor Report", "2024-05-02", "https://example.org/x")
    assert read.text == "Harbor Report\n\nToday the Council signed it.\n\n- Piers, and\n"


@pytest.mark.shared
@pytest.mark.parametrize("which", ["fit", "kept"])
def test_every_annotation_quotes_its_document(
    benchmark: ModuleType, which: str, tmp_path: Path, shared: Path
) -> None:
    assert shared.exists()
    written = benchmark.write(which, tmp_path)
    assert written > 100
    for path in tmp_path.glob("*.gold.jsonl"):
        text = Path(str(path).replace(".gold.jsonl", ".txt")).read_text(encoding="utf-8")
        for line in path.read_text(encoding="utf-8").splitlines():
            assert json.loads(line)["quote"] in text


@pytest.mark.shared
def test_no_document_is_both_learned_from_and_kept_apart(benchmark: ModuleType, shared: Path) -> None:
    named: dict[str, set[str]] = {}
    read: list[str] = []
    for which in ("fit", "kept"):
        lines = [
            json.loads(line)
            for path in benchmark.ANNOTATIONS.glob(f"{which}*.jsonl")
            for line in path.read_text(encoding="utf-8").splitlines()
        ]
        named[which] = {line["document"] for line in lines}
        read += [line["sha256"] for line in lines]
    assert len(set(read)) == len(read), "one text under two names"
    beside = {
        hashlib.sha256(path.read_bytes()).hexdigest() for path in (shared / "gold" / "dev").glob("*.txt")
    }
    assert named["fit"] and named["kept"] and not named["fit"] & named["kept"]
    assert beside and not beside & set(read), "a text that is annotated beside the scorer"


@pytest.mark.shared
def test_two_annotators_are_held_against_each_other_and_gestae_against_both(
    benchmark: ModuleType, shared: Path
) -> None:
    program = importlib.import_module("agreement")
    texts = list(importlib.import_module("annotated").documents(shared / "gold" / "dev"))
    first, _, rule, *lines = program.agreement([], texts)
    assert first.startswith("On 39 of the documents") and rule.count("|") == 5
    told = {line.split(" | ")[0].strip("| "): line.split(" | ")[1:] for line in lines}
    assert float(told["action: F1"][0]) > 0.9 and float(told["action: F1"][1]) == 0
