# Makes train.csv, new.csv and expected.csv beside it: python3 oracle.py (scikit-learn 1.2.1, scipy 1.10.1, numpy 1.24.2).
import os
import warnings
import numpy as np
from scipy.stats import skew
from sklearn.impute import MissingIndicator, SimpleImputer
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, OrdinalEncoder, RobustScaler, StandardScaler

HERE = os.path.dirname(os.path.abspath(__file__))
warnings.filterwarnings('ignore', message='Found unknown categories')
N, NEW = 45, 15
NUMBERS = ['age', 'revenue', 'offset', 'tiny', 'huge', 'flag', 'single', 'complete']
TEXTS = ['city', 'plan', 'rating']
random = np.random.RandomState(20261127)


def draw(n, new):
    numbers = {
        'age': np.round(random.normal(45, 12, n)),
        'revenue': np.exp(random.normal(3, 1.5, n)),
        'offset': 1e5 + random.normal(0, 40, n),
        'tiny': 1e-12 * random.normal(3, 1, n),
        'huge': 1e150 * random.uniform(-1, 1, n),
        'flag': (random.uniform(size=n) < 0.3).astype(float),
        'single': np.full(n, 4.0),
        'complete': random.gamma(2, 30, n),
    }
    for name, share in [('age', 0.2), ('revenue', 0.1), ('flag', 0.1), ('single', 0.3)]:
        numbers[name][random.uniform(size=n) < share] = np.nan
    if new:
        numbers['complete'][:2] = np.nan
        numbers['age'][3] = 140
    cities = ['Oslo', 'oslo', 'Zürich', 'Århus', 'New York', 'x', 'y', 'z']
    texts = {
        'city': random.choice(cities, n, p=[.3, .1, .2, .15, .13, .04, .04, .04]).astype(object),
        'plan': random.choice(['basic', 'plus', 'pro'], n, p=[.6, .3, .1]).astype(object),
        'rating': random.choice(['1', '2', '3', '10'], n, p=[.4, .3, .2, .1]).astype(object),
    }
    texts['plan'][random.uniform(size=n) < 0.15] = None
    if new:
        texts['city'][:2] = 'Rome'
        texts['plan'][2] = 'gold'
        texts['rating'][3:5] = '7'
    return numbers, texts


def write(file, numbers, texts, n):
    with open(os.path.join(HERE, file), 'w', encoding='utf-8', newline='\n') as out:
        out.write(';'.join(NUMBERS + TEXTS) + '\n')
        for i in range(n):
            cells = ['' if np.isnan(numbers[c][i]) else '%.17g' % numbers[c][i] for c in NUMBERS]
            out.write(';'.join(cells + [texts[c][i] or '' for c in TEXTS]) + '\n')


def both(transformer, x, y):
    return np.asarray(transformer.fit_transform(x), float), np.asarray(transformer.transform(y), float)


SCALERS = {'z': StandardScaler, 'min-max': MinMaxScaler, 'robust': RobustScaler, 'prepared': None}
lines = []


def keep(case, scaling, name, x, y):
    if SCALERS[scaling]:
        x, y = both(SCALERS[scaling](), x, y)
    values = [repr(float(v)) for v in np.concatenate([x.ravel(), y.ravel()])]
    lines.append(';'.join([case, scaling, name] + values))


old, oldTexts = draw(N, False)
new, newTexts = draw(NEW, True)
write('train.csv', old, oldTexts, N)
write('new.csv', new, newTexts, NEW)
column = lambda values: values.reshape(-1, 1)
IMPUTERS = {'MEAN': SimpleImputer(strategy='mean'), 'MEDIAN': SimpleImputer(strategy='median'),
            'CONSTANT': SimpleImputer(strategy='constant', fill_value=0.25)}
for scaling in SCALERS:
    for case, imputer in IMPUTERS.items():
        for name in NUMBERS:
            x, y = both(imputer, column(old[name]), column(new[name]))
            if len(np.unique(x)) > 1 or np.isnan(old[name]).any():
                keep(case, scaling, name, x, y)
            if np.isnan(old[name]).any():
                x, y = both(MissingIndicator(features='all'), column(old[name]), column(new[name]))
                keep(case, scaling, name + ' missing', x, y)
    for name in ['age', 'revenue', 'complete']:
        x, y = both(IMPUTERS['MEDIAN'], column(old[name]), column(new[name]))
        skewed = skew(old[name], nan_policy='omit') > 1
        keep('LOG', scaling, name, np.log1p(x) if skewed else x, np.log1p(y) if skewed else y)
    ENCODERS = {
        'ONE_HOT': OneHotEncoder(handle_unknown='ignore', sparse_output=False),
        'DROP_FIRST': OneHotEncoder(handle_unknown='ignore', drop='first', sparse_output=False),
        'RARE': OneHotEncoder(handle_unknown='infrequent_if_exist', min_frequency=0.1, sparse_output=False),
        'LIMIT': OneHotEncoder(handle_unknown='infrequent_if_exist', max_categories=4, sparse_output=False),
        'ORDINAL': OrdinalEncoder(handle_unknown='use_encoded_value', unknown_value=-1),
    }
    FILLS = {'MOST_FREQUENT': SimpleImputer(missing_values=None, strategy='most_frequent'),
             'OWN_CATEGORY': SimpleImputer(missing_values=None, strategy='constant', fill_value='(missing)')}
    for case, encoder in ENCODERS.items():
        for fill, imputer in FILLS.items():
            for name in TEXTS:
                if (case in ('RARE', 'LIMIT') and name != 'city') or (scaling != 'prepared' and case != 'ONE_HOT'):
                    continue
                x = imputer.fit_transform(column(oldTexts[name])).astype(object)
                y = imputer.transform(column(newTexts[name])).astype(object)
                # Numbers sort by size, and missing is last in Tessera: '~' sorts there.
                x, y = (x.astype(int), y.astype(int)) if name == 'rating' else \
                    (np.where(x == '(missing)', '~', x), np.where(y == '(missing)', '~', y))
                x, y = both(encoder, x, y)
                features = [name] if case == 'ORDINAL' else encoder.get_feature_names_out([name])
                for j, feature in enumerate(features):
                    feature = feature.replace(name + '_', name + '=')
                    feature = feature.replace('infrequent_sklearn', '(other)').replace('~', '(missing)')
                    keep(case + ' ' + fill, scaling, feature, column(x[:, j]), column(y[:, j]))
with open(os.path.join(HERE, 'expected.csv'), 'w', encoding='utf-8', newline='\n') as out:
    out.write('\n'.join(lines) + '\n')
