"""A selection or a plan as a sheet of paper: sections, a typeset page, a PDF or pictures of it (no Qt)."""
