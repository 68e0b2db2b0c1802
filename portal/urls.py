"""The site's table of contents."""

from django.contrib import admin
from django.urls import include, path

from portal import views

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("events.urls")),
    path("miejsca/", include("venues.urls")),
    path("organizacje/", include("organizations.urls")),
    path("podsumowania/", include("reports.urls")),
    path("szukaj/", include("portal.search.urls")),
    path("", include("portal.pages.urls")),
    path("admin/", admin.site.urls),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("speculation-rules.json", views.speculation_rules, name="speculation_rules"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("media/obrazy/<file>", views.media_picture, name="media_picture"),
    path("karta.png", views.site_share_picture, name="site_share_picture"),
]

handler400 = "portal.views.bad_request"
handler403 = "portal.views.permission_denied"
handler404 = "portal.views.page_not_found"
handler500 = "portal.views.server_error"
