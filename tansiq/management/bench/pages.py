from collections.abc import Iterator
from tansiq.management.bench.goals import Finding
def bench(*a, **k) -> Iterator[Finding]:
    return iter(())
