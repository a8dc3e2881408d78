"""Reads one brand file, with every mistake placed, and its logo from the same folder and nowhere else."""

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ircc_prep.core.brand import OUTSIDE, Brand, BrandWithLogo
from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text
from ircc_prep.core.validation.complaints import problems_of
from ircc_prep.core.validation.model_keys import keys_of
from ircc_prep.errors import BrandError
from ircc_prep.files import pictures
from ircc_prep.files.case_file import problems_placed
from ircc_prep.files.named_file import contents
from ircc_prep.files.yaml_text import read

_LOGO = ("logo", "file")
_PICTURES = (".png", ".jpg", ".jpeg")


def load(path: Path) -> BrandWithLogo:
    """The brand and its logo; raises BrandError with everything that is wrong with the file and the logo."""
    source = read(contents(path, _what_it_is(), BrandError), str(path), BrandError)
    problems: list[Problem] = []
    brand, logo = None, None
    try:
        brand = Brand.model_validate({} if source.data is None else source.data)
    except ValidationError as error:
        problems = problems_of(error, Brand)
    file = _logo_named(source.data)
    if file is not None and not any(problem.path == _LOGO for problem in problems):
        try:
            logo = pictures.redrawn(_logo_bytes(path.parent, file))
        except BrandError as error:
            problems += [replace(problem, path=_LOGO) for problem in error.problems]
    if brand is None or problems:
        raise BrandError(*problems_placed(problems, source))
    return BrandWithLogo(brand, logo)


def _logo_named(data: Any) -> str | None:
    """The logo's file as the brand names it, whatever else is wrong with the brand."""
    logo = data.get("logo") if isinstance(data, dict) else None
    file = logo.get("file") if isinstance(logo, dict) else None
    return file.strip() if isinstance(file, str) else None


def _logo_bytes(folder: Path, file: str) -> bytes:
    try:
        place = (folder / file).resolve()
        if not place.is_relative_to(folder.resolve()):
            raise BrandError.saying(*OUTSIDE, id="outside-folder")
        if not place.is_file():  # a folder or a pipe is no picture either
            raise _no_such_logo(folder, file)
        with place.open("rb") as opened:
            return opened.read(pictures.LARGEST + 1)  # one more than is allowed: whoever draws it refuses it
    except (OSError, RuntimeError, ValueError):  # RuntimeError: links in a circle; ValueError: a zero byte
        raise BrandError.saying(
            Text("The logo can’t be read.", "Impossible de lire le logo."),
            Text("Check that the file belongs to you.", "Vérifiez que le fichier vous appartient."),
            id="unreadable",
        ) from None


def _no_such_logo(folder: Path, file: str) -> BrandError:
    beside = [each.name for each in folder.iterdir() if each.suffix.lower() in _PICTURES]
    near = get_close_matches(file, sorted(beside), n=1, cutoff=0.5)
    hint = OUTSIDE[1]
    if near:
        hint = Text(f"Did you mean “{near[0]}”?", f"Vouliez-vous dire « {near[0]} »?")
    what = Text("There is no such picture beside the brand.", "Aucune image de ce nom n’est à côté de la marque.")
    return BrandError(Problem("no-such-file", (), what, hint))


def _what_it_is() -> Text:
    keys = ", ".join(keys_of(Brand))
    return Text(
        f"Give --brand a YAML file of yours with these keys: {keys} (docs/brands.md).",
        f"Donnez à --brand un de vos fichiers YAML, avec ces clés : {keys} (docs/brands.md).",
    )
