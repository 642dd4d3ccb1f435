"""Addresses under ``feedback/``, in every language."""

from django.urls import path

from insight.notify.views import confirm as confirm_news
from insight.notify.views import tell_me
from insight.panel import views as panel
from insight.performance import views as performance
from insight.voices.views import about_you
from insight.widget import views

app_name = "insight"
urlpatterns = [
    path("", views.feedback, name="feedback"),
    path("comment/", views.comment, name="comment"),
    path("form/", views.form_end, name="form_end"),
    path("thanks/", views.thanks, name="thanks"),
    path("about-you/", about_you, name="about_you"),
    path("tell-me/", tell_me, name="tell_me"),
    path("tell-me/<str:token>/", confirm_news, name="tell_me_confirm"),
    path("place/<slug:slug>/", views.place, name="place"),
    path("kiosk/<slug:slug>/", views.kiosk, name="kiosk"),
    path("panel/", panel.join, name="panel"),
    path("panel/confirm/<str:token>/", panel.confirm, name="panel_confirm"),
    path("panel/leave/<str:token>/", panel.leave, name="panel_leave"),
    path("panel/survey/<str:token>/", panel.survey, name="panel_survey"),
    path("panel/results/", panel.published, name="panel_results"),
    path("performance/", performance.performance, name="performance"),
    path("performance/satisfaction.csv", performance.performance_csv, name="performance_csv"),
    path("performance/satisfaction.json", performance.performance_json, name="performance_json"),
    path("you-said-we-did/", performance.you_said, name="you_said"),
]
