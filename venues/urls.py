from django.urls import path

from venues import views

app_name = "venues"

urlpatterns = [
    path("", views.venue_list, name="venue_list"),
    path("<int:pk>/", views.venue_detail, name="venue_short"),
    path("<int:pk>/<str:slug>/", views.venue_detail, name="venue_detail"),
]
