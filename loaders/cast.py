"""Who is meant: the names, short forms and pronouns of one document, resolved to full names."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gestae.loaders.actors import actor_phrase
from gestae.loaders.allusions import alluded, kin
from gestae.loaders.layout import clean
from gestae.loaders.mentioned import beside, doer_over, kind_alone, people_before, somebody_before
from gestae.loaders.names import Named, definitions, initials, kind_of, named_in, person_alone
from gestae.loaders.nested_bodies import nested_body
from gestae.loaders.ours import meant
from gestae.loaders.parsed_text import offset
from gestae.loaders.phrases import strip_article, words
from gestae.loaders.quotations import quotations
from gestae.loaders.shared_titles import own_title
from gestae.loaders.speaker import NATION, Speaker, speaker_of
from gestae.loaders.turns import ASKING, Turns, turns_of
from gestae.ontology.authority import Authority, authority
from gestae.ontology.english import english
from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from spacy.tokens import Span

    from gestae.loaders.parse import Parsed

__all__ = ["Cast", "cast_of"]

_FIRST = frozenset({"me", "my", "mine", "myself"})
_YOU = frozenset({"you", "your", "yours"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_HE = frozenset({"he", "him", "his", "himself"})
_OBJECTIVE = frozenset({"him", "her"})
_LADIES = ("First Lady", "Mrs.", "Ms.", "Queen", "Congresswoman")
_THING = frozenset({"it", "its", "itself"})
_GROUP = frozenset({"they", "them", "their", "theirs", "themselves"})
_MANY = ("group", "organization")
"""Kinds that "they" can mean."""
_NOBODY = (
    frozenset({"i", "this", "that", "these", "those", "what", "there"})
    | _YOU
    | _WE
    | _PERSON
    | _THING
    | _GROUP
)
_NATION = frozenset({"nation", "country", "america", "government", "u.s", "u.s.", "us"})
_POSSESSIVE = re.compile(r"^(?:my|our|his|her|its|their|this|that|these|those|such|said)\s+", re.I)
_PRESIDENT = re.compile(r"^(?:the\s+)?president(?: of the united states)?$", re.I)
_DEPARTMENTS = re.compile(r"Departments of (.+)")
_YEAR = re.compile(r"^(?:19|20)\d\d ")
_AND = re.compile(r",? and |, ")
_WHITE_HOUSE = frozenset({"executive-office-of-the-president", "white-house-office"})
"""Bodies whose officials speak for the Administration, as the document itself does."""
_NEAR = 1_500
"""Characters back within which a pronoun looks for a name."""
_FAR = 20_000
"""Characters back within which a short form ("the Department") looks for its full name."""


@dataclass
class Cast:
    """The names of one document and what they stand for at each place in it."""

    authority: Authority
    speaker: Speaker
    short: dict[str, str] = field(default_factory=dict)
    named: list[Named] = field(default_factory=list)
    focus: list[tuple[int, str, str]] = field(default_factory=list)
    several: dict[int, tuple[str, ...]] = field(default_factory=dict)
    turns: Turns = field(default_factory=Turns)
    _starts: list[int] = field(default_factory=list)
    _cache: dict[tuple[str, int], str] = field(default_factory=dict)

    def resolve(self, tokens: "Span") -> Mention:
        """Whom or what a noun phrase names; a phrase that names nobody stands for itself."""
        text = words(strip_article(tokens))
        if not self._known(text) and (longer := self.whole(tokens)) is not tokens:
            tokens, text = longer, words(strip_article(longer))
        if tokens[0].lower_ == "no" and not self._known(text):
            return Mention(text, text)  # "no order" is not the order that the text speaks of
        at = offset(tokens.doc, tokens.start_char)
        return Mention(
            text,
            self._quoted(tokens, text)
            or self._ours(tokens, text)
            or self._beside(tokens, text)
            or self._other(tokens, text, at)
            or (self._back(text.title(), at) if kind_alone(tokens) and not self._office(text) else None)
            or self.name(own_title(tokens) or text, at),
        )

    def whole(self, tokens: "Span") -> "Span":
        """A phrase with the rest of the known name that it is the beginning of ("Bureau of Harbors, Locks and Canals")."""
        bare = strip_article(tokens)
        if not len(bare):
            return tokens
        at = offset(tokens.doc, bare.start_char)
        index = bisect_left(self._starts, at)
        name = self.named[index] if index < len(self.named) and self._starts[index] == at else None
        if name is None or len(name.text) <= len(bare.text) or not self.known(name.text):
            return tokens
        longer = tokens.doc.char_span(
            bare.start_char, bare.start_char + len(name.text), alignment_mode="expand"
        )
        return longer if longer is not None else tokens

    def _quoted(self, tokens: "Span", text: str) -> str | None:
        """Who "I" is within a quotation: whoever speaks it; "we" is then the body whose office they hold."""
        lower = text.lower()
        own = lower == "i" or lower in _FIRST
        if not own and lower not in _WE:
            return None
        speaker = next(
            (q.speaker for q in quotations(tokens.doc) if q.start <= tokens.start_char < q.end), None
        )
        if speaker is None or speaker.root.pos_ == "PRON":
            return None
        who = self.resolve(speaker).name
        if own or kind_of(who, self.authority) == "organization":
            return who
        return self._body(who)

    def _ours(self, tokens: "Span", text: str) -> str | None:
        """Who "we" is where the clause tells a government from the nation that it speaks for."""
        body = self.speaker.body
        if text.lower() != "we" or body is None:
            return None
        told = meant(tokens.root, solemn=self.speaker.we == NATION)
        if told == "nation":
            return NATION
        inside, who = self.turns.at(offset(tokens.doc, tokens.start_char))
        strange = inside and (who is None or self.known(who) is None)
        return body if told == "body" and not strange else None

    def _beside(self, tokens: "Span", text: str) -> str | None:
        """Whom a pronoun means by what stands before it in its sentence; people are first of all subjects of other clauses."""
        lower = text.lower()
        if lower in {"it", "they", "them"}:
            other = beside(tokens.root)
            return self.resolve(actor_phrase(other)).name if other is not None else None
        if lower not in _PERSON:
            return None
        for token in people_before(tokens.root):
            name = self.resolve(actor_phrase(token)).name
            if self._can_be(name, lower):
                return name
        somebody = somebody_before(tokens.root)
        return self.resolve(actor_phrase(somebody)).name if somebody is not None else None

    def _other(self, tokens: "Span", text: str, at: int) -> str | None:
        """Whom the "him" of "she thanked him" means: not who is the subject of its verb."""
        subject = doer_over(tokens.root) if text.lower() in _OBJECTIVE else None
        return self._pronoun(text, at, self.resolve(actor_phrase(subject)).name) if subject else None

    def _body(self, who: str) -> str | None:
        """The body that an official or an office belongs to; the Administration of those of the White House."""
        found = self.authority.resolve(who, self.speaker.date)
        if found is None or found.kind not in {"person", "post"}:
            return None
        posts = [found.iri]
        if found.kind == "person":
            posts = [
                tenure.post
                for tenure in self.authority.tenures(found)
                if self.speaker.date is not None and tenure.covers(self.speaker.date)
            ]
        post = self.authority.by_iri(posts[-1]) if posts else None
        body = self.authority.by_iri(post.parent) if post is not None and post.parent else None
        if body is None or body.iri.rpartition("/")[2] in _WHITE_HOUSE:
            return None
        return body.name

    def signer(self) -> Mention | None:
        """Who signed the document, where it does what it says."""
        return Mention(self.speaker.i, self.speaker.i) if self.speaker.i else None

    def saying(self, tokens: "Span") -> Mention | None:
        """Who would be "I" where some words stand: of a quotation its speaker, in a transcript whose turn it is."""
        at = offset(tokens.doc, tokens.start_char)
        who = self._quoted(tokens, "I") or self._speaking(at)
        return Mention(who, who) if who else None

    def parts(self, tokens: "Span") -> tuple[Mention, ...]:
        """Each of those whom a phrase names together ("the Department of Commerce and HHS", "the Departments of …")."""
        text = clean(words(strip_article(tokens)))
        if self.speaker.parties and text.lower() in english().classes["together"]:
            return tuple(Mention(text, party) for party in self.speaker.parties)
        if text.lower() == "they" and (meant := self._several(tokens)):
            return tuple(Mention(text, name) for name in meant)
        if " and " not in text and "Departments of" not in text:
            whole = self.resolve(self.whole(tokens))
            both = whole.name.split(" and the ") if text.lower() in self.short else []
            if len(both) > 1 and all(map(self._known, both)):
                return tuple(Mention(text, self._known(b) or b) for b in both)  # "(the Departments)"
            return (whole,)
        plural = _DEPARTMENTS.match(text)
        items = [i for i in _AND.split(plural[1] if plural else text) if i]
        if plural:
            items = [
                f"Department of {i}" if not self._known(i) and self._known(f"Department of {i}") else i
                for i in (re.sub("^the ", "", i) for i in items)
            ]
        at = offset(tokens.doc, tokens.start_char)
        end = at + len(tokens.text)
        found = [
            Mention(i, self.name(i, at))
            for i in (self._longer(re.sub("^the ", "", i), at, end) for i in items)
        ]
        if len(found) > 1 and all(self._defined(m.text) or self._known(m.text) for m in found):
            return tuple(found)
        return (self.resolve(self.whole(tokens)),)

    def _several(self, tokens: "Span") -> tuple[str, ...]:
        """Each of those whom a "they" means, where the sentences before name them one by one."""
        if beside(tokens.root) is not None:
            return ()
        at = offset(tokens.doc, tokens.start_char)
        for start, _, kind in reversed(self.focus):
            if start < at and kind in _MANY:
                return self.several.get(start, ()) if at - start <= _NEAR else ()
        return ()

    def _longer(self, item: str, start: int, end: int) -> str:
        """The known name between two offsets that an item is the beginning of, else the item."""
        names = self.named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return next((n.text for n in names if n.text.startswith(f"{item} ") and self.known(n.text)), item)

    def name(self, text: str, at: int = 0) -> str:
        """The full name of what `text` (without article) stands for at an offset of the document."""
        key = (text, at if len(text) < 24 else -1)
        if key not in self._cache:
            self._cache[key] = self._name(text, at)
        return self._cache[key]

    def _name(self, text: str, at: int) -> str:
        text = person_alone(_untitled(clean(text)))
        pronoun = self._pronoun(text, at)
        if pronoun or text.lower() in _FIRST or text == "I":
            return pronoun or text
        bare = _POSSESSIVE.sub("", text)
        if bare != text and bare.lower() in _NATION:
            return "United States"
        for form in dict.fromkeys((text, bare)):
            known = self._office(form) or self._defined(form) or self._known(form)
            if known:
                return known
        if part := nested_body(text, self.authority, self.speaker.date):
            return part
        return (
            self._back(bare, at)
            or self._spelt_out(bare)
            or alluded(text, self._before(at, _FAR), self.speaker, self.authority)
            or text
        )

    def _pronoun(self, text: str, at: int, besides: str | None = None) -> str | None:
        lower = text.lower()
        if text == "I" or lower in _FIRST:
            return self._speaking(at)
        if lower in _WE:
            return self.speaker.we
        if lower in _YOU:
            return self.speaker.you
        kinds: tuple[str, ...]
        if lower in _PERSON:
            kinds = ("person",)
        elif lower in _THING:
            kinds = ("organization", "instrument", "thing")
        elif lower in _GROUP:
            kinds = _MANY
        else:
            return None
        for start, name, kind in reversed(self.focus):
            if at - start > _NEAR:
                break
            if start < at and kind in kinds and name != besides and self._can_be(name, lower):
                return name
        for found in self._before(at, _NEAR):
            if found.kind in kinds:
                name = self.name(found.text, found.start)
                if name != besides and self._can_be(name, lower):
                    return name
        return None

    def _can_be(self, name: str, pronoun: str) -> bool:
        """Whether somebody can be meant by "he" or "she": not who speaks, and no woman by "he"."""
        if pronoun not in _PERSON:
            return True
        if name == self.speaker.i or (pronoun in _HE and name.startswith(_LADIES)):
            return False
        found = self.authority.find(name)
        gender = found[0].gender if len(found) == 1 else None
        return gender is None or gender == ("male" if pronoun in _HE else "female")

    def _speaking(self, at: int) -> str | None:
        """Who "I" is: in a transcript whose turn it is, or the reporter who asks."""
        inside, who = self.turns.at(at)
        if not inside:
            return self.speaker.i
        return (self.known(who) or who) if who else ASKING

    def speaking(self, at: int) -> str | None:
        """Who has the word at an offset of a transcript; nobody in any other text."""
        inside, who = self.turns.at(at)
        return ((self.known(who) or who) if who else ASKING) if inside else None

    def note(self, at: int, mentions: "Sequence[Mention]", *, plural: bool, kind: str = "thing") -> None:
        """Take note of what a sentence is about, its main subject, for the pronouns behind it.

        `kind` is what it is taken for where its name does not tell.
        """
        name = mentions[0].name
        if name.lower() in _NOBODY:
            return
        told = "group" if plural or len(mentions) > 1 else kind_of(name, self.authority)
        if told == "thing":
            told = kind
        self.focus.append((at, name, told))
        if len(mentions) > 1:
            self.several[at] = tuple(dict.fromkeys(m.name for m in mentions))

    def _office(self, text: str) -> str | None:
        """The Administration and the President, as of the document's date."""
        lower = text.lower()
        if lower in {"administration", "administration's"}:
            return self.speaker.administration
        if _PRESIDENT.match(text):
            return self.speaker.president
        if lower in {"vice president", "first lady"} and self.speaker.date is not None:
            holder = self.authority.office_holder(lower, self.speaker.date)
            return holder.name if holder else None
        return None

    def _defined(self, text: str) -> str | None:
        full = self.short.get(text.lower())
        if full is None:
            return None
        return self._known(full) or full

    def _known(self, text: str) -> str | None:
        found = self.authority.resolve(text, self.speaker.date)
        return found.name if found else None

    def known(self, text: str) -> str | None:
        """The full name of a body, office or instrument that the document defines or the authority files hold."""
        return self._office(text) or self._defined(text) or self._known(text)

    def _back(self, text: str, at: int) -> str | None:
        """The latest full name that a short form ("Department", "Task Force", "Austin") can stand for."""
        if not text[:1].isupper() or len(text.split()) > 3:
            return None
        lower = text.lower()
        for found in self._before(at, _FAR):
            if (
                lower in found.heads
                and found.text.lower() != lower
                and not found.text.lower().endswith(f" and {lower}")  # another of two names
                and not (
                    found.kind == "thing"
                    and lower.endswith("s")  # "Americans" are not the "Elderly Americans"
                )
            ):
                return self._defined(found.text) or self._known(found.text) or found.text
        return None

    def _spelt_out(self, text: str) -> str | None:
        """The one name of the document with these initials ("Harbour Repair Fund" for "HRF", "the 2021 HRF")."""
        letters = _YEAR.sub("", text)
        if not (len(letters) > 2 and letters.isalpha() and letters.isupper()):
            return None
        names = {n.text for n in self.named if " " in n.text and initials(n.text) == letters}
        return next(iter(names)) if len(names) == 1 else None

    def _before(self, at: int, reach: int) -> "list[Named]":
        end = bisect_left(self._starts, at)
        start = bisect_left(self._starts, at - reach)
        return self.named[start:end][::-1]


def _untitled(text: str) -> str:
    return re.sub(r"['’]s?$", "", text).strip(" \"'“”,")


def cast_of(parsed: "Parsed", known: Authority | None = None) -> Cast:
    """Read off a document who is who in it."""
    register = known or authority()
    document = parsed.document
    speaker = speaker_of(document, register)
    cast = Cast(register, speaker, definitions(document.text))
    cast.named = sorted((*named_in(parsed, register), *kin(document.text)), key=lambda n: n.start)
    cast.turns = turns_of(parsed.blocks)
    cast._starts = [n.start for n in cast.named]
    return cast
