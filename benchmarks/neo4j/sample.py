"""A graph of any size in the shape of ours: claims with their statements, quotes and selectors, a graph a document."""

import random
from collections.abc import Iterator
from pathlib import Path

__all__ = ["write_sample"]

_G, _OA = "https://w3id.org/gestae/ontology#", "http://www.w3.org/ns/oa#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_VERBS = ("convict", "fund", "train", "announce", "secure", "open", "direct", "report")


def write_sample(path: Path, triples: int) -> int:
    """Write N-Quads of at least so many triples, the same for the same number, and hand back how many."""
    written = 0
    with path.open("w", encoding="utf-8") as file:
        for number, document in enumerate(_documents()):
            lines = list(document)
            file.writelines(f"{line} <https://example.org/doc/{number}/v1> .\n" for line in lines)
            written += len(lines)
            if written >= triples:
                return written
    return written


def _documents() -> Iterator[Iterator[str]]:
    chance = random.Random(6)  # noqa: S311  # a sample, no secret
    number = 0
    while True:
        yield _document(f"https://example.org/doc/{number}/", chance)
        number += 1


def _document(base: str, chance: random.Random) -> Iterator[str]:
    version = f"<{base}v1>"
    yield f"<{base}> {_TYPE} <{_G}Document>"
    yield f'<{base}> <{_G}name> "{base[20:]}"'
    yield f"{version} <http://purl.org/dc/terms/isVersionOf> <{base}>"
    for number in range(20):
        claim, said = f"<{base}v1/action/{number}>", f"<{base}v1/statement/{number}>"
        quote = f"{base}v1/quote/{number * 90}-{number * 90 + 80}"
        actor = f"https://example.org/actor/{chance.randrange(3_000)}"
        verb = chance.choice(_VERBS)
        day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        yield f"{claim} {_TYPE} <{_G}Action>"
        yield f'{claim} <{_G}verb> "{verb}"'
        yield f'{claim} <{_G}actorMention> "Office {chance.randrange(3_000)}"'
        yield f'{claim} <{_G}objectText> "{verb} some {chance.randrange(10**6)} boats of the northern harbor"'
        yield f'{claim} <{_G}earliest> "{day}"^^<{_XSD}date>'
        yield f'{claim} <{_G}latest> "{day}"^^<{_XSD}date>'
        yield f'{claim} <{_G}edtf> "{day}"'
        yield f'{claim} <{_G}confidence> "0.{chance.randrange(10, 99)}"^^<{_XSD}decimal>'
        yield f"{claim} <{_G}actionType> <https://w3id.org/gestae/action/{verb.capitalize()}>"
        yield f"{claim} <{_G}modality> <{_G}factual>"
        yield f"{claim} <{_G}actor> <{actor}>"
        yield f"{said} {_TYPE} <{_G}Statement>"
        yield f"{said} {_TYPE} <{_OA}Annotation>"
        yield f"{said} <{_G}asserts> {claim}"
        yield f"{said} <{_OA}hasTarget> <{quote}>"
        yield f"<{quote}> {_TYPE} <{_OA}SpecificResource>"
        yield f"<{quote}> <{_OA}hasSource> {version}"
        yield f"<{quote}> <{_OA}hasSelector> <{quote}/words>"
        yield f"<{quote}> <{_OA}hasSelector> <{quote}/place>"
        yield f"<{quote}/words> {_TYPE} <{_OA}TextQuoteSelector>"
        yield f'<{quote}/words> <{_OA}exact> "the office had to {verb} {chance.randrange(10**6)} of them"'
        yield f"<{quote}/place> {_TYPE} <{_OA}TextPositionSelector>"
        yield f'<{quote}/place> <{_OA}start> "{number * 90}"^^<{_XSD}integer>'
        yield f'<{quote}/place> <{_OA}end> "{number * 90 + 80}"^^<{_XSD}integer>'
