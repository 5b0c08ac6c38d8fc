import datetime
import io
import json
import os
from pathlib import Path
from typing import BinaryIO

import docx
import pytest

from gestae.loaders.sources import sources
from gestae.ontology.errors import BrokenInput, EmptyInput, InputError, MissingInput, TooLarge, UnknownFormat
from gestae.ontology.facts import Document

TEXT = "The office opened two shelters.\n"
DAY = datetime.date(2019, 5, 2)
ANOTHER = datetime.date(2020, 1, 31)


def one(
    path: Path | str,
    date: datetime.date | None = None,
    publisher: str | None = None,
    stdin: BinaryIO | None = None,
) -> Document:
    (document,) = sources([str(path)], date=date, publisher=publisher, stdin=stdin)
    assert isinstance(document, Document), document
    return document


def error(path: Path | str, max_size: int = 10**6) -> InputError:
    (refused,) = sources([str(path)], max_size=max_size)
    assert isinstance(refused, InputError), refused
    return refused


def written(path: Path, text: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_text_is_kept_as_it_stands(tmp_path: Path) -> None:
    path = written(
        tmp_path / "note.txt", "\ufeff---\r\nnot: front matter\r\n---\r\n\tIt\x0c acted  twice. \n\n"
    )
    document = one(path)
    assert document.text == "---\nnot: front matter\n---\n\tIt  acted  twice. \n\n"
    assert (document.name, document.title, document.date, document.url) == ("note", None, None, None)


def test_who_has_the_last_word_on_metadata(tmp_path: Path) -> None:
    front = "---\ntitle: from front matter\n---\n# from heading\n\nText."
    path = written(tmp_path / "2020-01-31-note.md", front)
    written(
        tmp_path / "2020-01-31-note.json", json.dumps({"title": "from sidecar", "publisher": "from sidecar"})
    )
    document = one(path, publisher="from option")
    assert (document.title, document.publisher, document.date) == (
        "from front matter",
        "from sidecar",
        ANOTHER,
    )
    assert one(path, date=DAY).date == DAY


def test_what_the_format_says_comes_after_the_sidecar_and_before_the_options(tmp_path: Path) -> None:
    head = (
        "<title>from page</title><meta name=date content=2019-05-02><meta property=og:site_name content=Page>"
    )
    path = written(
        tmp_path / "2011-01-01-page.html", f"<html><head>{head}</head><p>The office acted.</p></html>"
    )
    document = one(path, date=ANOTHER, publisher="from option")
    assert (document.title, document.date, document.publisher) == ("from page", DAY, "Page")
    written(tmp_path / "2011-01-01-page.json", json.dumps({"title": "from sidecar"}))
    assert one(path).title == "from sidecar"


def test_null_ends_the_search(tmp_path: Path) -> None:
    path = written(tmp_path / "2020-01-31-note.md", "---\ndate: null\ntitle: ~\n---\n# Heading\n\nText.")
    document = one(path, date=DAY)
    assert (document.date, document.title) == (None, None)


def test_the_day_on_which_a_file_was_made_is_the_last_hint(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("The office acted.")
    word.core_properties.created = datetime.datetime(2011, 1, 1)
    word.save(str(tmp_path / "note.docx"))
    word.save(str(tmp_path / "2020-01-31-note.docx"))
    assert one(tmp_path / "note.docx").date == datetime.date(2011, 1, 1)
    assert one(tmp_path / "note.docx", date=DAY).date == DAY
    assert one(tmp_path / "2020-01-31-note.docx").date == ANOTHER


def test_standard_input_is_taken_for_what_it_looks_like() -> None:
    plain = one("-", date=DAY, stdin=io.BytesIO(TEXT.encode()))
    assert (plain.text, plain.date) == (TEXT, DAY)
    page = one("-", stdin=io.BytesIO(b"<!DOCTYPE html><title>A</title><p>The office acted."))
    assert (page.text, page.title) == ("The office acted.", "A")
    front = one("-", stdin=io.BytesIO(b"---\ntitle: B\n---\nThe *office* acted."))
    assert (front.text, front.title) == ("The office acted.", "B")
    word = docx.Document()
    word.add_paragraph("The office acted.")
    out = io.BytesIO()
    word.save(out)
    assert one("-", stdin=io.BytesIO(out.getvalue())).text == "The office acted."
    assert plain.name != page.name
    assert one("-", stdin=io.BytesIO(TEXT.encode())).name == plain.name


def test_good_and_bad_files_of_a_folder(tmp_path: Path) -> None:
    written(tmp_path / "a-good.txt")
    written(tmp_path / "b-empty.txt", "")
    written(tmp_path / "c-blank.md", "---\ntitle: A\n---\n \n![picture](a.png)\n")
    written(tmp_path / "d-binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    written(tmp_path / "e-broken.pdf", b"%PDF-1.4 and no more")
    written(tmp_path / "f-broken.docx", b"PK\x03\x04 and no more")
    written(tmp_path / "g-encoding.txt", "a caf\xe9".encode("latin-1"))
    written(tmp_path / "h-front.md", "---\ntitle: a: b\n---\nText")
    written(tmp_path / "i-large.txt", "x" * 2000)
    written(tmp_path / "j-sidecar.txt")
    written(tmp_path / "j-sidecar.json", "{")
    written(tmp_path / "k-good.txt")
    written(tmp_path / "l.csv")
    read = sources([str(tmp_path), str(tmp_path / "nothing"), str(tmp_path / "l.csv")], max_size=1000)
    results = list(read)
    assert [document.name for document in results if isinstance(document, Document)] == ["a-good", "k-good"]
    errors = [refused for refused in results if isinstance(refused, InputError)]
    assert [(Path(refused.path).name, type(refused)) for refused in errors] == [
        ("b-empty.txt", EmptyInput), ("c-blank.md", EmptyInput), ("d-binary.txt", BrokenInput),
        ("e-broken.pdf", BrokenInput), ("f-broken.docx", BrokenInput), ("g-encoding.txt", BrokenInput),
        ("h-front.md", BrokenInput), ("i-large.txt", TooLarge), ("j-sidecar.txt", BrokenInput),
        ("nothing", MissingInput), ("l.csv", UnknownFormat),
    ]  # fmt: skip
    assert all("\n" not in str(refused) and refused.path.startswith(str(tmp_path)) for refused in errors)
    assert (read.skipped.unknown, read.skipped.sidecars) == (1, 1)


def test_documents_come_one_by_one(tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    late = written(tmp_path / "b.txt")
    stream = iter(sources([str(tmp_path / "a.txt"), str(late)]))
    assert isinstance(next(stream), Document)
    late.unlink()
    assert isinstance(next(stream), MissingInput)


def test_reading_again_gives_the_same(tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    written(tmp_path / "b.csv")
    read = sources([str(tmp_path)])
    assert list(read) == list(read)
    assert read.skipped.unknown == 1


def test_two_documents_of_one_name_or_url_are_not_mixed_up(tmp_path: Path) -> None:
    first = written(tmp_path / "one" / "note.txt")
    second = written(tmp_path / "two" / "note.txt", "Another text.")
    assert [type(result) for result in sources([str(first), str(second)])] == [Document, InputError]
    assert [type(result) for result in sources([str(tmp_path)])] == [Document, Document]
    (_, refused) = sources([str(tmp_path / "one"), str(tmp_path / "two")])
    assert "same name" in str(refused)
    assert str(first) in str(refused)
    for path in (first, second):
        path.with_suffix(".json").write_text('{"url": "https://example.org/note"}')
    given = sources([str(tmp_path)])
    one, two = given
    assert isinstance(one, Document) and isinstance(two, Document)
    assert (one.url, two.url) == ("https://example.org/note", None)
    (notice,) = given.notices
    assert str(first) in notice and notice.startswith(str(second)) and "another text" in notice
    assert list(given) == [one, two]
    assert len(given.notices) == 1


def test_a_copy_is_passed_over_and_named(tmp_path: Path) -> None:
    for name in ("2031-05-02-note", "2031-05-03-note"):
        path = written(tmp_path / f"{name}.txt")
        path.with_suffix(".json").write_text('{"url": "https://example.org/note"}')
    given = sources([str(tmp_path)])
    (document,) = given
    assert isinstance(document, Document)
    assert document.name == "2031-05-02-note"
    assert given.skipped.copies == 1
    (notice,) = given.notices
    assert "2031-05-02-note.txt" in notice and "2031-05-03-note.txt" in notice and "same text" in notice


def test_one_text_in_two_formats_is_not_two_documents(tmp_path: Path) -> None:
    written(tmp_path / "note.md")
    written(tmp_path / "note.txt")
    (document, refused) = sources([str(tmp_path)])
    assert isinstance(document, Document)
    assert "rename one of them" in str(refused)


def test_limits_hold_for_the_file_and_for_its_text(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "x" * 1000)
    assert isinstance(error(path, max_size=999), TooLarge)
    assert len(list(sources([str(path)], max_size=1000))) == 1
    word = docx.Document()
    word.add_paragraph("x" * 20_000)
    word.save(str(tmp_path / "a.docx"))
    assert "characters of text" in error(tmp_path / "a.docx", max_size=19_999).reason


@pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="no file there that cannot be read by anybody"
)
def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/proc/self/mem")
    assert "cannot be read" in error(tmp_path / "a.txt").reason


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_files_and_folders_that_may_not_be_read(tmp_path: Path) -> None:
    file, folder = written(tmp_path / "a.txt"), written(tmp_path / "b" / "c.txt").parent
    listed = written(tmp_path / "d" / "e.txt").parent
    file.chmod(0)
    folder.chmod(0)
    listed.chmod(0o400)
    try:
        results = list(sources([str(tmp_path)]))
        assert ["cannot be read" in str(refused) for refused in results] == [True, True, True]
        assert isinstance(error(folder / "c.txt"), BrokenInput)
    finally:
        folder.chmod(0o700)
        listed.chmod(0o700)


def test_nothing_real_is_lost(shared: Path) -> None:
    read = sources([str(shared / "corpus" / "statements"), str(shared / "corpus" / "orders")])
    documents = [document for document in read if isinstance(document, Document)]
    assert len(documents) == len(list(read)) >= 9
    dates = {document.name: document.date for document in documents}
    assert dates["2018-10-11-fact-sheet-ending-human-trafficking"] == datetime.date(2018, 10, 11)
    assert dates["analysis-executive-order"] is None
    order = next(document for document in documents if "13903" in document.name)
    assert "The Attorney General" in order.text
    assert "](" not in order.text


def test_gold_is_read_with_its_sidecars_and_without_its_annotations(shared: Path) -> None:
    read = sources([str(shared / "gold" / "dev")])
    documents = [document for document in read if isinstance(document, Document)]
    texts = sorted((shared / "gold" / "dev").glob("*.txt"))
    assert [document.name for document in documents] == [path.stem for path in texts]
    assert read.skipped.sidecars == read.skipped.annotations == len(texts)
    for document, path in zip(documents, texts, strict=True):
        beside = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert (document.date.isoformat() if document.date else None) == beside["date"]
        assert (document.title, document.publisher) == (beside["title"], beside["publisher"])
        assert document.text == path.read_text(encoding="utf-8-sig")
