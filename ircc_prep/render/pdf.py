"""XHTML to a tagged PDF (PDF/UA-1) by WeasyPrint: the only door to it. The same document always gives the same bytes.

What is unusual here was measured (docs/packet.md): the document is parsed by expat instead of an HTML parser, the
browser's default styles are cut to what the packet uses, styles and fonts are read once, and nothing but the templates
folder is served.
"""

import atexit
import gc
import re
import xml.etree.ElementTree as ET
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any

from ircc_prep.core.text import Text
from ircc_prep.errors import InstallationError, IrccPrepError
from ircc_prep.render.fonts import Family, SystemFont, families, fonts_for, uncovered
from ircc_prep.render.quicker import quicken
from ircc_prep.render.templates import read

_SERVED = "packet:"
_PICTURE = "data:image/png;base64,"
_OPTIONS = {"pdf_variant": "pdf/ua-1"}
_WEIGHTS = {"regular": "normal", "bold": "bold"}
# The rules of WeasyPrint's own sheet that the packet's elements need. The whole sheet takes a quarter of the time.
_BROWSER_STYLES = """
head, meta, title, style { display: none }
html, body, main, div, section, p, ul, ol, h1, h2, h3, h4 { display: block }
li { display: list-item }
ul { list-style-type: disc } ol { list-style-type: decimal } ul, ol { counter-reset: list-item }
li { counter-increment: list-item }
li::marker { text-align: end; font-variant-numeric: tabular-nums; white-space: pre; text-transform: none }
table { display: table; border-spacing: 0; text-indent: 0 }
thead { display: table-header-group } tbody { display: table-row-group }
tr { display: table-row } td, th { display: table-cell; padding: 0 }
thead, tbody, tr { vertical-align: inherit }
h1 { bookmark-level: 1 } h2 { bookmark-level: 2 } h3 { bookmark-level: 3 }
h1, h2, h3, h4 { bookmark-label: content(text) }
br::before { content: "\\A"; white-space: pre-line }
bdi[dir=rtl] { direction: rtl }
"""
# What can be filled in. Readers draw inside the frame; the frame belongs to the page, so that it prints when empty.
_FIELD_STYLES = """
input, textarea { appearance: auto; border: .8pt solid #444 }
input { display: inline-block; width: .8em; height: .8em; margin-right: .15em; vertical-align: -.08em }
textarea { display: block; margin-top: 2mm; padding: .8mm 1.2mm; height: 18mm; break-before: avoid }
textarea[rows="1"] { height: 7mm }
.blanks textarea { margin: 0; padding: 0 1.2mm; height: 5mm }
"""


def pdf(
    xhtml: str, templates: Traversable, *, page_rules: str = "", font_check: str = "", fillable: bool = False
) -> bytes:
    """The document as PDF/UA-1. `page_rules` is the CSS of this document alone; `font_check` text that only it holds.

    `fillable` makes its inputs fields that a reader can fill in.

    Raises RenderError where no font has a letter, InstallationError where the system libraries are missing.
    """
    with _garbage_left():
        root = ET.fromstring(xhtml)  # noqa: S314  # our own template, well-formed and without entities
        bundled = _families(str(templates), _Folder(templates))
        missing = uncovered("".join(root.itertext()) + font_check, bundled)
        extra = fonts_for(missing) if missing else ()
        return _engine(templates).write(root, page_rules + _fallback_rule(bundled, extra), fillable=fillable)


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Collects garbage once, afterwards: in the middle of a layout it takes time and frees nothing."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
            gc.collect(0)


class _Folder:
    """Keeps the folder out of a cache's key: its path, given beside it, is the key."""

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Folder)


@lru_cache(maxsize=2)
def _families(_path: str, templates: _Folder) -> tuple[Family, ...]:
    return families(templates.folder)


def _engine(templates: Traversable) -> "_Engine":
    """One engine a process and folder."""
    if not _engines:
        # Its temporary font files go while Python can still delete them.
        atexit.register(_engines.clear)
    key = str(templates)
    if key not in _engines:
        _engines[key] = _Engine(templates)
    return _engines[key]


