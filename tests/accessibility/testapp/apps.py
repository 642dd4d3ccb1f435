from django.apps import AppConfig


class TestAppConfig(AppConfig):
    name = "tests.accessibility.testapp"
    label = "accessibility_testapp"
    default_auto_field = "django.db.models.BigAutoField"
