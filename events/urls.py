"""Events, the calendar, cycles and announcements. Fixed words stand before `<int:id>/<slug>/`."""

from django.urls import path

from events import feed_views, poster_views, social_views, views

app_name = "events"

event_urls = [
    path("wydarzenia/", views.event_list, name="event_list"),
    path("wydarzenia/archiwum/", views.event_archive, name="event_archive"),
    path("wydarzenia/<int:pk>/", views.event_detail, name="event_short"),
    path(
        "wydarzenia/<int:pk>/karta.png",
        social_views.event_share_picture,
        name="event_share_picture",
    ),
    path(
        "wydarzenia/<int:pk>/plakat.pdf",
        poster_views.event_poster_file,
        name="event_poster_file",
    ),
    path("wydarzenia/<int:pk>/<str:slug>/", views.event_detail, name="event_detail"),
    path("wydarzenia/<int:pk>/<str:slug>.ics", feed_views.event_ics, name="event_ics"),
    path("w/<int:pk>/<int:sequence>", views.event_poster, name="event_poster"),
]

calendar_urls = [
    path("kalendarz/", views.calendar, name="calendar"),
    path("kalendarz.ics", feed_views.calendar_ics, name="calendar_ics"),
    path("kalendarz/subskrypcja/", feed_views.calendar_subscribe, name="calendar_subscribe"),
    path("kalendarz/<str:year>/<str:month>/", views.event_month, name="event_month"),
]

series_urls = [
    path("cykle/", views.series_list, name="series_list"),
    path("cykle/<slug:slug>/", views.series_detail, name="series_detail"),
    path("cykle/<slug:slug>.ics", feed_views.series_ics, name="series_ics"),
]

# Here and not beside their pages: places and organizations know nothing of events.
feed_urls = [
    path("miejsca/<int:pk>.ics", feed_views.venue_ics, name="venue_ics"),
    path("organizacje/<int:pk>.ics", feed_views.organization_ics, name="organization_ics"),
]

announcement_urls = [
    path("aktualnosci/", views.announcement_list, name="announcement_list"),
    path("aktualnosci/atom.xml", social_views.announcement_feed, name="announcement_feed"),
    path("aktualnosci/<int:pk>/", views.announcement_detail, name="announcement_short"),
    path("aktualnosci/<int:pk>/<str:slug>/", views.announcement_detail, name="announcement_detail"),
]

urlpatterns = [*event_urls, *calendar_urls, *series_urls, *feed_urls, *announcement_urls]
