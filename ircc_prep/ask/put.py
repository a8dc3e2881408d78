"""Puts one question until there is an answer that can be kept, or a command. A wrong answer stays, to be mended."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from ircc_prep.ask import calendars, countries, dates_in, numbers_in
from ircc_prep.ask.fields import Field
from ircc_prep.ask.phrases import capital
from ircc_prep.ask.prompts.base import Line, Option
from ircc_prep.ask.replies import Command, Given, Reply
from ircc_prep.ask.talk import Explain, Talk
from ircc_prep.core.bidi import without_marks
from ircc_prep.core.dates import PartialDate

EVERY = (Command.WHY, Command.UNSURE, Command.SKIP, Command.BACK, Command.STOP)
MOST_SHOWN = 9
# What people without a citizenship type, in either language.
NO_COUNTRY = frozenset({"none", "no country", "stateless", "aucun", "aucune", "aucun pays", "apatride", "sans pays"})
_NAMES = frozenset({"person.family_name", "person.given_names", "name.family_name", "name.given_names"})


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question as it is put. `take` is a value that a key takes; `within` is a date known in part."""

    field: Field
    explain: Explain | None = None
    commands: Sequence[Command] = EVERY
    take: Any = None
    take_words: str = ""
    within: PartialDate | None = None
    discreet: bool = False  # the answer isn't printed: somebody may look over a shoulder, or scroll back
    fault: Callable[[Any], str | None] | None = None  # what else is wrong with a value, in words
    beside: Callable[[Any], str] | None = None  # what is to be said of a date beside others, while it is typed


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Why the words can't be kept, in words that say what to do."""

    what: str


def put(talk: Talk, prompt: Prompt) -> Reply:
    """The answer or the command; answers are echoed as they were understood."""
    while True:
        reply: Any = _choose(talk, prompt) if prompt.field.kind in _MENUS else _write(talk, prompt)
        if reply is Command.TAKE:
            reply = Given(prompt.take)
        if isinstance(reply, Given):
            wrong = _unfit(talk, prompt, reply.value)
            if wrong:
                talk.screen.wrong(wrong)
                continue
            discreet = prompt.discreet and prompt.field.kind in _MENUS
            talk.screen.echo(talk.say("ask.noted.kept") if discreet else words_of(talk, prompt.field, reply.value))
        answered: Reply = reply
        return answered


def words_of(talk: Talk, field: Field, value: Any) -> str:
    """An answer in words."""
    phrases = talk.phrases
    match field.kind:
        case "bool":
            return talk.say("ask.yes" if value else "ask.no")
        case "choice":
            return next((capital(phrases.of(label)) for option, label in field.options if option == value), str(value))
        case "country":
            return phrases.country(str(value))
        case "countries":
            return ", ".join(phrases.country(code) for code in value) or talk.say("ask.none")
        case "words":
            return ", ".join(value) or talk.say("ask.none")
        case "date" | "end":
            return phrases.date_value(value)
        case "money":
            return phrases.money(value)
        case "number":
            return phrases.number(value)
        case "language":
            return capital(phrases.language_name(str(value)))
        case _:
            return str(value)


def is_name(words: str) -> bool:
    """Whether words can be somebody's name: it has a letter, of whichever script."""
    return any(map(str.isalpha, words))


def _unfit(talk: Talk, prompt: Prompt, value: Any) -> str | None:
    """Why a value that was understood still can't be kept."""
    field = prompt.field
    if not field.fits(value):
        return talk.phrases.say_or(f"ask.wrong.{field.name}", talk.say(f"ask.wrong.{field.kind}"))
    if field.name in _NAMES and not is_name(value):
        return talk.say("ask.wrong.name")
    if field.past and value != dates_in.PRESENT and PartialDate.parse(str(value)).first > talk.today:
        future = PartialDate.parse(str(value))
        wrong = talk.say("ask.wrong.future", date=talk.phrases.date(future))
        calendar = calendars.calendar_of_future(future, talk.today)
        return f"{wrong} {talk.say(f'ask.wrong.calendar.{calendar}')}" if calendar else wrong
    return prompt.fault(value) if prompt.fault else None


# --- menus


def _choose(talk: Talk, prompt: Prompt) -> Any:
    field = prompt.field
    if field.kind == "bool":
        answer = talk.yes_no(*prompt.commands, explain=prompt.explain, take=prompt.take_words)
        return answer if isinstance(answer, Command) else Given(answer)
    if field.kind == "language":
        return _language(talk, prompt)
    options = [Option(value, capital(talk.phrases.of(label))) for value, label in field.options]
    if all(value.isupper() for value, _ in field.options):  # codes of places, which people look for by their names
        options.sort(key=lambda option: countries.folded(option.label))
    reply = talk.pick(options, prompt.commands, prompt.explain, prompt.take_words)
    return reply if isinstance(reply, Command) else Given(reply)


def _language(talk: Talk, prompt: Prompt) -> Any:
    official = [Option(tag, capital(talk.phrases.language_name(tag))) for tag in ("en", "fr")]
    options = [*official, Option("other", talk.say("ask.language.other"))]
    while True:
        reply = talk.pick(options, prompt.commands, prompt.explain, prompt.take_words)
        if reply != "other":
            return reply if isinstance(reply, Command) else Given(reply)
        named = _write(talk, prompt)
        if named is not Command.BACK:
            return named


_MENUS = frozenset({"bool", "choice", "language"})


# --- lines


