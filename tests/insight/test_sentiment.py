"""The model judges answers by what was asked, learns from corrections, and needs no Django and no numpy to run."""

import json
import random
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from insight.models import Comment
from insight.recording import opinions
from insight.sentiment.features import Answer
from insight.sentiment.judge import Line, judge
from insight.sentiment.model import load, read, write
from insight.sentiment.questions import kinds_of, scale_of, turned
from insight.sentiment.themes import themes
from insight.sentiment.train import retrain, train
from insight.services import Subject, add_comment, record_rating
from tools.bench_insight import sentiment as bench
from tools.bench_insight.comments import council


def opinion(text, kind, rating=0):
    return load().opinion(Answer(text, kind, rating)).sentiment


@pytest.mark.parametrize(
    ("text", "kind", "rating", "sentiment"),
    [
        ("Nothing", "improve", 5, "positive"),
        ("Waiting times", "improve", 2, "negative"),
        ("Bin missed again", "why", 1, "negative"),
        ("Lovely staff, very quick", "why", 5, "positive"),
        ("not helpful", "why", 2, "negative"),
        ("Very good, thank you", "why", 0, "positive"),
    ],
)
def test_the_question_and_the_rating_turn_the_words_round(text, kind, rating, sentiment):
    assert opinion(text, kind, rating) == sentiment


def test_the_program_answers_in_order_without_django_or_numpy():
    lines = [
        {"text": "Bin missed again", "question": "How could we improve this service?", "rating": 1},
        {"text": "Lovely staff, very quick", "question": "Why?", "rating": "5"},
        {"text": None, "rating": "none"},
    ]
    code = "import runpy, sys; sys.argv = ['x', '--scale', 'best-high']; "
    code += "runpy.run_module('insight.sentiment', run_name='__main__'); "
    code += "assert not {'django', 'numpy'} & {*sys.modules}"
    sent = "".join(json.dumps(line) + "\n" for line in lines) + "Rats in the alley, nobody comes\n"
    result = subprocess.run(
        [sys.executable, "-c", code],
        input=sent.encode() + b"caf\xe9\n",
        capture_output=True,
        cwd=settings.BASE_DIR,
        check=True,
    )
    said = [json.loads(line) for line in result.stdout.decode().splitlines()]
    assert [set(one) for one in said] == [{"sentiment", "confidence", "themes"}] * 5
    assert [said[at]["sentiment"] for at in (0, 1, 3)] == ["negative", "positive", "negative"]
    assert said[0]["themes"] == ["bins and recycling"]
    assert all(1 / 3 <= one["confidence"] <= 1 for one in said)


def test_a_batch_shows_which_end_of_the_scale_is_best():
    praise, complaint = ("Great, thank you", "Why?"), ("Terrible, rude and late", "Why?")
    high = [(*praise, 5)] * 4 + [(*complaint, 1)] * 4
    low = [(*praise, 1)] * 4 + [(*complaint, 5)] * 4
    tones = [1] * 4 + [-1] * 4
    assert scale_of(high, tones) == "best-high"
    assert scale_of(low, tones) == "best-low"
    assert scale_of([("ok", "FFT Why?", 1)], [0]) == "best-low"
    assert scale_of([("ok", "Why?", 1)], [0]) == "best-high"
    assert [turned(rating, "best-low") for rating in (1, 5, 6, None)] == [5, 1, 0, 0]
    judged = judge([Line("Great, thank you", "Why?", 1)] * 5 + [Line("Rude and late", "Why?", 5)] * 5)
    assert [one.sentiment for one in judged] == ["positive"] * 5 + ["negative"] * 5


def test_headings_the_wrong_way_round_are_turned_back():
    improve, why = "How could we improve?", "Why?"
    ideas = [("Nothing", improve), ("Shorter queues", improve)] * 20
    reasons = [("Kind staff", why), ("Long wait", why)] * 20
    assert kinds_of(ideas + reasons) == ["improve"] * 40 + ["why"] * 40
    turned_round = [(text, why) for text, _question in ideas] + [(text, improve) for text, _question in reasons]
    assert kinds_of(turned_round) == ["improve"] * 40 + ["why"] * 40
    assert set(kinds_of(turned_round + ideas + reasons)) == {"improve?", "why?"}
    assert kinds_of([("Nothing", why)]) == ["why"]
    assert kinds_of([("Nothing", "FFT Why?"), ("Long wait", improve)]) == ["why?", "improve?"]


def test_themes_are_named_by_the_taxonomy():
    assert themes("Missed bin, and nobody answers the phone") == ["phone", "bins and recycling"]
    assert themes("It was fine") == []


def test_training_learns_and_the_file_gives_the_model_back(tmp_path):
    listed = random.Random(0).sample(council(), 200)
    answers, labels = [answer for answer, _label in listed], [label for _answer, label in listed]
    model = train(answers, labels)
    right = sum(model.opinion(answer).sentiment == label for answer, label in listed)
    assert right > 180
    write(model, tmp_path / "model.json")
    again = read(tmp_path / "model.json")
    assert [again.opinion(answer).sentiment for answer in answers] == [model.opinion(a).sentiment for a in answers]
    with pytest.raises(ValueError, match="two sentiments"):
        train(answers[:1], labels[:1])


def test_corrections_move_the_model_and_leave_the_rest():
    answer = Answer("The wheelie fairy came", "why", 3)
    after = retrain(load(), [answer] * 30, ["positive"] * 30)
    assert after.opinion(answer).sentiment == "positive"
    assert after.opinion(Answer("Bin missed again", "why", 1)).sentiment == "negative"


@pytest.mark.django_db
def test_a_stored_comment_is_judged_and_staff_corrections_are_learnt(tmp_path, settings, capsys):
    subject = Subject("form", "missed-bin:3")
    for value, locale in ((1, "en"), (1, "ur")):
        rating = record_rating(value=value, scale="csat5", subject=subject, question_id="form-end", locale=locale)
        add_comment(rating.id, "The bin was missed again")
    english, urdu = Comment.objects.order_by("pk")
    assert (english.sentiment, english.themes) == ("negative", ["bins and recycling"])
    assert urdu.sentiment is None
    settings.WAYMARK_SENTIMENT_MODEL = str(tmp_path / "own.json")
    with pytest.raises(CommandError, match="it takes 20"):
        call_command("train_sentiment")
    for _time in range(20):
        add_comment(
            record_rating(value=3, scale="csat5", subject=subject, question_id="form-end", locale="en").id, "Hm"
        )
    Comment.objects.filter(text="Hm").update(corrected="positive")
    call_command("train_sentiment")
    assert "20 now" in capsys.readouterr().out
    opinions.model.cache_clear()
    try:
        add_comment(
            record_rating(value=3, scale="csat5", subject=subject, question_id="form-end", locale="en").id, "Hm"
        )
        assert Comment.objects.order_by("pk").last().sentiment == "positive"
    finally:
        opinions.model.cache_clear()


def test_the_figures_count_what_they_say():
    assert bench.figures(["positive", "negative"], ["positive", "positive"]) == (0.5, pytest.approx((2 / 3) / 3))
