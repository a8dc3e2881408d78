"""Property tests here are about answers, not about time: a slow machine doesn't fail them."""

from hypothesis import HealthCheck, settings

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("steady"), max_examples=3000)
settings.load_profile("steady")
