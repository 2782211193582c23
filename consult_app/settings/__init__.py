"""What a clinic sets once: its name, how the program looks, what it leaves out (no Qt)."""
