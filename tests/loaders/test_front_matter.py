import datetime

import pytest

from gestae.loaders.front_matter import split
from gestae.ontology.errors import BrokenInput

BODY = "The office opened a shelter.\n"


def test_metadata_and_text_are_parted() -> None:
    metadata, text = split(f"---\ntitle: 'A: b'\ndate: 2020-01-31\ntags: [x]\n---\n{BODY}", "a.md")
    assert metadata == {"title": "A: b", "date": datetime.date(2020, 1, 31)}
    assert text.strip() == BODY.strip()


def test_three_dots_close_it_too() -> None:
    assert split(f"---\ntitle: A\n...\n{BODY}", "a.md")[0] == {"title": "A"}


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"---\n{BODY}",
        f"{BODY}\n---\ntitle: no\n---\n",
        f"--- \n\n{BODY}",
        f" ---\ntitle: A\n---\n{BODY}",
    ],
)
def test_a_text_without_front_matter_is_left_as_it_is(text: str) -> None:
    assert split(text, "a.md") == ({}, text)


def test_empty_front_matter_says_nothing() -> None:
    assert split(f"---\n# only a remark\n---\n{BODY}", "a.md")[0] == {}


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (
            "title: Fact sheet: what was done",
            r"not YAML \(line 2: .*\): put a value that holds a colon in quotes",
        ),
        ("title: [unclosed", r"not YAML \(line \d"),
        ("title: a\n\tdate: b", r"not YAML \(line 3"),
        ("title: \x07", "not YAML"),
        ("only words", "front matter: the metadata must be keys with values"),
        ("- a\n- b", "front matter: the metadata must be keys with values"),
        ("date: 2020-02-31", "front matter: "),
        ("date: soon", "front matter: date is not a day"),
        ("title: !!python/object/apply:os.getcwd []", "not YAML"),
        ("a: &a [1, 2]\nb: *a", "aliases"),
        ("a: " + "[" * 30_000, "nested too deeply"),
    ],
)
def test_bad_front_matter_is_named_in_one_line(head: str, reason: str) -> None:
    with pytest.raises(BrokenInput, match=reason) as raised:
        split(f"---\n{head}\n---\n{BODY}", "folder/a.md")
    assert str(raised.value).startswith("folder/a.md: ")
    assert "\n" not in str(raised.value)


def test_aliases_cannot_make_it_expand() -> None:
    levels = "\n".join(f"k{n}: &k{n} {{<<: [{', '.join([f'*k{n - 1}'] * 9)}]}}" for n in range(1, 12))
    with pytest.raises(BrokenInput, match="aliases"):
        split(f"---\nk0: &k0 {{x: 1}}\n{levels}\n---\n{BODY}", "a.md")
