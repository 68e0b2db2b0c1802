"""Events, the calendar, cycles and announcements. Fixed words stand before `<int:id>/<slug>/`."""

from django.urls import path

from events import views

app_name = "events"

event_urls = [
    path("wydarzenia/", views.event_list, name="event_list"),
    path("wydarzenia/archiwum/", views.event_archive, name="event_archive"),
    path("wydarzenia/<int:pk>/", views.event_detail, name="event_short"),
    path("wydarzenia/<int:pk>/<str:slug>/", views.event_detail, name="event_detail"),
    path("w/<int:pk>/<int:sequence>", views.event_poster, name="event_poster"),
]

calendar_urls = [
    path("kalendarz/", views.calendar, name="calendar"),
    path("kalendarz/<str:year>/<str:month>/", views.event_month, name="event_month"),
]

series_urls = [
    path("cykle/", views.series_list, name="series_list"),
    path("cykle/<slug:slug>/", views.series_detail, name="series_detail"),
]

announcement_urls = [
    path("aktualnosci/", views.announcement_list, name="announcement_list"),
    path("aktualnosci/<int:pk>/", views.announcement_detail, name="announcement_short"),
    path("aktualnosci/<int:pk>/<str:slug>/", views.announcement_detail, name="announcement_detail"),
]

urlpatterns = [*event_urls, *calendar_urls, *series_urls, *announcement_urls]
