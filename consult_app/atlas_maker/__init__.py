"""Turns anatomy meshes into the plates of the atlas (no Qt; needs the extra ``atlas-maker``)."""
