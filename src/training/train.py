"""Trains the encoder of one language on lessons that EncoderLessons wrote, and keeps it as int8 ONNX. See README.md."""
import argparse
import json
import os
import random
import time

import numpy
import onnx
import torch
import torch.nn.functional as F

from encoder import CERTAINTIES, KINDS, MARKS, SUBJECTS, Encoder

# The number of [MASK] in the word pieces of both languages.
MASK = 103


def lessons(path, lang):
    for line in open(path, encoding="utf-8"):
        note = json.loads(line)
        if note["lang"] != lang:
            continue
        size = note["clauses"]
        kinds = numpy.zeros((size, len(KINDS)), numpy.float32)
        sure = numpy.ones((size, len(KINDS)), numpy.float32)
        subjects = -numpy.ones((size, len(KINDS)), int)
        certainties = -numpy.ones((size, len(KINDS)), int)
        firm = numpy.zeros((len(KINDS), len(SUBJECTS)), numpy.float32)
        for signal in note["signals"]:
            kind, subject = KINDS.index(signal["kind"]), SUBJECTS.index(signal["subject"])
            certainty = CERTAINTIES.index(signal["certainty"])
            carry = signal["carry"] or signal["touch"][:1]
            for clause in signal["touch"]:
                if clause in carry:
                    kinds[clause, kind], subjects[clause, kind], certainties[clause, kind] = 1, subject, certainty
                elif not kinds[clause, kind]:
                    sure[clause, kind] = 0
            if certainty < 2:
                firm[kind, subject] = 1
        yield dict(writer=note["writer"], pieces=note["pieces"], marks=note["marks"], owners=note["owners"], size=size,
                   kinds=kinds, sure=numpy.maximum(sure, kinds), subjects=subjects, certainties=certainties, firm=firm)


def joined(one, other):
    """Two short notes as one: people tell two things in one breath."""
    note, shift = dict(one), one["size"]
    for key in ("pieces", "marks"):
        note[key] = one[key][:-1] + other[key][1:]
    note["owners"] = one["owners"][:-1] + [o + shift if o >= 0 else -1 for o in other["owners"][1:]]
    note["size"] = one["size"] + other["size"]
    for key in ("kinds", "sure", "subjects", "certainties"):
        note[key] = numpy.concatenate([one[key], other[key]])
    note["firm"] = numpy.maximum(one["firm"], other["firm"])
    return note


def batch(notes, mask=None):
    length, clauses = max(len(n["pieces"]) for n in notes), max(n["size"] for n in notes)
    pieces, marks = (numpy.zeros((len(notes), length), int) for _ in range(2))
    owners = -numpy.ones((len(notes), length), int)
    kinds, sure, there = (numpy.zeros((len(notes), clauses, len(KINDS)), numpy.float32) for _ in range(3))
    subjects, certainties = (-numpy.ones((len(notes), clauses, len(KINDS)), int) for _ in range(2))
    for i, n in enumerate(notes):
        p, m, size = numpy.array(n["pieces"]), numpy.array(n["marks"]), n["size"]
        if mask is not None:
            hidden = (numpy.random.rand(len(p)) < 0.08) & (numpy.array(n["owners"]) >= 0)
            p, m = numpy.where(hidden, mask, p), numpy.where(numpy.random.rand(len(p)) < 0.2, 0, m)
        pieces[i, :len(p)], marks[i, :len(p)], owners[i, :len(p)] = p, m, n["owners"]
        kinds[i, :size], sure[i, :size], there[i, :size] = n["kinds"], n["sure"], 1
        subjects[i, :size], certainties[i, :size] = n["subjects"], n["certainties"]
    firm = numpy.stack([n["firm"] for n in notes])
    return [torch.tensor(x) for x in (pieces, marks, owners, numpy.arange(clauses), kinds, sure * there, there,
                                      subjects, certainties, firm)]


def told(kind, subject, certainty, there):
    """How likely each clause tells a firm signal of each kind and subject."""
    firm = torch.softmax(certainty, -1)[..., :2].sum(-1)
    return (torch.sigmoid(kind) * there * firm)[..., None] * torch.softmax(subject, -1)


def loss(model, data):
    pieces, marks, owners, clauses, kinds, sure, there, subjects, certainties, firm = data
    kind, subject, certainty = model(pieces, marks, owners, clauses)
    size = pieces.shape[0]
    total = (F.binary_cross_entropy_with_logits(kind, kinds, reduction="none", pos_weight=torch.tensor(2.0)) * sure).sum() / size
    right = kinds > 0
    if right.any():
        total = total + 0.5 * F.cross_entropy(subject[right], subjects[right], reduction="sum") / size
        total = total + 0.5 * F.cross_entropy(certainty[right], certainties[right], reduction="sum") / size
    # What counts in the end is the note: each (kind, subject) that any of its clauses tells firmly.
    note = 1 - torch.prod(1 - told(kind, subject, certainty, there).clamp(max=1 - 1e-6), 1)
    return total + F.binary_cross_entropy(note.clamp(1e-6, 1 - 1e-6), firm, reduction="sum") / size


