"""``python -m consult_app``."""

from consult_app.cli.main import main

raise SystemExit(main())
