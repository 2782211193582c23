"""An offline consultation aid that explains dry needling on a clickable body map."""

__version__ = "0.1.0"
