"""Acts that say no more than who belongs to a body, where memberships tell that already."""

from collections.abc import Sequence

from gestae.ontology.facts import Action, Membership

__all__ = ["tells_members"]

_LISTING = frozenset({"include", "consist", "comprise", "compose", "make up"})


def tells_members(action: Action, told: Sequence[Membership]) -> bool:
    """Whether an act is a list of members: "the Council includes the Warden", "it shall consist of the following officers"."""
    if action.verb not in _LISTING:
        return False
    listed = action.object.text
    return any(
        (member.group.name == action.actor.name and "following" in listed)
        or (
            member.quote.start < action.quote.end
            and action.quote.start < member.quote.end
            and (listed in member.member.text or member.member.text in listed)
        )
        for member in told
    )
