"""Mixtures of scikit-learn 1.2.1 from the segments of its k-means: python3 mixture_oracle.py FEATURES LABELS COLUMN OUT.

FEATURES and LABELS are tables with a header, such as ../reference/credit_Z.csv.gz and credit_labels.csv.gz; COLUMN names
the labels to start from. Writes a line per covariance and parameter: covariance, parameter, iterations, values.
"""
import csv
import gzip
import sys
import warnings

import numpy
import sklearn
from sklearn.mixture import GaussianMixture

assert sklearn.__version__ == "1.2.1", sklearn.__version__


def table(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
        return list(csv.reader(file))


features, labels, column, out = sys.argv[1:]
x = numpy.array(table(features)[1:], float)
names, *rows = table(labels)
start = numpy.array([row[names.index(column)] for row in rows], int)
k = start.max() + 1


class FromSegments(GaussianMixture):
    """Starts from the M step of segments instead of those of its own k-means."""

    def _initialize_parameters(self, x, random_state):
        self._initialize(x, numpy.eye(k)[start])


lines = []
for form in ("full", "diag", "tied", "spherical"):
    mixture = FromSegments(k, covariance_type=form, tol=1e-13, reg_covar=1e-6, max_iter=3000)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where rounding alone changes the likelihood by more, it ends after all iterations
        mixture.fit(x)
    order = numpy.argsort(-mixture.weights_)
    covariances = mixture.covariances_ if form == "tied" else mixture.covariances_[order]
    for name, values in (
        ("likelihood", [mixture.score(x)]),
        ("weights", mixture.weights_[order]),
        ("means", mixture.means_[order]),
        ("covariances", covariances),
    ):
        numbers = ["%.15g" % value for value in numpy.asarray(values).ravel()]
        lines.append(",".join([form, name, str(mixture.n_iter_)] + numbers))
with open(out, "w") as file:
    file.write("\n".join(lines) + "\n")
