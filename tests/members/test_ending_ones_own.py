"""Nobody ends the accreditation under which it acts: the act could not be entered on the record."""

import pytest
from django.core.exceptions import PermissionDenied

from tansiq.members.commands import end_accreditation
from tansiq.members.models import Accreditation
from tansiq.release.acting import acting, acting_as
from tests.visits import at, client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", ["officer", "admin.sh", "alif"])
def test_nobody_ends_its_own(slug, officer, admin_sh, alif):
    with acting_as({"officer": officer, "admin.sh": admin_sh, "alif": alif}[slug]):
        own = Accreditation.objects.get(pk=acting().accreditation)
        with pytest.raises(PermissionDenied):
            end_accreditation(accreditation=own, version=own.version)
    here = client(slug)
    assert here.post(at("accreditation_end", own.pk), {"version": own.version}).status_code == 403
    assert here.get(at("my_member")).status_code == 200
