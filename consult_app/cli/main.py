"""``consult-app``: reads the command line and runs one command. A traceback never reaches the user."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from consult_app.cli.parser import COMMANDS, build_parser
from consult_app.problems import UserFacingError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

_BROKEN_PIPE = 141
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    _accept_any_letter()
    arguments = build_parser().parse_args(_with_command(list(sys.argv[1:] if argv is None else argv)))
    try:
        code = _handler(arguments.command)(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except UserFacingError as error:
        return _fail(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return _BROKEN_PIPE
    except OSError as error:
        _let_go_of_output()
        return _fail(_sentence_of(error), 1)
    except Exception as error:
        if os.environ.get("CONSULT_APP_DEBUG"):
            raise
        fault = f"{type(error).__name__}: {error}"
        return _fail(f"The program has a fault ({fault}). Set CONSULT_APP_DEBUG=1 to see where.", 1)
    return code


def _with_command(words: list[str]) -> list[str]:
    """Return the words with the command ``run`` where none is named."""
    if words and (words[0] in COMMANDS or words[0] in ("-h", "--help", "--version")):
        return words
    is_option = not words or words[0].startswith("-")
    return ["run", *words] if is_option else words


def _handler(command: str) -> Callable[[argparse.Namespace], int]:
    """Import and return what runs a command. Late, so that no command pays for another."""
    if command == "check":
        from consult_app.cli.check import run_check as handler
    elif command == "list":
        from consult_app.cli.listing import run_list as handler
    elif command == "find":
        from consult_app.cli.find import run_find as handler
    elif command == "picture":
        from consult_app.cli.launch import run_picture as handler
    elif command == "handout":
        from consult_app.cli.launch import run_handout as handler
    elif command == "bench":
        from consult_app.cli.bench import run_bench as handler
    elif command == "make-atlas":
        from consult_app.cli.launch import run_make_atlas as handler
    else:
        from consult_app.cli.launch import run_window as handler
    return handler


def _accept_any_letter() -> None:
    """Let output show a stand-in for letters the terminal does not have, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _let_go_of_output() -> None:
    """Drop what is still to be printed; else Python tries it again at exit and complains once more."""
    try:
        sys.stdout.flush()
    except (OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _sentence_of(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return f"{error.filename}: {reason}." if error.filename else f"{reason}."


def _fail(sentence: str, code: int) -> int:
    print(f"consult-app: {sentence}", file=sys.stderr)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
