"""Who says a clause, where it is not the document itself: "according to …", reported and quoted speech.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gestae.loaders.quotations import quotations, remarks_of, speaker_around
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from gestae.loaders.parse import Sentence

__all__ = ["Attribution", "source_for", "sources"]

_SELF = frozenset({"i", "we", "it", "you", "one", "this", "that", "which", "who", "there", "what"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CONTENT = frozenset({"ccomp", "pcomp"})
_MODAL = frozenset({"would", "may", "might", "could", "should", "must", "shall"})
_DEEPEST = 40


def _words(notation: str) -> frozenset[str]:
    """The words of a class of `english.ttl`."""
    return english().classes[notation]


@dataclass(frozen=True, slots=True)
class Attribution:
    """That the words `start`..`end` (characters of the sentence's block) are said by `source`."""

    source: "Span"
    start: int
    end: int


def sources(sentence: "Sentence") -> Iterator[Attribution]:
    """Who says what in a sentence: each stretch of reported or quoted speech with its source."""
    tokens = sentence.tokens
    for quotation in quotations(tokens.doc):
        if (
            quotation.speaker is not None
            and quotation.start < tokens.end_char
            and tokens.start_char < quotation.end
        ):
            yield Attribution(quotation.speaker, quotation.start, quotation.end)
    for token in tokens:
        if token.dep_ in _CONTENT or _according(token) is not None:
            source = _reporter(token) if token.dep_ in _CONTENT else _according(token)
            region = token if token.dep_ in _CONTENT else _clause(token)
            if source is not None and not _is_publisher(source, sentence):
                yield Attribution(
                    source, region.left_edge.idx, region.right_edge.idx + len(region.right_edge)
                )


def source_for(token: "Token", sentence: "Sentence") -> "Span | None":
    """Who says the clause that a token stands in; `None` is the document itself.

    A pronoun is returned as it stands. The document's publisher and a first person are no source.
    """
    found = _quoted(token, sentence) or _governing(token) or remarks_of(sentence)
    return None if found is None or _is_publisher(found, sentence) else found


def _quoted(token: "Token", sentence: "Sentence") -> "Span | None":
    for quotation in quotations(token.doc):
        if quotation.start <= token.idx < quotation.end:
            return quotation.speaker or speaker_around(sentence)
    return None


def _governing(token: "Token") -> "Span | None":
    """The nearest source over a token, going up the tree."""
    below, steps = token, [token, *token.ancestors][:_DEEPEST]
    for above in steps:
        if above is not below and below.dep_ in _CONTENT | {"xcomp", "relcl", "acl", "parataxis", "pobj"}:
            source = _reporter(below)
            if source is not None:
                return source
        for child in above.children:
            if child.i != below.i:
                source = _according(child) or _as_said(child)
                if source is not None:
                    return source
        below = above
    return None


def _reporter(content: "Token") -> "Span | None":
    """Who says a clause, from the verb over it."""
    verb: Token | None = content.head
    if content.dep_ == "pobj" or (content.dep_ == "pcomp" and content.head.lower_ == "for"):
        return _praiser(content)
    if content.dep_ == "pcomp":
        verb = content.head.head if content.head.lower_ in {"about", "on", "how"} else None
    if content.dep_ == "relcl":
        verb = _over_shared_noun(content)
    if verb is None or verb.lemma_.lower() not in _words("saying") or not _claims(verb, content):
        return None
    return _speaker(verb)


def _praiser(content: "Token") -> "Span | None":
    """Of "applauded the leaders for their work": who praises."""
    if content.head.lower_ != "for":
        return None
    over = content.head.head
    verb = over if over.pos_ == "VERB" else over.head
    return _speaker(verb) if verb.lemma_.lower() in _words("praise") else None


def _over_shared_noun(content: "Token") -> "Token | None":
    """Of "shared steps that they had taken": the verb over the noun that the clause hangs on."""
    noun = content.head
    return noun.head if noun.dep_ == "dobj" and noun.head.lemma_ == "share" else None


def _claims(verb: "Token", content: "Token") -> bool:
    """Whether a verb states its clause: "reported assisting", not "reported to Congress", "agreed to help"."""
    if any(c.dep_ == "neg" for c in verb.children) or any(
        c.dep_ == "aux" and c.lower_ in _MODAL for c in verb.children
    ):
        return False
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in content.children)
    if infinitive:
        return False
    return content.dep_ in _CONTENT | {"relcl"} or (
        content.dep_ == "xcomp" and content.tag_ == "VBG" and verb.lemma_ == "report"
    )


