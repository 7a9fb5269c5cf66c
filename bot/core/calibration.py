"""From a score to a confidence that means something: 0.9 is right nine times in ten.

A base knows what it is asked for, not what else people may ask. So every phrasing is scored as
if it had not been learned from; from its score, its lead over the best rival, and whether the
first target was right, a logistic regression learns how often such a result is right (Platt,
1999). A score below what most of the base's own phrasings reach is doubted on top of that, in
proportion, since nothing in the base shows how such questions turn out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from bot.core.features import Floats

LOW_QUANTILE = 0.2
LEAST_FLOOR = 0.2
STEPS = 30
RIDGE = 0.0002
"""For each result: a base of a few dozen phrasings has a slope of its own; a large one leans on
the score, which tells foreign questions better than the lead."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a base's own phrasings teach. *floor* is what four in five of the right ones score."""

    bias: float
    score_weight: float
    lead_weight: float
    floor: float

    def confidence(self, score: float, lead: float) -> float:
        """Return how likely a target of this *score* and *lead* is right, from 0 to 1."""
        logit = self.bias + self.score_weight * score + self.lead_weight * lead
        likely = 1 / (1 + math.exp(-max(min(logit, 30.0), -30.0)))
        return likely * min(max(score / self.floor, 0.0), 1.0)


UNTAUGHT = Calibration(bias=0.0, score_weight=0.0, lead_weight=10.0, floor=0.2)


def calibrate(scores: Floats, leads: Floats, right: Floats) -> Calibration:
    """Fit the calibration to results: *right* is 1 where the first target was right, else 0.

    Without any result, or where all agree, there is nothing to fit: `UNTAUGHT`.
    """
    if len(scores) == 0 or right.min() == right.max():
        return UNTAUGHT
    inputs = np.column_stack([np.ones(len(scores)), scores, leads]).astype(np.float64)
    ridge = RIDGE * len(scores)
    weights = np.zeros(3)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (right - likely) - ridge * weights
        bend = inputs.T @ (inputs * (likely * (1 - likely))[:, None]) + ridge * np.eye(3)
        weights += np.linalg.solve(bend, slope)
    floor = max(float(np.quantile(scores[right > 0], LOW_QUANTILE)), LEAST_FLOOR)
    bias, score_weight, lead_weight = map(float, weights)
    return Calibration(bias, score_weight, lead_weight, floor)
