"""Addresses of assessments: side by side on a line of effort and at a review, one by one, and the forms."""

from django.urls import path

from tansiq.assessments import views

urlpatterns = [
    path("lines/<slug:code>/assessments/", views.assessments, name="assessments"),
    path("lines/<slug:code>/assess/", views.assess_line, name="assess"),
    path("reviews/<uuid:key>/assessments/", views.review_assessments, name="review_assessments"),
    path("assessments/<uuid:key>/", views.assessment, name="assessment"),
    path("assessments/<uuid:key>/revise/", views.assessment_revise, name="assessment_revise"),
    path("assessments/<uuid:key>/release/", views.assessment_release, name="assessment_release"),
    path("assessments/<uuid:key>/dissent/", views.assessment_dissent, name="assessment_dissent"),
]
