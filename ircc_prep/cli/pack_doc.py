"""`ircc-prep pack doc`: pages about the checklists, for those who write, check or quote them."""

from pathlib import Path
from typing import Annotated

import typer

from ircc_prep.cli.language import say
from ircc_prep.cli.options import Settings
from ircc_prep.cli.output import put
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Language, Text
from ircc_prep.files.checklists import Pack

Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="[DIR]",
        help=say(
            "A folder of checklists; the shipped ones otherwise.",
            "Un répertoire de listes; sinon, celles qui sont fournies.",
        ),
    ),
]

OnlyProgram = Annotated[
    list[str] | None,
    typer.Option(
        "--program",
        metavar="PROGRAM",
        help=say("Only this program (may be repeated).", "Seulement ce programme (peut être répété)."),
    ),
]


def doc(
    folder: Folder = None,
    program: OnlyProgram = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FOLDER",
            help=say("Write the pages into this folder.", "Écrire les pages dans ce répertoire."),
        ),
    ] = None,
    *,
    settings: Settings,
) -> int:
    """Writes a page for each program, one of what they cover and one of where sources disagree, in Markdown."""
    pack = Pack(folder or settings.checklists)
    books = [pack.load(id) for id in program or pack.programs()]
    pages = pages_about(books, settings.language())
    if output is None:
        put("\n".join(pages.values()))
        return 0
    for name, text in pages.items():
        page = output / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    settings.tell(Text(f"{len(pages)} pages in {output}.", f"Pages écrites dans {output} : {len(pages)}."))
    return 0


def pages_about(books: list[Rulebook], language: Language) -> dict[str, str]:
    """The pages by their name: `coverage.md`, `disputes.md`, `shared.md`, `programs/<id>.md`."""
    from ircc_prep.api.views import words_for
    from ircc_prep.render.reference.coverage import coverage
    from ircc_prep.render.reference.disputes import disputes
    from ircc_prep.render.reference.program_page import program_page, shared_page

    words = {book.checklist.program.program: words_for(book, language) for book in books}
    titles = {book.checklist.program.program: book.checklist.program.title for book in books}
    any_words = next(iter(words.values()))
    pages = {
        "coverage.md": coverage(books, any_words),
        "disputes.md": disputes(books, any_words),
        "shared.md": shared_page(books, words, titles),
    }
    for book in books:
        id = book.checklist.program.program
        pages[f"programs/{id}.md"] = program_page(book, words[id], titles)
    return pages
