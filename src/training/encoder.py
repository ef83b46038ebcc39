"""The encoder of notes: a small BERT whose words know the vocabulary's marks, and heads that judge clause by clause."""
import onnx
import onnx.numpy_helper
import torch
import torch.nn as nn
import torch.nn.functional as F

KINDS = ["complaint", "praise", "live-fault", "service-withdrawal", "expansion", "business-idea", "tender",
         "standard-work", "support", "objection", "blocked-execution", "access-refused", "staff-change",
         "competitor-move", "negative-event"]
SUBJECTS = ["us", "competitor", "operator", "unknown"]
CERTAINTIES = ["stated", "hearsay", "possible", "denied", "past"]
MARKS = ["party us", "party competitor", "party operator", "cue NEGATION_NEAR", "cue NEGATION_FAR",
         "cue NEGATION_AFTER", "cue POSSIBLE", "cue CONDITION", "cue HEARSAY", "cue FORMERLY", "cue SOLVED",
         "cue STILL", "cue CANCELLED", "cue QUESTION", "cue ELSEWHERE", "cue PRETEND", "cue HARMLESS",
         "cue REBUTTED", "topic"] + ["sign " + kind for kind in KINDS]


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, 1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, 1e-12)

    def forward(self, x, mask):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        dropped = 0.1 if self.training else 0.0
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=dropped)
        y = self.out(y.transpose(1, 2).reshape(batch, length, width))
        x = self.norm1(x + F.dropout(y, dropped, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, dropped, self.training))


def bert(path, layers, heads):
    """Word, place and norm weights and the first layers of an ONNX export of BERT."""
    graph = onnx.load(path).graph
    weights = {t.name: torch.tensor(onnx.numpy_helper.to_array(t).copy()) for t in graph.initializer}
    dense = [weights[i] for node in graph.node if node.op_type == "MatMul" for i in node.input if i in weights]
    words = weights["embeddings.word_embeddings.weight"]
    width, inner = words.shape[1], dense[4].shape[1]
    made = []
    for number in range(layers):
        layer, name = Layer(width, inner, heads), f"encoder.layer.{number}."
        six = dense[6 * number:6 * number + 6]
        layer.qkv.weight.data = torch.cat([w.t() for w in six[:3]])
        layer.qkv.bias.data = torch.cat([weights[f"{name}attention.self.{part}.bias"] for part in ("query", "key", "value")])
        for part, weight, bias in ((layer.out, six[3], "attention.output.dense"), (layer.up, six[4], "intermediate.dense"),
                                   (layer.down, six[5], "output.dense")):
            part.weight.data = weight.t().contiguous()
            part.bias.data = weights[f"{name}{bias}.bias"]
        for norm, of in ((layer.norm1, "attention.output"), (layer.norm2, "output")):
            norm.weight.data = weights[f"{name}{of}.LayerNorm.weight"]
            norm.bias.data = weights[f"{name}{of}.LayerNorm.bias"]
        made.append(layer)
    return weights, words, made


class Encoder(nn.Module):
    """Judges each clause of a note: kinds (log-odds), and for each kind subject and certainty (shares)."""

    def __init__(self, path, layers, heads):
        super().__init__()
        weights, words, made = bert(path, layers, heads)
        width = words.shape[1]
        self.words = nn.Embedding.from_pretrained(words, freeze=False)
        places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        self.places = nn.Embedding.from_pretrained(places, freeze=False)
        self.marks = nn.Embedding(len(MARKS) + 1, width)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(width, 1e-12)
        self.norm.weight.data = weights["embeddings.LayerNorm.weight"]
        self.norm.bias.data = weights["embeddings.LayerNorm.bias"]
        self.layers = nn.ModuleList(made)
        kinds = len(KINDS)
        self.look = nn.Linear(width, kinds)
        nn.init.zeros_(self.look.weight)
        self.bias = nn.Parameter(torch.full((kinds,), -3.0))
        self.of_words = nn.Linear(width, kinds * 10, bias=False)
        self.of_clause = nn.Linear(2 * width, kinds * 10)
        for head in (self.of_words, self.of_clause):
            nn.init.normal_(head.weight, std=0.02)

    def forward(self, pieces, marks, owners, clauses):
        """pieces, marks, owners: batch x length; clauses: 0, 1, … up to the most clauses of a note."""
        batch, length = pieces.shape
        present = (pieces > 0)
        x = self.norm(self.words(pieces) + self.places.weight[:length] + self.marks(marks))
        x = F.dropout(x, 0.1, self.training)
        for layer in self.layers:
            x = layer(x, present[:, None, None, :])
        dropped = F.dropout(x, 0.2, self.training)
        owned = (owners[:, :, None] == clauses[None, None, :]).float()
        share = owned / owned.sum(1, keepdim=True).clamp(min=1)
        mean = torch.matmul(share.transpose(1, 2), dropped)
        whole = dropped[:, :1].expand(-1, mean.shape[1], -1)
        kinds = len(KINDS)
        # Each kind looks at the words that speak for it: a softmax over the words of the clause.
        weight = torch.exp(self.look(x).clamp(-8, 8))
        told = (self.of_words(dropped).view(batch, length, kinds, 10) * weight[..., None]).reshape(batch, length, -1)
        told = torch.matmul(owned.transpose(1, 2), told).view(batch, -1, kinds, 10)
        told = told / torch.matmul(owned.transpose(1, 2), weight).clamp(min=1e-6)[..., None]
        told = told + self.of_clause(torch.cat([mean, whole], -1)).view(batch, -1, kinds, 10)
        return told[..., 0] + self.bias, told[..., 1:5], told[..., 5:10]
