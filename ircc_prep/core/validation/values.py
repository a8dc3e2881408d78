"""What to tell a person whose date, country or choice can't be one."""

from collections.abc import Sequence

from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.problems import Path
from ircc_prep.core.text import Text
from ircc_prep.core.validation.country_slips import USUAL_SLIPS
from ircc_prep.core.validation.saying import Message, guess, named, nearest, quoted
from ircc_prep.core.wording import shown
from ircc_prep.core.years import out_of_range, wrong_year

_NEWER = Text(
    "Write “schema: 1”; a file of a newer version needs a newer ircc-prep.",
    "Écrivez «\u00a0schema: 1\u00a0»; un fichier plus récent demande une version plus récente d’ircc-prep.",
)


def bad_date(path: Path, given: object = None) -> Message:
    """A date that isn't one, or that no calendar has, or of a year that is another calendar's or a slip of the pen."""
    name = named(path)
    if out_of_range(given):
        return "bad-date", *wrong_year(name)
    what = Text(f"{name.en} isn’t a date.", f"{name.fr} n’est pas une date.")
    if path[-1:] == ("to",):
        return "bad-date", what, Text(
            "Write 2019, 2019-03 or 2019-03-14 (year first, a day that exists), or present.",
            "Écrivez 2019, 2019-03 ou 2019-03-14 (l’année d’abord, un jour qui existe), ou present.",
        )  # fmt: skip
    return "bad-date", what, Text(
        "Write 2019, 2019-03 or 2019-03-14: year first, a day that exists, as much as is known.",
        "Écrivez 2019, 2019-03 ou 2019-03-14\u00a0: l’année d’abord, un jour qui existe, ce que vous en savez.",
    )  # fmt: skip


def bad_country(path: Path, given: object) -> Message:
    """A country that isn't an ISO 3166 code: the code that is meant is shown, what was written isn't."""
    name = named(path)
    what = Text(f"{name.en} isn’t a country code.", f"{name.fr} n’est pas un code de pays.")
    code = given.strip().upper() if isinstance(given, str) else ""
    meant = code if code in COUNTRY_CODES else USUAL_SLIPS.get(code)
    if meant:
        return "bad-country", what, Text(f"Did you mean “{meant}”?", f"Vouliez-vous dire «\u00a0{meant}\u00a0»?")
    return "bad-country", what, Text(
        "Write the two capital letters of ISO 3166, such as PH, AE or CA.",
        "Écrivez les deux majuscules de la norme ISO 3166, par exemple PH, AE ou CA.",
    )  # fmt: skip


def not_allowed(path: Path, given: object, known: Sequence[str]) -> Message:
    """A word that the choice doesn't have. Several words that are near to none may be somebody's, and aren't shown."""
    name = named(path)
    if not isinstance(given, str) or (" " in given and guess(given, known) is None):
        what = Text(f"{name.en} isn’t one of the allowed values.", f"{name.fr} n’est pas l’une des valeurs permises.")
    else:
        word = quoted(shown(given))
        what = Text(f"{name.en} can’t be {word.en}.", f"{name.fr} ne peut pas être {word.fr}.")
    return "not-allowed", what, _NEWER if path == ("schema",) else nearest(given, known)
