from events.models import Event

FREE = {True: "wstęp wolny", False: "wstęp płatny", None: ""}
SIGN_UP = {
    Event.SignUp.NONE: "bez zapisów",
    Event.SignUp.REQUIRED: "trzeba się zapisać",
    Event.SignUp.UNKNOWN: "",
}


def admission(event: Event) -> str:
    """„Wstęp wolny, bez zapisów”; "" where nobody has said."""
    parts = (FREE[event.is_free], SIGN_UP[Event.SignUp(event.sign_up)])
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]
