"""What tells whether a proposed action is one: features of its place among the others of its document.

They say what kind of document it stands in, whom it tells of, which other actions its sentence
proposes, and which words stand around it. `features` has those of the clause by itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from gestae.loaders.clauses import Clause
from gestae.loaders.features import shape_of_object, shape_of_subject, step
from gestae.loaders.names import kind_of
from gestae.loaders.scene import Proposal, Scene
from gestae.ontology.facts import UNSPECIFIED, Document

__all__ = ["Surroundings"]

_GENRES = (
    ("order", re.compile(r"\border\b", re.I)),
    ("proclamation", re.compile(r"\bproclamation\b", re.I)),
    ("memorandum", re.compile(r"\b(?:memorandum|determination)\b", re.I)),
    ("fact sheet", re.compile(r"\bfact ?sheet\b", re.I)),
    ("readout", re.compile(r"\breadout\b", re.I)),
    ("remarks", re.compile(r"\bremarks\b", re.I)),
    ("statement", re.compile(r"\b(?:statement|message)\b", re.I)),
    ("bill", re.compile(r"\bbills?\b", re.I)),
    ("sanction", re.compile(r"\b(?:sanctions?|treasury)\b", re.I)),
    ("plan", re.compile(r"\b(?:report|plan)\b", re.I)),
)
"""Kinds of document by a word of their title; the first that fits."""
_VESTED = "by the authority vested"
_SHARES = (0.02, 0.05, 0.1, 0.2, 0.4)
_PLACES = (0.03, 0.1, 0.3, 0.6, 0.9)
_LONG = (20, 40, 60, 90, 130, 200, 300)
_DEEPEST = 4


@dataclass(frozen=True)
class Surroundings:
    """The proposals of one document, to be asked for what stands around each."""

    scene: Scene
    proposals: Sequence[Proposal]

    def features(self, index: int) -> Iterator[str]:
        """The features of a proposal with a clause, each a name and a value joined by `=`."""
        proposal = self.proposals[index]
        clause = proposal.found.clause
        if clause is None:
            return
        yield from self._whom(proposal, clause)
        yield from self._where(proposal, clause)
        yield from self._beside(index, proposal, clause)
        yield from _around(proposal, clause)

    def _whom(self, proposal: Proposal, clause: Clause) -> Iterator[str]:
        action, subject = proposal.found.action, proposal.found.subject
        name, role, who = action.actor.name, clause.role, shape_of_subject(action, subject)
        kind = self._kinds[name]
        yield f"kind={kind}"
        yield f"kind+role={kind}+{role}"
        yield f"kind+type={kind}+{action.type}"
        yield f"kind+modality={kind}+{action.modality}"
        yield f"verb+kind={clause.verb.lemma_.lower()}+{kind}"
        yield f"speaks={'+'.join(part for part, who_is in self._speakers if who_is == name)}"
        yield f"share={_bin(self._told[name] / len(self.proposals), _SHARES)}"
        yield f"told={step(self._told[name])}"
        if subject is not None:
            yield f"subject-word={subject.lemma_.lower()}"
        elif name != UNSPECIFIED:
            block, first = proposal.line.sentence.block, proposal.line.sentence.tokens.start
            yield f"implied={bool(block.lead)}+{block.role}+{clause.verb.tag_}+{clause.verb.i == first}"
        yield f"genre+who={self._genre}+{who}"
        yield f"type+who={action.type}+{who}"

    def _where(self, proposal: Proposal, clause: Clause) -> Iterator[str]:
        action, sentence, genre = proposal.found.action, proposal.line.sentence, self._genre
        yield f"genre={genre}"
        yield f"genre+role={genre}+{clause.role}"
        yield f"genre+modality={genre}+{action.modality}"
        yield f"genre+type={genre}+{action.type}"
        yield f"genre+block={genre}+{sentence.block.role}"
        yield f"place={_bin(sentence.start / max(len(sentence.document.text), 1), _PLACES)}"
        yield f"lead={bool(sentence.block.lead)}"
        for word in re.findall("[a-z]+", sentence.block.heading.lower())[:6]:
            yield f"heading={word}"

    def _beside(self, index: int, proposal: Proposal, clause: Clause) -> Iterator[str]:
        action, verb, role = proposal.found.action, clause.verb, clause.role
        among = self._sentences[proposal.line.sentence.start]
        verbs = sorted(self._verbs[proposal.line.sentence.start])
        same = self._verbs[proposal.line.sentence.start][verb.i]
        rank = step(verbs.index(verb.i) + 1)
        yield f"among={step(len(among))}"
        yield f"rank={step(among.index(index) + 1)}"
        yield f"from-end={step(len(among) - among.index(index))}"
        yield f"verb-rank={rank}/{step(len(verbs))}"
        yield f"verb-rank+role={rank}+{role}"
        yield f"of-verb={step(same.index(index) + 1)}/{step(len(same))}"
        yield f"chain={_chain(clause)}+{role}"
        yield f"behind={_behind(clause)}"
        over = (
            self._verbs[proposal.line.sentence.start].get(clause.governors[0].i) if clause.governors else None
        )
        if over:
            above = self.proposals[over[0]].found.action
            yield f"over-type={above.type}"
            yield f"over-type+role={above.type}+{role}"
            yield f"over-actor={above.actor.name == action.actor.name}+{role}+{action.modality}"
        else:
            yield f"over-none={role}"
        yield f"below={step(self._below[proposal.line.sentence.start, verb.i])}"

    @cached_property
    def _genre(self) -> str:
        return genre(self.scene.parsed.document)

    @cached_property
    def _told(self) -> Counter[str]:
        """How many proposals tell of each actor."""
        return Counter(p.found.action.actor.name for p in self.proposals)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        known = self.scene.cast.authority
        return {
            name: "none" if name == UNSPECIFIED else f"{kind_of(name, known)}-{bool(known.find(name))}"
            for name in self._told
        }

    @cached_property
    def _speakers(self) -> tuple[tuple[str, str | None], ...]:
        speaker = self.scene.cast.speaker
        return (
            ("we", speaker.we),
            ("president", speaker.president),
            ("administration", speaker.administration),
            ("i", speaker.i),
            ("publisher", self.scene.parsed.document.publisher),
        )

    @cached_property
    def _sentences(self) -> dict[int, list[int]]:
        """The proposals of each sentence by where it begins."""
        found: dict[int, list[int]] = defaultdict(list)
        for index, proposal in enumerate(self.proposals):
            found[proposal.line.sentence.start].append(index)
        return found

    @cached_property
    def _verbs(self) -> dict[int, dict[int, list[int]]]:
        """The proposals of each sentence by their predicate's place among its tokens."""
        found: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for index, proposal in enumerate(self.proposals):
            if proposal.found.clause is not None:
                found[proposal.line.sentence.start][proposal.found.clause.verb.i].append(index)
        return found

    @cached_property
    def _below(self) -> Counter[tuple[int, int]]:
        """How many proposals stand right under each predicate."""
        return Counter(
            (p.line.sentence.start, p.found.clause.governors[0].i)
            for p in self.proposals
            if p.found.clause is not None and p.found.clause.governors
        )


