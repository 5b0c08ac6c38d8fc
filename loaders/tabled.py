"""Part of speech, morphology and lemma from a table that fills itself: what spaCy works out anew for each token.

The attribute ruler matches each of its patterns against each token, and the lemmatizer asks for the base form of each.
Both tell the same of two tokens of the same word, tag and dependency; only a pattern of several tokens wants its
neighbours. So the two are asked once for each, and a block of text in which such a pattern may begin is left to them.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, ORTH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.vocab import Vocab

__all__ = ["Tabled", "with_table"]

_NAME = "gestae_attributes"
_READ = [TAG, LOWER, DEP, IS_SPACE]
_ASKED = {"TAG", "LOWER", "DEP", "IS_SPACE"}
_SET = {POS, MORPH, LEMMA}


class _Attributes(NamedTuple):
    """What the ruler sets on a token, as hashes; 0 is left alone."""

    pos: int
    morph: int
    lemma: int


class _Words:
    """The words that patterns ask for; all others are alike to them."""

    def __init__(self, asked: Iterable[object]) -> None:
        self._named: set[str] = set()
        self._shapes: list[re.Pattern[str]] = []
        self._known: dict[int, int] = {}
        for value in asked:
            if isinstance(value, str):
                self._named.add(value)
            elif isinstance(value, Mapping) and value.keys() == {"IN"}:
                self._named.update(value["IN"])
            elif isinstance(value, Mapping) and value.keys() == {"REGEX"}:
                self._shapes.append(re.compile(value["REGEX"]))
            else:
                raise ValueError(f"not a word, words or a regular expression: {value!r}")

    def of(self, lower: int, vocab: "Vocab") -> int:
        """The hash of a word that some pattern asks for, and 0 for others."""
        found = self._known.get(lower)
        if found is None:
            text = vocab.strings[lower]
            named = text in self._named or any(shape.search(text) for shape in self._shapes)
            found = self._known[lower] = lower if named else 0
        return found


class Tabled:
    """A spaCy component in the place of an attribute ruler and a rule lemmatizer, which says the same as both.

    Raises `ValueError` where the ruler's patterns ask for more than the tag, dependency and lower-case word of a token.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler, self._lemmatizer = ruler, lemmatizer
        patterns: list[list[dict[str, Any]]] = [
            p for told in ruler.patterns for p in cast(Any, told)["patterns"]
        ]
        tokens = [token for pattern in patterns for token in pattern]
        if any(token.keys() - _ASKED for token in tokens):
            raise ValueError("the attribute ruler has patterns of other attributes")
        self._words = _Words(token["LOWER"] for token in tokens if "LOWER" in token)
        self._begins = Matcher(ruler.vocab)
        if longer := [pattern[:1] for pattern in patterns if len(pattern) > 1]:
            self._begins.add("longer", longer)
        self._table: dict[tuple[int, ...], _Attributes | None] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a tagged and parsed document; of a longer pattern the ruler sets them."""
        if not len(doc):
            return doc
        found = [self._attributes(*token) for token in doc.to_array(_READ).tolist()]
        if None in found:
            self._ruler(doc)
        else:
            now = doc.to_array([POS, MORPH, LEMMA])
            told = _array(found)
            doc.from_array([POS, MORPH, LEMMA], cast(Any, numpy.where(told > 0, told, now)))
        self._lemmatize(doc)
        return doc

    def _attributes(self, tag: int, lower: int, dep: int, space: int) -> _Attributes | None:
        """From the table; none where the token is a space or a longer pattern may begin."""
        vocab = self._ruler.vocab
        key = (tag, self._words.of(lower, vocab), dep, space)
        if key not in self._table:
            alone = Doc(
                vocab,
                words=[vocab.strings[lower]],
                tags=[vocab.strings[tag]],
                deps=[vocab.strings[dep]],
                heads=[0],
            )
            told: dict[int, int] = {}
            for attribute, _, _, _ in self._ruler.match(alone):
                told |= self._ruler.attrs[attribute]
            plain = told.keys() <= _SET and not self._begins(alone, allow_missing=True)
            self._table[key] = (
                _Attributes(told.get(POS, 0), told.get(MORPH, 0), told.get(LEMMA, 0)) if plain else None
            )
        return self._table[key]

    def _lemmatize(self, doc: Doc) -> None:
        rows = doc.to_array([LEMMA, ORTH, POS, MORPH]).tolist()
        lemmas = [lemma or self._lemma(doc, at, *key) for at, (lemma, *key) in enumerate(rows)]
        doc.from_array([LEMMA], _array(lemmas))

    def _lemma(self, doc: Doc, at: int, orth: int, pos: int, morph: int) -> int:
        known = self._lemmas.get((orth, pos, morph))
        if known is None:
            known = doc.vocab.strings.add(self._lemmatizer.lemmatize(doc[at])[0])
            self._lemmas[orth, pos, morph] = known
        return known


def _array(rows: list[Any]) -> Any:
    return numpy.array(rows, dtype="uint64")


@Language.factory(_NAME)
def _tabled(nlp: Language, name: str) -> Tabled:  # noqa: ARG001 -- spaCy calls it so
    return Tabled(
        cast(AttributeRuler, nlp.get_pipe("attribute_ruler")), cast(Lemmatizer, nlp.get_pipe("lemmatizer"))
    )


def with_table(nlp: Language) -> Language:
    """The pipeline with its ruler and lemmatizer behind a table, where it has both, side by side, and their patterns allow it."""
    names = nlp.pipe_names
    if "attribute_ruler" not in names or names[names.index("attribute_ruler") :][1:2] != ["lemmatizer"]:
        return nlp
    lemmatizer = cast(Lemmatizer, nlp.get_pipe("lemmatizer"))
    if lemmatizer.mode != "rule" or lemmatizer.overwrite:
        return nlp
    try:
        nlp.add_pipe(_NAME, before="attribute_ruler")
    except ValueError:
        return nlp
    nlp.disable_pipe("attribute_ruler")
    nlp.disable_pipe("lemmatizer")
    return nlp
