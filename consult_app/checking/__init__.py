"""Rules across catalogue and atlas, and the report of what they find (no Qt)."""
