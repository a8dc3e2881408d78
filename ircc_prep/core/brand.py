"""A brand: what a firm that helps people puts on the packets that it hands out. It adds words; it can't take any away.

The file format is in docs/brands.md. Nothing in a brand is code, markup or an address to load from.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictStr, ValidationInfo
from pydantic_core import PydanticCustomError

from ircc_prep.core import contrast
from ircc_prep.core.fields import Code, Lines, Name
from ircc_prep.core.problems import did_you_mean
from ircc_prep.core.text import Text, same
from ircc_prep.core.validation.saying import named, quoted
from ircc_prep.core.wording import shown

LONGEST = 80  # of everything but the letter: more would break a heading or the foot of a page
PLACEHOLDERS = ("name", "program", "interview_date", "firm", "consultant")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_MOST_SHOWN = 5
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def _refused(id: str, what: Text, hint: Text) -> PydanticCustomError:
    return PydanticCustomError(id, "refused", {"what": what, "hint": hint})


def _filled(text: str, info: ValidationInfo) -> str:
    if not text:
        name = named((info.field_name or "",))
        what = Text(f"{name.en} is empty.", f"{name.fr} est vide.")
        raise _refused("too_short", what, Text("Fill it, or leave the key out.", "Remplissez-le, ou retirez la clé."))
    return text


def _short(text: str, info: ValidationInfo) -> str:
    if len(text) > LONGEST:
        name = named((info.field_name or "",))
        what = Text(f"{name.en} is too long.", f"{name.fr} est trop long.")
        hint = Text(f"Shorten it to {LONGEST} characters.", f"Raccourcissez-le à {LONGEST} caractères.")
        raise _refused("too_long", what, hint)
    return text


def _in_its_folder(file: str) -> str:
    if "\\" in file or ":" in file or any(part in ("", "..") for part in file.split("/")):
        raise _refused("outside_folder", *OUTSIDE)
    if file.lower().endswith((".svg", ".svgz")):
        what = Text(
            "The logo can’t be an SVG drawing: such a file may load others.",
            "Le logo ne peut pas être un dessin SVG : un tel fichier peut en charger d’autres.",
        )
        raise _refused("bad_picture", what, SAVE_AGAIN)
    return file


def _unquoted(value: Any) -> Any:
    if value is None:
        what = Text("The colour is missing.", "La couleur manque.")
        hint = Text(
            "Put it in quotes: '#26374a'. Without them # begins a comment.",
            "Mettez-la entre guillemets : '#26374a'. Sans eux, # commence un commentaire.",
        )
        raise _refused("bad_colour", what, hint)
    return value


def _standing_out(needed: float, use: Text) -> AfterValidator:
    """Takes a colour that has the contrast with white that its use needs."""

    def check(colour: str) -> str:
        if not _COLOUR.fullmatch(colour):
            word = quoted(shown(colour))
            what = Text(f"{word.en} isn’t a colour.", f"{word.fr} n’est pas une couleur.")
            hint = Text("Write # and six digits: '#26374a'.", "Écrivez # et six chiffres : '#26374a'.")
            raise _refused("bad_colour", what, hint)
        ratio = contrast.on_white(colour)
        if ratio < needed:
            # Never rounded up: what is just too little would look like enough.
            has, needs = f"{int(ratio * 100) / 100:.2f}", f"{needed:.1f}"
            what = Text(
                f"{colour} is too light for {use.en}: its contrast with white is {has}:1, and {needs}:1 is needed.",
                f"{colour} est trop pâle pour {use.fr} : son contraste avec le blanc est de {has.replace('.', ',')}:1, "
                f"et il faut {needs.replace('.', ',')}:1.",
            )
            darker = contrast.darkened(colour, needed)
            hint = Text(
                f"The nearest darker colour is {darker}.", f"La couleur plus foncée la plus proche est {darker}."
            )
            raise _refused("low_contrast", what, hint)
        return colour.lower()

    return AfterValidator(check)


def _known_placeholders(text: str) -> str:
    unknown = [word for word in dict.fromkeys(_PLACEHOLDER.findall(text)) if word not in PLACEHOLDERS]
    if unknown:
        words = ", ".join("{" + shown(word) + "}" for word in unknown[:_MOST_SHOWN])
        what = Text(
            f"The letter has something in braces that isn’t known: {words}.",
            f"La lettre contient entre accolades quelque chose d’inconnu : {words}.",
        )
        known = ", ".join(f"{{{word}}}" for word in PLACEHOLDERS)
        guess = did_you_mean(unknown[0], list(PLACEHOLDERS)) if len(unknown) == 1 else None
        either = Text(f"Use only these: {known}.", f"Utilisez seulement : {known}.")
        raise _refused("unknown_placeholder", what, guess or either)
    return text


OUTSIDE = (
    Text("The logo has to lie in the brand’s own folder.", "Le logo doit se trouver dans le répertoire de la marque."),
    Text(
        "Put the picture itself beside the brand file, and write its name only, such as logo.png.",
        "Placez l’image elle-même à côté du fichier de la marque, et n’écrivez que son nom, par exemple logo.png.",
    ),
)
SAVE_AGAIN = Text(
    "Save it as PNG or JPEG, about 600 pixels wide.", "Enregistrez-le en PNG ou en JPEG, à environ 600 pixels de large."
)
_BOUNDS = {"minLength": 1, "maxLength": LONGEST}
_COLOUR_SCHEMA = Field(json_schema_extra={"pattern": f"^{_COLOUR.pattern}$"})

Short = Annotated[Name, AfterValidator(_filled), AfterValidator(_short), Field(json_schema_extra=_BOUNDS)]
Number = Annotated[Code, AfterValidator(_filled), AfterValidator(_short)]
LetterText = Annotated[Lines, AfterValidator(_filled), AfterValidator(_known_placeholders)]


class Part(BaseModel):
    """A part of the brand file. Unknown keys are errors; nothing is changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Pair(Part):
    """A short text in both languages."""

    en: Short
    fr: Short


