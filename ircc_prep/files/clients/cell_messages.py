"""What can be wrong with a cell. The column is named; the cell's value never is."""

from ircc_prep.core.text import Text
from ircc_prep.core.validation.saying import Message, quoted

_FORMAT_AS_TEXT = Text(
    "Give the column the format Text, then type the value again as it is on the paper.",
    "Donnez à la colonne le format Texte, puis tapez de nouveau la valeur telle qu’elle est sur le document.",
)
_ISO = Text(
    "Write it with the year first: 2019-03-14, 2019-03 or 2019.",
    "Écrivez-la avec l’année en premier : 2019-03-14, 2019-03 ou 2019.",
)


def unreadable(name: str, kind: str) -> Message:
    """An error in place of a value, or a formula that was never worked out."""
    word = quoted(name)
    if kind == "error":
        what = Text(
            f"{word.en} holds an error, such as #N/A, or ### from a narrow column.",
            f"{word.fr} contient une erreur, par exemple #N/A, ou ### d’une colonne étroite.",
        )
        hint = Text(
            "Mend the formula or widen the column, or write the value itself.",
            "Corrigez la formule ou élargissez la colonne, ou inscrivez la valeur même.",
        )
        return "cell-error", what, hint
    what = Text(
        f"{word.en} holds a formula whose result isn’t in the file.",
        f"{word.fr} contient une formule dont le résultat n’est pas dans le fichier.",
    )
    hint = Text(
        "Open the workbook in Excel or LibreOffice and save it, or write the value itself.",
        "Ouvrez le classeur dans Excel ou LibreOffice et enregistrez-le, ou inscrivez la valeur même.",
    )
    return "no-result", what, hint


def changed(name: str) -> Message:
    """A spreadsheet made a number, a date or a truth value of what should be text."""
    word = quoted(name)
    what = Text(
        f"{word.en} is no text: the spreadsheet took it for a date, a truth value or a large number.",
        f"{word.fr} n’est pas du texte : le tableur y a vu une date, une valeur logique ou un grand nombre.",
    )
    return "changed-by-spreadsheet", what, _FORMAT_AS_TEXT


def ambiguous_date(name: str) -> Message:
    """03/04/2025: in March or in April."""
    word = quoted(name)
    what = Text(
        f"The date in {word.en} may be read in two ways: day or month first.",
        f"La date de {word.fr} peut se lire de deux façons : le jour ou le mois en premier.",
    )
    hint = Text(
        "Write it with the year first (2019-03-14), or say the order for all: --dates dmy, mdy or ymd.",
        "Écrivez-la avec l’année en premier (2019-03-14), ou indiquez l’ordre : --dates dmy, mdy ou ymd.",
    )
    return "ambiguous-date", what, hint


def short_year(name: str) -> Message:
    """A year of two digits."""
    word = quoted(name)
    what = Text(f"The year in {word.en} has two digits.", f"L’année de {word.fr} n’a que deux chiffres.")
    return "two-digit-year", what, _ISO


def no_year(name: str) -> Message:
    """A date cell that shows a day and a month: the spreadsheet may have made up the year."""
    word = quoted(name)
    what = Text(
        f"The date in {word.en} is shown without its year.", f"La date de {word.fr} est affichée sans son année."
    )
    return "bad-date", what, _ISO


def time_of_day(name: str) -> Message:
    """A date with a time, or a time alone."""
    word = quoted(name)
    what = Text(f"{word.en} has a time of day.", f"{word.fr} comporte une heure.")
    return "bad-date", what, _ISO


def no_date(name: str) -> Message:
    """Something else where a date is wanted."""
    word = quoted(name)
    return "bad-date", Text(f"{word.en} isn’t a date.", f"{word.fr} n’est pas une date."), _ISO


def serial(name: str) -> Message:
    """A number that may be a date without its format."""
    word = quoted(name)
    what = Text(f"{word.en} is a number, not a date.", f"{word.fr} est un nombre, et non une date.")
    hint = Text(
        "If it is a date that lost its format, give the cell a date format; or write it so: 2019-03-14.",
        "Si c’est une date qui a perdu son format, redonnez à la cellule un format de date; ou écrivez : 2019-03-14.",
    )
    return "bad-date", what, hint


def yes_or_no(name: str) -> Message:
    """Something else where yes or no is wanted."""
    word = quoted(name)
    what = Text(f"{word.en} has to be yes or no.", f"{word.fr} doit être oui ou non.")
    hint = Text(
        "Write yes or no (oui, non, true and false will do too), or leave the cell empty.",
        "Écrivez oui ou non (yes, no, true et false conviennent aussi), ou laissez la cellule vide.",
    )
    return "wrong-type", what, hint


def percent(name: str) -> Message:
    """A percentage where a number is wanted."""
    word = quoted(name)
    what = Text(f"{word.en} is a percentage.", f"{word.fr} est un pourcentage.")
    return "wrong-type", what, Text("Write the number itself.", "Inscrivez le nombre même.")


def ambiguous_number(name: str) -> Message:
    """1,234 or 1.234: a thousand, or a bit more than one."""
    word = quoted(name)
    what = Text(
        f"The comma or point in {word.en} may stand before thousands or before decimals.",
        f"La virgule ou le point de {word.fr} peut séparer des milliers ou des décimales.",
    )
    hint = Text("Write 1234, or 1.23 with two decimals.", "Écrivez 1234, ou 1,23 avec deux décimales.")
    return "ambiguous-number", what, hint


def only_nothing(name: str) -> Message:
    """A value in a column that only says that there are none."""
    word = quoted(name)
    what = Text(
        f"{word.en} here only says “none”; each entry has a row on the sheet of that name.",
        f"{word.fr} ne sert ici qu’à dire « none »; chaque élément a sa ligne sur la feuille de ce nom.",
    )
    hint = Text(
        "Write none if there are none; leave it empty if it isn’t known, or if the sheet has them.",
        "Écrivez none s’il n’y en a pas; laissez vide si on ne le sait pas, ou si la feuille les donne.",
    )
    return "not-allowed", what, hint