def _write(talk: Talk, prompt: Prompt) -> Any:
    """A typed answer, understood; what couldn't be is shown again, to be mended."""
    typed = wrong = ""
    while True:
        line = Line(
            talk.labels(prompt.commands, prompt.take_words),
            talk.say(f"ask.hint.{prompt.field.kind}"),
            typed,
            _SUGGEST[prompt.field.kind](talk) if prompt.field.kind in _SUGGEST else None,
            wrong,
            cache(partial(_live, talk, prompt)) if prompt.field.kind in ("date", "end") else None,
        )
        reply = talk.write(line, prompt.explain)
        if isinstance(reply, Command):
            return reply
        typed = reply
        if not reply.strip():
            wrong = talk.say("ask.remind.line")
            continue
        read = _READERS[prompt.field.kind](talk, prompt, reply)
        if isinstance(read, Given):
            fault = _unfit(talk, prompt, read.value)
            if not fault:
                return read
            read = _Wrong(fault)
        wrong = read.what if isinstance(read, _Wrong) else ""


def _date(talk: Talk, prompt: Prompt, typed: str) -> Given | _Wrong:
    read = dates_in.read_date(typed, talk.today, present=prompt.field.kind == "end", within=prompt.within)
    if isinstance(read, dates_in.Refused):
        if read.year and (calendar := calendars.calendar_of(read.year, talk.today)):
            return _Wrong(talk.say(f"ask.wrong.calendar.{calendar}", year=str(read.year)))
        names = {f"date{number}": talk.phrases.date(reading) for number, reading in enumerate(read.readings, 1)}
        names |= {f"typed{number}": str(reading) for number, reading in enumerate(read.readings, 1)}
        return _Wrong(talk.say(f"ask.wrong.{read.fault}", **names))
    return Given(str(read))


def _live(talk: Talk, prompt: Prompt, typed: str) -> str:
    """How a date is understood so far, and what it leaves beside it; nothing while it can't be read."""
    read = dates_in.read_date(typed, talk.today, present=prompt.field.kind == "end", within=prompt.within)
    if isinstance(read, dates_in.Refused):
        either = [talk.phrases.date(reading) for reading in read.readings] if read.doubt == "two-readings" else []
        return talk.say("lists.typing.or").join(either)
    said = [talk.phrases.date_value(str(read)), prompt.beside(str(read)) if prompt.beside else ""]
    return "\n".join(filter(None, said))


def _number(talk: Talk, prompt: Prompt, typed: str) -> Given | _Wrong:
    read = numbers_in.amount(typed) if prompt.field.kind == "money" else numbers_in.number(typed)
    return _Wrong(talk.say(f"ask.wrong.{prompt.field.kind}")) if read is None else Given(read)


def _text(_talk: Talk, _prompt: Prompt, typed: str) -> Given:
    return Given(without_marks(typed).strip())


def _texts(_talk: Talk, _prompt: Prompt, typed: str) -> Given:
    return Given([part.strip() for part in without_marks(typed).split(",") if part.strip()])


def _country(talk: Talk, _prompt: Prompt, typed: str) -> Given | _Wrong | Command:
    return _named(talk, countries.countries(), talk.phrases.country, typed, "ask.wrong.country")


def _language_tag(talk: Talk, _prompt: Prompt, typed: str) -> Given | _Wrong | Command:
    return _named(talk, countries.languages(), talk.phrases.language_name, typed, "ask.wrong.language")


def _countries(talk: Talk, prompt: Prompt, typed: str) -> Given | _Wrong | Command:
    """Several countries with commas between them; none for whoever is stateless."""
    if countries.folded(typed) in NO_COUNTRY:
        return Given([])
    codes: list[str] = []
    for part in typed.split(","):
        if part.strip():
            read = _country(talk, prompt, part)
            if not isinstance(read, Given):
                return read
            codes.append(read.value)
    return Given(list(dict.fromkeys(codes)))


def _named(
    talk: Talk, known: countries.Names, name: Callable[[str], str], typed: str, wrong: str
) -> Given | _Wrong | Command:
    """The one that the words mean; where they may mean several, or are misspelt, the person chooses."""
    found = known.find(typed)
    if len(found) == 1:
        return Given(found[0])
    if len(found) > MOST_SHOWN:
        return _Wrong(talk.say("ask.wrong.too-many", typed=typed.strip(), count=str(len(found))))
    found = found or known.near(typed)
    if not found:
        return _Wrong(talk.say(wrong, typed=typed.strip()))
    asked = talk.screen.remembered()
    asks, neither = ("ask.which-one", "ask.none-of-these") if len(found) > 1 else ("ask.this-one", "ask.no")
    talk.screen.text(talk.say(asks, typed=typed.strip()))
    options = [Option(code, name(code)) for code in found]
    reply = talk.pick([*options, Option("", talk.say(neither))], [Command.STOP])
    talk.screen.recall(asked)
    return Given(reply) if reply else Command.BACK


_READERS: Mapping[str, Callable[[Talk, Prompt, str], Given | _Wrong | Command]] = {
    "date": _date, "end": _date, "number": _number, "money": _number, "text": _text, "words": _texts,
    "country": _country, "countries": _countries, "language": _language_tag,
}  # fmt: skip


def _country_names(talk: Talk) -> Callable[[str], Sequence[str]]:
    return lambda part: [talk.phrases.country(code) for code in countries.countries().find(part)[:MOST_SHOWN]]


def _language_names(talk: Talk) -> Callable[[str], Sequence[str]]:
    return lambda part: [talk.phrases.language_name(code) for code in countries.languages().find(part)[:MOST_SHOWN]]


_SUGGEST = {"country": _country_names, "countries": _country_names, "language": _language_names}
