"""One digest for what is kept between starts.

BLAKE2 is taken from where Python keeps it: the module ``hashlib`` would bring OpenSSL along, which
takes longer to load than the whole catalogue.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

SIZE = 24
"""Bytes of a digest."""


def digest_of(*parts: bytes) -> str:
    """Return the digest of some bytes, one part after the other, as hexadecimal digits."""
    digest = blake2b(digest_size=SIZE)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
