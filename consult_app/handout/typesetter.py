"""The typesetter in a process of its own: it answers one request after the other until its input ends.

typst keeps everything that it has ever laid out, some 10 MB for each try; with this process it goes. It is
run as a script and imports nothing of the program. A request is a line of JSON: ``template``, ``fonts`` and
``inputs``, and either ``expression`` to evaluate, ``ppi`` for pictures, or ``seconds`` (the time stamp) for a
PDF. The answer is a line with ``value`` (bytes in base64) or ``error``.
"""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

import typst


def answer(request: dict[str, Any]) -> object:
    """Return the answer to one request.

    Raises:
        typst.TypstError: it cannot be typeset.
    """
    compiler = typst.Compiler(
        request["template"].encode(),
        font_paths=[request["fonts"]],
        ignore_system_fonts=True,
        sys_inputs=request["inputs"],
    )
    if "expression" in request:
        return json.loads(compiler.eval(request["expression"]))
    if "ppi" in request:
        made = compiler.compile(format="png", ppi=request["ppi"])
        pages = made if isinstance(made, list) else [made]
        return [base64.b64encode(page or b"").decode() for page in pages]
    made = compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=request["seconds"])
    return [base64.b64encode(made).decode()] if isinstance(made, bytes) else []


def serve() -> None:
    """Answer requests."""
    for line in sys.stdin.buffer:
        try:
            told: dict[str, object] = {"value": answer(json.loads(line))}
        except (typst.TypstError, RuntimeError) as error:
            told = {"error": str(error)}
        sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    serve()
