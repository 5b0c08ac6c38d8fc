"""Who acts in a clause: the phrases of its subjects, and who stands behind what a signed document says in the passive."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from gestae.loaders.calendar_words import NEAR_DAYS
from gestae.loaders.grammar import AUXILIARIES, PREDICATES
from gestae.loaders.phrases import core, paired
from gestae.loaders.resolver import Resolver
from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from gestae.loaders.clauses import Clause

__all__ = ["WHOEVER", "Actors", "actor_phrase", "actor_phrases", "performer", "whoever"]

_REACH = 16
_LINKS = frozenset({"of", "to", "for", "and", "&", "the", "in", "on"})
_INTRODUCING = frozenset({"ADV", "PUNCT", "CCONJ", "SCONJ", "INTJ"})
_COORDINATING = frozenset({"and", "&", "or"})
_MODIFYING = frozenset({"compound", "nmod", "npadvmod", "advmod", "amod", "nummod"})
_WHERE = frozenset({"across", "around", "from", "throughout", "under"})
_LONGEST_PLACE = 5
WHOEVER = frozenset({"those", "anyone", "everyone", "someone", "somebody", "anybody", "everybody"})
_TOLD = frozenset({"authorize", "direct", "delegate", "instruct", "request", "empower"})


class Actors(Resolver, Protocol):
    """What knows besides who stands behind a phrase, and behind the document."""

    def parts(self, tokens: "Span") -> tuple[Mention, ...]:
        """Each of those whom a phrase names together, by itself."""

    def signer(self) -> Mention | None:
        """Who signed the document, where it does what it says."""

    def saying(self, tokens: "Span") -> Mention | None:
        """Who would be "I" where some words stand."""


def actor_phrase(head: "Token") -> "Span":
    """The phrase of a subject as far as it tells who acts.

    Of "Today agencies" the agencies; of "NOW, THEREFORE, I, Ann Lee, …" the "I"; of "Deputy Assistant
    to the Mayor Jo Day" the person, whom the parser hangs on the last word of the office.
    """
    if head.lower_ in {"therefore", "now"}:
        own = next((t for t in head.subtree if t.text == "I"), None)
        if own is not None:
            return head.doc[own.i : own.i + 1]
    if head.lower_ in {"section", "title"} and head.i + 1 < len(head.doc) and head.nbor().text[:1].isdigit():
        return _section(head)
    if head.lower_ in WHOEVER:
        return whoever(head)
    if head.dep_ == "csubj":
        return head.doc[head.left_edge.i : head.right_edge.i + 1]  # "Mending piers will save crews"
    person = _person(head)
    return person if person is not None else _alone(_begun(_from_where(core(head))))


def _from_where(span: "Span") -> "Span":
    """A plain group with where it is ("educators across the country", "crews from three ports")."""
    head, doc, end = span.root, span.doc, span.end
    if (
        head.tag_ != "NNS"
        or end >= len(doc)
        or doc[end].lower_ not in _WHERE
        or doc[end].head.i not in {head.i, head.head.i}
    ):
        return span
    last = doc[end].right_edge.i
    after = doc[end + 1 : last + 1]
    if (
        last - end > _LONGEST_PLACE
        or not len(after)
        or any(t.text in ",;:" or t.pos_ == "VERB" for t in after)
    ):
        return span
    return doc[span.start : last + 1] if last < _predicate(head) else span


def _predicate(subject: "Token") -> int:
    """Where the verb of a subject begins."""
    over = subject.head
    return min((c.i for c in over.lefts if c.i > subject.i and c.dep_ in AUXILIARIES), default=over.i)


def whoever(head: "Token") -> "Span":
    """Those whom only a clause tells ("those who mend piers", "anyone making nets")."""
    clause = next((c for c in head.rights if c.dep_ in {"relcl", "acl"}), None)
    if clause is None or clause.right_edge.i - head.i > _REACH:
        return core(head)
    span = head.doc[head.i : clause.right_edge.i + 1]
    return span[:-1] if span[-1].is_punct else span


def _alone(span: "Span") -> "Span":
    """A name without those that act beside it (", in consultation with …")."""
    doc = span.doc
    ends = (t.i for t in span[1:-1] if t.text == "," and t.i > span.root.i and doc[t.i + 1].lower_ == "in")
    return doc[span.start : next(ends, span.end)]


def actor_phrases(heads: "Sequence[Token]") -> "list[tuple[Span, Token]]":
    """The phrase of each subject; two bare nouns are one ("executive departments and agencies")."""
    if len(heads) == 2 and paired(heads[0], heads[1]):
        first = _begun(core(heads[0]))
        return [(first.doc[first.start : core(heads[1]).end], heads[0])]
    return [(actor_phrase(h), h) for h in heads]


def _section(head: "Token") -> "Span":
    """A section with its number and the law it stands in ("section 202(d) of the Harbour Act")."""
    doc, end = head.doc, head.i + 1
    stop = min(head.i + _REACH, head.sent.end)
    while end < stop and doc[end].pos_ not in PREDICATES and doc[end].text not in {",", ";", "[", "("}:
        end += 1
    return doc[head.i : end]


def _begun(span: "Span") -> "Span":
    start, head = span.start, span.root.i
    doc = span.doc
    for child in span.root.lefts:  # "In 2023, the Department:"
        behind = child.right_edge.i + 1
        if child.dep_ == "prep" and start <= child.i and behind < head and doc[behind].text == ",":
            start = behind + 1
    while (
        start < head
        and (doc[start].pos_ in _INTRODUCING or doc[start].lower_ in NEAR_DAYS)
        and doc[start].text not in '("'
    ):
        start += 1
    if doc[start].tag_ == "POS":
        start = span.start
    return doc[_behind_comma(span, start) : span.end]


def _behind_comma(span: "Span", start: int) -> int:
    """Where a name begins that the parser joins with what stands before a comma ("At Harbour College, Day …")."""
    head, doc = span.root, span.doc
    if head.pos_ not in {"PROPN", "PRON"}:
        return start
    commas = [t.i for t in doc[start : head.i] if t.text == ","]
    if len(commas) != 1 or any(t.lower_ in _COORDINATING for t in doc[commas[0] : head.i]):
        return start  # "the Harbours, Locks and Canals Bureau"
    loose = any(c.i < commas[0] and c.dep_ in _MODIFYING for c in head.lefts)
    return commas[0] + 1 if loose else start


def _person(head: "Token") -> "Span | None":
    """The name behind an office of several words ("Under Secretary for Ports Jo Day")."""
    if head.pos_ != "PROPN" or head.ent_type_ == "PERSON":
        return None
    doc = head.doc
    linked = False
    at = head.i + 1
    stop = min(head.i + _REACH, len(doc))
    while at < stop and (doc[at].pos_ == "PROPN" or doc[at].lower_ in _LINKS or _hyphen(doc[at])):
        linked = linked or doc[at].lower_ in _LINKS
        at += 1
    start = at
    while (
        start > head.i + 1
        and doc[start - 1].ent_type_ == "PERSON"
        and (doc[start - 1].pos_ == "PROPN" or _hyphen(doc[start - 1]))
    ):
        start -= 1
    length = at - start - 2 * sum(_hyphen(t) for t in doc[start:at])
    return doc[start:at] if linked and length in {2, 3} and doc[start - 1].lower_ not in _LINKS else None


def _hyphen(token: "Token") -> bool:
    """Whether a token is the hyphen of a person's double name."""
    return token.text == "-" and token.ent_type_ == "PERSON"


