"""The names of members and bodies without what lists and biographies put around them."""

import re
from dataclasses import replace

from gestae.loaders.acting import acting
from gestae.ontology.facts import Membership, Mention

__all__ = ["tidied"]

_ROLE = re.compile(
    r"(?: of [A-Z][\w.]*(?:,? [A-Z][\w.]*){0,3})?,? (?:Ex[- ]Officio |Designate )?(?:Member|Chair|Vice Chair|Co-Chair|Chairperson)s?$"
)
"""What a list of appointments puts behind a name: "Jane Roe of Ohio, Member"."""
_OFFICE = re.compile(r"^(?:(?:Vice |Co-)?Chair(?:man|person)?|Members?) of (?:the )?(?=[A-Z])")
_TERM = re.compile(r" for the (?:\d{4}|(?:first|second|current|coming|new) (?:term|year)).*$")
_WITHIN = re.compile(
    r"^(?:[A-Z][\w']*|of|the)(?: (?:[A-Z][\w']*|of|the))* (?:President|Department|Office|Agency) the (?=[A-Z])"
)
"""A body before the one that is meant, where a comma is lost: "within the Office of the President the Council"."""
_OWN = re.compile(r"^(?:her|his|their|its|our|my|other|various)\b", re.I)
_ABBREVIATION = re.compile(r"^(?:[A-Z]\.)+$|^(?:Dr|Mr|Ms|Mrs)\.$")
_NUMBERING = frozenset({"Sec", "Section", "Article", "Title"})
"""What begins the next part of an order, not the name of a member."""
_PASSIVE = re.compile(r"^\w+ed by\b")
_PREPOSITION = re.compile(r" (?:of|in|from|with|for|on|at|who|and|to)\b")


def tidied(found: Membership) -> Membership | None:
    """The membership under plain names; nothing where the member or the body is no name and no people."""
    member = _plain(found.member, _ROLE)
    group = found.group
    for around in (_OFFICE, _TERM):
        group = _plain(group, around)
    inside = _WITHIN.sub("", group.name)
    if inside != group.name:
        group = Mention(inside, inside)
    if member.name.split()[-1] in group.name and "," in group.name:
        own = group.name.rpartition(", ")[2]  # of "Jane Roe, Founder, Acme": "Acme"
        group = Mention(own, own)
    if member.name in _NUMBERING or _WITHIN.match(member.name):
        return None
    if _OWN.match(group.name) or _ABBREVIATION.match(group.name) or _ABBREVIATION.match(member.name):
        return None
    if not any(c.isupper() for c in member.name) and not _are_people(member.name):
        return None
    return replace(found, member=member, group=group)


def _plain(mention: Mention, around: re.Pattern[str]) -> Mention:
    """A mention without what a pattern finds in its name; one that stands for another name is left alone."""
    if mention.name != mention.text:
        return mention
    name = around.sub("", mention.name).strip(" ,")
    return Mention(name, name) if name else mention


def _are_people(words: str) -> bool:
    """Whether words without a capital may speak of people or bodies: several, or of a kind that acts."""
    if _PASSIVE.match(words) or words.startswith(("diverse ", "heads of ")):
        return False
    head = _PREPOSITION.split(words.lower())[0].split()
    return bool(head) and (acting(head[-1].removesuffix("s")) or head[-1].endswith("s"))
