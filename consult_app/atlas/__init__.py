"""The pictures of the body: plates, regions, hit test and their storage (no Qt)."""
