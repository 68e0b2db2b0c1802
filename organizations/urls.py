from django.urls import path

from organizations import views

app_name = "organizations"

urlpatterns = [
    path("", views.organization_list, name="organization_list"),
    path("<int:pk>/", views.organization_detail, name="organization_short"),
    path("<int:pk>/<str:slug>/", views.organization_detail, name="organization_detail"),
]
