"""Addresses of decisions, texts, positions, actions and lessons."""

from django.urls import path

from tansiq.decisions import views
from tansiq.decisions.actions import views as acting
from tansiq.decisions.lessons import views as learning
from tansiq.decisions.positions import views as positions
from tansiq.decisions.proxies import views as speaking
from tansiq.decisions.silence import choosing
from tansiq.decisions.silence import views as silence
from tansiq.decisions.soundings import views as sounding
from tansiq.decisions.texts import views as texts
from tansiq.decisions.texts import writing

urlpatterns = [
    path("decisions/", views.decisions, name="decisions"),
    path("decisions/<uuid:key>/", views.decision, name="decision"),
    path("decisions/<uuid:key>/action/", acting.action_lay, name="action_lay"),
    path("actions/", views.actions, name="actions"),
    path("actions/<uuid:key>/", acting.action, name="action"),
    path("actions/<uuid:key>/tell/", acting.action_tell, name="action_tell"),
    path("actions/<uuid:key>/settle/", acting.action_settle, name="action_settle"),
    path("actions/<uuid:key>/judge/", acting.action_judge, name="action_judge"),
    path("lessons/", learning.lessons, name="lessons"),
    path("lessons/<uuid:key>/", learning.lesson, name="lesson"),
    path("lessons/<uuid:key>/step/", learning.lesson_step, name="lesson_step"),
    path("advice/<uuid:key>/lesson/", learning.lesson_make, name="lesson_make"),
    path("texts/", texts.texts, name="texts"),
    path("texts/<uuid:key>/", texts.text, name="text"),
    path("texts/<uuid:key>/revise/", writing.text_revise, name="text_revise"),
    path("texts/<uuid:key>/put/", writing.question_put, name="question_put"),
    path("texts/<uuid:key>/soundings/", sounding.soundings, name="soundings"),
    path("texts/versions/<uuid:key>/", texts.text_version, name="text_version"),
    path("bodies/<uuid:key>/text/", writing.text_table, name="text_table"),
    path("bodies/<uuid:key>/rule/", writing.body_rule, name="body_rule"),
    path("bodies/<uuid:key>/proxies/", speaking.proxies, name="proxies"),
    path("proxies/<uuid:key>/", speaking.proxy, name="proxy"),
    path("questions/<uuid:key>/", positions.question, name="question"),
    path("questions/<uuid:key>/position/", positions.position_take, name="position_take"),
    path("questions/<uuid:key>/explain/", positions.position_explain, name="position_explain"),
    path("questions/<uuid:key>/close/", positions.question_close, name="question_close"),
    path("silence/", silence.silence_runs, name="silence_runs"),
    path("silence/ours/", choosing.silence_choice, name="silence_choice"),
    path("silence/<uuid:key>/", silence.silence, name="silence"),
    path("silence/<uuid:key>/say/", silence.silence_say, name="silence_say"),
    path("silence/<uuid:key>/break/", silence.silence_break, name="silence_break"),
    path("silence/<uuid:key>/chair/", silence.silence_lead, name="silence_lead"),
    path("silence/<uuid:key>/paper/", silence.silence_paper, name="silence_paper"),
    path("silence/<uuid:key>/letter/", silence.silence_letter, name="silence_letter"),
]
