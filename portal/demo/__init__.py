"""The demo: the office's winter and spring of 2026, retold in our own sentences.

Each noun has its file of plain data; `load.py` takes it through the same actions and model
methods that staff use. A fact that no source gives stays unknown here too.
"""
