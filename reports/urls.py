"""Reports: the newest version at the plain address, every version at its own for ever."""

from django.urls import path, register_converter

from reports import figure_views, file_views, views
from reports.converters import PeriodConverter, SuffixConverter

register_converter(PeriodConverter, "period")
register_converter(SuffixConverter, "suffix")

app_name = "reports"

urlpatterns = [
    path("", views.report_list, name="report_list"),
    path("sprostowania/", views.correction_list, name="correction_list"),
    path("liczby/", figure_views.figure_list, name="figure_list"),
    path("<period:period>/", views.report_detail, name="report_detail"),
    path("<period:period>.<suffix:suffix>", file_views.report_file, name="report_file"),
    path("<period:period>/liczby/<slug:key>/", views.report_figure, name="report_figure"),
    path("<period:period>/wydanie/<int:number>/", views.report_version, name="report_version"),
    path(
        "<period:period>/wydanie/<int:number>.<suffix:suffix>",
        file_views.version_file,
        name="version_file",
    ),
    path(
        "<period:period>/wydanie/<int:number>/liczby/<slug:key>/",
        views.version_figure,
        name="version_figure",
    ),
]
