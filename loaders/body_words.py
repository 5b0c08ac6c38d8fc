"""What the name of a body, of a person and of an office looks like: one vocabulary for all that tell who belongs where."""

import re
from collections.abc import Iterator
from functools import lru_cache

from gestae.loaders.patterns import any_of
from gestae.ontology.english import english

__all__ = [
    "BODY",
    "CAPITAL",
    "HONORIFIC",
    "NAME",
    "ORGANIZATION",
    "PLAIN",
    "RANK",
    "office",
    "offices",
    "posts",
]

CAPITAL = r"(?:(?:[A-Z]\.){2,}(?=[\s,)])|[A-Z](?:[\w&'/-]|\.(?=\w))*)"
"""A capitalised word; a full stop belongs to it only inside ("U.S.", "J.P.")."""
PLAIN = CAPITAL.replace("'", "")
"""The same without what belongs to somebody ("Harbor's")."""
ORGANIZATION = rf"{CAPITAL}(?:(?: +(?:of|for(?: an?)?|on|and|the|to|in|&|at|de))* +{CAPITAL}){{0,12}}"
"""A name of capitalised words; where its line ends, the next may be indented."""
BODY = (
    r"(?:Task Force|Council|Commission|Committee|Subcommittee|Board|Panel|Delegation|Group|Team|Coalition|Alliance|Partnership|Network|"
    r"Caucus|Cabinet|Consortium|Federation|Union|Forum|Academy|Department|Agency|Administration|Bureau|Office|Institutes?|Centers?|Foundation|"
    r"Fund|Bank|University|College|School|Association|Society|Service|Corps|Authority|Corporation|Court|Company|Organization|League|"
    r"Assembly|Conference|Division|Unit|Directorate|Command|Trust|Initiative|Campaign|Project|Party|Senate|House|Congress|Parliament|"
    r"Quad|Guard|Reserve|Army|Navy|Force|Politburo|Secretariat|Community(?! (?:[A-Z]|and ))|Church|"
    r"Legion|Brotherhood|Club|Ministry|Hospital|Museum|Fleet|Brigade|Battalion|Squadron|Regiment|Chamber|Institution|(?<! of )Police(?! of\b| (?!Chief)[A-Z])|Cartel|Teamsters|Steelworkers|Joint Chiefs(?: of Staff)?|"
    r"(?:(?<=Auto )|(?<=Mine )|(?<=Farm )|(?<=Food and Commercial )|(?<=Electrical ))Workers)"
)
"""Head nouns of names of bodies."""

RANK = (
    r"(?:(?:(?:Lt|Maj|Brig|Gen|Adm|Col|Capt|Cmdr|Cdr|Sgt|Cpl)\. ?|"
    r"(?:Lieutenant|Major|Brigadier|Vice Admiral|Rear Admiral|General|Admiral|Colonel|Captain|Commander) )+)"
)
"""Ranks before the name of somebody in uniform."""

HONORIFIC = (
    r"(?:(?:The Honorable )?(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Adm|Hon|Rev|T\.H)\. )+|(?:The Honorable |[A-Z][a-z]+ (?=Governor )|State |U\.S\. )*"
    r"(?:Senator|Representative|Governor|Congress(?:wo)?man|Ambassador|General|Admiral|Professor|Secretary|Administrator|Director|Mayor|"
    r"Honorable|Judge|Commissioner|Chair(?:wo)?man|Delegate|Rabbi|Reverend|Chief|Sheriff|Prime Minister) |The Honorable )?"
)
_GIVEN = r"(?:(?!U\.S|D\.C)(?:[A-Z]\. ?){1,2}(?=[A-Z])|[A-Z][\w'-]+ )"
NAME = (
    rf"{_GIVEN}(?:(?:[A-Z]\.|\"\w+\"|\(\w+\)|(?:de|del|de la|von|von der|van|van de|van der|van den|bin|ibn|al|da|di|dos|do|el)|[A-Z][\w'-]+) ){{0,3}}"
    r"(?!(?:Jr|Sr)\b)[A-Z][\w'-]+(?:,? (?:Jr\.|Sr\.|II|III|IV)(?!\w))?"
)
_BEHIND_POST = r"(?:[- ][Gg]eneral(?! [Cc]ounsel)| in [Cc]harge| [Ee]merit(?:us|a))?"
"""What may stand behind the noun of an office: "Surgeon General"."""
_WORD = re.compile(r"[A-Za-z][\w-]*")
_SUFFIX = re.compile(_BEHIND_POST)


def office() -> str:
    """A regular expression of what an office is called, by the lexicon: "acting deputy director", "Chief Pilot Officer"."""
    return _written(english().classes["rank"], english().classes["post"])[0]


def offices() -> str:
    """The same of an office that several hold: "Vice Chairs"."""
    return _written(english().classes["rank"], english().classes["post"])[1]


@lru_cache(maxsize=4)
def _written(ranks: frozenset[str], named: frozenset[str]) -> tuple[str, str]:
    """The expressions of one office, or two that somebody holds, and of one that several hold."""
    one = (
        rf"(?:(?i:{any_of(ranks)})(?:-| ))*"
        rf"(?:[Cc]hief (?:\w+ ){{1,2}}[Oo]fficer|[Cc]hief of [Ss]taff|(?i:{any_of(named)}){_BEHIND_POST})"
    )
    return (
        rf"(?<![\w-]){one}(?:(?: and |, | & |/){one})?(?![\w-])",
        rf"(?<![\w-]){one}s(?![\w-])",
    )


def posts(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans of the nouns of offices in a text: of "the Acting Surgeon General" the last two words."""
    named = english().classes["post"]
    for word in _WORD.finditer(text, start, len(text) if end is None else end):
        if word[0].lower() in named:
            yield word.start(), _SUFFIX.match(text, word.end()).end()  # type: ignore[union-attr]