def performer(clause: "Clause", cast: Actors) -> Mention | None:
    """Who does what is said with no actor: signs a document ("is hereby established", "you are authorized"), or thanks."""
    verb = clause.verb
    if verb.lemma_ == "thank" and verb.tag_ in {"VB", "VBP"} and not clause.passive:
        return cast.saying(verb.doc[verb.i : verb.i + 1])
    if _hereby(verb):
        return cast.signer()
    if not clause.passive:
        return None
    if _formal(verb) or (
        verb.lemma_ in _TOLD
        and any(c.dep_ == "nsubjpass" and c.lower_ == "you" for c in (*verb.children, *verb.head.children))
    ):
        return cast.signer()
    return None


def _formal(verb: "Token") -> bool:
    """Whether it is one of the verbs of "The Secretary is authorized and directed to …", in which a document tells somebody to act."""
    said = [verb.lemma_, *(c.lemma_ for c in verb.rights if c.dep_ == "conj")]
    if verb.dep_ == "conj":
        said.append(verb.head.lemma_)
    return {"authorize", "direct"} <= set(said)


def _hereby(verb: "Token") -> bool:
    written = verb.doc.user_data.get("words", "")
    return any(
        c.dep_ == "advmod" and written[c.idx : c.idx + len(c)].lower() == "hereby" for c in verb.children
    )
