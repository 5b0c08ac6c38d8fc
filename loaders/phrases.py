"""Noun phrases: where one begins and ends, its coordinated parts, and its words without articles."""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import NOUNS
from gestae.loaders.parsed_text import parsed_text
from gestae.loaders.rosters import listed_with, person_with_office
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = [
    "GENERATIONS",
    "conjuncts",
    "core",
    "described",
    "full",
    "numbers",
    "one_name",
    "paired",
    "strip_article",
    "under_of",
    "words",
]

_CLAUSES = frozenset(
    {"relcl", "acl", "advcl", "ccomp", "appos", "parataxis", "conj", "cc", "preconj", "punct", "dep", "mark"}
)
_ENDING = frozenset({"relcl", "acl", "cc", "conj", "appos"})
"""Relations of what stands behind a noun and is no part of its phrase, nor is anything behind it."""
_BEHIND = frozenset({"prep", "nummod", "quantmod", "npadvmod", "nmod", "compound", "amod", "case"})
"""Relations of what stands behind a noun and is part of its phrase."""
_COMPLEMENTING = frozenset({"of", "in", "on", "for", "to", "with", "against"})
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_MAKING_SO = frozenset({"make", "keep", "leave", "render", "hold", "find", "deem", "consider"})
"""Verbs whose object the adjective behind it tells the outcome of ("makes loans available to owners")."""
_LONGEST = 40
_JOINED = 8
_NUMERAL = 4
"""Letters of the longest number of a paragraph ("viii")."""
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "PUNCT", "NUM", "ADV"})
_WITHIN = frozenset({"and", "&", "of", "for", ",", "to", "in", "on", "-", "'s"})
GENERATIONS = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"})
"""What stands behind a name and a comma and is part of it ("Ann Lee, Jr.")."""
_BRACKETS = {"(": ")", "[": "]"}


def conjuncts(head: "Token") -> list["Token"]:
    """The heads of a coordination, the first one included, in the order of the text."""
    if head.pos_ == "PROPN" and (people := listed_with(head)):
        return people
    last = one_name(head)
    if last is None and (owned := _owned(head)) is not None:
        return [owned]
    found = [last or head]
    for child in (last or head).rights:
        if (
            child.dep_ == "conj"
            and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"}
            and (child.lower_ not in GENERATIONS or any(c.dep_ == "compound" for c in child.lefts))
            and not numbers(child)
            and not _state(child)
        ) or _listed(child):
            found.extend(conjuncts(child))
    return found


def _state(child: "Token") -> bool:
    """Whether a place is only where the one before it lies ("Ulm, Ohio"), with no "and" that would make it another."""
    place = child.head
    return (
        place.ent_type_ == child.ent_type_ == "GPE"
        and child.left_edge.i == place.i + 2
        and place.nbor().text == ","
        and not any(c.dep_ in {"cc", "conj"} for t in (place, child) for c in t.rights if c.i != child.i)
    )


