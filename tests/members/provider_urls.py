"""The addresses of a house that has an identity provider."""

from django.conf.urls.i18n import i18n_patterns

from tansiq.members.urls import provider_back, provider_there
from tansiq.urls import handler400, handler403, handler404, handler500
from tansiq.urls import urlpatterns as house

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
urlpatterns = [*provider_back, *i18n_patterns(*provider_there), *house]
