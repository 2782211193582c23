"""The catalogue: what clinicians write, as frozen records with their lookups (no Qt)."""
