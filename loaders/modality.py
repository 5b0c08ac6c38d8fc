"""Whether a clause says that something was done, is planned, is ordered or only may be, and whether it is denied."""

from typing import TYPE_CHECKING

from gestae.loaders.clauses import Clause
from gestae.loaders.verbs import taken
from gestae.ontology.facts import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["modality", "negated"]

_AUXILIARIES: dict[str, Modality] = {
    "shall": "directed", "must": "directed",
    "will": "planned", "'ll": "planned", "wo": "planned",
    "may": "hypothetical", "might": "hypothetical", "could": "hypothetical", "would": "hypothetical",
    "can": "hypothetical", "ca": "hypothetical", "should": "hypothetical", "'d": "hypothetical",
}  # fmt: skip
_OVER: dict[str, Modality] = {
    **dict.fromkeys(("direct", "order", "instruct", "require", "task", "mandate", "charge", "command", "oblige", "compel", "force", "delegate"), "directed"),
    **dict.fromkeys(("plan", "intend", "aim", "seek", "pledge", "promise", "commit", "agree", "vow", "propose", "hope", "want", "prepare", "expect", "need", "strive", "design", "mean", "try", "attempt", "look", "wish", "decide", "resolve", "endeavor", "announce", "dedicate", "focus"), "planned"),
    **dict.fromkeys(("urge", "call", "ask", "encourage", "invite", "authorize", "empower", "allow", "enable", "permit", "request", "recommend", "suggest", "let", "help", "want", "consider", "threaten", "inspire", "advise", "press", "beg", "demand", "prevent", "prohibit", "ban", "bar", "stop"), "hypothetical"),
}  # fmt: skip
"""What a predicate says of the infinitive under it."""
_THROUGH = frozenset(
    {
        "continue",
        "begin",
        "start",
        "work",
        "help",
        "manage",
        "proceed",
        "go",
        "come",
        "serve",
        "use",
        "keep",
        "cease",
        "take",
        "make",
        "act",
        "join",
        "gather",
    }
)
"""Predicates under which an infinitive is as real as they are."""
_CONDITION = frozenset({"if", "unless", "whether", "lest"})
_DENIALS = frozenset({"not", "n't", "never", "no", "nor", "neither", "without"})
_FAILURES = frozenset({"fail", "refuse", "decline", "neglect", "cease", "stop", "forget", "omit"})
_DEEP = 4


def modality(clause: Clause) -> Modality:
    """The modality of a clause, from its auxiliaries, its form and the predicates over it."""
    return _modality(clause.verb, 0)


def _modality(verb: "Token", depth: int) -> Modality:
    own = _auxiliary(verb)
    if own:
        return own
    if any(c.dep_ == "mark" and c.lower_ in _CONDITION for c in verb.children):
        return "hypothetical"
    head = verb.head
    if head.i == verb.i or depth > _DEEP:
        return "factual"
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children) and verb.tag_ in {
            "VBD",
            "VBZ",
            "VBP",
        }:
            return "factual"
        if verb.tag_ in {"VBD", "VBZ", "VBP"} and head.tag_ not in {"VB", "VBN"}:
            return "factual"
        return _modality(head, depth + 1)
    if infinitive or (verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"}):
        return _infinitive(verb, head, depth)
    if verb.dep_ in {"advcl", "pcomp", "xcomp"} and verb.tag_ == "VBG":
        return _governed(verb, depth)
    return "factual"


def _infinitive(verb: "Token", head: "Token", depth: int) -> Modality:
    if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        if head.lemma_ in _THROUGH:
            return _modality(head, depth + 1)
        over = _OVER.get(head.lemma_)
        if over == "hypothetical" and head.lemma_ == "help":
            return _modality(head, depth + 1)
        return over or "planned"
    if verb.dep_ == "acl":
        return _modality(head.head, depth + 1) if taken(head.head) else "planned"
    if verb.dep_ == "advcl" and (head.lemma_ == "work" or taken(head)):
        return _modality(head, depth + 1)
    return "planned"


def _governed(verb: "Token", depth: int) -> Modality:
    """A participle is as real as the predicate it hangs on."""
    for ancestor in verb.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            if verb.dep_ == "pcomp" and verb.head.lower_ in {"to", "on", "at"} and ancestor.lemma_ in _OVER:
                return _OVER[ancestor.lemma_]
            if verb.dep_ == "pcomp" and verb.head.lower_ == "for":
                return "factual" if ancestor.tag_ == "VBD" else "planned"
            return _modality(ancestor, depth + 1)
    return "factual"


def _auxiliary(verb: "Token") -> Modality | None:
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass"} and child.lower_ in _AUXILIARIES:
            return _AUXILIARIES[child.lower_]
    return None


def negated(clause: Clause) -> bool:
    """Whether the clause says that it does not happen."""
    verb = clause.verb
    if _denied(verb):
        return True
    if any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for o in clause.objects for c in o.children):
        return True
    head = verb.head
    if (
        verb.dep_ == "conj"
        and head.pos_ == "VERB"
        and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    ):
        if any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in head.children):
            return _denied(head)
        return False
    if verb.dep_ == "xcomp" and head.lemma_ in _FAILURES:
        return True
    return verb.dep_ == "pcomp" and head.lower_ == "without"


def _denied(verb: "Token") -> bool:
    return any(
        c.dep_ == "neg" or (c.lower_ in _DENIALS and c.dep_ in {"advmod", "preconj"}) for c in verb.children
    )
