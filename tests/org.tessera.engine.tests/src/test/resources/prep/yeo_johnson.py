# Makes yeo_johnson.csv beside it: python3 yeo_johnson.py (scikit-learn 1.2.1, scipy 1.10.1, numpy 1.24.2, mpmath 1.2.1).
# "lambda" lines: name, lambda of PowerTransformer, the column. "exact" lines: columns for which PowerTransformer
# overflows or loses its digits; lambda is the root of the likelihood's derivative in 60 digits.
# "values" lines: lambda, then numbers and what PowerTransformer makes of them, alternately.
import os
import warnings
import mpmath
import numpy as np
from sklearn.preprocessing import PowerTransformer

HERE = os.path.dirname(os.path.abspath(__file__))
warnings.filterwarnings('ignore')
mpmath.mp.dps = 60
random = np.random.RandomState(20261201)
N = 120
COLUMNS = {
    'lognormal': np.exp(random.normal(3, 1.5, N)),
    'gamma': random.gamma(.7, 30, N),
    'left-skewed': 100 - random.gamma(1, 12, N),
    'both signs': random.gamma(1, 5, N) - 4,
    'debts': -np.exp(random.normal(5, 1, N)),
    'nine in ten are 0': np.where(np.arange(N) % 10 > 0, 0, np.round(random.gamma(2, 1500, N))),
    'all but six are 0': np.where(np.arange(N) % 20 > 0, 0, np.round(random.gamma(2, 1500, N))),
    'counts': random.poisson(.6, N).astype(float),
    'heavy tails': random.standard_cauchy(N),
    'around 1': np.exp(random.normal(0, 1, N)),
    'shares': random.beta(.5, 8, N),
    'missing': np.where(np.arange(N) % 7 > 0, random.gamma(.5, 10, N), np.nan),
    'outlier': np.where(np.arange(N) > 0, random.normal(50, 5, N), 1e6),
}
EXACT = {
    'salaries': 30000 + np.exp(random.normal(9, 1, N)),
    'tiny': 1e-9 * random.gamma(1, 1, N),
    'huge': np.exp(random.normal(100, 20, N)),
    'losses': -1e-7 * random.gamma(.6, 1, N),
}


def slope(x):
    logs = [mpmath.log1p(mpmath.mpf(abs(v))) for v in x]

    def derivative(l):
        y, dy = [], []
        for v, u in zip(x, logs):
            e = l if v >= 0 else 2 - l
            power = mpmath.expm1(e * u) / e
            y.append(power if v >= 0 else -power)
            dy.append((u * mpmath.exp(e * u) - power) / e)
        n, my, md = len(x), mpmath.fsum(y) / len(x), mpmath.fsum(dy) / len(x)
        variance = mpmath.fsum((a - my) ** 2 for a in y)
        covariance = mpmath.fsum((a - my) * (b - md) for a, b in zip(y, dy))
        return mpmath.fsum(u if v >= 0 else -u for v, u in zip(x, logs)) - n * covariance / variance
    return derivative


START = {'salaries': (-3, -1.7), 'tiny': (-4e9, -1e8), 'huge': (-.1, .1), 'losses': (1e6, 4e7)}
with open(os.path.join(HERE, 'yeo_johnson.csv'), 'w', encoding='utf-8', newline='\n') as out:
    def line(*cells):
        out.write(';'.join(c if isinstance(c, str) else repr(float(c)) for c in cells) + '\n')

    for name, x in COLUMNS.items():
        line('lambda', name, PowerTransformer(standardize=False).fit(x.reshape(-1, 1)).lambdas_[0], *x)
    for name, x in EXACT.items():
        line('exact', name, mpmath.findroot(slope(x), START[name], solver='anderson', tol=1e-30), *x)
    transformer = PowerTransformer()
    x = np.array([0, 1e-3, .5, 1, 7, 300, 1e5, 1e12, -1e-3, -.5, -1, -7, -300, -1e5])
    for l in [-2.5, -1, -1e-3, 0, 1e-3, .5, 1, 1.7, 1.999, 2, 2.001, 3]:
        line('values', l, *np.column_stack([x, transformer._yeo_johnson_transform(x, l)]).ravel())
