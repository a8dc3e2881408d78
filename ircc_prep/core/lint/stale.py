"""What was last compared with its source too long ago."""

from collections.abc import Iterable, Iterator
from datetime import date

from ircc_prep.core.problems import Problem
from ircc_prep.core.registers import Source, Table
from ircc_prep.core.text import Text


def stale_sources(sources: Iterable[tuple[str, Source]], today: date, days: int) -> Iterator[Problem]:
    """A problem for each source that nobody compared in the last so many days."""
    for id, source in sources:
        age = (today - source.checked).days
        if age > days:
            yield Problem(
                "stale-source",
                (id,),
                Text(
                    f"“{id}” was last compared {age} days ago: {source.title.en}.",
                    f"« {id} » a été comparée il y a {age} jours : {source.title.fr}.",
                ),
                Text(
                    f"Read {source.url.en} again, correct what rests on it, and move `checked`.",
                    f"Relisez {source.url.fr}, corrigez ce qui s’y fonde et changez `checked`.",
                ),
            )


def ended_tables(tables: Iterable[tuple[str, Table]], today: date) -> Iterator[Problem]:
    """A problem for each table whose newest version has ended, so that nothing is known for today."""
    for id, table in tables:
        begun = [version for version in table.versions if version.start <= today]
        newest = max(begun, key=lambda version: version.start, default=None)
        if newest is None or newest.until is None or today <= newest.until:
            continue
        yield Problem(
            "stale-table",
            (id,),
            Text(
                f"Table “{id}” is known only until {newest.until}.",
                f"Le tableau « {id} » n’est connu que jusqu’au {newest.until}.",
            ),
            Text("Add the version that followed, with its source.", "Ajoutez la version suivante, avec sa source."),
        )