def _owned(first: "Token") -> "Token | None":
    """Of "Norway and Chile's pact", which the parser takes for two things: the pact of both."""
    if first.pos_ != "PROPN" or any(c.dep_ == "poss" for c in first.lefts):
        return None
    for child in first.rights:
        if child.dep_ == "conj" and child.pos_ == "NOUN" and child.i > 0:
            owner = next((c for c in child.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
            if owner is not None and owner.left_edge.i > 0 and owner.left_edge.nbor(-1).dep_ == "cc":
                return child
    return None


def _listed(token: "Token") -> bool:
    """Whether what the parser takes for an apposition is the next of a list ("the Mayor, the Warden of Ports, and …")."""
    over = token.head
    return (
        token.dep_ == "appos"
        and token.pos_ == over.pos_ == "PROPN"
        and (
            all(any(c.lower_ == "the" for c in t.lefts) for t in (token, over))
            or token.ent_type_ == over.ent_type_ == "ORG"
            or (token.ent_type_ == over.ent_type_ == "PERSON" and token.i > over.i + 1)
        )
        and token.left_edge.i > over.i
        and token.left_edge.nbor(-1).text == ","
        and (
            over.dep_ == "conj"
            or any(c.dep_ == "conj" and c.i > token.i for c in over.rights)
            or any(c.dep_ == "cc" and c.nbor(-1).text == "," for c in token.rights)
            or any(c.dep_ == "conj" and c.left_edge.nbor(-1).text == "," for c in token.rights)
            or any(c.dep_ == "conj" and c.ent_type_ == "PERSON" for c in token.rights)
        )
    )


def numbers(token: "Token") -> bool:
    """Whether a token only numbers a paragraph ("(ii)"), which the parser takes for a subject."""
    doc = token.doc
    return (
        0 < token.i < len(doc) - 1
        and len(token) <= _NUMERAL
        and doc[token.i - 1].text == "("
        and doc[token.i + 1].text == ")"
    )


def one_name(first: "Token") -> "Token | None":
    """The last word of a name that the parser takes for a coordination ("the Harbour and Ports Act")."""
    if first.pos_ != "PROPN":
        return None
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    doc, left, last = first.doc, first.left_edge, first
    while (after := next((c for c in last.rights if c.dep_ == "conj"), None)) is not None:
        last = after
    if last.i == first.i or last.pos_ != "PROPN":
        return None
    firm = doc[last.left_edge.i - 1].text == "&" == doc[first.i + 1].text  # "Roe & Co."
    if not firm and (last.lower_ not in english().classes["naming"] or _stands_alone(first)):
        return None
    opened = firm or left.pos_ == "DET" or (left.i > 0 and doc[left.i - 1].text in {'"', "“"})
    between = doc[first.i + 1 : last.i]
    if not opened or any(not (t.pos_ == "PROPN" or t.lower_ in _WITHIN) for t in between):
        return None
    return None if any(t.text == "," and _stands_alone(t.nbor(-1)) for t in between) else last


def _stands_alone(token: "Token") -> bool:
    """Whether a name ends on a word that lets it stand for itself before "and"."""
    classes = english().classes
    return token.lower_ in classes["naming"] or token.lower_ in classes["own-name"]


def paired(first: "Token", second: "Token") -> bool:
    """Whether two nouns make one thing ("weather and climate data", "owners and operators")."""
    return (
        second.dep_ == "conj"
        and first.pos_ == second.pos_ == "NOUN"
        and second.left_edge.i - first.i == 2
        and not any(c.dep_ in {"det", "poss", "nummod"} for c in second.lefts)
        and (not list(first.lefts) or second.left_edge.i == second.i)
    )


def core(head: "Token") -> "Span":
    """The phrase of a head with its modifiers and its "of" complement, without clauses and other coordinated parts."""
    doc = head.doc
    known: dict[int, tuple[int, int]] = doc.user_data.setdefault("cores", {})
    found = known.get(head.i)
    if found is None:
        span = _span(head)
        found = known[head.i] = (span.start, span.end)
    return doc[found[0] : found[1]]


def described(head: "Token") -> "Span":
    """The phrase of a head as `core` gives it, with an adjective behind the head and what hangs on that ("rights open to all")."""
    made = head.dep_ == "dobj" and head.head.lemma_ in _MAKING_SO
    if made or not any(c.dep_ == "amod" and c.pos_ == "ADJ" and _goes_further(c) for c in head.rights):
        return core(head)
    span = _span(head, described=True)
    return core(head) if span[-1].pos_ == "ADJ" else span  # what follows hangs elsewhere


def full(head: "Token") -> "Span":
    """The phrase of a head with all that hangs on it, clauses included, cut at 40 tokens."""
    start, end = min(head.left_edge.i, core(head).start), head.right_edge.i + 1
    for child in head.lefts:
        if child.dep_ in {"cc", "preconj", "punct"}:
            start = max(start, child.i + 1)
    amended = (
        t.i for t in head.doc[head.i : end] if t.lower_ == "as" and (t.dep_, t.head.dep_) == ("mark", "acl")
    )
    return _trim(head, start, min(end, head.i + _LONGEST, next(amended, end)))  # "Order 7, | as amended by …"


def _span(head: "Token", *, described: bool = False) -> "Span":
    if head.pos_ == "PROPN" and (person := person_with_office(head)) is not None:
        return person
    return _trim(head, _begin(head), _whole(head, _end(head, described=described) + 1))


def _begin(head: "Token") -> int:
    """The first token of a phrase, with what a hyphen joins to it and its number before that ("two multi-year plans")."""
    doc, start = head.doc, head.i
    if head.dep_ == "conj" and one_name(head) == head:
        first = head
        while first.dep_ == "conj":
            first = first.head
        start = first.left_edge.i
    for child in head.lefts:
        if child.dep_ not in _CLAUSES or (child.dep_ == "punct" and child.text in "-$"):
            start = min(start, child.left_edge.i)
    opening = head.sent.start
    while (
        start >= 2 and doc[start - 1].text == "-" and not doc[start - 2].whitespace_ and start - 1 > opening
    ):
        start -= 2
        while start > opening and doc[start - 1].pos_ in {"NUM", "DET", "ADJ"}:
            start -= 1
    return start


def _end(head: "Token", *, described: bool) -> int:
    """The last token of a phrase: the first phrase behind its head ends it, besides those of "of"."""
    end = head.i
    for child in head.rights:
        if child.dep_ in _ENDING:
            break
        if child.dep_ not in _BEHIND or child.i <= head.i:
            continue
        further = child.pos_ == "ADJ" and _goes_further(child)
        if further and not described:
            break  # "steps necessary to mend piers"
        if child.dep_ == "prep" and (
            child.lower_ not in _COMPLEMENTING or (head.ent_type_ == "PERSON" and child.lower_ == "on")
        ):
            break  # "remarks by Mayor Lee | on ports"
        stop = child.right_edge.i if further else _last(child)
        if stop > head.i + _LONGEST:
            break
        end = max(end, stop)
        if child.dep_ == "prep" and child.lower_ != "of":
            break
    return end


def _goes_further(adjective: "Token") -> bool:
    """Whether an adjective behind its noun has a clause or a phrase of its own, as "necessary to …" and "open to …" have."""
    if adjective.i + 1 < len(adjective.doc) and adjective.nbor().lower_ == "to":
        return True
    return any(
        c.dep_ == "xcomp" or c.lower_ in {"on", "with"} or any(t.dep_ == "pcomp" for t in c.rights)
        for c in adjective.rights
    )


def _whole(head: "Token", end: int) -> int:
    """The end of a phrase that a hyphen or "v." cuts in two ("two multi-year plans", "Lee v. Day")."""
    doc = head.doc
    stop = min(end + _JOINED, head.sent.end)
    if end + 1 >= stop or end == 0:
        return end
    following = doc[end]
    if following.lower_ in {"v.", "vs.", "v"} and doc[end + 1].pos_ == "PROPN":
        return end + 2
    if following.text not in {"-", "/"} or doc[end - 1].whitespace_ or following.whitespace_:
        return end
    for at in range(end + 1, stop):
        if doc[at].pos_ not in _INSIDE:
            return end
        if doc[at].pos_ in NOUNS and not _goes_on(doc, at + 1, stop):
            return at + 1
    return end


def _goes_on(doc: "Doc", at: int, stop: int) -> bool:
    """Whether a noun before `at` only modifies what follows."""
    if at >= stop:
        return False
    if doc[at].text == "," and at + 2 < stop:
        return doc[at + 1].pos_ == "ADJ" or doc[at + 2].text == "-"
    return doc[at].pos_ in NOUNS or doc[at].text in {"-", "/"}


def _last(prep: "Token") -> int:
    """The last token of a prepositional phrase, clauses left out."""
    end = prep.i
    for child in prep.rights:
        end = max(end, _extent(child))
    return end


def _extent(token: "Token") -> int:
    end = token.i
    for child in token.rights:
        if child.dep_ in {"relcl", "acl", "advcl", "parataxis"} or (
            child.dep_ == "prep" and child.lower_ not in {"of", "in", "to"}
        ):
            break
        end = max(end, _extent(child))
    return end


def _trim(head: "Token", start: int, end: int) -> "Span":
    doc = head.doc
    while start < head.i and (doc[start].is_space or (doc[start].is_punct and doc[start].text not in '("$#')):
        start += 1
    while end - 1 > head.i and (
        doc[end - 1].is_space or doc[end - 1].text in ',;:.-–—"' or doc[end - 1].dep_ == "cc"
    ):
        end -= 1
    if end < len(doc) and _unclosed(doc[end - 1]) and doc[end].text == ")":
        return doc[start : end + 1]
    opened = _opened(doc[start:end])
    while opened > 0 and end - 1 > head.i:
        end -= 1
        opened -= doc[end].text in _BRACKETS
    return doc[start:end]


def _unclosed(word: "Token") -> bool:
    """Whether the tokenizer cut the last bracket off a word that holds the one before it: of "7103(a)"."""
    return word.text.count("(") > word.text.count(")") and word.text != "("


def _opened(span: "Span") -> int:
    """How many brackets more a span opens than it closes."""
    text = parsed_text(span.doc)[span.start_char : span.end_char]
    if "(" not in text and "[" not in text:
        return 0
    return sum(t.text in _BRACKETS for t in span) - sum(t.text in _BRACKETS.values() for t in span)


def under_of(noun: "Token") -> "list[Token]":
    """What stands behind the "of" of a word, the first of each coordination."""
    return [c for p in noun.rights if p.lower_ == "of" for c in p.rights if c.dep_ == "pobj"]


def strip_article(span: "Span") -> "Span":
    """The span without a leading article or demonstrative, or the "no" of "no boat"."""
    doc, first, end = span.doc, span.start, span.end
    start = first
    while start < end - 1 and (
        doc[start].is_space  # where the number of an item stood
        or (doc[start].lower_ in _ARTICLES and not _stands_for_people(doc[start]))
        or _denies(doc[start], span)
    ):
        start += 1
    return span if start == first else doc[start:end]


def _denies(token: "Token", span: "Span") -> bool:
    """Whether a "no" only denies that there is such a thing, and begins no name, no clause and no word like "no one"."""
    noun = token.head
    return (
        token.lower_ == "no"
        and noun.i == span.root.i
        and token.dep_ == "det"
        and noun.pos_ == "NOUN"
        and noun.i > token.i
        and noun.lower_ != "one"
    )


def _stands_for_people(token: "Token") -> bool:
    """Whether "those" is no article ("those who mend piers")."""
    return token.lower_ == "those" and token.dep_ in _ARGUMENTS


def words(span: "Span") -> str:
    """The words of a span as the document writes them, white space folded."""
    written = span.doc.user_data.get("words")
    return " ".join((written[span.start_char : span.end_char] if written else span.text).split())
