import datetime
import json
from pathlib import Path

import pytest

from gestae.loaders.metadata import day, merge, of_name, sidecar, validated

DAY = datetime.date(2018, 10, 11)


@pytest.mark.parametrize(
    "value",
    [DAY, "2018-10-11", " 2018-10-11 ", "2018-10-11T23:30:00-05:00", "2018-10-11 08:00:00+00:00"],
)
def test_dates_are_days_as_written(value: object) -> None:
    assert validated({"date": value}) == {"date": DAY}


def test_a_time_counts_by_its_own_day() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=-5))
    assert validated({"date": datetime.datetime(2018, 10, 11, 23, 30, tzinfo=zone)}) == {"date": DAY}


@pytest.mark.parametrize("value", ["last week", "2018", "2018-10", 2018, "2018-02-30", ["2018-10-11"], True])
def test_what_is_no_day_is_refused_by_the_name_of_its_key(value: object) -> None:
    with pytest.raises(ValueError, match=r"^date is not a day like 2018-10-11 but "):
        validated({"date": value})


@pytest.mark.parametrize("key", ["title", "publisher", "url", "source_url"])
@pytest.mark.parametrize("value", [1984, ["a"], {"a": 1}, False, DAY])
def test_what_is_no_text_is_refused_by_the_name_of_its_key(key: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"^{key} is not text"):
        validated({key: value})


def test_null_and_empty_mean_unknown() -> None:
    unknown = {"title": None, "date": None, "publisher": None, "url": None}
    assert validated(unknown) == unknown
    assert validated({"title": " ", "date": "", "publisher": "", "url": ""}) == unknown


def test_titles_are_one_line() -> None:
    assert validated({"title": "Ending\n  trafficking\u00a0now "}) == {"title": "Ending trafficking now"}


def test_source_url_is_another_name_for_url_and_url_comes_first() -> None:
    assert validated({"source_url": "https://a.example/x"}) == {"url": "https://a.example/x"}
    both = {"source_url": "https://a.example/x", "url": "https://b.example/y"}
    assert validated(both) == {"url": "https://b.example/y"}


@pytest.mark.parametrize("url", ["/news/stories/one", "example.org/x", "javascript:alert(1)", "http://"])
def test_what_is_no_web_address_says_nothing(url: str) -> None:
    assert validated({"url": url}) == {}


def test_other_keys_mean_nothing() -> None:
    assert validated({"tags": [1, 2], 5: "x", "modified": object()}) == {}


def test_the_first_layer_that_has_a_key_has_the_last_word_even_with_null() -> None:
    merged = merge({"title": None}, {"title": "B", "publisher": "C"}, {"publisher": "D", "date": DAY})
    assert merged == {"title": None, "publisher": "C", "date": DAY}


def test_the_date_in_a_file_name() -> None:
    assert of_name("2018-10-11-fact-sheet") == {"date": DAY}
    assert of_name("2018-10-11") == {"date": DAY}
    for stem in ("2018-10-110", "2018-13-41-x", "fact-2018-10-11", "20181011-x"):
        assert of_name(stem) == {}


def test_a_sidecar_is_the_json_beside_the_file(tmp_path: Path) -> None:
    text = tmp_path / "v1.2-note.txt"
    assert sidecar(text) == {}
    (tmp_path / "v1.2-note.json").write_text(json.dumps({"title": "Note", "words": 3, "date": "2018-10-11"}))
    assert sidecar(text) == {"title": "Note", "date": DAY}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"title": ', r"note.json beside it is not JSON \(line 1"),
        (b'["title"]', "note.json beside it: the metadata must be keys with values"),
        (b'{"date": "soon"}', "note.json beside it: date is not a day"),
        (b'{"title": "caf\xe9"}', "note.json beside it is not UTF-8"),
        (b"[" * 100_000, "note.json beside it is nested too deeply"),
        (b" " * 1_000_001, "note.json beside it: larger than 1 MB"),
    ],
)
def test_a_bad_sidecar_is_named(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "note.json").write_bytes(content)
    with pytest.raises(ValueError, match=reason):
        sidecar(tmp_path / "note.txt")


def test_half_a_surrogate_pair_in_a_title_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "note.json").write_text('{"title": "A \\ud800 title"}')
    assert sidecar(tmp_path / "note.txt") == {"title": "A ? title"}


@pytest.mark.parametrize("text", ["", "11 October 2018", "2018-10-11x", "2018-00-11"])
def test_what_is_no_iso_day(text: str) -> None:
    assert day(text) is None
