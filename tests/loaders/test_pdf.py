import datetime
import io

import pytest
from pypdf import PdfReader, PdfWriter

from gestae.loaders.formats import Extracted, Source
from gestae.loaders.pdf import extract
from gestae.ontology.errors import BrokenInput, EmptyInput, TooLarge


def pdf(*pages: str, info: str = "") -> bytes:
    """A PDF file by hand, with a page for each content stream."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    objects.append(f"<< {info} >>")
    for number, content in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    body, offsets = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("cp1252")


def lines(*texts: str, top: int = 700, pitch: int = 14, size: int = 12) -> str:
    """A content stream with one line of type below the other; an empty text leaves a gap."""
    places = [(top - pitch * number, text) for number, text in enumerate(texts) if text]
    shown = (f"1 0 0 1 72 {y} Tm ({text}) Tj" for y, text in places)
    return f"BT /F1 {size} Tf {' '.join(shown)} ET"


def read(data: bytes, max_size: int = 10**6) -> Extracted:
    return extract(Source("a.pdf", data, max_size))


def test_lines_paragraphs_and_pages() -> None:
    first = lines("The Office of Trials secured", "convictions against 500.", "", "It trained many.")
    assert read(pdf(first, lines("On another page."))).text == (
        "The Office of Trials secured\nconvictions against 500.\n\nIt trained many.\n\nOn another page."
    )


def test_a_heading_in_larger_type_stands_apart() -> None:
    page = (
        lines("What was done", top=740, size=18)
        + " "
        + lines("The office acted", "and acted again.", top=726)
    )
    assert read(pdf(page)).text == "What was done\n\nThe office acted\nand acted again."


def test_a_sentence_that_runs_over_the_page_stays_whole() -> None:
    text = read(pdf(lines("The office opened", "two shelters for traf-"), lines("ficking survivors."))).text
    assert text == "The office opened\ntwo shelters for trafficking\nsurvivors."


def test_bullets() -> None:
    text = read(pdf(lines("The office:", "•", "opened a shelter;", "• closed a mine."))).text
    assert text == "The office:\n• opened a shelter;\n• closed a mine."


def test_title_and_the_day_it_was_made() -> None:
    made = read(pdf(lines("Text."), info="/Title (Two shelters) /CreationDate (D:20190502101500-04'00')"))
    assert (made.said, made.stamped) == ({"title": "Two shelters"}, datetime.date(2019, 5, 2))
    odd = read(pdf(lines("Text."), info="/Title (Microsoft Word - a.docx) /CreationDate (yesterday)"))
    assert (odd.said, odd.stamped) == ({}, None)


def test_a_file_without_a_text_layer_needs_ocr() -> None:
    with pytest.raises(EmptyInput, match="OCR"):
        read(pdf("", "0 0 100 100 re f"))


def test_more_text_than_allowed() -> None:
    with pytest.raises(TooLarge, match="more than 20 characters of text: raise --max-size"):
        read(pdf(lines("The office opened two shelters.")), max_size=20)


def test_a_password_is_needed_or_not() -> None:
    def encrypted(user: str) -> bytes:
        writer = PdfWriter(PdfReader(io.BytesIO(pdf(lines("The office acted.")))))
        writer.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    assert read(encrypted("")).text == "The office acted."
    with pytest.raises(BrokenInput, match="encrypted: save a copy of it without the password"):
        read(encrypted("secret"))


@pytest.mark.parametrize("keep", [0, 9, 200, 700])
def test_a_broken_file_is_named_and_nothing_reaches_the_terminal(
    keep: int, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = pdf(lines("The office acted."))
    with pytest.raises(BrokenInput, match=r"a\.pdf: damaged, or no PDF") as raised:
        read(whole[:keep].replace(b"/Pages", b"/Wages"))
    assert "\n" not in str(raised.value)
    assert capfd.readouterr() == ("", "")


def test_a_wrong_cross_reference_table_is_mended_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    data = pdf(lines("The office acted."))
    assert read(data.replace(b"startxref\n", b"startxref\n9")).text == "The office acted."
    assert capfd.readouterr() == ("", "")