def genre(document: Document) -> str:
    """What kind of document it is, by its title, or by the words with which an order begins."""
    found = next((kind for kind, word in _GENRES if word.search(document.title or "")), None)
    return found or ("order" if _VESTED in document.text.lower() else "other")


def _around(proposal: Proposal, clause: Clause) -> Iterator[str]:
    action, sentence, verb, role = proposal.found.action, proposal.line.sentence, clause.verb, clause.role
    lemma, doc = verb.lemma_.lower(), verb.doc
    # The block is what was parsed, but for the case of letters, and spaCy makes its text anew each time.
    written = sentence.block.text
    before = written[sentence.tokens.start_char : verb.idx]
    end = written[sentence.tokens.start_char : sentence.tokens.end_char].rstrip()[-1:]
    yield f"quoted={before.count(chr(34)) % 2 == 1}"
    yield f"ends={end if end in '.:;?' else '-'}"
    yield f"first={sentence.tokens[0].lower_}"
    yield f"source={action.source is not None}"
    yield f"time={action.time is not None}"
    yield f"verb+role={lemma}+{role}"
    yield f"type+modality={action.type}+{action.modality}"
    yield f"type+what={action.type}+{shape_of_object(clause)}"
    yield f"root={sentence.tokens.root.lemma_.lower()}"
    yield f"is-root={sentence.tokens.root.i == verb.i}+{role}"
    yield f"long={_bin(len(action.quote.text), _LONG)}"
    yield f"next={doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else '-'}"
    yield f"previous={doc[verb.i - 1].lower_ if verb.i else '-'}"
    yield f"object-digit={any(map(str.isdigit, action.object.text))}"
    if clause.governors:
        yield f"over-word+role={clause.governors[0].lemma_.lower()}+{role}"
    if clause.objects:
        head = clause.objects[0]
        yield f"object-word={head.lemma_.lower()}"
        yield f"object-entity={head.ent_type_ or '-'}"
        yield f"verb+object={lemma}+{head.lemma_.lower()}"
        yield f"object-right={'+'.join(sorted({c.dep_ for c in head.rights}))}"
        for child in head.lefts:
            if child.dep_ in {"amod", "compound"}:
                yield f"object-modifier={child.lower_}"
    elif clause.complement is not None:
        yield f"complement-word={clause.complement.lemma_.lower()}"
        yield f"complement-tag={clause.complement.tag_}"


def _chain(clause: Clause) -> int:
    """Behind how many coordinated predicates a predicate stands."""
    token, number = clause.verb, 0
    while token.dep_ == "conj" and number < _DEEPEST:
        token, number = token.head, number + 1
    return number


def _behind(clause: Clause) -> int:
    """How many coordinated predicates hang on a predicate."""
    waiting, number = [clause.verb], 0
    while waiting and number < _DEEPEST:
        found = [c for c in waiting.pop().rights if c.dep_ == "conj" and c.pos_ == "VERB"]
        number += len(found)
        waiting += found
    return min(number, _DEEPEST)


def _bin(number: float, steps: tuple[float, ...]) -> str:
    return str(next((s for s in steps if number <= s), "more"))
