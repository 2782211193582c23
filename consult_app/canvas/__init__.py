"""Draws plates, finds what was tapped, zooms, and speaks to screen readers (Qt)."""
