"""What the page about clients shows is so."""

import re
from datetime import date
from pathlib import Path

from ircc_prep.api.opening import with_book
from ircc_prep.core.evaluate import evaluate
from ircc_prep.files.clients.cell_messages import ambiguous_date
from ircc_prep.files.clients.columns import CHOICE_COLUMNS, SHEETS
from ircc_prep.files.clients.reading import case_of
from tests.files.clients.sheets import PACK, data_of, read

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "clients.md").read_text(encoding="utf-8")


def test_the_example_is_two_valid_families_that_can_be_checked() -> None:
    first, second = read(DOCS / "examples" / "clients")
    assert [client.name for client in (first, second)] == ["Santos and Roy", "Nguyen"]
    assert (first.choices.lang, second.choices.large_print) == ("both", True)
    for client in (first, second):
        opened = with_book(case_of(client), PACK)
        assert evaluate(opened.book, opened.case, date(2026, 11, 22)).items


def test_every_sheet_and_choice_is_named_and_every_problem_of_a_cell_documented() -> None:
    for name in (*SHEETS, *(column.name for column in CHOICE_COLUMNS)):
        assert f"`{name}`" in PAGE
    messages = Path(__file__).parents[3] / "ircc_prep" / "files" / "clients" / "cell_messages.py"
    ids = re.findall(r'return "([a-z-]+)"', messages.read_text(encoding="utf-8"))
    problems = (DOCS / "problems.md").read_text(encoding="utf-8")
    assert ids
    assert all(f"`{id}`" in problems for id in ids)


def test_the_option_for_the_order_of_dates_is_called_as_the_command_calls_it() -> None:
    command = (DOCS.parent / "ircc_prep" / "cli" / "batch.py").read_text(encoding="utf-8")
    _, _, hint = ambiguous_date("from")
    for text in (hint.en, hint.fr, PAGE):
        assert set(re.findall(r"--[a-z-]+(?= dmy)", text)) <= set(re.findall(r'"(--[a-z-]+)"', command))


def test_the_json_lines_and_the_choices_of_the_page_can_be_read(tmp_path: Path) -> None:
    lines = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    choices = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert lines
    assert choices
    (tmp_path / "clients.jsonl").write_text(lines[1], encoding="utf-8")
    assert [data_of(client)["program"] for client in read(tmp_path / "clients.jsonl")] == ["visitor", "visitor"]
    folder = tmp_path / "folder"
    (folder / "Santos").mkdir(parents=True)
    for name in ("maria.yaml", "Santos/case.yaml"):
        (folder / name).write_text("schema: 1\nprogram: visitor\n", encoding="utf-8")
    (folder / "batch.yaml").write_text(choices[1], encoding="utf-8")
    first, second = read(folder)
    assert (first.choices.paper, second.choices.lang) == ("a4", "both")
