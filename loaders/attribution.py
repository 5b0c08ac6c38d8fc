"""Who says a clause, where it is not the document itself: "according to …", reported and quoted speech.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gestae.loaders.acting import human
from gestae.loaders.grammar import PREDICATES, SUBJECTS
from gestae.loaders.passages import headliner, remarks_of, speaker_above, speaker_around
from gestae.loaders.quotations import Quotation, quotations
from gestae.loaders.tellers import can_tell, issuer, speaking_phrase, voice
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from gestae.loaders.parse import Sentence

__all__ = ["Attribution", "source_for", "sources"]

_CONTENT = frozenset({"ccomp", "pcomp"})
_REPORTED = _CONTENT | {"xcomp", "relcl", "acl", "parataxis", "pobj"}
_MODAL = frozenset({"would", "may", "might", "could", "should", "must", "shall"})
_UNSETTLED = frozenset({"if", "whether", "unless"})
_SELF = frozenset({"i", "me", "we", "us", "you"})
_STOPS = frozenset({".", "!", "?", ";", ":", '"'})
"""Marks at which what one sentence tells ends."""
_COUNTED = frozenset({"nummod", "nmod", "quantmod", "compound", "amod"})
"""How a number hangs on what it counts."""
_COUNTABLE = frozenset({"NOUN", "NUM"})
"""What stands beside another number in a list of them."""
_LAID_OUT = frozenset({"describe", "detail"})
"""Verbs whose "as described in Order 9" tells where something is laid down, not who says so."""
_ANSWERING = frozenset({"reply", "respond"})
"""Verbs whose "as the pilots respond to the storm" tells what goes on."""
_ANY = frozenset({"a", "an", "another", "any", "every", "many", "most", "one", "our", "several", "some"})
"""What stands before a survey or estimate that is told of for the first time."""
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
    quotation = _quotation(token)
    found = _governing(token, quotation)
    if found is None and quotation is not None:
        found = quotation.speaker or speaker_around(sentence) or _governing(token, None)
    if found is None and quotation is None:
        found = speaker_above(sentence) or _behind(token, sentence) or _measuring(token)
    found = found or remarks_of(sentence) or headliner(sentence)
    if found is None or found[-1].lower_ in _SELF or _is_publisher(found, sentence):
        return None
    return found


def _quotation(token: "Token") -> "Quotation | None":
    return next((q for q in quotations(token.doc) if q.start <= token.idx < q.end), None)


def _governing(token: "Token", within: "Quotation | None") -> "Span | None":
    """The nearest source over a token, going up the tree; only one that is named within a quotation, if in one."""
    below, steps = token, [token, *token.ancestors][:_DEEPEST]
    for above in steps:
        if within is not None and not within.start <= above.idx < within.end:
            return None
        if above is not below and below.dep_ in _REPORTED:
            source = _reporter(below)
            if source is not None:
                return source
        if above is not below and (source := _made_clear(below)) is not None:
            return source
        if above is not below and _set_against(below):
            return None
        opening = (c for s in above.lefts if s.dep_ in SUBJECTS for c in s.lefts if c.lower_ == "according")
        for child in (*above.children, *opening):
            source = (_according(child) or _as_said(child)) if child.i != below.i else None
            if source is not None and not (child.i > token.i and _announces(token, child)):
                return source
        below = above
    return None


def _set_against(clause: "Token") -> bool:
    """Whether a clause sets what others say against what is said: "…, while critics complain that it waits"."""
    return (
        clause.dep_ == "advcl"
        and clause.lemma_.lower() in _words("saying")
        and any(c.dep_ == "mark" and c.lower_ in {"while", "whereas"} for c in clause.lefts)
    )


def _reporter(content: "Token") -> "Span | None":
    """Who says a clause, from the verb over it."""
    verb: Token | None = content.head
    if content.dep_ == "pobj" or (content.dep_ == "pcomp" and content.head.lower_ == "for"):
        return _praiser(content)
    if content.dep_ == "pcomp":
        own = any(c.dep_ in SUBJECTS for c in content.children)
        told = content.head.lower_ in ({"about", "on", "how"} if own else {"about", "how"})
        verb = content.head.head if told else None  # "insisted on closing it" says nothing
    if content.dep_ == "relcl":
        verb = _over_shared_noun(content)
    if verb is None or not (verb.lemma_.lower() in _words("saying") or _expounds(verb, content)):
        return None
    return voice(verb) if _claims(verb, content) else None


def _expounds(verb: "Token", content: "Token") -> bool:
    """Whether a verb tells how something is: "discussed how the board mends piers", not "discussed how to mend piers"."""
    if verb.lemma_.lower() not in _words("expounding"):
        return False
    how = any(c.lower_ == "how" for c in (*content.lefts, content.head))
    return how and any(c.dep_ in SUBJECTS for c in content.lefts)


def _measuring(token: "Token") -> "Span | None":
    """Who tells a number that is what they report: "the Guild reported a 40 percent rise in tolls"."""
    if token.pos_ in PREDICATES:
        return None
    while token.dep_ in _COUNTED or (token.dep_ in {"conj", "appos"} and token.pos_ in _COUNTABLE):
        token = token.head
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_.lower() not in _words("measuring") or not _states(verb):
        return None
    who = voice(verb)
    return who if who is not None and can_tell(who.root) else None


def _states(verb: "Token") -> bool:
    """Whether a verb says that something is so: not "did not report", "could report", "to report"."""
    return not any(
        c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in _MODAL | {"to", "will"}) for c in verb.children
    )


def _made_clear(content: "Token") -> "Span | None":
    """Of "he made clear that ports are open", "she made it clear to them that …": who does."""
    over = content.head
    verb = over.head if over.lower_ == "clear" else over
    if verb.lemma_ != "make":
        return None
    clear = any(c.lower_ == "clear" and c.i < content.i for c in verb.children)
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in content.lefts)
    if not (clear and that):
        return None
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in _MODAL | {"to"}) for c in verb.lefts):
        return None
    who = voice(verb)
    return who if who is not None and can_tell(who.root) else None


def _announces(token: "Token", behind: "Token") -> bool:
    """Whether an act is that of announcing what the words `behind` it are said of, or leads to it.

    In "He will travel to announce that ports are safe, according to a report" the report tells of the ports.
    """
    return any(
        content.dep_ == "ccomp" and verb.lemma_ in _words("announcing") and verb.i < content.i < behind.i
        for verb in (token, *token.subtree)
        if verb.pos_ == "VERB"
        for content in verb.children
    )


def _behind(token: "Token", sentence: "Sentence") -> "Span | None":
    """The source of "…, according to X" where the parser has begun a sentence in the midst of one."""
    doc, end = token.doc, sentence.tokens.end
    if end >= len(doc) or doc[end - 1].text in _STOPS:
        return None
    stop = next((t.i for t in doc[end:] if t.text in _STOPS), len(doc))
    told = next((t for t in doc[end:stop] if t.lower_ == "according" and doc[t.i - 1].text == ","), None)
    return _according(told) if told is not None and not _announces(token, told) else None


def _praiser(content: "Token") -> "Span | None":
    """Of "applauded the leaders for their work": who praises."""
    if content.head.lower_ != "for":
        return None
    over = content.head.head
    verb = over if over.pos_ == "VERB" else over.head
    return voice(verb) if verb.lemma_.lower() in _words("praise") else None


def _over_shared_noun(content: "Token") -> "Token | None":
    """Of "shared steps that they had taken": the verb over the noun that the clause hangs on."""
    noun = content.head
    return noun.head if noun.dep_ == "dobj" and noun.head.lemma_ == "share" else None


def _claims(verb: "Token", content: "Token") -> bool:
    """Whether a verb states its clause: "reported assisting", not "reported to Congress", "agreed to help"."""
    if any(t.text == ";" for t in verb.doc[content.i : verb.i]):
        return False  # "the guild alleges that it sank; the pilot denied it" are two sentences in one
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in _MODAL) for c in verb.children):
        return False
    own = next((c for c in content.children if c.dep_ in SUBJECTS), None)
    if verb.lemma_ == "charge" and not any(c.dep_ == "mark" and c.lower_ == "that" for c in content.lefts):
        return False  # "a man charged with theft was let go", however it is parsed
    if any(c.dep_ == "mark" and c.lower_ in _UNSETTLED for v in (verb, content) for c in v.lefts):
        return False
    if verb.dep_ in {"acl", "advcl"} and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts):
        return False
    relative = own is not None and own.lower_ in {"that", "which"} and own.i > verb.i + 1
    if relative and content.dep_ in _CONTENT:
        return False  # "added tools that are useful" and "agreed to a plan that …" say nothing
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in content.children):
        reckoned = own is not None or any(c.dep_ in {"agent", "auxpass"} for c in verb.children)
        return reckoned and verb.lemma_.lower() in _words("reckoning")
    return content.dep_ in _CONTENT | {"relcl"} or (
        content.dep_ == "xcomp" and content.tag_ == "VBG" and verb.lemma_ == "report"
    )


def _according(token: "Token") -> "Span | None":
    """The source of "according to the study", "per the agency", "in the Secretary's view"."""
    if token.lower_ == "according":
        to = next(
            (c for c in token.children if c.lower_ == "to"),
            token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None,
        )
        target = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
        return _stated(target) if target is not None else None
    target = next((c for c in token.children if c.dep_ == "pobj"), None) if token.dep_ == "prep" else None
    if target is None:
        return None
    if token.lower_ == "per" and (target.lemma_.lower() in _words("account") or target.ent_type_ == "ORG"):
        return speaking_phrase(target)
    if token.lower_ in {"in", "by"} and (told := _survey(token, target)) is not None:
        return told
    if token.lower_ in {"in", "by"} and target.lemma_.lower() in _words("opinion"):
        whose = next((c for c in target.lefts if c.dep_ == "poss" and c.tag_ != "PRP$"), None)
        of = next((c for c in target.rights if c.lower_ == "of"), None)
        if whose is None and of is not None and any(c.lower_ == "the" for c in target.lefts):
            whose = next((c for c in of.children if c.dep_ == "pobj" and can_tell(c)), None)
        return speaking_phrase(whose) if whose is not None else None
    return None


def _survey(token: "Token", target: "Token") -> "Span | None":
    """The source of "In a recent survey, …" and "By some estimates, …", which stand before what is so."""
    kind = _words("survey") if token.lower_ == "in" else _words("opinion")
    if token.i > token.head.i or target.lemma_.lower() not in kind:
        return None
    if not any(c.lower_ in _ANY for c in target.lefts):
        return None
    return issuer(target) or speaking_phrase(target)


def _stated(target: "Token") -> "Span | None":
    """Who or what a thing is so according to; "according to need" and "the law of war" give no source."""
    theirs = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in target.lefts)
    if not can_tell(target) or (theirs and not human(target.lemma_.lower())):
        return None
    if target.pos_ == "NOUN" and target.lemma_.lower() in _words("instrument"):
        return None
    return issuer(target) or speaking_phrase(target)


def _as_said(token: "Token") -> "Span | None":
    """The speaker of "As X said / made clear / noted, …"."""
    if token.dep_ != "advcl" or not any(
        c.dep_ in {"mark", "advmod", "prep"} and c.lower_ == "as" and c.i < token.i for c in token.children
    ):
        return None  # "signed it to respond to their claim as owners" gives no speaker
    if any(c.dep_ == "aux" and c.lower_ in _MODAL for c in token.lefts):
        return None  # "such others as the Board may determine"
    if token.tag_ == "VBN" and not any(c.dep_ in SUBJECTS for c in token.children):
        by = [c for c in token.rights if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ in {"in", "by"})]
        target = next((c for p in by for c in p.children if c.dep_ == "pobj"), None)
        said = token.lemma_.lower() in _words("saying")
        if target is None or not said:
            return None
        told = by[0].lower_ != "in" or target.lemma_.lower() in _words("account")
        return _stated(target) if told or token.lemma_ not in _LAID_OUT else None
    if token.lemma_ in _ANSWERING and any(c.dep_ == "prep" for c in token.rights):
        return None
    if token.lemma_ == "put" and any(c.dep_ == "dobj" and c.lower_ == "it" for c in token.children):
        return voice(token)  # "As the pilot put it, …"
    if any(c.dep_ in {"dobj", "ccomp"} for c in token.children) and token.lemma_ not in {"make", "tell"}:
        return None  # "as the city marks a day", "as he said that …" tell what goes on, not who says the rest
    if token.lemma_.lower() in _words("saying") or (
        token.lemma_ == "make" and any(c.lower_ == "clear" for c in token.children)
    ):
        return voice(token)
    return None


def _clause(token: "Token") -> "Token":
    return next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), token.sent.root)


def _is_publisher(source: "Span", sentence: "Sentence") -> bool:
    publisher = (sentence.document.publisher or "").lower().removeprefix("the ")
    words = source.text.lower().removeprefix("the ").strip()
    return bool(publisher) and words == publisher
