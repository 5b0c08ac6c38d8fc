"""What named questions and the picture are asked for: what can be meant is found, what cannot is refused."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
NOTICE = (
    "On May 2, 2031, a court convicted Jane Roe. "
    "The Department of Labor will train 1,200 harbor officers in June 2032.\n"
)


def test_types_and_modalities_are_found_in_any_case(built: Run) -> None:
    for value in ("Convict", "convict", "CONVICT"):
        assert "convicted" in built("query", "who-did-what", f"type={value}").stdout
    assert "train" in built("query", "who-did-what", "modality=Planned").stdout


@pytest.mark.parametrize(
    ("question", "value", "says"),
    [
        ("who-did-what", "type=Convikt", "'Convikt' is no type (did you mean Convict?); there are: "),
        ("who-did-what", "type=Nope", "'Nope' is no type; "),
        ("who-did-what", "modality=bad", "there are: directed, factual, hypothetical, planned"),
        ("timeline", "since=foo", "since 'foo' is no day, month or year: it is written as 2018, 2018-04 or"),
        ("timeline", "since=2018-13", "since '2018-13' is no day, month or year: month must be in 1..12"),
        ("timeline", "until=2018-02-30", "until '2018-02-30' is no day"),
        ("conflicts", "kind=x", "there are: Change, Conflict, Corroboration"),
        ("conflicts", "rule=sise", "did you mean size?); there are: actor, citation, "),
    ],
)
def test_what_no_answer_can_have_is_refused(built: Run, question: str, value: str, says: str) -> None:
    done = built("query", question, value, code=1)
    assert says in done.stderr
    assert done.stdout == "" and len(done.stderr.splitlines()) == 1


def test_a_time_that_ends_before_it_begins_is_refused(built: Run, tmp_path: Path) -> None:
    assert "is after until 2031" in built("query", "timeline", "since=2032", "until=2031", code=1).stderr
    built("query", "timeline", "since=2031-05", "until=2031")
    span = ("--since", "2032-01-01", "--until", "2031-01-01")
    assert "is after --until 2031-01-01" in built("draw", "-o", "page.html", *span, code=2).stderr
    assert not (tmp_path / "page.html").exists()


def test_a_good_question_without_an_answer_is_an_empty_table(built: Run) -> None:
    for question, value in (
        ("who-did-what", "type=Honor"),
        ("timeline", "until=1950"),
        ("conflicts", "rule=size"),
    ):
        assert len(built("query", question, value).stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("span", "verbs"),
    [
        ((), ["convict", "train"]),
        (("since=2031-05",), ["convict", "train"]),
        (("since=2031-05", "until=2031-05"), ["convict"]),
        (("until=2031-05-02",), ["convict"]),
        (("since=2031-05-03",), ["train"]),
        (("since=2032-06-30", "until=2040"), ["train"]),
    ],
)
def test_a_span_of_days_holds_what_was_done_in_it(
    built: Run, span: tuple[str, ...], verbs: list[str]
) -> None:
    told = built("query", "timeline", *span, "-f", "json").stdout
    rows = json.loads(told)["results"]["bindings"]
    assert [row["verb"]["value"] for row in rows] == verbs


def test_a_picture_of_a_type_is_drawn_in_any_case_or_refused(built: Run, tmp_path: Path) -> None:
    drawn = built("draw", "-o", "page.html", "--type", "convict").stderr
    assert drawn == built("draw", "-o", "page.html", "--type", "Convict").stderr
    assert not drawn.startswith("0 nodes")
    refused = built("draw", "-o", "none.html", "--type", "Convikt", code=1).stderr
    assert "did you mean Convict?" in refused
    assert not (tmp_path / "none.html").exists()
