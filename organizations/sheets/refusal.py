class SheetError(Exception):
    """Its sentence, in Polish, says why a whole file cannot be read. Nothing of it was taken."""
