"""Citations: what is found, how it is numbered, and that offsets hold on any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gestae.loaders.citations import citations


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("Executive Order 13773", ["EO 13773"]),
        ("E.O. 13903 and EO 14008", ["EO 13903", "EO 14008"]),
        ("Executive Orders 13773, 13903, and 14008 stand", ["EO 13773", "EO 13903", "EO 14008"]),
        ("Executive Order (EO) No. 12978", ["EO 12978"]),
        ("Public Law 106-386", ["Pub. L. 106-386"]),
        ("Pub. L. No. 106–386; P.L. 117-2", ["Pub. L. 106-386", "Pub. L. 117-2"]),
        ("division H of Public Law 118-50", ["Pub. L. 118-50, div. H"]),
        ("22 U.S.C. 7101", ["22 U.S.C. 7101"]),
        ("22 U.S.C. § 7103(b)(2)", ["22 U.S.C. 7103(b)(2)"]),
        ("8 U.S.C. 1101 (a)(42)", ["8 U.S.C. 1101(a)(42)"]),
        ("22 USC 7101 et seq.", ["22 U.S.C. 7101"]),
        ("46 U.S.C. 612345 and 46 U.S.C. 754321", ["46 U.S.C. 612345", "46 U.S.C. 754321"]),
        ("44 U.S.C. 2107 note", ["44 U.S.C. 2107 note"]),
        ("18 U.S.C. §§ 1581–1597", ["18 U.S.C. 1581-1597"]),
        ("5 U.S.C. 5303, 5304, and 5304a.", ["5 U.S.C. 5303", "5 U.S.C. 5304", "5 U.S.C. 5304a"]),
        ("5 U.S.C. 5303 and 40 percent of it", ["5 U.S.C. 5303"]),
        ("section 301 of title 3, United States Code", ["3 U.S.C. 301"]),
        ("sections 3331 and 3332(a) of title 5, United States Code", ["5 U.S.C. 3331", "5 U.S.C. 3332(a)"]),
        ("chapter 35 of title 44, United States Code", ["44 U.S.C. chapter 35"]),
        ("15 C.F.R. part 744 and 15 CFR 744.6", ["15 C.F.R. 744", "15 C.F.R. 744.6"]),
        ("85 FR 6721; 85 Fed. Reg. 6,721", ["85 Fed. Reg. 6721", "85 Fed. Reg. 6721"]),
        ("114 Stat. 1464", ["114 Stat. 1464"]),
        ("Proclamations 9704 and 9705", ["Proclamation 9704", "Proclamation 9705"]),
        ("NSPM-8, National Security Memorandum 22, PPD-21", ["NSPM-8", "NSM-22", "PPD-21"]),
        ("OMB Memorandum M-21-31 and OMB M-22-09, not the M-22-09 rifle", ["OMB M-21-31", "OMB M-22-09"]),
        ("National Security Study Memorandum (NSSM-1)", ["NSSM-1"]),
        ("Presidential Determination No. 2022-25", ["Presidential Determination No. 2022-25"]),
        ("H.R. 1319, S. 921 and H.J. Res. 7", ["H.R. 1319", "S. 921", "H.J.Res. 7"]),
        ("410 U.S. 113 (1973)", ["410 U.S. 113"]),
        ("GAO-24-105833", ["GAO-24-105833"]),
        ("UN Security Council Resolutions 1373 and 2462",
         ["UN Security Council Resolution 1373", "UN Security Council Resolution 2462"]),
        ("ILO Convention No. 182", ["ILO Convention No. 182"]),
        ("In the U.S. 5 offices closed on page 12.", []),
        ("the Security Council adopted Resolutions 2735 and 2397", ["UN Security Council Resolution 2735", "UN Security Council Resolution 2397"]),
    ],
)  # fmt: skip
def test_forms(text: str, identifiers: list[str]) -> None:
    assert [c.identifier for c in citations(text)] == identifiers


def test_offsets_are_those_of_the_text() -> None:
    text = "Under Executive\nOrder 13773 and section 301 of\ntitle 3, United States Code, we act."
    found = [text[c.start : c.end] for c in citations(text)]
    assert found == ["Executive\nOrder 13773", "section 301 of\ntitle 3, United States Code"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("EO 13773", "order"), ("22 U.S.C. 7101", "law"), ("NSM-22", "memorandum"), ("GAO-24-105833", "report"),
     ("UNSCR 1373", "treaty"), ("Proclamation 10337", "proclamation")],
)  # fmt: skip
def test_kinds(text: str, kind: str) -> None:
    assert citations(text)[0].kind == kind


_PIECES = st.sampled_from(
    ["Executive Orders ", "13773", " and ", "22 U.S.C. ", "§§ ", "(a)", "7101", "–", "Pub. L. ", "106-386", ", ", "\n",
     "title 3, United States Code", "section ", "S. ", "note", "“", "İ", "🏛", " "]
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=60).map("".join)))
def test_any_text(text: str) -> None:
    end = 0
    for citation in citations(text):
        assert end <= citation.start < citation.end <= len(text)
        end = citation.end


@pytest.mark.parametrize(
    "piece", ["5 U.S.C. 1, ", "Executive Order ", "section 1 of ", "1(a)(a)", "Executive Orders 1111, "]
)
def test_long_repetition_takes_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begun = time.process_time()
    citations(text)
    assert time.process_time() - begun < 5
