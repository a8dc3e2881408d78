"""The HTML packet as people use it: in a browser, on a phone, ticked, without a network and without script."""

import json
import os
import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Evaluation
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.render.html import html
from ircc_prep.render.look import Look
from ircc_prep.render.view import build
from ircc_prep.render.words import Words
from tests.render.browser import Browser, installed, tell
from tests.render.samples import NAMES, QUESTIONS, evaluation, family
from tests.render.test_branding import branded

pytestmark = pytest.mark.slow

PHONE, DESK = 360, 1280
STORED = "Object.entries(localStorage)"
TICK = "document.querySelector('input').click()"
WRITE = (
    "(area => { area.value = 'My answer'; area.dispatchEvent(new Event('input')) })(document.querySelector('textarea'))"
)
FILL = (  # until not one letter more goes in
    "for (let size = 1 << 20; size >= 1; size >>= 1) {"
    " try { for (let i = 0; ; i++) localStorage.setItem('fill' + size + '-' + i, 'x'.repeat(size)) } catch (full) {} }"
)
TICKED = "[...document.querySelectorAll('input')].map(box => box.checked)"
WRITTEN = "[...document.querySelectorAll('textarea')].map(area => area.value)"


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    program = installed()
    if program is None:
        missing = "no Chromium or Chrome here; `./dev test` installs Chromium where it may"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with Browser(program, tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def packet(tmp_path: Path, wording: Mapping[str, Text], templates: Path) -> Any:
    """Writes a packet of an evaluation, and says where."""

    def write(made: Evaluation, *languages: Language, name: str = "packet", look: Look | None = None) -> Path:
        views = [build(made, Words(wording, language, QUESTIONS)) for language in languages or ("en",)]
        file = tmp_path / f"{name}.html"
        file.write_text(html(views, templates, look or Look()), encoding="utf-8")
        return file

    return write


def wide(browser: Browser, width: int) -> None:
    browser.do("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 700)


def violations(browser: Browser, *rules: str) -> list[str]:
    """What axe finds wrong with the page as it stands, by these rules, or by all that aren't an experiment."""
    axe = distribution("axe-playwright-python").locate_file("axe_playwright_python/axe.min.js")
    browser.run(f"{Path(str(axe)).read_text(encoding='utf-8')}; 0")
    all_rules = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
    found = browser.run(f"axe.run({json.dumps({'runOnly': rules or all_rules})})")
    assert len(found["passes"]) >= (len(rules) or 20)
    return tell(found["violations"])


@pytest.mark.parametrize("languages", [("en",), ("fr",), LANGUAGES], ids=["en", "fr", "both"])
@pytest.mark.parametrize("script", NAMES)
def test_axe_finds_nothing(script: str, languages: tuple[Language, ...], browser: Browser, packet: Any) -> None:
    wide(browser, PHONE)
    browser.open(packet(evaluation(script), *languages))
    assert violations(browser) == []
    browser.do("Emulation.setEmulatedMedia", media="print")
    assert violations(browser, "color-contrast") == []


def test_axe_finds_nothing_in_large_print_or_under_a_brand(
    browser: Browser, packet: Any, wording: Mapping[str, Text], templates: Path, tmp_path: Path
) -> None:
    wide(browser, DESK)
    browser.open(packet(evaluation(), look=Look(large_print=True)))
    assert violations(browser) == []
    firm = tmp_path / "firm.html"
    firm.write_text(html([branded(wording)], templates), encoding="utf-8")
    browser.open(firm)
    assert violations(browser) == []
    assert browser.run("document.querySelector('.logo img').naturalWidth") > 0
    assert browser.said == []


@pytest.mark.parametrize("languages", [("fr",), LANGUAGES], ids=["fr", "both"])
def test_it_fits_a_phone_and_a_finger(languages: tuple[Language, ...], browser: Browser, packet: Any) -> None:
    wide(browser, PHONE)
    browser.open(packet(evaluation("arabic"), *languages))
    assert browser.run("document.documentElement.scrollWidth") == PHONE
    sizes = "[...document.querySelectorAll('input, button')].map(one => one.getBoundingClientRect())"
    assert browser.run(f"Math.min(...{sizes}.map(one => Math.min(one.width, one.height)))") >= 24


def test_ticks_and_notes_stay(browser: Browser, packet: Any) -> None:
    browser.open(packet(evaluation()))
    browser.run(f"{TICK}; {WRITE}")
    browser.reload()
    assert browser.run(TICKED).count(True) == 1
    assert browser.run(WRITTEN)[0] == "My answer"
    browser.run(TICK)
    browser.reload()
    assert True not in browser.run(TICKED)


def test_ticks_stay_when_the_packet_is_made_again_with_other_dates_and_in_another_language(
    browser: Browser, packet: Any
) -> None:
    browser.open(packet(evaluation()))
    browser.run(f"document.querySelector('#documents .box input').click(); {WRITE}")
    case = family().model_copy(update={"submitted": PartialDate.parse("2026-05-02"), "interview": None})
    browser.open(packet(evaluation(case=case, checked_on=date(2026, 12, 1)), "fr", name="later"))
    assert browser.run(TICKED).count(True) == 1
    assert "My answer" in browser.run(WRITTEN)


def test_two_families_share_no_ticks_and_both_are_cleared_together(browser: Browser, packet: Any) -> None:
    browser.open(packet(evaluation()))
    browser.run(f"{TICK}; {WRITE}")
    people = family().people or ()
    sister = people[0].model_copy(update={"given_names": "Carmen"})
    theirs = evaluation(case=family().model_copy(update={"people": (sister, *people[1:])}))
    browser.open(packet(theirs, name="theirs"))
    assert True not in browser.run(TICKED)
    browser.run(TICK)
    browser.run("document.querySelector('.keeping button').click()")  # the question whether to clear is answered yes
    assert True not in browser.run(TICKED)
    browser.open(packet(evaluation()))
    assert True not in browser.run(TICKED)


def test_notes_kept_under_a_name_that_was_mended_are_cleared_and_what_others_keep_stays(
    browser: Browser, packet: Any
) -> None:
    browser.open(packet(evaluation()))
    browser.run("localStorage.setItem('ircc-prep/0123456789abcdef/old', 'A note'); localStorage.setItem('other', 'x')")
    browser.run("document.querySelector('.keeping button').click()")
    assert browser.run(STORED) == [["other", "x"]]


@pytest.mark.parametrize("languages", [("en",), ("fr",), LANGUAGES], ids=["en", "fr", "both"])
def test_a_browser_that_can_keep_no_more_is_not_silent(
    languages: tuple[Language, ...], browser: Browser, packet: Any, wording: Mapping[str, Text]
) -> None:
    wide(browser, PHONE)
    browser.open(packet(evaluation(), *languages))
    told = "[...document.querySelectorAll('.keeping p:first-child')].map(words => words.textContent)"
    promised = [wording["packet.kept"].of(language) for language in languages]
    assert browser.run(told) == promised
    browser.run(FILL)
    browser.run(WRITE)
    assert browser.run(told) == [wording["packet.kept-no-more"].of(language) for language in languages]
    seen = "document.querySelector('.keeping').getBoundingClientRect()"
    browser.run("document.querySelector('textarea').scrollIntoView()")
    assert browser.run(f"{seen}.bottom > 0 && {seen}.top < window.innerHeight")
    assert violations(browser) == []
    assert browser.said == []
    browser.run("Object.keys(localStorage).forEach(key => key.startsWith('fill') && localStorage.removeItem(key))")
    browser.run(WRITE)
    assert browser.run(told) == promised


def test_the_keys_in_the_browser_name_nobody_and_no_paper(browser: Browser, packet: Any) -> None:
    browser.open(packet(evaluation()))
    browser.run(f"document.querySelectorAll('input').forEach(box => box.click()); {WRITE}")
    stored = browser.run(STORED)
    assert len(stored) > 5
    for key, _ in stored:
        begin, *digests = key.split("/")
        assert begin == "ircc-prep"
        assert all(len(digest) == 16 and int(digest, 16) >= 0 for digest in digests)


def test_nothing_is_asked_for_outside_and_the_policy_refuses_what_tries(browser: Browser, packet: Any) -> None:
    file = packet(evaluation(), *LANGUAGES)
    browser.open(file)
    browser.run(f"{TICK}; {WRITE}")
    assert set(browser.requested) == {file.as_uri()}
    assert browser.said == []
    refused = (
        "new Promise(done => document.addEventListener('securitypolicyviolation', e => done(e.effectiveDirective)))"
    )
    assert (
        browser.run(f"(tried => {{ new Image().src = 'https://example.org/'; return tried }})({refused})") == "img-src"
    )


def test_without_script_all_is_readable_and_can_be_ticked(browser: Browser, packet: Any) -> None:
    file = packet(evaluation())
    browser.do("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(file)
    shown = browser.run("document.body.innerText")
    wanted = [title for node in ET.parse(file).iter("h4") if (title := "".join(node.itertext()).strip())]
    assert wanted
    assert all(title.split(" [")[0] in shown for title in wanted)
    assert browser.run("document.querySelector('.keeping').checkVisibility()") is False
    browser.run(TICK)
    assert browser.run(TICKED).count(True) == 1


def test_where_a_browser_keeps_nothing_boxes_can_be_ticked_and_nothing_is_promised(
    browser: Browser, packet: Any
) -> None:
    held = b64encode(packet(evaluation()).read_bytes()).decode()
    browser.open(f"data:text/html;base64,{held}")  # such a page has no storage
    browser.run(TICK)
    assert browser.run(TICKED).count(True) == 1
    assert browser.run("document.querySelector('.keeping').checkVisibility()") is False
    assert browser.said == []


def test_the_first_key_shows_a_way_past_the_title(browser: Browser, packet: Any) -> None:
    browser.open(packet(evaluation()))
    for kind in ("rawKeyDown", "keyUp"):
        browser.do("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert browser.run("document.activeElement.className") == "skip"
    assert browser.run("document.activeElement.getBoundingClientRect().left") >= 0
    assert browser.run("document.querySelector(document.activeElement.hash).id") == "summary"
