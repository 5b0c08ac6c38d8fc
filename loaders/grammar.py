"""Tags and relations of the parser that go together, and words and marks of coordination, by what English grammar calls them.

The parts of speech are universal, the finer tags those of the Penn Treebank, the relations those of spaCy's English
pipelines (CLEAR style), the kinds of name those of OntoNotes.
"""

__all__ = [
    "AUXILIARIES",
    "BARE",
    "COMPLEMENTS",
    "DASHES",
    "FINITE",
    "JOINING",
    "NOUNS",
    "PARTICIPLES",
    "PAST",
    "PLACES",
    "PLURAL",
    "PREDICATES",
    "PREMODIFIERS",
    "SEPARATING",
    "SUBJECTS",
    "TENSED",
    "TIMES",
]

PREDICATES = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
PLURAL = frozenset({"NNS", "NNPS"})
PAST = frozenset({"VBD", "VBN"})
PARTICIPLES = frozenset({"VBG", "VBN"})
TENSED = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of verbs that have a tense."""
BARE = frozenset({"VB", "VBP"})
"""Tags of verbs that have no ending."""
FINITE = TENSED | {"MD"}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Relations of subjects that are no clause."""
AUXILIARIES = frozenset({"aux", "auxpass"})
COMPLEMENTS = frozenset({"xcomp", "ccomp"})
"""Relations of clauses that a predicate needs: "plans *to go*", "says *that they go*"."""
PREMODIFIERS = frozenset({"amod", "compound", "nmod"})
"""Relations of what stands before a noun and modifies it, articles and owners left out."""
PLACES = frozenset({"GPE", "LOC"})
TIMES = frozenset({"DATE", "TIME"})
JOINING = frozenset({"and", "or"})
"""Words before the last member of a coordination."""
SEPARATING = frozenset({",", ";"})
"""Marks between the others."""
DASHES = frozenset({"—", "–", "--"})
"""Marks around what interrupts."""
