from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.pages.statement import Statement
from portal.pages.statement_row import statement_row


def accessibility_statement(request: HttpRequest) -> HttpResponse:
    """„Deklaracja dostępności”; it answers before anybody has filled it in, and says so."""
    context = {"statement": Statement.of(statement_row())}
    return render(request, "portal/pages/accessibility_statement.html", context)