class _Engine:
    """WeasyPrint with everything that stays the same between documents made once."""

    def __init__(self, templates: Traversable) -> None:
        weasyprint = _weasyprint()
        quicken(weasyprint)
        from weasyprint.text.fonts import FontConfiguration

        self._css = weasyprint.CSS
        self._fonts = FontConfiguration()
        self._fetcher = _fetcher(templates)
        self._browser = weasyprint.CSS(string=_BROWSER_STYLES, url_fetcher=self._fetcher)
        faces = _font_faces(_families(str(templates), _Folder(templates)))
        self._sheet = self._styles(faces + read(templates, "print.css"))
        fields = weasyprint.CSS(string=_FIELD_STYLES, url_fetcher=self._fetcher)
        self._document = _document_class(weasyprint.HTML, self._fetcher, self._browser, fields)

    def write(self, root: ET.Element, rules: str, *, fillable: bool) -> bytes:
        """Lays the document out and writes it."""
        options = {**_OPTIONS, "pdf_forms": fillable}
        sheets = [self._sheet, self._styles(rules)]
        laid_out = self._document(root).render(stylesheets=sheets, font_config=self._fonts, **options)
        written: bytes = laid_out.write_pdf(finisher=_finish, **options)
        return written

    def _styles(self, css: str) -> Any:
        return self._css(string=css, font_config=self._fonts, url_fetcher=self._fetcher, base_url=_SERVED)


def _document_class(html: Any, fetcher: Any, browser: Any, fields: Any) -> Any:
    class Packet(html):  # type: ignore[misc]
        """WeasyPrint's document, from a tree that is parsed already and with our own default styles."""

        def __init__(self, root: ET.Element) -> None:
            import cssselect2  # type: ignore[import-untyped]

            self.base_url, self.url_fetcher, self.media_type = _SERVED, fetcher, "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:  # noqa: FBT001, FBT002  # WeasyPrint's signature
            return [browser, fields] if forms else [browser]

    return Packet


def _fetcher(templates: Traversable) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Served(URLFetcher):  # type: ignore[misc]
        """Serves font files of the templates folder and pictures that the document holds itself: nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            del headers
            if url.startswith(_PICTURE):
                return URLFetcherResponse(url, b64decode(url.removeprefix(_PICTURE)), {"Content-Type": "image/png"})
            name = url.removeprefix(_SERVED)
            if name == url or not re.fullmatch(r"fonts/[A-Za-z0-9-]+\.ttf", name):
                raise ValueError("the packet asks for nothing outside its templates")
            return URLFetcherResponse(url, (templates / name).read_bytes())

    return Served(allowed_protocols=())


_engines: dict[str, _Engine] = {}


def _font_faces(bundled: Sequence[Family]) -> str:
    return "".join(
        f'@font-face {{ font-family: "{family.name}"; font-weight: {_WEIGHTS[weight]}; '
        f"src: url({_SERVED}fonts/{file}) }}\n"
        for family in bundled
        for weight, file in family.files.items()
    )


def _fallback_rule(bundled: Sequence[Family], extra: Sequence[SystemFont]) -> str:
    """Adds fonts of this computer behind the bundled ones, for documents that need them."""
    if not extra:
        return ""
    names = ", ".join(f'"{name}"' for name in [*(family.name for family in bundled), *(font.family for font in extra)])
    return f"html {{ font-family: {names}, sans-serif }}\n"


def _finish(_document: Any, written: Any) -> None:
    """Mends WeasyPrint's ToUnicode maps: a letter of a cluster may not map to nothing (PDF/UA-1, 7.21.7).

    A tick is drawn already; told to draw it themselves (NeedAppearances), some readers show a ticked box as empty.
    """
    written.catalog.get("AcroForm", {}).pop("NeedAppearances", None)
    for held in written.objects:
        stream = getattr(held, "stream", None)
        if stream and any(isinstance(part, bytes) and b"beginbfchar" in part for part in stream):
            held.stream = [
                re.sub(rb"(<[0-9a-f]{4}> )<>", rb"\1<200b>", part) if isinstance(part, bytes) else part
                for part in stream
            ]


def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as error:
        raise _libraries_missing() from error
    return weasyprint


def _libraries_missing() -> IrccPrepError:
    debian = "sudo apt-get install --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0"
    return InstallationError.saying(
        Text(
            "The PDF needs the libraries Pango and HarfBuzz, which this computer doesn’t have.",
            "Le PDF a besoin des bibliothèques Pango et HarfBuzz, absentes de cet ordinateur.",
        ),
        Text(
            f"Debian, Ubuntu: {debian}. Fedora: sudo dnf install pango harfbuzz. macOS: brew install pango. "
            "Or write the packet as .html, .md or .txt, which need nothing more.",
            f"Debian, Ubuntu : {debian}. Fedora : sudo dnf install pango harfbuzz. macOS : brew install pango. "
            "Ou produisez le document en .html, .md ou .txt, qui ne demandent rien de plus.",
        ),
        id="libraries-missing",
    )


def engine_state() -> tuple[str, bool]:
    """The engine's version, and whether fonts can be cut down fast; raises InstallationError where it can't start."""
    weasyprint = _weasyprint()
    from weasyprint.text import ffi

    return str(weasyprint.__version__), ffi.harfbuzz_subset is not None
