"""Other names of known laws and plans: "the Rescue Plan" for the American Rescue Plan, "the 1964 Civil Rights Act"."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gestae.ontology.english import english

if TYPE_CHECKING:
    from gestae.ontology.authority import Authority, Entity

__all__ = ["behind_and", "means_another", "shortened"]

_FEWEST = 2
_YEAR = re.compile(r",? (?:of )?(?P<year>(?:17|18|19|20)\d\d)$")
_LED = re.compile(r"(?:FY ?|[Ff]iscal [Yy]ear )?(?P<year>(?:17|18|19|20)\d\d) (?=.* (?:Act|Law|Code)$)")
_TITLE = re.compile(r"Title [IVXL]+")
_JOINT = re.compile(r" (?:and|or) ")
_FEWEST_BEHIND = 3
"""Words of the name of a law that a text joins to what is none: "Ferries and Affordable Harbors Act pilots"."""


def shortened(name: str, authority: "Authority") -> "Entity | None":
    """The one known instrument whose name without its year is, or ends in, these words, two or more and distinctive.

    Where the words give a year, before the name or behind it, the instrument is of that year.
    """
    year = _YEAR.search(name) or _LED.match(name)
    if year is None:
        return _ending(name, authority)
    plain = name[year.end() :] if year.start() == 0 else name[: year.start()]
    for full in (plain + joint + year["year"] for joint in (" of ", ", ", " for Fiscal Year ")):
        if len(found := [k for k in authority.find(full) if k.instrument_kind]) == 1:
            return found[0]
    named = [k for k in authority.find(plain) if k.instrument_kind]
    meant = named[0] if len(named) == 1 else _ending(plain, authority)
    return meant if meant is not None and meant.date and str(meant.date.year) == year["year"] else None


def behind_and(name: str, authority: "Authority") -> "Entity | None":
    """The one known law on whose name words end that an "and" joins and that name none as a whole ("Ferries and Affordable Harbors Act")."""
    joint = _JOINT.search(name)
    parts = name[joint.end() :].split() if joint else []
    for start in range(len(parts) - _FEWEST_BEHIND + 1):
        found = [k for k in authority.find(" ".join(parts[start:])) if k.instrument_kind == "law"]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def means_another(initials: str, known: "Entity", text: str) -> bool:
    """Whether a text gives capitals as the short form of something else: "the Harbor Endowment for Art (HEA)" is no Harbor Entry Act.

    So it is with a title of which the text says of what law it is: "Title II" is then that of the law it names.
    """
    if _TITLE.fullmatch(initials):
        law = known.name.partition(" of ")[0]
        return any(
            not text.startswith(law, m.end()) for m in re.finditer(rf"{initials},? of (?:the )?", text)
        )
    if not initials.isupper() or f"({initials})" not in text:
        return False
    given = re.search(rf"([^()]{{3,120}}) \({re.escape(initials)}\)", text)
    if given is None:
        return False
    before = given[1].lower()
    return not any(
        all(word in before for word in _YEAR.sub("", name).lower().split())
        for name in (known.name, *known.names)
        if not name.isupper()
    )


def _ending(name: str, authority: "Authority") -> "Entity | None":
    words, common = name.lower().split(), english().classes["common-title"]
    if len(words) < _FEWEST or _TITLE.fullmatch(name) or all(w in common for w in words[:-1]):
        return None
    found = _endings(authority).get(" ".join(words), ())
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=2)
def _endings(authority: "Authority") -> "dict[str, tuple[Entity, ...]]":
    """The instruments of the authority files by the last words of their names, in lower case."""
    index: dict[str, dict[str, Entity]] = {}
    for entity in authority:
        if entity.instrument_kind:
            for name in (entity.name, *entity.names):
                words = _YEAR.sub("", name).lower().split()
                for start in range(len(words) - 1):
                    index.setdefault(" ".join(words[start:]), {})[entity.iri] = entity
    return {ending: tuple(found.values()) for ending, found in index.items()}
