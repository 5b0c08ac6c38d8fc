"""Whose deed a verb tells of where its subject stands with another clause, or beside the subject.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting
from gestae.loaders.consisting import consisting
from gestae.loaders.grammar import TENSED
from gestae.loaders.phrases import conjuncts
from gestae.loaders.predicates import is_passive, tense_tag
from gestae.loaders.surface_subjects import own_subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["along", "bare_before", "outside", "standing_before"]

_ALONG = frozenset({"along", "together"})
_NAMED = frozenset({"NOUN", "PROPN", "NUM"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "dep", "parataxis"})
_MEANWHILE = frozenset({"after", "as", "before", "since", "until", "when", "while"})
_BELOW = frozenset({"relcl", "acl", "advcl"})
"""Relations of clauses whose subject is no other clause's."""


def along(subject: "Token", verb: "Token") -> list["Token"]:
    """Who acts with a subject: of "Mayor Roe, along with Warden Day, opened …" the Warden."""
    beside = next((t for t in verb.doc[subject.i + 1 : verb.i] if t.lower_ in _ALONG), None)
    if beside is None or beside.nbor().lower_ != "with" or beside.nbor(-1).text != ",":
        return []
    link = beside.nbor()
    if (link.head if beside.head.i == link.i else beside.head).i not in {subject.i, verb.i}:
        return []
    return [h for c in beside.nbor().rights if c.dep_ == "pobj" for h in conjuncts(c)]


def standing_before(verb: "Token") -> list["Token"]:
    """The subject of a clause before a finite verb, or before "by mending piers", to which the tree gives none.

    "While the port is closed, the Board has opened locks; has mended piers": the Board.
    """
    by = verb if verb.dep_ == "pcomp" else verb.head
    if verb.tag_ == "VBG":
        if not (by.lower_ == "by" or (by.dep_ == "pcomp" and by.head.lower_ == "by")) or consisting(by):
            return []
    elif verb.dep_ not in _CLAUSES or is_passive(verb) or not _finite(verb):
        return []
    before = [
        t
        for t in reversed(verb.doc[verb.sent.start : verb.i])
        if t.dep_ == "nsubj" and t.pos_ in _NAMED and t.head.dep_ not in _BELOW and t.head.i != verb.i
    ]
    if not before or any(t.text in {":", '"'} for t in verb.doc[before[0].i : verb.i]):
        return []
    return conjuncts(before[0])


def _finite(verb: "Token") -> bool:
    """Whether a verb has a tense or a modal."""
    return tense_tag(verb) in TENSED or any(c.tag_ == "MD" for c in verb.lefts)


def bare_before(verb: "Token", first: "Token") -> "Token | None":
    """The last bare verb of a clause that the parser puts under the bare verb which goes on with it."""
    between = verb.doc[first.right_edge.i + 1].text
    if (
        verb.tag_ != "VB"
        or between not in {",", ";"}
        or any(c.dep_ in {"aux", "mark"} for c in verb.lefts)
        or not (between == ";" or any(c.dep_ == "conj" and c.tag_ == "VB" for c in verb.rights))
        or not own_subjects(first)
    ):
        return None
    return next((t for t in reversed(verb.doc[first.i : first.right_edge.i + 1]) if t.tag_ == "VB"), None)


def outside(by: "Token") -> "Token":
    """Where "by mending piers" belongs: behind a comma not to the clause about a thing before it, which mends nothing.

    "We opened a fund for towns, which grow, by raising tolls"; "we pay for locks that save time, including by raising tolls".
    """
    over = by.head
    if by.lower_ == "including" and by.i and by.nbor(-1).text == ",":
        # "we worked while the pier was closed, including with owners": the pier did nothing
        meanwhile = over.dep_ == "advcl" and any(
            c.dep_ in {"mark", "advmod"} and c.lower_ in _MEANWHILE for c in over.lefts
        )
        return over if meanwhile else by
    first = over if over.lower_ == "including" else by
    if by.lower_ != "by" or first.i == 0 or first.nbor(-1).text != ",":
        return by
    clause = first.head
    if (
        clause.dep_ != "relcl"
        or clause.i > by.i
        or any(c.lower_ == "by" and c.i < by.i for c in clause.rights)
    ):
        return by
    aside = clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text == ","
    noun = clause.head
    return noun if aside or (noun.pos_ == "NOUN" and not acting(noun.lemma_.lower())) else by
