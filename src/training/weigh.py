"""Fits Blend.Trust: how far traits, encoder and phrases are believed, on the notes that BlendLessons wrote."""
import json
import sys

import numpy

# Subjects that a kind can have: of us, competitor, operator, unknown.
SUBJECTS = {4: [2], 5: [2], 6: [2], 7: [2], 12: [2], 13: [1], 8: [0, 1], 9: [0, 1], 10: [0, 1], 11: [0, 1], 14: [0, 1]}
ENCODER_SHARE = 0.7


def chance(odds):
    return 1 / (1 + numpy.exp(-odds))


def logistic(inputs, right, ridge):
    """Newton's method for a logistic regression; the last weight is the height."""
    inputs = numpy.c_[inputs, numpy.ones(len(inputs))]
    weights = numpy.zeros(inputs.shape[1])
    for _ in range(60):
        p = chance(inputs @ weights)
        slope = inputs.T @ (p - right) + ridge * weights
        bend = (inputs * (p * (1 - p))[:, None]).T @ inputs + ridge * numpy.eye(len(weights))
        weights -= numpy.linalg.solve(bend, slope)
    return weights


def shares(one, other, share):
    return numpy.maximum(one, 1e-4) ** (1 - share) * numpy.maximum(other, 1e-4) ** share


def notes(path):
    for line in open(path, encoding="utf-8"):
        note = json.loads(line)
        told = numpy.array(note["clauses"])
        carries = numpy.zeros(told.shape[:2])
        firm = set()
        for kind, subject, certainty, clauses in note["labels"]:
            carries[clauses, kind] = 1
            if certainty < 2:
                firm.add((kind, subject))
        yield note, told, carries, firm


def product(told, weights, share):
    """The chance of each (kind, subject), told firmly, of the likeliest clause."""
    kind = chance(told[..., :3] @ weights[:3] + weights[3])
    subject = shares(told[..., 3:7], told[..., 7:11], share)
    for number, possible in SUBJECTS.items():
        mask = numpy.zeros(4)
        mask[possible] = 1
        subject[:, number] *= mask
    subject /= subject.sum(-1, keepdims=True)
    certainty = shares(told[..., 11:16], told[..., 16:21], share)
    certainty /= certainty.sum(-1, keepdims=True)
    return ((kind * certainty[..., :2].sum(-1))[..., None] * subject).max(0)


def fit(name, given, used, share):
    flat = numpy.concatenate([told[..., :3].reshape(-1, 3) for _, told, _, _ in given]) * used
    weights = logistic(flat, numpy.concatenate([carries.reshape(-1) for _, _, carries, _ in given]), 0.01)
    odds, right = [], []
    for _, told, _, firm in given:
        p = numpy.clip(product(told, weights, share), 1e-4, 1 - 1e-4)
        for pair in zip(*numpy.where(p > 0.02)):
            odds.append(numpy.log(p[pair] / (1 - p[pair])))
            right.append(float(pair in firm))
    note = logistic(numpy.array(odds)[:, None], numpy.array(right), 1e-6)
    print(name, "traits %.2f encoder %.2f phrase %.2f height %.2f" % tuple(weights), "note %.2f %.2f" % tuple(note))
    for limit in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        hits = said = labelled = alarms = plain = 0
        for one, told, _, firm in given:
            p = numpy.clip(product(told, weights, share), 1e-4, 1 - 1e-4)
            p = chance(note[0] * numpy.log(p / (1 - p)) + note[1])
            found = set(zip(*numpy.where(p >= limit)))
            hits, said, labelled = hits + len(found & firm), said + len(found), labelled + len(firm)
            if not one["labels"]:
                plain, alarms = plain + 1, alarms + bool(found)
        print("  threshold %.2f F1 %.3f precision %.3f recall %.3f false alarms %.3f"
              % (limit, 2 * hits / (said + labelled), hits / said, hits / labelled, alarms / max(1, plain)))


if __name__ == "__main__":
    all_notes = list(notes(sys.argv[1]))
    fit("with encoder", all_notes, numpy.array([1, 1, 1]), ENCODER_SHARE)
    fit("encoder alone", all_notes, numpy.array([0, 1, 0]), 1.0)
    fit("without encoder", all_notes, numpy.array([1, 0, 1]), 0.0)
