"""Conditions of the checklists in words."""

import re

import pytest

from ircc_prep.api.views import words_for
from ircc_prep.core.derive import DERIVED
from ircc_prep.core.expressions import Compiled, Vocabulary, compile_expression
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import LANGUAGES, Language
from ircc_prep.core.values import COUNTRY, noun
from ircc_prep.files.checklists import Pack
from ircc_prep.files.wording import wording
from ircc_prep.render.conditions import condition_words
from ircc_prep.render.reference.program_page import program_page

PROGRAMS = Pack().programs()
# What is left of a condition that was not put into words: attributes, snake case, operators, quoted words.
CODE = re.compile(r"\b(person|applicant|held|stay|country)\.[a-z]|[a-z]_[a-z]|==|!=|>=|<=|'[a-z-]+'")


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return Pack().load("express-entry")


def said(source: str, book: Rulebook, language: Language = "en") -> str:
    bound = book.vocabulary.binding(person=noun("person"), country=COUNTRY, held=noun("document"))
    return condition_words(compile_expression(source, bound), book.vocabulary, words_for(book, language), book.streams)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("True", "always"),
        ("not True", "never"),
        ("person.accompanying", "coming to Canada: yes"),
        ("person.accompanying == False", "coming to Canada: no"),
        ("person.accompanying != True", "coming to Canada: no"),
        ("not person.accompanying", "coming to Canada: no"),
        ("person.marital_status in ['married', 'common-law']", "marital status: married or common-law"),
        ("person.marital_status not in ['married', 'single']", "marital status: neither married nor single"),
        ("not person.marital_status in ['married']", "marital status: not married"),
        ("person.age_on(submitted) >= 18", "age on the day of submission: 18 or more"),
        ("18 <= person.age_on(submitted)", "age on the day of submission: 18 or more"),
        ("not person.age_on(today) < 22", "age on the day of the check: 22 or more"),
        ("submitted < '2025-08-21'", "the day of submission: earlier than August 21, 2025"),
        ("applicant.lives_in('CA')", "lives in Canada (principal applicant): yes"),
        ("stream == 'cec'", "stream: Canadian Experience Class"),
        ("count(n for n in person.names) > 0", "“other names used” isn’t empty"),
        ("count(n for n in person.names) == 0", "“other names used” is empty"),
        ("count(n for n in person.names) > 2", "number of “other names used”: more than 2"),
        ("any(s.country == 'AE' for s in person.stays)",
         "at least one of “places lived in” (country: United Arab Emirates)"),
        ("not any(s.country == 'AE' for s in person.stays)",
         "none of “places lived in” (country: United Arab Emirates)"),
        ("all(c.accompanying for c in children)", "each of “dependent children” (coming to Canada: yes)"),
        ("not all(c.accompanying for c in children)", "at least one of “dependent children” (coming to Canada: no)"),
        ("any(p.accompanying or p.lives_in('CA') for p in family if p.role == 'sponsor')",
         "at least one of “family members” (role: sponsor, and (coming to Canada: yes, or lives in Canada: yes))"),
        ("'PH' in person.citizenships", "citizenships includes Philippines"),
        ("held.issued < months_before(submitted, 6)",
         "date of issue (what is in hand): earlier than 6 months before the day of submission"),
        ("not (interview_called and person.accompanying)", "an interview is coming: no, or coming to Canada: no"),
        ("interview_called or (person.accompanying and stream == 'fsw')",
         "an interview is coming: yes, or (coming to Canada: yes, and stream: Federal Skilled Worker Program)"),
        ("applicant.clb('speaking')", "CLB/NCLC level, speaking (principal applicant)"),
        ("min(5, family_size)", "the smaller of 5 and size of the family"),
    ],
)  # fmt: skip
def test_a_condition_is_said_in_plain_words(source: str, words: str, book: Rulebook) -> None:
    assert said(source, book).replace("\xa0", " ") == words


def test_it_is_said_in_french_too(book: Rulebook) -> None:
    found = said("person.marital_status == 'married' and person.age_on(submitted) >= 18", book, "fr")
    wanted = "état matrimonial : marié ou mariée, et âge (le jour de présentation) : 18 ou plus"
    assert found.replace("\xa0", " ") == wanted


def test_every_derived_fact_and_every_root_has_a_name() -> None:
    known = wording()
    owned = {f"condition.{'root' if owner == 'case' else owner}.{name}" for owner, name in DERIVED}
    roots = {f"condition.root.{name}" for name in Vocabulary({}, {}).roots if name != "interview"}
    assert owned | roots <= set(known)


def conditions(book: Rulebook) -> list[Compiled]:
    rules = [rule for requirement in book.requirements for rule in requirement.rules]
    return [
        *(rule.needed for rule in rules),
        *(rule.recommended for rule in rules if rule.recommended),
        *(each.when for each in book.questions),
        *(each.when for each in book.officer_questions),
        *(each.when for each in book.guidance),
        *(each.when for each in book.interview),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_no_shipped_condition_leaves_code_in_its_words(program: str, language: Language) -> None:
    book = Pack().load(program)
    words = words_for(book, language)
    for each in conditions(book):
        assert not CODE.search(condition_words(each, book.vocabulary, words)), each.source


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_s_page_names_each_of_its_own_requirements_and_every_source(program: str, language: Language) -> None:
    book = Pack().load(program)
    page = program_page(book, words_for(book, language), {})
    own = [each for each in book.requirements if not each.file.startswith("common/")]
    assert all(f"(`{each.requirement.id}`)" in page for each in own)
    assert all(f"- `{id}`: " in page for each in book.guidance for id in each.guidance.sources)