def judged(model, notes):
    model.eval()
    out = []
    with torch.no_grad():
        for note in notes:
            data = batch([note])
            out.append(told(*model(*data[:4]), data[6])[0].amax(0).numpy())
    model.train()
    return numpy.stack(out)


def figures(name, model, notes):
    chances, right = judged(model, notes), numpy.stack([n["firm"] for n in notes]) > 0
    plain, best = ~right.any((1, 2)), (0,)
    for limit in numpy.arange(0.1, 0.8, 0.02):
        said = chances > limit
        hits = (said & right).sum()
        f1 = 2 * hits / (said.sum() + right.sum())
        if f1 > best[0]:
            best = (f1, limit, hits / said.sum(), hits / right.sum(), said[plain].any((1, 2)).mean())
    print(name, "F1 %.3f at %.2f precision %.3f recall %.3f false alarms %.3f" % best, flush=True)


def batches(notes, size):
    short = [n for n in notes if len(n["pieces"]) < 120]
    some = [joined(n, random.choice(short)) if len(n["pieces"]) < 150 and random.random() < 0.3 else n
            for n in random.sample(notes, len(notes))]
    made = []
    for i in range(0, len(some), size * 20):
        near = sorted(some[i:i + size * 20], key=lambda n: len(n["pieces"]))
        made += [near[k:k + size] for k in range(0, len(near), size)]
    random.shuffle(made)
    return made


def keep(model, path, pieces):
    from onnxruntime.quantization import QuantType, quantize_dynamic
    model.eval()
    whole = path + ".fp32"
    example = batch([pieces])
    torch.onnx.export(model, tuple(example[:4]), whole, input_names=["pieces", "marks", "owners", "clauses"],
                      output_names=["kinds", "subjects", "certainties"], opset_version=17, dynamo=False,
                      dynamic_axes={"pieces": {0: "batch", 1: "length"}, "marks": {0: "batch", 1: "length"},
                                    "owners": {0: "batch", 1: "length"}, "clauses": {0: "most"}})
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     op_types_to_quantize=["MatMul", "Gather", "Gemm"])
    os.remove(whole)
    kept = onnx.load(path)
    for key, value in (("kinds", KINDS), ("subjects", SUBJECTS), ("certainties", CERTAINTIES), ("marks", MARKS)):
        entry = kept.metadata_props.add()
        entry.key, entry.value = key, ",".join(value)
    onnx.save(kept, path)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("lessons")
    options.add_argument("lang")
    options.add_argument("base", help="ONNX file of a BERT")
    options.add_argument("kept", help="ONNX file to write")
    options.add_argument("--heads", type=int, required=True)
    options.add_argument("--layers", type=int, default=2)
    options.add_argument("--epochs", type=int, default=6)
    options.add_argument("--rate", type=float, default=1.5e-4)
    options.add_argument("--held", default="", help="writers that are only measured")
    options.add_argument("--tuned", default="", help="writers on whom thresholds and weights are tuned, not trained")
    options.add_argument("--start", default="", help="weights of an earlier training to go on from (.pt)")
    options.add_argument("--thrice", default="", help="writers whose notes count thrice, being few of their sort")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--seed", type=int, default=20261123)
    given = options.parse_args()
    print(given, flush=True)
    torch.set_num_threads(given.threads)
    for seed in (torch.manual_seed, random.seed, numpy.random.seed):
        seed(given.seed)
    notes = list(lessons(given.lessons, given.lang))
    held, tuned = set(given.held.split(",")), set(given.tuned.split(","))
    taught = [n for n in notes if n["writer"] not in held | tuned]
    taught += 2 * [n for n in taught if n["writer"] in set(given.thrice.split(","))]
    asked = [n for n in notes if n["writer"] in tuned]
    size = 16
    model = Encoder(given.base, given.layers, given.heads)
    if given.start:
        model.load_state_dict(torch.load(given.start))
    inherited = {id(p) for part in (model.words, model.places, model.norm, model.layers) for p in part.parameters()}
    groups = [{"params": [p for p in model.parameters() if id(p) in inherited]},
              {"params": [p for p in model.parameters() if id(p) not in inherited]}]
    steps = given.epochs * (len(taught) // size + 2)
    optimizer = torch.optim.AdamW(groups, lr=given.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [given.rate, given.rate * 7], total_steps=steps,
                                                   pct_start=0.1, anneal_strategy="linear")
    mean = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.98))
    print("taught by", len(taught), "notes, tuned on", len(asked), flush=True)
    begin = time.time()
    model.train()
    for epoch in range(given.epochs):
        sums = 0.0
        made = batches(taught, size)
        for some in made:
            for note in some:
                for key in ("pieces", "marks", "owners"):
                    note[key] = note[key][:512]
            value = loss(model, batch(some, MASK))
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            sums += value.item()
            if epoch >= given.epochs - 2:
                mean.update_parameters(model)
        print("epoch", epoch, "loss %.2f" % (sums / len(made)), "%d s" % (time.time() - begin), flush=True)
        if asked and (epoch >= 2 or given.start):
            figures("tuned", model, asked)
    if asked:
        figures("tuned, mean of the last steps", mean.module, asked)
    torch.save(mean.module.state_dict(), given.kept + ".pt")
    keep(mean.module, given.kept, taught[0])


if __name__ == "__main__":
    main()
