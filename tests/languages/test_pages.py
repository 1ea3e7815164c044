"""The frame and the parts of pages, rendered without a database."""

import re
from html.parser import HTMLParser

import pytest
from django import forms
from django.template import engines
from django.utils.translation import override
from jinja2 import UndefinedError

from tansiq.languages.words import Words
from tansiq.release.wording import Stripe

HOSTILE = "<script>\"'&</script>"


def rendered(source, **given):
    return engines["jinja2"].from_string(source).render({"csrf_input": "", "once": "once", **given})


class Reader(HTMLParser):
    """The ids of a piece of a page, and the ids that it points to."""

    def __init__(self, page):
        super().__init__()
        self.ids, self.pointed = [], set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        pointers = (given.get("for", ""), given.get("aria-describedby", ""), (given.get("href") or "")[1:])
        self.pointed |= {one for pointer in pointers for one in pointer.split()}


class Sample(forms.Form):
    text = forms.CharField(label="Text", help_text="For example: late.", widget=forms.Textarea)
    email = forms.EmailField(label="E-mail")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", HOSTILE)], widget=forms.RadioSelect)
    ticks = forms.MultipleChoiceField(label="Ticks", choices=[("a", "A")], widget=forms.CheckboxSelectMultiple)
    agree = forms.BooleanField(label="Agree")
    note = forms.CharField(label="Note", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def form(data):
    return rendered(
        '{% import "_macros/forms.html" as forms with context %}{{ forms.fields(form) }}', form=Sample(data)
    )


def test_every_field_is_tied_to_its_label_its_hint_and_its_errors():
    page = Reader(form({"email": "l.haddad"}))
    assert page.pointed - set(page.ids) == set()
    assert {"id_text_helptext", "id_text_error", "id_email_error"} <= page.pointed
    assert len(page.ids) == len(set(page.ids))


def test_a_refused_form_says_first_what_is_wrong_and_links_to_the_place():
    links = re.findall(r'<li><a href="#([\w-]+)">', form({"text": "x", "email": "l.haddad", "agree": "on"}))
    assert links == ["id_email", "id_kind_0", "id_ticks_0"]
    assert re.findall("errsum", form(None)) == []


def test_what_people_type_keeps_its_own_direction():
    page = form({"text": HOSTILE})
    assert re.findall(r'<textarea[^>]*dir="(\w+)"', page) == ["auto"]
    assert re.findall(r'type="email"[^>]*dir="(\w+)"', page) == ["ltr"]
    assert (HOSTILE in page, "&lt;script&gt;" in page) == (False, True)


def test_peoples_words_carry_their_language_where_it_is_not_the_pages():
    source = '{% import "_macros/people.html" as people %}{{ people.said(none, words) }}'
    english = Words.of("en", en="Reports come late.")
    with override("ar"):
        assert re.findall(r"<span[^>]*>[^<]*", rendered(source, words=english)) == [
            '<span lang="en" dir="ltr">Reports come late.'
        ]
    with override("en"):
        assert "<span" not in rendered(source, words=english)
    assert "&lt;script&gt;" in rendered(source, words=Words.of("en", en=HOSTILE))


def test_a_chip_says_to_whom_and_opens_to_the_names():
    source = '{% import "_macros/release.html" as release %}{{ release.chip(chip) }}'
    some = rendered(source, chip=Stripe("Released to 2 readers", ("Jordan", HOSTILE), public=False))
    assert re.findall(r"<bdi>(.*?)</bdi>", some) == ["Jordan", "&lt;script&gt;&#34;&#39;&amp;&lt;/script&gt;"]
    assert re.findall(r"<details", rendered(source, chip=Stripe("Released to the public", (), public=True))) == []


def test_a_table_says_its_headings_in_every_cell():
    page = rendered(
        '{% import "_macros/parts.html" as parts %}{% call(row) parts.table("Two", ["Who", "When"], rows) %}'
        '{{ parts.th(row) }}{{ parts.td("When", row) }}{% endcall %}',
        rows=["x", "y"],
    )
    assert re.findall(r'data-th="(\w+)"', page) == ["When", "When"]
    assert re.findall(r'scope="(\w+)"', page) == ["col", "col", "row", "row"]


def test_what_a_page_lacks_is_a_fault_and_never_a_blank():
    with pytest.raises(UndefinedError):
        rendered("{{ nothing }}")


def test_a_literal_is_written_in_the_language_of_each_reader():
    page = engines["jinja2"].from_string("{{ none|day }}")
    with override("en"):
        english = page.render({})
    with override("ar"):
        assert (english, page.render({})) == (
            '<span class="dim">date not stated</span>',
            '<span class="dim">التاريخ غير مذكور</span>',
        )


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_pages_of_faults_need_nothing_and_speak_both_languages(name):
    page = engines["jinja2"].get_template(name).render({})
    assert re.findall(r'<(?:html|section) lang="(\w+)"', page) == ["ar", "en"]
