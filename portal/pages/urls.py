"""Pages that a public body owes its readers."""

from django.urls import URLPattern, path

from portal.pages import film_views, statement_views, views

urlpatterns: list[URLPattern] = [
    path("o-pelnomocniku/", views.about, name="about"),
    path("o-pelnomocniku/latwe-do-czytania/", views.about_easy, name="about_easy"),
    path("prywatnosc/", views.privacy, name="privacy"),
    path("ponowne-wykorzystywanie/", views.reuse, name="reuse"),
    path("pliki-cookie/", views.cookies, name="cookies"),
    path("kontakt/", views.contact, name="contact"),
    path("media/filmy/<file>", film_views.media_film, name="media_film"),
    path(
        "deklaracja-dostepnosci/",
        statement_views.accessibility_statement,
        name="accessibility_statement",
    ),
]
