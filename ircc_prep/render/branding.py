"""A firm's brand in one language, ready for every layout, and the CSS of its colours."""

from base64 import b64encode
from collections.abc import Mapping

from ircc_prep.core.brand import Brand, BrandWithLogo, both
from ircc_prep.core.redaction.key import MASKED, MASKED_WORD
from ircc_prep.core.text import Text
from ircc_prep.render.context import Context
from ircc_prep.render.look import Look
from ircc_prep.render.parts import Branding, Letter, Line
from ircc_prep.render.prose import paragraphs
from ircc_prep.render.words import Words


def branding(given: BrandWithLogo, context: Context, *, letter: bool) -> Branding:
    """The brand as a view shows it; `letter` tells whether its letter is wanted."""
    brand, words = given.brand, context.words
    address = f"data:image/png;base64,{b64encode(given.logo).decode()}" if given.logo else None
    alt = words.say("brand.logo", what=words.of(both(brand.logo.alt))) if brand.logo else None
    main, accent = (brand.colours.main, brand.colours.accent) if brand.colours else (None, None)
    return Branding(
        words.of(both(brand.name)),
        brand.consultant,
        _licence(brand, context),
        _contact(brand, context),
        address,
        alt,
        words.of(both(brand.footer)) if brand.footer else None,
        main,
        accent,
        _letter(brand, context) if letter and brand.letter else None,
    )


def said_of_the_firm(firm: Branding, closing: Mapping[str, str], words: Words) -> dict[str, str]:
    """What the closing words say of a firm: that nobody checked it, and that it had the packet made, not the reader."""
    said = {"firm": words.say("brand.about", firm=firm.firm)}
    if "your-answers" in closing:
        said["your-answers"] = words.say("brand.your-answers", firm=firm.firm)
    return said


def brand_rules(brand: Branding | None, look: Look) -> str:
    """The CSS that a brand changes. Its colours were checked when it was read; nothing else of it is CSS."""
    if brand is None:
        return ""
    rules = _foot(look) if brand.footer else ""
    if brand.main is None:
        return rules
    return (
        f"{rules}.cover {{ border-top-color: {brand.main} }}\n"
        f".kind, h2, .firm b {{ color: {brand.main} }}\n"
        f"section, .tall {{ border-color: {brand.accent} }}\n"
    )


def _foot(look: Look) -> str:
    """Room for a firm's words under the packet's own, also where both are long and in large print."""
    room = "28mm" if look.large_print else "15mm"
    words = "white-space: pre-line; overflow-wrap: anywhere; padding-top: 3mm"
    return f"@page {{ margin-bottom: {room}; @bottom-left {{ {words} }} @bottom-right {{ padding-top: 3mm }} }}\n"


def _licence(brand: Brand, context: Context) -> str | None:
    licence = brand.licence
    return f"{context.words.of(both(licence.kind))} {licence.number}" if licence else None


def _contact(brand: Brand, context: Context) -> tuple[str, ...]:
    if brand.contact is None:
        return ()
    contact = brand.contact
    address = context.words.of(both(contact.address)) if contact.address else None
    return tuple(line for line in (address, contact.phone, contact.email, contact.website) if line)


def _letter(brand: Brand, context: Context) -> Letter | None:
    """The letter with its braces filled, paragraph by paragraph: what is filled in begins no point of its own."""
    if brand.letter is None:
        return None
    words = context.words
    names = _names(brand, context)

    def filled(part: str) -> str:
        return context.facts.opened(words.of(Text(part, part).format(**names)))

    text = brand.letter.fr if words.language == "fr" else brand.letter.en
    lines = tuple(Line("note", None, filled(part.text), tuple(map(filled, part.points))) for part in paragraphs(text))
    signed = (brand.consultant or names["firm"], _licence(brand, context))
    return Letter(words.date(context.evaluation.checked_on), lines, tuple(part for part in signed if part))


def _names(brand: Brand, context: Context) -> dict[str, str]:
    words, facts = context.words, context.facts
    first = context.evaluation.case.with_roles(("principal-applicant",))
    day = facts.answered("interview.date")
    if not day:
        said = words.say("brand.no-interview-date")
    else:
        said = words.of(MASKED_WORD) if day == MASKED else words.date(day)
    firm = words.of(both(brand.name))
    # The person's name comes last: should it hold braces, nothing is filled into it.
    return {
        "program": words.of(context.evaluation.program_title),
        "interview_date": said,
        "firm": firm,
        "consultant": brand.consultant or firm,
        "name": facts.full_name(first[0].id) if first else words.say("brand.no-name"),
    }
