"""The parts of a Word file: its frame (styles, header, footer), its body, its bytes."""
