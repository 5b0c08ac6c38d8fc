import datetime
import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gestae.loaders.formats import Extracted, Source
from gestae.loaders.word_documents import extract
from gestae.ontology.errors import BrokenInput, TooLarge


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def read(data: bytes, max_size: int = 10**6) -> Extracted:
    return extract(Source("a.docx", data, max_size))


def test_headings_paragraphs_lists_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("What was done", 1)
    paragraph = document.add_paragraph("The office ")
    paragraph.add_run("opened").bold = True
    paragraph.add_run(" two\tshelters:")
    document.add_paragraph("one in May;", style="List Bullet")
    document.add_paragraph("one in June.", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Year", "Convictions", "2018", "31\nof them"], strict=True):
        cell.text = text
    document.add_paragraph("")
    document.add_paragraph("It closed a mine.")
    assert read(saved(document)).text == (
        "What was done\n\nThe office opened two\tshelters:\n\n- one in May;\n- one in June.\n\n"
        "Year | Convictions\n2018 | 31 of them\n\nIt closed a mine."
    )


def test_numbered_paragraphs_are_items_and_numbered_headings_are_none() -> None:
    document = docx.Document()
    numbering = f"<w:numPr {nsdecls('w')}><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    for text, style in (("Acts", "Heading 1"), ("an item", "List Paragraph"), ("plain", "List Paragraph")):
        properties = document.add_paragraph(text, style=style)._p.get_or_add_pPr()
        if text != "plain":
            properties.append(parse_xml(numbering))
    assert read(saved(document)).text == "Acts\n\n- an item\n\nplain"


def test_links_insertions_and_content_controls_count_and_deletions_do_not() -> None:
    document = docx.Document()
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    paragraph = document.add_paragraph("The office ")._p
    for xml in (
        f"<w:ins {nsdecls('w')}>{run.format('opened ')}</w:ins>",
        f"<w:del {nsdecls('w')}><w:r><w:delText>closed </w:delText></w:r></w:del>",
        f"<w:hyperlink {nsdecls('w')}>{run.format('a shelter')}</w:hyperlink>",
    ):
        paragraph.append(parse_xml(xml))
    control = (
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{run.format('In a control.')}</w:p></w:sdtContent></w:sdt>"
    )
    paragraph.addnext(parse_xml(control))
    assert read(saved(document)).text == "The office opened a shelter\n\nIn a control."


def test_a_text_box_is_read_once() -> None:
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    document.add_paragraph("Around it.")._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} xmlns:mc='{compatible}'><mc:AlternateContent><mc:Choice Requires='wps'>"
            f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert read(saved(document)).text == "Around it.\n\nIn a box."


def test_a_table_in_a_table_is_read_once() -> None:
    document = docx.Document()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "outer"
    outer.cell(0, 1).add_table(rows=1, cols=1).cell(0, 0).text = "inner"
    assert read(saved(document)).text == "outer | inner"


def test_title_and_the_day_it_was_made() -> None:
    document = docx.Document()
    document.add_paragraph("Text.")
    assert (read(saved(document)).said, read(saved(document)).stamped) == ({}, None)
    document.core_properties.title = "Two shelters"
    document.core_properties.created = datetime.datetime(2019, 5, 2, 9, 0)
    made = read(saved(document))
    assert (made.said, made.stamped) == ({"title": "Two shelters"}, datetime.date(2019, 5, 2))


def broken(name: str, content: bytes | None) -> bytes:
    """A Word file with one part replaced, or left out."""
    document = docx.Document()
    document.add_paragraph("Text.")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as whole, zipfile.ZipFile(out, "w") as parts:
        for part in whole.namelist():
            data = content if part == name else whole.read(part)
            if data is not None:
                parts.writestr(part, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 but no more",
        b"no archive at all",
        broken("word/document.xml", None),
        broken("word/document.xml", b"<w:document"),
        broken("[Content_Types].xml", None),
        broken("_rels/.rels", b""),
        saved(docx.Document())[:-300],
    ],
)
def test_a_broken_file_is_named(data: bytes) -> None:
    with pytest.raises(BrokenInput, match=r"^a\.docx: damaged, or no Word file"):
        read(data)


def test_an_old_or_encrypted_file_is_named() -> None:
    with pytest.raises(BrokenInput, match=r"encrypted, or an old \.doc"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO(saved(docx.Document()))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image.bin", bytes(30_000_000))
    data = out.getvalue()
    assert len(data) < 200_000
    with pytest.raises(TooLarge, match=r"unpacks to 30,\d{3},\d{3} bytes"):
        read(data)


def test_entities_of_a_hostile_file_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    body = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        b"<w:t>Text &a; &b;</w:t></w:r></w:p></w:body></w:document>"
    )
    text = read(broken("word/document.xml", bomb + body)).text
    assert "root:" not in text
    assert "aaaa" not in text