Words = Short | Pair  # one text is for both languages


def both(words: Words) -> Text:
    """The text in both languages."""
    return same(words) if isinstance(words, str) else Text(words.en, words.fr)


class Licence(Part):
    """What lets the firm give advice, as the firm itself gives it: nobody here checks it."""

    kind: Words = Field(description="such as RCIC, or a law society’s name")
    number: Number


class Logo(Part):
    """A picture in the brand's own folder, and what it shows, for those who can't see it."""

    file: Annotated[Short, AfterValidator(_in_its_folder)]
    alt: Words


class Colours(Part):
    """Two colours, each dark enough on white for what it is used for."""

    main: Annotated[
        StrictStr,
        BeforeValidator(_unquoted),
        _standing_out(contrast.TEXT, Text("headings", "des titres")),
        _COLOUR_SCHEMA,
    ] = Field(description="headings and the bar over the title")
    accent: Annotated[
        StrictStr,
        BeforeValidator(_unquoted),
        _standing_out(contrast.LINES, Text("lines", "des lignes")),
        _COLOUR_SCHEMA,
    ] = Field(description="lines between the sections")


class Contact(Part):
    """How to reach the firm. Printed as it stands; nothing is made a link."""

    address: Words | None = None
    phone: Number | None = None
    email: Short | None = None
    website: Short | None = None


class LetterTexts(Part):
    """The cover letter: paragraphs with an empty line between them."""

    en: LetterText
    fr: LetterText


class Brand(Part):
    """A firm's brand."""

    version: Literal[1] = Field(alias="schema", description="the version of this format")
    name: Words
    consultant: Short | None = None
    licence: Licence | None = None
    logo: Logo | None = None
    colours: Colours | None = None
    contact: Contact | None = None
    footer: Words | None = Field(None, description="a line at the foot of every page, under the packet’s own")
    letter: LetterTexts | None = None


@dataclass(frozen=True, slots=True)
class BrandWithLogo:
    """A brand, and its logo drawn anew as a PNG; None where it has none."""

    brand: Brand
    logo: bytes | None = None