def _speaker(verb: "Token", depth: int = 0) -> "Span | None":
    """The subject of a verb of saying as a phrase, found up the coordination and across participles."""
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if own is not None:
        if own.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
            return _phrase(verb.head)
        if own.lower_ in _SELF or any(
            w.lower() in _words("instrument") for w in _phrase(own).text.split()[:4]
        ):
            return None
        return _issuer(own) or _phrase(own)
    agent = next(
        (p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None
    )
    if agent is not None:
        return _phrase(agent)
    if depth > 4:
        return None
    if verb.dep_ == "advcl" and verb.head.dep_ in _CONTENT and verb.head.head.lemma_ in _words("saying"):
        return _speaker(verb.head.head, depth + 1)
    if verb.dep_ in {"conj", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
        return _speaker(verb.head, depth + 1)
    if verb.dep_ == "xcomp":
        return _speaker(verb.head, depth + 1)
    if verb.dep_ == "acl":
        return _author(verb.head)
    return None


def _issuer(noun: "Token") -> "Span | None":
    """Of "a report released by the agency" and "a report from the agency": the agency."""
    if noun.lemma_.lower() not in _words("account"):
        return None
    for child in noun.rights:
        by = next((c for c in child.children if c.dep_ == "agent"), None) if child.dep_ == "acl" else child
        if by is not None and by.lower_ in {"by", "from"}:
            target = next((c for c in by.children if c.dep_ == "pobj"), None)
            if target is not None:
                return _phrase(target)
    return None


def _author(noun: "Token") -> "Span | None":
    """Who stands behind "a report estimating that …": its issuer or owner, or else the report."""
    if noun.lemma_.lower() in _words("instrument"):
        return None
    if noun.lemma_.lower() in _words("account"):
        verb = noun.head
        if noun.dep_ == "dobj" and verb.lemma_ in _words("issue"):
            issuer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            if issuer is not None and issuer.lower_ not in _SELF:
                return _phrase(issuer)
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is not None:
            return _phrase(owner)
    return _phrase(noun)


def _according(token: "Token") -> "Span | None":
    if token.lower_ == "according":
        to = next(
            (c for c in token.children if c.lower_ == "to"),
            token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None,
        )
        target = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
        return _phrase(target) if target is not None else None
    if token.lower_ == "per" and token.dep_ == "prep":
        target = next((c for c in token.children if c.dep_ == "pobj"), None)
        if target is not None and (target.lemma_.lower() in _words("account") or target.ent_type_ == "ORG"):
            return _phrase(target)
    return None


def _as_said(token: "Token") -> "Span | None":
    """The speaker of "As X said / made clear / noted, …"."""
    if token.dep_ != "advcl" or not any(
        c.dep_ in {"mark", "advmod", "prep"} and c.lower_ == "as" for c in token.children
    ):
        return None
    if token.lemma_.lower() in _words("saying") or (
        token.lemma_ == "make" and any(c.lower_ == "clear" for c in token.children)
    ):
        return _speaker(token)
    return None


def _clause(token: "Token") -> "Token":
    return next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), token.sent.root)


def _phrase(head: "Token") -> "Span":
    """The noun phrase of a source, without clauses and appositions."""
    start = head.left_edge.i
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "on", "for", "in", "from"}:
            end = max(end, _last(child) + 1)
        elif child.dep_ in {"nummod", "flat", "compound"}:
            end = max(end, child.right_edge.i + 1)
        else:
            break
    while start < head.i and (head.doc[start].is_punct or head.doc[start].dep_ in {"cc", "preconj"}):
        start += 1
    return head.doc[start:end]


def _last(prep: "Token") -> int:
    last = prep.i
    for child in prep.rights:
        if child.dep_ in {"relcl", "acl", "advcl", "punct", "appos"}:
            break
        last = max(last, _last(child))
    return last


def _is_publisher(source: "Span", sentence: "Sentence") -> bool:
    publisher = (sentence.document.publisher or "").lower().removeprefix("the ")
    words = source.text.lower().removeprefix("the ").strip()
    return bool(publisher) and words == publisher
