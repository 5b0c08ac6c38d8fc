"""Who achieved, spent or holds what a number counts: the subject of the clause that governs it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from gestae.loaders.clauses import Clause
from gestae.loaders.phrases import core
from gestae.ontology.english import english
from gestae.ontology.facts import UNSPECIFIED, Mention

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["Doer", "Resolver", "acting", "can_act", "doer"]


class Resolver(Protocol):
    """What knows whom a phrase names."""

    def resolve(self, tokens: "Span") -> Mention:
        """Whom or what a noun phrase names."""


_STATES = frozenset({
    "be", "equal", "remain", "total", "average", "amount", "rank", "rise", "fall", "drop", "decline",
    "grow", "decrease", "surge", "climb", "jump", "become", "live", "struggle", "suffer", "belong",
    "last", "range", "stand", "apply", "come", "happen", "occur", "exceed", "plummet", "soar", "double",
    "triple", "mean",
})  # fmt: skip
"""Verbs whose subject does not achieve the number beside them."""
_CHANGES = frozenset({
    "double", "triple", "grow", "drop", "decrease", "total", "average", "surge", "range", "apply",
})  # fmt: skip
"""Those of them that are deeds with an object besides the number ("tripled the credit for 17 million")."""
_GIVEN = frozenset({
    "commitment", "investment", "donation", "contribution", "pledge", "gift", "grant", "funding", "support",
    "aid",
})  # fmt: skip
_HANDED_ON = frozenset({
    "result", "lead", "include", "involve", "total", "amount", "range", "equal", "represent", "affect",
    "contain", "value", "estimate",
})  # fmt: skip
"""Verbs whose participle hands a number on to whoever did what it follows from."""
_NOBODY = frozenset({
    "it", "this", "that", "these", "those", "they", "there", "which", "who", "he", "she", "what", "you",
    "we", "i", "one", "many", "some", "all", "both", "others", "each", "more", "most",
}) | {UNSPECIFIED}  # fmt: skip
_ACTING = frozenset({
    "administration", "adult", "agency", "airline", "ally", "army", "association", "authority", "bank",
    "bill", "board", "body", "budget", "bureau", "business", "campaign", "cannery", "carrier", "clinic",
    "center", "child", "church", "citizen", "city", "coalition", "college", "commission", "committee",
    "community", "company", "congress", "consumer", "contractor", "corporation", "council", "country",
    "county", "court", "delegation", "department", "doctor", "donor", "election", "employee", "employer",
    "enterprise", "expert", "factory", "facility", "family", "farmer", "firm", "force", "foundation",
    "fund", "government", "grantee", "group", "hospital", "household", "initiative", "individual",
    "institution", "investigator", "investor", "law", "lawmaker", "leader", "legislation", "man",
    "manufacturer", "member", "ministry", "nation", "network", "nonprofit", "officer", "official",
    "operator", "order", "organization", "parent", "participant", "partner", "partnership", "party",
    "patient", "people", "plan", "plant", "police", "policy", "port", "president", "producer",
    "professional", "program", "project", "proposal", "prosecutor", "provider", "regime", "resident",
    "rule", "school", "secretary", "sector", "senator", "service", "state", "strategy", "student",
    "supplier", "survivor", "taxpayer", "teacher", "team", "territory", "tribe", "troop", "union",
    "university", "utility", "veteran", "victim", "volunteer", "voter", "witness", "woman", "worker",
    "youth", "act", "agenda", "nationals", "trafficker", "criminal", "american",
})  # fmt: skip
_PEOPLE = ("ist", "ian", "eer", "ee", "person", "woman", "man", "maker", "holder", "owner", "worker")
_DEED = (
    "tion", "sion", "ment", "al", "ance", "ence", "ure", "ing", "support", "award", "grant", "release",
    "purchase", "pledge", "commitment", "goal", "plan",
)  # fmt: skip
_MAX_DEPTH = 8
_SPAN = 12

Doer = tuple[Mention | None, "Token | None", "Token | None"]
"""Who does it, the head of the words that name them, and the verb that governs the number."""


def doer(
    token: "Token", clause_of: Mapping[int, Clause], cast: Resolver, implied: Sequence[Mention] = ()
) -> Doer:
    """Who is responsible for the number that hangs on a token.

    Nobody is where the number is itself what the clause is about ("500 people live there"), where the
    clause only describes, or where a passive does not say by whom. `implied` acts where a clause leaves
    its subject out.
    """
    found = _found(token, clause_of, cast, implied)
    if found[0] is not None and found[2] is not None:
        return found
    giver = _giver(token, plain=found[2] is None)
    if giver is None:
        return found
    return cast.resolve(core(giver)), giver, None


def _found(
    token: "Token", clause_of: Mapping[int, Clause], cast: Resolver, implied: Sequence[Mention]
) -> Doer:
    node, entry = token, ""
    for _ in range(_MAX_DEPTH):
        verb, entry, owner = _governor(node)
        if owner is not None:
            return cast.resolve(core(owner)), owner, None
        if verb is None or verb.lemma_.lower() == "compare":
            return None, None, None
        clause = clause_of.get(verb.i)
        lemma = verb.lemma_.lower()
        if entry in {"nsubj", "csubj", "expl"}:
            if (
                verb.tag_ in {"VBG", "VBN"}
                and verb.dep_ in {"pcomp", "acl", "advcl"}
                and verb.head.i < token.i
            ):
                node = verb  # "with $5 million going to schools"
                continue
            return None, None, verb
        if (
            lemma in _HANDED_ON
            and verb.dep_ in {"acl", "advcl", "prep", "relcl", "pcomp", "conj"}
            and verb.tag_ in {"VBG", "VBN", "VBD", "VBZ"}
        ):
            node = verb.head if verb.dep_ in {"acl", "prep"} and verb.head.dep_ == "relcl" else verb
            if lemma == "include" and node.dep_ == "relcl":
                node = node.head
            continue
        if lemma in _STATES and not (lemma in _CHANGES and _changed(verb, node)):
            return None, None, verb
        if clause is None:
            node = verb
            continue
        return _of_clause(clause, entry, cast, implied)
    return None, None, None


def _changed(verb: "Token", node: "Token") -> bool:
    """Whether a verb has an object that the number does not stand in."""
    inside = {node.i, *(a.i for a in node.ancestors)}
    return any(c.dep_ == "dobj" and c.i not in inside for c in verb.children)


def _giver(token: "Token", *, plain: bool) -> "Token | None":
    """Who gives, in "$4 million in commitments from companies"; if `plain`, in "$4 million from companies"."""
    given = plain and (token.pos_ in {"NUM", "SYM"} or token.is_currency)
    for following in token.doc[token.i : min(token.i + _SPAN, token.sent.end)]:
        if (following.pos_ in {"VERB", "AUX"} and following.i > token.i) or following.text in ",;:":
            return None
        given = given or following.lemma_.lower() in _GIVEN
        if given and following.lower_ == "from":
            return next((c for c in following.children if c.dep_ == "pobj"), None)
    return None


def _of_clause(clause: Clause, entry: str, cast: Resolver, implied: Sequence[Mention]) -> Doer:
    verb = clause.verb
    for subject in clause.subjects:
        if verb.tag_ == "VB" and any(t.text == ":" for t in verb.doc[subject.i : verb.i]):
            break  # what stands before a colon is a heading, not the subject
        who = cast.resolve(_unnumbered(core(subject)))
        return (who, subject, verb) if can_act(who, subject) else (None, None, verb)
    if clause.passive or entry == "nsubjpass" or not implied or not _heads(verb):
        return None, None, verb
    return implied[0], None, verb


def _heads(verb: "Token") -> bool:
    """Whether a verb without a subject is the predicate of its sentence, or a participle under it."""
    for _ in range(_MAX_DEPTH):
        if verb.dep_ == "ROOT":
            return True
        participle = verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "advcl", "xcomp"}
        if participle or verb.dep_ in {"conj", "prep"}:
            verb = verb.head
        else:
            return False
    return False


def _unnumbered(span: "Span") -> "Span":
    """A phrase without adverbs and a number at its beginning ("Specifically, over 40 million families")."""
    start = span.start
    while start < span.root.i and span.doc[start].pos_ in {"ADV", "PUNCT", "CCONJ", "SCONJ"}:
        start += 1
    end = span.end
    for token in span[:-1]:
        if token.text == "," and token.i > span.root.i and token.nbor().pos_ == "ADP":
            end = token.i  # "the Fund, with support from …"
            break
    span = span.doc[start:end]
    numbers = [t.i for t in span if t.like_num and t.i < span.root.i]
    if numbers and numbers[-1] + 1 < span.end and numbers[-1] - start < 5:
        return span.doc[numbers[-1] + 1 : span.end]
    return span


def can_act(who: Mention, subject: "Token") -> bool:
    """Whether a subject can be responsible for a number: somebody named, people, bodies, or a law or plan."""
    if who.name.lower() in _NOBODY or not who.name:
        return False
    capital = subject.text[:1].isupper() and subject.left_edge.i > subject.sent.start
    if _plain(who.name) != _plain(who.text) or subject.pos_ == "PROPN" or capital:
        return True
    return acting(subject.lemma_.lower())


def acting(lemma: str) -> bool:
    """Whether a noun in the singular names people or a body, or a law or plan that can be responsible."""
    classes = english().classes
    return lemma in _ACTING or lemma.endswith(_PEOPLE) or lemma in classes["official"] | classes["offender"]


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def _governor(token: "Token") -> tuple["Token | None", str, "Token | None"]:
    """The predicate over a token, by which dependency it is reached, and who owns a deed on the way to it."""
    node = token
    while node.head.i != node.i:
        above = node.head
        if above.pos_ in {"VERB", "AUX"} and above.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return above, node.dep_, None
        if (
            above.pos_ == "NOUN"
            and node.dep_ in {"prep", "acl", "relcl"}
            and above.lower_.rstrip("s").endswith(_DEED)
        ):
            owner = next((c for c in above.lefts if c.dep_ == "poss" and c.pos_ != "PRON"), None)
            if owner is not None:
                return None, "", owner
        node = above
    if node.pos_ in {"VERB", "AUX"}:
        return node, "", None
    return None, "", None
