"""The side of scikit-learn and scipy: runs one task on data that Tessera's harness has written.

    python3 side.py versions
    python3 side.py '{"algorithm": "kmeans", "n": 1000000, ...}'

Prints one line of JSON: the seconds of each repetition, figures of the result, the peak of memory beyond the data.
Arrays go to files beside `out`. Installs nothing: what is missing is named, and the exit status is 3.
"""
import importlib.util
import json
import os
import sys
import time
import warnings


def require(*modules):
    missing = [m for m in modules if importlib.util.find_spec(m) is None]
    if missing:
        sys.stderr.write(
            "%s has no %s: install scikit-learn, scipy and numpy for it (Debian: python3-sklearn), or name another"
            " interpreter with -Dpython=\n" % (sys.executable, ", ".join(missing)))
        sys.exit(3)


require("numpy", "scipy", "sklearn")

import numpy  # noqa: E402
import scipy  # noqa: E402
import sklearn  # noqa: E402


class Task:
    """One request, its data loaded."""

    def __init__(self, request):
        self.request = request
        self.n = request["n"]
        self.cores = request["cores"]
        columns = numpy.fromfile(request["data"], dtype="<f8").reshape(request["d"], self.n)
        self.x = numpy.ascontiguousarray(columns.T)
        self.labels = None
        if request.get("labels"):
            self.labels = numpy.fromfile(request["labels"], dtype="<i4")

    def jobs(self):
        """Threads of its own beside those of the BLAS are not always faster: both are tried."""
        return {"one job": 1, "all cores": self.cores}[self.request["variant"]]

    def first_centroids(self):
        """Rows in equal steps; the other sides take the same."""
        k = self.request["k"]
        return self.x[[c * (self.n // k) for c in range(k)]].copy()

    def write(self, name, array, kind):
        numpy.ascontiguousarray(array, dtype=kind).tofile(self.request["out"] + "." + name)


def silhouette(task):
    from sklearn.metrics import silhouette_score
    jobs = task.jobs()
    return lambda: silhouette_score(task.x, task.labels, n_jobs=jobs), lambda value: {"value": value}


def davies_bouldin(task):
    from sklearn.metrics import davies_bouldin_score
    return lambda: davies_bouldin_score(task.x, task.labels), lambda value: {"value": value}


def calinski_harabasz(task):
    from sklearn.metrics import calinski_harabasz_score
    return lambda: calinski_harabasz_score(task.x, task.labels), lambda value: {"value": value}


def hierarchy(task):
    from scipy.cluster.hierarchy import linkage

    def figures(tree):
        task.write("heights", tree[:, 2], "<f8")
        return {"top": tree[-1, 2]}

    return lambda: linkage(task.x, task.request["linkage"]), figures


def kmeans(task):
    from sklearn.cluster import KMeans
    r = task.request
    algorithm = KMeans(r["k"], init=task.first_centroids(), n_init=1, max_iter=r["iterations"], tol=0,
                       algorithm=r["variant"])

    def figures(model):
        task.write("labels", model.labels_, "<i4")
        return {"inertia": model.inertia_, "iterations": model.n_iter_}

    return lambda: algorithm.fit(task.x), figures


def restarts(task):
    from sklearn.cluster import KMeans
    r = task.request

    def run():
        return [KMeans(k, n_init=10, random_state=1, algorithm=r["variant"]).fit(task.x).inertia_
                for k in range(2, r["k"] + 1)]

    return run, lambda inertias: {"inertia %d" % (i + 2): value for i, value in enumerate(inertias)}


def dbscan(task):
    from sklearn.cluster import DBSCAN
    r = task.request
    algorithm = DBSCAN(eps=r["eps"], min_samples=r["minPoints"], n_jobs=task.jobs())

    def figures(model):
        core = numpy.zeros(task.n, dtype="u1")
        core[model.core_sample_indices_] = 1
        task.write("labels", model.labels_, "<i4")
        task.write("core", core, "u1")
        return {"segments": int(model.labels_.max()) + 1, "noise": int((model.labels_ < 0).sum())}

    return lambda: algorithm.fit(task.x), figures


def mixture(task):
    from sklearn.mixture import GaussianMixture
    r = task.request

    class FromLabels(GaussianMixture):
        """Starts from the planted groups, as Tessera's fitFrom does."""

        def _initialize_parameters(self, x, random_state):
            shares = numpy.zeros((x.shape[0], self.n_components))
            shares[numpy.arange(x.shape[0]), task.labels] = 1
            self._initialize(x, shares)

    algorithm = FromLabels(r["k"], covariance_type=r["variant"], tol=0, max_iter=r["iterations"], reg_covar=1e-6)

    def run():
        return algorithm.fit_predict(task.x)

    def figures(labels):
        task.write("labels", labels, "<i4")
        return {"log-likelihood": algorithm.score(task.x), "iterations": algorithm.n_iter_}

    return run, figures


def preprocessing(task):
    from sklearn.compose import ColumnTransformer
    from sklearn.impute import SimpleImputer
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler
    d, categories = task.request["d"], task.request["k"]
    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler(copy=False))
    levels = make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(sparse_output=False),
                           StandardScaler(copy=False))
    pipeline = ColumnTransformer([("numbers", numbers, list(range(d - categories))),
                                  ("categories", levels, list(range(d - categories, d)))])

    def figures(features):
        task.write("features", features[:1000], "<f8")
        return {"features": features.shape[1]}

    return lambda: pipeline.fit_transform(task.x), figures


def status(key):
    """A line of /proc/self/status in bytes."""
    with open("/proc/self/status", encoding="ascii") as lines:
        for line in lines:
            if line.startswith(key + ":"):
                return int(line.split()[1]) * 1024
    raise KeyError(key)


def reset_peak():
    with open("/proc/self/clear_refs", "w", encoding="ascii") as file:
        file.write("5")


def measure(request):
    task = Task(request)
    run, figures = globals()[request["algorithm"].replace("-", "_")](task)
    reset_peak()
    before = status("VmRSS")
    seconds = []
    peak = 0
    for repetition in range(request["repeats"]):
        start = time.perf_counter()
        result = run()
        seconds.append(time.perf_counter() - start)
        if repetition == 0:
            peak = status("VmHWM") - before
    values = {key: float(value) for key, value in figures(result).items()}
    return {"seconds": seconds, "values": values, "peak": peak}


def main():
    if sys.argv[1] == "versions":
        answer = {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__,
                  "sklearn": sklearn.__version__}
    else:
        warnings.simplefilter("ignore")
        answer = measure(json.loads(sys.argv[1]))
    print(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)  # without the time to free gigabytes


if __name__ == "__main__":
    main()
