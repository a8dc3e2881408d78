"""Every mistake in a brand is told with its place and what to do; a logo comes from the brand's own folder alone."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from ircc_prep.core.brand import LONGEST
from ircc_prep.errors import BrandError
from ircc_prep.files import pictures
from ircc_prep.files.brands import load

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "brand.yaml"
WITH_LOGO = "schema: 1\nname: Firm\nlogo:\n  file: {file}\n  alt: A lamp\n"
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a brand file and gives its path."""

    def write(text: str) -> Path:
        path = tmp_path / "brand.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (60, 20), **more: Any) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size).save(written, kind, **more)
    return written.getvalue()


def problems(path: Path) -> list[tuple[str, int, int, str]]:
    with pytest.raises(BrandError) as refused:
        load(path)
    return [
        (each.id, each.place.line, each.place.column, each.hint.en) if each.place else (each.id, 0, 0, each.hint.en)
        for each in refused.value.problems
    ]


def test_the_example_is_a_brand() -> None:
    found = load(EXAMPLE)
    assert found.brand.consultant == "Nadia Example"
    assert found.logo is not None
    assert found.logo.startswith(b"\x89PNG")


def test_a_name_is_enough(write: Write) -> None:
    assert load(write("schema: 1\nname: Firm\n")).logo is None


