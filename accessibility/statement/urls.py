"""The statement's address, in every language."""

from django.urls import path

from accessibility.statement.views import statement

urlpatterns = [path("", statement, name="accessibility_statement")]
