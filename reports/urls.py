"""Reports: the newest version at the plain address, every version at its own for ever."""

from django.urls import path, register_converter

from reports import views
from reports.converters import PeriodConverter

register_converter(PeriodConverter, "period")

app_name = "reports"

urlpatterns = [
    path("", views.report_list, name="report_list"),
    path("<period:period>/", views.report_detail, name="report_detail"),
    path("<period:period>/liczby/<slug:key>/", views.report_figure, name="report_figure"),
    path("<period:period>/wydanie/<int:number>/", views.report_version, name="report_version"),
    path(
        "<period:period>/wydanie/<int:number>/liczby/<slug:key>/",
        views.version_figure,
        name="version_figure",
    ),
]
