"""What linking resolves: which entity a mention in a document stands for, and how that was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from gestae.ontology.facts import Instrument, Mention

__all__ = ["INSTRUMENT_KINDS", "EntityKind", "Link", "Links", "RoleKind", "mention_of"]

RoleKind = Literal["actor", "instrument", "place"]
"""Under which heading a mention is looked up.

`actor`: whoever acts, is acted on, receives, says, is a member or a group (it may resolve to an instrument:
"the order establishes"); `instrument`: what an action is done under, and what an instrument fact names;
`place`: where a statistic holds.
"""

EntityKind = Literal[
    "Actor",
    "Person",
    "Organization",
    "GovernmentOrganization",
    "Post",
    "Law",
    "Order",
    "Proclamation",
    "Memorandum",
    "Treaty",
    "Report",
    "Plan",
    "Place",
]
"""Local name of the class of an entity that the authority files do not describe."""


INSTRUMENT_KINDS: Mapping[str, EntityKind] = {
    "law": "Law",
    "order": "Order",
    "proclamation": "Proclamation",
    "memorandum": "Memorandum",
    "treaty": "Treaty",
    "report": "Report",
    "plan": "Plan",
}
"""The kind of entity that an instrument of each kind is."""


@dataclass(frozen=True, slots=True)
class Link:
    """The entity that a mention stands for.

    `entity` is the IRI of an authority entry, or of an instrument named by its public number
    (`iris.instrument`); `None` is an entity local to the document, whose IRI is made from the document's,
    `kind` and `label`. `method` says how it was found (see `gestae.graph.linking`),
    `confidence` lies in 0..1. `kind` and `label` (and `identifier`) are given exactly where the authority
    files do not describe the entity.
    """

    mention: Mention
    entity: str | None
    method: str
    confidence: float = 1.0
    kind: EntityKind | None = None
    label: str | None = None
    identifier: str | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one document, by mention and heading; `by_place` is what the same words mean elsewhere.

    Words such as "an Executive Order" need not name the same thing at two places: under the offset at which
    the quote of a fact begins stands what they name in that fact, `None` where nobody can tell.
    """

    by_mention: Mapping[tuple[Mention, RoleKind], Link] = field(default_factory=dict)
    by_place: Mapping[tuple[Mention, RoleKind, int], Link | None] = field(default_factory=dict)

    def get(self, mention: Mention | None, *roles: RoleKind, at: int = -1) -> Link | None:
        """The link of a mention in a fact whose quote begins at `at`, or `None`.

        It is that under the first of these headings that has one. An object, recipient or actor is asked for
        as `"actor"`, then as `"instrument"`.
        """
        if mention is None:
            return None
        for role in roles:
            if (mention, role, at) in self.by_place:
                return self.by_place[mention, role, at]
        return next((link for role in roles if (link := self.by_mention.get((mention, role)))), None)


def mention_of(instrument: Instrument) -> Mention:
    """The mention under which an instrument fact is linked."""
    return Mention(instrument.name, instrument.name)
