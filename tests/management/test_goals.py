from tansiq.management.bench.goals import GOALS, Finding, Goal, head


def test_a_value_past_its_limit_fails_and_one_at_it_does_not():
    assert Finding("page.review", 50, 10, 5.0).ok
    assert not Finding("page.review", 51, 10, 5.1).ok


def test_the_other_product_has_to_take_so_many_times_as_long_as_ours():
    assert Finding("peer.indico.contributions", 10, 100, 10.0).ok
    assert not Finding("peer.indico.contributions", 10, 99, 9.9).ok


def test_what_is_near_enough_is_no_failure():
    assert not Finding("release.guard.newest", 43, 40, 3.0).ok
    assert Finding("release.guard.newest", 43, 40, 3.0, near=4.0).ok


def test_what_is_aimed_at_is_never_worse_than_the_limit():
    assert all(goal.kept(goal.ambition, 0) for goal in GOALS.values())
    assert not Goal(10, 25, least=True).kept(9, 0)


def test_a_line_stands_under_the_names_of_its_columns():
    line = Finding("page.review.hundredfold", 12.5, 5.0, 2.4).line()
    ends = {word: head().index(word) + len(word) for word in ("ours", "floor", "ratio")}
    assert ends == {
        word: line.index(value) + len(value) for word, value in zip(ends, ("12.500", "5.000", "2.40"), strict=True)
    }
