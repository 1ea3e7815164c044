"""Addresses of own forecasts: one by one, of a milestone, the forms, and calibrations."""

from django.urls import path

from tansiq.forecasts import views
from tansiq.forecasts.calibration import views as calibration

urlpatterns = [
    path("milestones/<uuid:key>/", views.milestone, name="milestone"),
    path("forecasts/new/", views.forecast_make, name="forecast_make"),
    path("forecasts/calibration/", calibration.calibration, name="calibration"),
    path("forecasts/calibration/publish/", calibration.calibration_publish, name="calibration_publish"),
    path("forecasts/<uuid:key>/", views.forecast, name="forecast"),
    path("forecasts/<uuid:key>/date/", views.forecast_date, name="forecast_date"),
    path("forecasts/<uuid:key>/resolve/", views.forecast_resolve, name="forecast_resolve"),
    path("forecasts/<uuid:key>/demur/", views.forecast_demur, name="forecast_demur"),
]
