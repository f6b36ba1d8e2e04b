"""Trains a linear-chain conditional random field on features that are numbers, compiled: minutes for a corpus.

Follow-the-regularised-leader (McMahan et al. 2013) over paragraphs in random order; many weights come out as zero.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numba import njit

Floats = npt.NDArray[np.float32]
Array = npt.NDArray[np.int64]
LABELS = 7


@dataclass(frozen=True, slots=True)
class Rates:
    """How fast and how sparsely is learned."""

    epochs: int = 4
    alpha: float = 0.025
    l1: float = 2.0
    l2: float = 4.0
    dropped: float = 0.3  # share of features that are not looked at, at random: the others learn to do without


@njit(cache=True, fastmath=True)
def chain(score, joint, trans, initial, alpha, beta, probs):  # type: ignore[no-untyped-def]
    """Marginals of one paragraph into `probs`; alpha and beta are scratch."""
    n, m = score.shape
    for t in range(n):
        top = score[t].max()
        for y in range(m):
            score[t, y] = np.exp(score[t, y] - top)
    for y in range(m):
        alpha[0, y] = score[0, y] * initial[y]
    alpha[0] /= alpha[0].sum()
    for t in range(1, n):
        total = 0.0
        for y in range(m):
            s = 0.0
            for x in range(m):
                s += alpha[t - 1, x] * trans[joint[t], x, y]
            alpha[t, y] = s * score[t, y]
            total += alpha[t, y]
        for y in range(m):
            alpha[t, y] /= total
    for y in range(m):
        beta[n - 1, y] = 1.0
    for t in range(n - 2, -1, -1):
        total = 0.0
        for x in range(m):
            s = 0.0
            for y in range(m):
                s += trans[joint[t + 1], x, y] * score[t + 1, y] * beta[t + 1, y]
            beta[t, x] = s
            total += s
        for x in range(m):
            beta[t, x] /= total
    for t in range(n):
        total = 0.0
        for y in range(m):
            probs[t, y] = alpha[t, y] * beta[t, y]
            total += probs[t, y]
        for y in range(m):
            probs[t, y] /= total


@njit(cache=True, inline="always")
def drops(token, column, seed, dropped):  # type: ignore[no-untyped-def]
    """Whether a feature is left out this time: the same answer for the same place and epoch."""
    x = (token * 1000003 + column * 7919 + seed * 104729) & 0xFFFFFFFF
    x = ((x ^ (x >> 16)) * 0x45D9F3B) & 0xFFFFFFFF
    x = ((x ^ (x >> 16)) * 0x45D9F3B) & 0xFFFFFFFF
    return ((x >> 8) & 1023) < dropped


@njit(cache=True, fastmath=True)
def epoch(ids, gold, joint, bounds, order, w, z, n, tw, tz, tn, allowed, initial, alpha_, l1, l2, dropped, seed):  # type: ignore[no-untyped-def]
    m = w.shape[1]
    longest = 0
    for k in range(len(bounds) - 1):
        longest = max(longest, bounds[k + 1] - bounds[k])
    score = np.zeros((longest, m))
    al = np.zeros((longest, m))
    be = np.zeros((longest, m))
    pr = np.zeros((longest, m))
    loss = 0.0
    trans = np.exp(tw) * allowed
    for o in range(len(order)):
        lo, hi = bounds[order[o]], bounds[order[o] + 1]
        length = hi - lo
        if length == 0:
            continue
        for t in range(length):
            for y in range(m):
                score[t, y] = 0.0
            for f in range(ids.shape[1]):
                i = ids[lo + t, f]
                if i >= 0 and not drops(lo + t, f, seed, dropped):
                    for y in range(m):
                        score[t, y] += w[i, y]
        chain(score[:length], joint[lo:hi], trans, initial, al, be, pr)
        for t in range(length):
            g0 = gold[lo + t]
            loss -= np.log(max(1e-12, pr[t, g0]))
            worst = 1.0 - pr[t, g0]
            if worst < 0.002:
                continue
            for f in range(ids.shape[1]):
                i = ids[lo + t, f]
                if i < 0 or drops(lo + t, f, seed, dropped):
                    continue
                for y in range(m):
                    g = pr[t, y] - (1.0 if y == g0 else 0.0)
                    old = n[i, y]
                    new = old + g * g
                    root = np.sqrt(new)
                    z[i, y] += g - (root - np.sqrt(old)) / alpha_ * w[i, y]
                    n[i, y] = new
                    s = z[i, y]
                    if s > l1:
                        w[i, y] = -(s - l1) / ((1.0 + root) / alpha_ + l2)
                    elif s < -l1:
                        w[i, y] = -(s + l1) / ((1.0 + root) / alpha_ + l2)
                    else:
                        w[i, y] = 0.0
        for t in range(1, length):
            c = joint[lo + t]
            total = 0.0
            for x in range(m):
                for y in range(m):
                    total += al[t - 1, x] * trans[c, x, y] * score[t, y] * be[t, y]
            for x in range(m):
                for y in range(m):
                    if allowed[c, x, y] == 0.0:
                        continue
                    p = al[t - 1, x] * trans[c, x, y] * score[t, y] * be[t, y] / total
                    g = p - (1.0 if (gold[lo + t - 1] == x and gold[lo + t] == y) else 0.0)
                    if abs(g) < 1e-4:
                        continue
                    old = tn[c, x, y]
                    new = old + g * g
                    root = np.sqrt(new)
                    tz[c, x, y] += g - (root - np.sqrt(old)) / alpha_ * tw[c, x, y]
                    tn[c, x, y] = new
                    tw[c, x, y] = -tz[c, x, y] / ((1.0 + root) / alpha_ + 1.0)
        if o % 4 == 0:
            trans = np.exp(tw) * allowed
    return loss


def allowed(joints: int) -> Floats:
    """Which label may follow which: the inside of a span follows its own beginning or inside."""
    table = np.ones((joints, LABELS, LABELS), dtype=np.float32)
    for inside in (2, 4, 6):
        table[:, :, inside] = 0
        table[:, inside - 1, inside] = table[:, inside, inside] = 1
    return table


def train(
    ids: npt.NDArray[np.int32],
    gold: Array,
    joint: Array,
    bounds: Array,
    count: int,
    rates: Rates,
    joints: int,
) -> tuple[Floats, Floats]:
    """Weights of `count` features and of the steps between labels; `ids` holds features by row, -1 for none."""
    w, z, n = (np.zeros((count, LABELS), dtype=np.float32) for _ in range(3))
    tw, tz, tn = (np.zeros((joints, LABELS, LABELS), dtype=np.float64) for _ in range(3))
    initial = np.array([1, 1, 0, 1, 0, 1, 0], dtype=np.float64)
    random = np.random.default_rng(7)
    may = allowed(joints)
    for step in range(rates.epochs):
        order = random.permutation(len(bounds) - 1)
        loss = epoch(
            ids,
            gold,
            joint,
            bounds,
            order,
            w,
            z,
            n,
            tw,
            tz,
            tn,
            may,
            initial,
            rates.alpha,
            rates.l1,
            rates.l2,
            int(1024 * rates.dropped),
            step,
        )
        kept = int((w != 0).any(1).sum())
        print(f"epoch {step + 1}: {loss / len(gold):.4f} a word, {kept} features", flush=True)
    w *= np.float32(1 - rates.dropped)
    return w, tw.astype(np.float32)
