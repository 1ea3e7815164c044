"""The addresses of the house."""

urlpatterns: list = []
