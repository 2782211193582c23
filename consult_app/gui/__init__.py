"""The window: panels, actions, themes (Qt)."""
