"""The Nu HTML checker finds nothing wrong with any page; the other states: test_public_pages."""

from tests import html_checker
from tests.portal import states


def assert_right(answers, folder):
    pages = {address: answer.content.decode() for address, answer in answers.items()}
    found = html_checker.faults(pages, folder)
    assert not found, "\n".join(found)


def test_every_page_is_right(db, client, at_noon, tmp_path):
    assert_right(states.one(client), tmp_path)


def test_so_is_every_page_of_what_went_wrong(db, client, at_noon, tmp_path):
    assert_right(states.error(client), tmp_path)


def test_the_checker_names_the_page_and_its_fault(tmp_path):
    right = "<!DOCTYPE html><html lang='pl'><title>Ławka</title><div>Stół</div></html>"
    wrong = right.replace("<div>", "<p><div>").replace("</div>", "</div></p>")
    found = html_checker.faults({"/zla/": wrong, "/dobra/": right}, tmp_path)
    assert found
    assert all(fault.startswith("/zla/ 1:") for fault in found)
