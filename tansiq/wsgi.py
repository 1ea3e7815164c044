"""The door for a WSGI server."""

import gc

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
gc.freeze()  # What the house is made of is never thrown away: it is not gone through again whenever a page is.
