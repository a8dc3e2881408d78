"""What clients' folders are called, whatever the clients are called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.batch.names import Names, is_ours

HOSTILE = [
    "../../etc/passwd", "..", ".", "", "/", "\\\\server\\share", "C:\\Windows", "CON", "nul.txt", "com1", "trailing. ",
    "-rf", "--out", "~root", "$(reboot)", "a\0b", "line\nbreak", "\u202eevil", "😀", "x" * 300, "名" * 300, "é" * 300,
    "\udcff", "=1+1", "%2e%2e", "a:b", "tab\there", "İstanbul", "ﬁ", "①", "'; DROP TABLE",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_makes_a_folder_that_a_file_system_or_a_shell_could_misread(name: str) -> None:
    folder = Names().next(name).folder
    assert is_ours(folder)
    assert len(folder.encode()) <= 120
    assert folder == folder.lower()
    assert all(letter == "-" or unicodedata.category(letter)[0] in "LMN" for letter in folder)
    assert not folder.startswith("-")


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("Maria Santos", "maria-santos"),
        ("José Núñez-Ávila", "jose-nunez-avila"),
        ("O’Brien, Seán", "o-brien-sean"),
        ("王小明", "王小明"),
        ("김민준", "김민준"),
        ("محمد علي", "محمد-علي"),
        ("नरेन्द्र", "नरेन्द्र"),
        ("Weiß", "weiss"),
        ("2026/Maria", "2026-maria"),
        ("😀", "client"),
    ],
)
def test_a_consultant_finds_the_client_by_its_folder(name: str, readable: str) -> None:
    assert Names().next(name).folder.rpartition("--")[0] == readable


def test_two_clients_with_one_name_have_two_folders() -> None:
    names = Names()
    assert len({names.next("Maria Santos").folder for _ in range(500)}) == 500


def test_the_twins_of_a_name_in_unicode_and_in_capitals_have_folders_that_no_file_system_confuses() -> None:
    names = Names()
    twins = ["José", unicodedata.normalize("NFD", "José"), "JOSÉ", "jose", "ｊｏｓé"]
    folders = [names.next(name).folder for name in twins]
    assert len({unicodedata.normalize("NFKC", folder).casefold() for folder in folders}) == len(twins)


def test_a_client_keeps_its_folder_when_others_come_before_it() -> None:
    alone, among = Names(), Names()
    first = alone.next("Maria Santos")
    for name in ("Ana", "Maria Santo", "maria santos", "Zoé"):
        among.next(name)
    assert among.next("Maria Santos") == first


@given(st.lists(st.text(max_size=40), max_size=30))
def test_any_names_have_different_safe_folders(names: list[str]) -> None:
    namer = Names()
    folders = [namer.next(name).folder for name in names]
    assert len({unicodedata.normalize("NFKC", folder).casefold() for folder in folders}) == len(names)
    assert all(is_ours(folder) and "/" not in folder and "." not in folder for folder in folders)
