"""Prompts drawn on the terminal: lists to move in with the arrow keys, lines with completion. Answered, they vanish."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ircc_prep.ask.prompts.base import Finder, Line, Menu, Ticks
from ircc_prep.ask.prompts.listing import Found, Listing, command_lines, drawn
from ircc_prep.ask.replies import Command
from ircc_prep.ask.screen import Screen
from ircc_prep.core.bidi import isolated

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.styles import Style

_COLOURED = {
    "pointed": "bold ansicyan",
    "help": "",
    "wrong": "ansired",
    "question": "",
    "answer": "bold",
}
_FEWEST_LINES_FOR_SUGGESTIONS = 5
_SIGNS = frozenset(command.value for command in Command)  # one that isn't offered does nothing


class _Message(str):
    """A message that is worked out anew whenever it is drawn: questionary formats it each time."""

    __slots__ = ("words",)

    def __new__(cls, _words: Callable[[], str]) -> "_Message":
        return super().__new__(cls)

    def __init__(self, words: Callable[[], str]) -> None:
        self.words = words

    def __format__(self, _how: str) -> str:
        return self.words()


class DrawnPrompts:
    """Prompts by prompt_toolkit and questionary. Nothing is chosen until a key chooses it: Enter alone is no answer."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def choose(self, menu: Menu) -> str | Command:
        """One line, pointed at with the arrows, its number or its first letters, and confirmed with Enter."""
        listing = Listing.of_menu(menu, self.screen.width)
        bindings = _key_bindings()
        self._moving_keys(listing, bindings)

        @bindings.add("enter")
        @bindings.add("c-j")  # Enter, as it arrives when it was typed before the list was there
        def _confirm(event: "KeyPressEvent") -> None:
            row = listing.pointed
            if row is None:
                listing.let_go()  # what is typed now begins anew
                listing.reminder = menu.remind
            else:
                event.app.exit(result=row.reply)

        @bindings.add("<any>")
        def _sign(event: "KeyPressEvent") -> None:
            if event.data.isprintable() and event.data not in _SIGNS:
                listing.press(event.data, menu.remind)

        @bindings.add("backspace")
        def _erase(_event: "KeyPressEvent") -> None:
            listing.let_go()

        return self._run(listing, bindings)  # type: ignore[no-any-return]

    def tick(self, ticks: Ticks) -> frozenset[str] | Command:
        """Any number of lines, ticked with the space bar or their number, confirmed together with Enter."""
        listing = Listing.of_ticks(ticks, self.screen.width)
        bindings = self._digit_keys(listing)
        self._moving_keys(listing, bindings)

        @bindings.add("space")
        def _toggle(_event: "KeyPressEvent") -> None:
            listing.toggle()

        @bindings.add("enter")
        @bindings.add("c-j")  # Enter, as it arrives when it was typed before the list was there
        def _confirm(event: "KeyPressEvent") -> None:
            if not listing.ticked and listing.pointed and not listing.reminder:
                listing.reminder = ticks.remind  # a line was looked for, and isn't ticked yet
            else:
                event.app.exit(result=frozenset(listing.ticked or ()))

        return self._run(listing, bindings)  # type: ignore[no-any-return]

    def line(self, line: Line) -> str | Command:
        """Words, with what was typed before still there to be mended."""
        import questionary

        bindings = _key_bindings()
        for command, _ in line.commands:
            bindings.add(command.value, filter=_empty_line())(_leaving(command))
        footer = drawn(line.hint, self.screen.width) if line.hint else []
        footer += map(isolated, command_lines(line.commands, self.screen.width))
        question = questionary.text(
            _Message(lambda: "\n".join(["", *self._beside(line, footer), "›"])),
            default=line.typed,
            qmark="",
            style=self._style(),
            key_bindings=bindings,
            completer=_completer(line.suggest) if line.suggest else None,
            complete_while_typing=line.suggest is not None,
            reserve_space_for_menu=_FEWEST_LINES_FOR_SUGGESTIONS if line.suggest else 0,
            erase_when_done=True,
            color_depth=self._depth(),
        )
        reply = question.unsafe_ask()
        # After a wrong answer, which stays to be mended, a sign is easily typed behind it.
        meant = {(line.typed + command.value): command for command, _ in line.commands if command is not Command.STOP}
        return meant.get(reply, reply) if line.wrong else reply  # type: ignore[no-any-return]

    def _beside(self, line: Line, footer: Sequence[str]) -> list[str]:
        """What stands above the line: how what is typed so far is understood, and what was wrong until that changes."""
        from prompt_toolkit.application import get_app

        typed = get_app().current_buffer.text
        wrong, said = line.still_wrong(typed), line.understood(typed)
        above = drawn(wrong, self.screen.width, "! ", "  ") if wrong else []
        return [*above, *footer, *(drawn(said, self.screen.width, "→ ", "  ") if said else [])]

    def find(self, finder: Finder) -> str | Command:
        """One of many lines: letters leave those that hold them, the arrows go to one, Enter chooses it."""
        listing = Found.of_finder(finder, self.screen.width)
        bindings = self._digit_keys(listing) if finder.numbered else _key_bindings()

        @bindings.add("<any>")
        def _letter(event: "KeyPressEvent") -> None:
            if event.data.isprintable():
                listing.write(event.data)

        @bindings.add("backspace")
        def _erase(_event: "KeyPressEvent") -> None:
            listing.erase()

        @bindings.add("enter")
        @bindings.add("c-j")
        def _confirm(event: "KeyPressEvent") -> None:
            if listing.pointed is not None:
                event.app.exit(result=listing.pointed.reply)

        self._moving_keys(listing, bindings)
        return self._run(listing, bindings)  # type: ignore[no-any-return]

    def _digit_keys(self, listing: Listing) -> "KeyBindings":
        bindings = _key_bindings()
        for digit in "0123456789":
            bindings.add(digit)(lambda _event, digit=digit: listing.type_digit(digit))
        return bindings

    def _moving_keys(self, listing: Listing, bindings: "KeyBindings") -> None:
        """Moving about, the commands and Ctrl-C."""
        moves = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8, "home": -len(listing.rows), "end": len(listing.rows)}
        for key, step in moves.items():
            bindings.add(key)(lambda _event, step=step: listing.move(step))
        for command, _ in listing.commands:
            bindings.add(command.value)(_leaving(command))

        @bindings.add("c-c")
        def _interrupt(event: "KeyPressEvent") -> None:
            event.app.exit(exception=KeyboardInterrupt)

        @bindings.add("c-d")
        def _end(event: "KeyPressEvent") -> None:
            event.app.exit(exception=EOFError)

    def _run(self, listing: Listing, bindings: "KeyBindings") -> Any:
        from prompt_toolkit import Application
        from prompt_toolkit.filters import Condition
        from prompt_toolkit.layout import (
            ConditionalMargin,
            FormattedTextControl,
            HSplit,
            Layout,
            ScrollbarMargin,
            Window,
        )

        rows = FormattedTextControl(lambda: [*listing.fragments()], focusable=True, show_cursor=False)
        footer = FormattedTextControl(lambda: [*listing.footer()])
        more = Condition(
            lambda: bool(body.render_info and not body.render_info.content_height <= body.render_info.window_height)
        )
        arrows = ConditionalMargin(ScrollbarMargin(display_arrows=True), more)  # where not all lines fit
        body = Window(rows, dont_extend_height=True, right_margins=[arrows])
        below = Window(footer, height=listing.footer_height, dont_extend_height=True)
        application: Application[Any] = Application(
            Layout(HSplit([body, below])),
            key_bindings=bindings,
            style=self._style(),
            color_depth=self._depth(),
            erase_when_done=True,
        )
        return application.run()

    def _style(self) -> "Style":
        from prompt_toolkit.styles import Style

        bare = dict.fromkeys(_COLOURED, "noinherit")
        return Style.from_dict(_COLOURED if self.screen.colour else bare)

    def _depth(self) -> Any:
        from prompt_toolkit.output import ColorDepth

        return None if self.screen.colour else ColorDepth.DEPTH_1_BIT


def _key_bindings() -> "KeyBindings":
    from prompt_toolkit.key_binding import KeyBindings

    return KeyBindings()


def _leaving(command: Command) -> Callable[["KeyPressEvent"], None]:
    return lambda event: event.app.exit(result=command)


def _empty_line() -> Any:
    from prompt_toolkit.application import get_app
    from prompt_toolkit.filters import Condition

    return Condition(lambda: not get_app().current_buffer.text)


def _completer(suggest: Callable[[str], Sequence[str]]) -> "Completer":
    from prompt_toolkit.completion import Completer, Completion
    from prompt_toolkit.document import Document

    class Suggestions(Completer):
        """Completes what follows the last comma."""

        def get_completions(self, document: Document, _event: Any) -> Iterable[Completion]:
            part = document.text_before_cursor.rpartition(",")[2].lstrip()
            for words in suggest(part) if part else ():
                yield Completion(words, start_position=-len(part), display=isolated(words))

    return Suggestions()
