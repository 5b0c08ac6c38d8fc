"""The budget that a President sends to Congress: "the President's Budget", "President Roe's FY 2031 Budget"."""

import re
from collections.abc import Iterator

__all__ = ["budgets"]

_FISCAL = r"(?:(?:FY ?|[Ff]iscal [Yy]ear )(?:20)?\d\d)"
_OWNER = r"(?P<owner>(?:President|Administration)(?: (?:[A-Z][\w.-]*,? ){0,3}[A-Z][\w.-]*)?'s?|[Mm]y|[Hh]is|[Hh]er)"
_OWNED = re.compile(
    rf"\b{_OWNER} (?:(?:latest|new|first|proposed|annual|final) )?"
    rf"(?P<name>(?P<year>(?:{_FISCAL}|20\d\d) )?(?P<head>[Bb]udget)(?: (?:[Pp]roposal|[Rr]equest|[Pp]lan))?(?P<behind> for {_FISCAL})?)\b(?! [A-Z][\w]*(?<!s)\b)"
)
_OF_YEAR = re.compile(
    rf"\b(?P<name>{_FISCAL} (?:President's )?Budget)\b(?! (?:Control|Reconciliation|Resolution|Act|Office|Committee)\b)"
)
_WHOLE = re.compile(r"\bBudget of the United States Government(?:, Fiscal Year 20\d\d)?")


def budgets(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each stands with its owner, and its name; a household's or an agency's budget is none.

    >>> [name for _, _, name in budgets("President Roe's Fiscal Year 2031 Budget would open piers.")]
    ["President's Fiscal Year 2031 Budget"]
    """
    if "udget" not in text:
        return
    done = -1
    for match in sorted(
        (m for p in (_OWNED, _OF_YEAR, _WHOLE) for m in p.finditer(text)), key=re.Match.start
    ):
        if match.start() < done:
            continue
        if match.re is not _OWNED:
            done = match.end()
            owned = match.re is _WHOLE or "President" in match[0]
            yield *match.span(), match[0] if owned else f"President's {match[0]}"
        elif match["head"] == "Budget" or match["year"] or match["behind"]:
            done = match.end()
            yield *match.span(), f"President's {match['name']}"
