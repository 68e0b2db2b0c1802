"""Texts that the office published elsewhere, turned into drafts and proposals for people."""
