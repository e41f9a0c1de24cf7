"""Mixtures of scikit-learn 1.2.1 on made-up customers: python3 mixture_designs.py FOLDER OUT.

FOLDER has the tables that MixtureDesigns writes. Writes a line per table and form of covariance: table, covariance, the
adjusted Rand index of the best of ten starts and its mean log-likelihood, and the log-likelihood of a single start.
"""
import glob
import os
import sys
import warnings

import numpy
import sklearn
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture

assert sklearn.__version__ == "1.2.1", sklearn.__version__
warnings.simplefilter("ignore")

folder, out = sys.argv[1:]
with open(out, "w") as file:
    for path in sorted(glob.glob(os.path.join(folder, "*.csv"))):
        table = numpy.loadtxt(path, delimiter=",")
        truth, x = table[:, 0].astype(int), table[:, 1:]
        k = truth.max() + 1
        for form in ("full", "diag", "spherical"):
            best = GaussianMixture(k, covariance_type=form, n_init=10, max_iter=200, random_state=0).fit(x)
            single = GaussianMixture(k, covariance_type=form, max_iter=200, random_state=0).fit(x)
            ari = adjusted_rand_score(truth, best.predict(x))
            name = os.path.basename(path)[:-4]
            file.write("%s,%s,%.6f,%.9g,%.9g\n" % (name, form, ari, best.score(x), single.score(x)))
