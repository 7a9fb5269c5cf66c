"""Two ways to run these tests: a few examples of each rule, or many (``scripts/fuzz``)."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "fuzz", max_examples=2000, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
