"""Figures of rankings and of calibration, on answers whose figures are known."""

import numpy as np
import pytest

from verification.extraction.ranking import average_precision, calibration_error, interval, macro_f1, reliability


def answers(*pairs: tuple[float, bool]):
    scores, right = zip(*pairs, strict=True)
    return np.array(scores), np.array(right)


def test_average_precision_is_one_when_all_right_ones_come_first():
    assert average_precision(*answers((0.9, True), (0.8, True), (0.1, False))) == 1.0


def test_average_precision_of_a_known_order():
    assert average_precision(*answers((0.9, False), (0.8, True), (0.7, True))) == pytest.approx((1 / 2 + 2 / 3) / 2)


def test_average_precision_is_undefined_where_nothing_is_right():
    assert average_precision(*answers((0.9, False))) is None


def test_macro_f1_counts_both_kinds_alike():
    said, right = np.array([True, True, False, False]), np.array([True, False, False, False])
    assert macro_f1(said, right) == pytest.approx((2 / 3 + 4 / 5) / 2)


def test_scores_that_come_true_as_often_as_they_say_have_no_calibration_error():
    scores, right = answers(*[(0.75, True)] * 3, (0.75, False), (-1.0, True))
    assert calibration_error(scores, right) == pytest.approx(0.0)
    (only,) = reliability(scores, right)
    assert (only.low, only.count, only.said, only.was) == (0.7, 4, 0.75, 0.75)


def test_scores_that_say_too_much_are_off_by_what_they_say_too_much():
    assert calibration_error(*answers((1.0, False), (1.0, True))) == pytest.approx(0.5)
    assert calibration_error(*answers((-1.0, True))) is None


def test_an_interval_draws_whole_groups_and_is_the_same_each_time():
    groups, values = ["a", "a", "b", "b", "c"], np.array([0.0, 0.0, 1.0, 1.0, 0.5])

    def mean(rows):
        return float(values[rows].mean())

    low, high = interval(groups, mean, rounds=200)
    assert (low, high) == interval(groups, mean, rounds=200)
    assert low < values.mean() < high
    assert interval(["a", "a"], lambda rows: 1.0) is None
    assert interval(["a", "b"], lambda rows: None) is None
