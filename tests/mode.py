"""The first thing that pytest loads: says that these settings are for tests.

A plugin named in pyproject.toml and no conftest, because pytest-django reads the settings before
any conftest. Whatever the shell says is overruled: a suite must never meet production's settings.
"""

import os

os.environ["PORTAL_MODE"] = "test"