BAD: dict[str, tuple[str, list[tuple[str, int, int, str]]]] = {
    "nothing in it": (
        "",
        [
            ("missing-key", 1, 1, "Add it, with one of: 1."),
            ("missing-key", 1, 1, "Add it to this group of keys."),
        ],
    ),
    "a key that isn't one": (
        "schema: 1\nname: F\nconsultent: X\n",
        [("unknown-key", 3, 1, "Did you mean “consultant”?")],
    ),
    "a newer version": (
        "schema: 2\nname: F\n",
        [("not-allowed", 1, 9, "Write “schema: 1”; a file of a newer version needs a newer ircc-prep.")],
    ),
    "a name in one language of two": (
        "schema: 1\nname: {en: Firm}\n",
        [("missing-key", 2, 7, "Add it to this group of keys.")],
    ),
    "empty texts": (
        'schema: 1\nname: ""\nfooter: {en: F, fr: "  "}\n',
        [
            ("too-short", 2, 7, "Fill it, or leave the key out."),
            ("too-short", 3, 21, "Fill it, or leave the key out."),
        ],
    ),
    "long texts": (
        f"schema: 1\nname: {'x' * (LONGEST + 1)}\ncontact:\n  address: {{en: A, fr: {'x' * 200}}}\n",
        [
            ("too-long", 2, 7, f"Shorten it to {LONGEST} characters."),
            ("too-long", 4, 24, f"Shorten it to {LONGEST} characters."),
        ],
    ),
    "letters that turn the reading round": (
        "schema: 1\nname: \u202eFirm\nconsultant: \u2066X\n",
        [
            ("control-character", 2, 7, "Type the text again instead of pasting it."),
            ("control-character", 3, 13, "Type the text again instead of pasting it."),
        ],
    ),
    "a colour without quotes": (
        "schema: 1\nname: F\ncolours:\n  main: #26374a\n  accent: red\n",
        [
            ("bad-colour", 4, 8, "Put it in quotes: '#26374a'. Without them # begins a comment."),
            ("bad-colour", 5, 11, "Write # and six digits: '#26374a'."),
        ],
    ),
    "colours that are too light": (
        "schema: 1\nname: F\ncolours: {main: '#777777', accent: '#ffcc00'}\n",
        [
            ("low-contrast", 3, 17, "The nearest darker colour is #767676."),
            ("low-contrast", 3, 36, "The nearest darker colour is #b59000."),
        ],
    ),
    "one colour": (
        "schema: 1\nname: F\ncolours: {main: '#000000'}\n",
        [("missing-key", 3, 10, "Add it to this group of keys.")],
    ),
    "a logo without words": (
        "schema: 1\nname: F\nlogo: {file: logo.png}\n",
        [
            ("missing-key", 3, 7, "Add it to this group of keys."),
            (
                "no-such-file",
                3,
                14,
                "Put the picture itself beside the brand file, and write its name only, such as logo.png.",
            ),
        ],
    ),
    "a drawing": (
        WITH_LOGO.format(file="logo.svg"),
        [("bad-picture", 4, 9, "Save it as PNG or JPEG, about 600 pixels wide.")],
    ),
    "braces that aren't known": (
        "schema: 1\nname: F\nletter:\n  en: Dear {nmae},\n  fr: |\n    {x} {__class__}\n",
        [
            ("unknown-placeholder", 4, 7, "Did you mean “name”?"),
            (
                "unknown-placeholder",
                5,
                7,
                "Use only these: {name}, {program}, {interview_date}, {firm}, {consultant}.",
            ),
        ],
    ),
    "a letter in one language": (
        "schema: 1\nname: F\nletter: Hello\n",
        [("wrong-type", 3, 9, "Write “key: value” lines under it, indented, with a space after each colon.")],
    ),
    "a letter that is too long": (
        f"schema: 1\nname: F\nletter: {{en: A, fr: {'x' * 2001}}}\n",
        [("too-long", 3, 21, "Shorten it to 2,000 characters.")],
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_every_mistake_is_told_with_its_place_and_what_to_do(name: str, write: Write) -> None:
    text, expected = BAD[name]
    assert problems(write(text)) == expected


@pytest.mark.parametrize("name", BAD)
def test_every_mistake_is_told_in_both_languages(name: str, write: Write) -> None:
    with pytest.raises(BrandError) as refused:
        load(write(BAD[name][0]))
    for problem in refused.value.problems:
        for text in (problem.what, problem.hint):
            assert text.en
            assert text.fr
        assert problem.what.en != problem.what.fr


def test_it_is_read_as_strictly_as_a_case_file(write: Write) -> None:
    text = "schema: 1\nname: !!python/name:os.system F\nfooter: &a F\nconsultant: *a\n"
    assert [each[:3] for each in problems(write(text))] == [("tag", 2, 7), ("anchor", 3, 9), ("alias", 4, 13)]


def test_the_contrast_that_a_colour_has_and_the_one_it_needs_are_named(write: Write) -> None:
    with pytest.raises(BrandError) as refused:
        load(write("schema: 1\nname: F\ncolours: {main: '#777777', accent: '#000000'}\n"))
    what = refused.value.problems[0].what
    assert "4.47:1, and 4.5:1 is needed" in what.en
    assert "4,47:1, et il faut 4,5:1" in what.fr


OUT = ("../logo.png", "/etc/logo.png", "a/../../logo.png", "..\\logo.png", "C:logo.png", "https://x/logo.png")


@pytest.mark.parametrize("file", OUT)
def test_a_path_out_of_the_folder_is_refused_as_it_is_written(file: str, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    folder = tmp_path / "firm"
    folder.mkdir()
    brand = folder / "brand.yaml"
    brand.write_text(WITH_LOGO.format(file=f"'{file}'"), encoding="utf-8")
    assert [each[:3] for each in problems(brand)] == [("outside-folder", 4, 9)]


@pytest.mark.parametrize("link", ["file", "folder"])
def test_a_link_out_of_the_folder_is_refused(link: str, tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "firm"
    outside.mkdir()
    folder.mkdir()
    (outside / "logo.png").write_bytes(picture())
    if link == "file":
        (folder / "logo.png").symlink_to(outside / "logo.png")
    else:
        (folder / "pictures").symlink_to(outside)
    brand = folder / "brand.yaml"
    file = "logo.png" if link == "file" else "pictures/logo.png"
    brand.write_text(WITH_LOGO.format(file=file), encoding="utf-8")
    assert [each[0] for each in problems(brand)] == ["outside-folder"]


def test_a_link_inside_the_folder_and_a_folder_below_are_fine(write: Write, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "real.png").write_bytes(picture())
    (tmp_path / "pictures" / "logo.png").symlink_to("real.png")
    assert load(write(WITH_LOGO.format(file="pictures/logo.png"))).logo


def test_what_is_no_file_is_no_logo(write: Write, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "logo.png")
    assert problems(write(WITH_LOGO.format(file="logo.png")))[0][0] == "no-such-file"
    (tmp_path / "other.png").symlink_to("other.png")
    assert problems(write(WITH_LOGO.format(file="other.png")))[0][0] in {"no-such-file", "unreadable"}


def test_a_misspelt_logo_is_guessed(write: Write, tmp_path: Path) -> None:
    (tmp_path / "firm-logo.png").write_bytes(picture())
    assert problems(write(WITH_LOGO.format(file="firmlogo.png")))[0][3] == "Did you mean “firm-logo.png”?"


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'


@pytest.mark.parametrize(
    ("held", "id"),
    [
        (b"", "bad-picture"),
        (SVG, "bad-picture"),
        (b"GIF89a" + bytes(40), "bad-picture"),
        (picture("GIF"), "bad-picture"),
        (picture("TIFF"), "bad-picture"),
        (picture()[:60], "bad-picture"),
        (picture("JPEG", size=(300, 300))[:-200], "bad-picture"),
        (picture(size=(pictures.WIDEST + 1, 1)), "too-large"),
        (picture(mode="1", size=(20000, 20000)), "too-large"),
        (picture() + bytes(pictures.LARGEST), "too-large"),
    ],
    ids=["empty", "svg", "gif-head", "gif", "tiff", "cut-png", "cut-jpeg", "wide", "bomb", "heavy"],
)
def test_only_whole_pictures_within_the_limits_are_taken(held: bytes, id: str, write: Write, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(held)
    assert [each[:3] for each in problems(write(WITH_LOGO.format(file="logo.png")))] == [(id, 4, 9)]


def test_half_a_picture_is_refused_after_a_packet_was_made_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # what WeasyPrint does when it is loaded
    with pytest.raises(BrandError):
        pictures.redrawn(picture("JPEG", size=(300, 300))[:-200])
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_drawn_on_white(mode: str) -> None:
    drawn = Image.open(io.BytesIO(pictures.redrawn(picture(mode=mode))))
    assert (drawn.format, drawn.mode, drawn.size) == ("PNG", "RGB", (60, 20))
    assert drawn.getpixel((0, 0)) == ((255, 255, 255) if mode in ("LA", "RGBA") else (0, 0, 0))


def test_nothing_but_the_pixels_reaches_the_packet() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Zenobia Quill")
    place = Image.Exif()
    place[0x010E] = "Zenobia Quill"
    for held in (picture(pnginfo=told), picture("JPEG", exif=place) + b"Zenobia Quill"):
        assert b"Quill" in held
        assert b"Quill" not in pictures.redrawn(held)


def test_a_large_logo_is_drawn_small_and_the_same_each_time() -> None:
    held = picture("JPEG", "CMYK", (2400, 300))
    drawn = pictures.redrawn(held)
    assert Image.open(io.BytesIO(drawn)).size == (560, 70)
    assert drawn == pictures.redrawn(held)


def test_a_brand_that_is_not_there_says_what_one_is(tmp_path: Path) -> None:
    assert problems(tmp_path / "none.yaml")[0][0] == "no-such-file"
    assert problems(tmp_path)[0][0] == "folder"
    assert "colours" in problems(tmp_path)[0][3]
