"""Products by NumPy say what spaCy's own say, and leave the machine as they found it."""

import spacy
from threadpoolctl import ThreadpoolController, threadpool_limits

from gestae.loaders.multiplied import multiplying, on_one_thread
from gestae.loaders.parse import DEFAULT_PIPELINE, parse
from gestae.ontology.facts import Document

_TEXTS = (
    "The Harbor Council opened 14 piers in 2023, and Mayor Ida Lund thanked the crews who had mended them.",
    "To help towns that flood, the Department will lend pumps worth $3 million; no town has asked for more.",
    "Fees fell by a fifth. Ferries, buses, and trams now run at night.",
    "",
)


def _loaded() -> spacy.Language:
    return spacy.load(DEFAULT_PIPELINE, exclude=["senter"])


def _threads() -> list[int]:
    return [
        library["num_threads"] for library in ThreadpoolController().info() if library["user_api"] == "blas"
    ]


def test_the_same_is_told_of_each_word() -> None:
    ours, theirs = (list(nlp.pipe(_TEXTS)) for nlp in (multiplying(_loaded), _loaded()))
    for one, other in zip(ours, theirs, strict=True):
        assert [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in one] == [
            (t.tag_, t.dep_, t.head.i, t.ent_type_) for t in other
        ]


def test_a_pipeline_loaded_elsewhere_keeps_its_products() -> None:
    multiplying(_loaded)
    assert all(node.ops.use_blis for node in _loaded().get_pipe("tagger").model.walk())  # type: ignore[attr-defined]


def test_threads_are_as_many_after_a_reading_as_before() -> None:
    with threadpool_limits(limits=2, user_api="blas"):
        before = _threads()
        with on_one_thread():
            assert set(_threads()) <= {1}
        parse(Document("piers", _TEXTS[0]))
        assert _threads() == before
