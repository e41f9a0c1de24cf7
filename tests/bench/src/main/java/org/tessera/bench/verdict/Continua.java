package org.tessera.bench.verdict;

import java.util.Arrays;
import org.tessera.engine.run.RandomStream;

/** Customers without segments: every column and every dependence is gradual. */
final class Continua {

    private static final int COLUMNS = 10;

    private Continua() {}

    static void gaussian(Draw draw) {
        for (double[] z : draw.correlated(COLUMNS, 2)) {
            draw.number(z);
        }
    }

    static void lognormal(Draw draw) {
        for (double[] z : draw.correlated(COLUMNS, 2)) {
            draw.number(Arrays.stream(z).map(v -> Math.exp(3 + 0.9 * v)).toArray());
        }
    }

    /** Amounts of zero where propensity is low, which drives the amounts too; beside four plain numbers. */
    static void zeroInflated(Draw draw) {
        double[][] z = draw.correlated(COLUMNS, 2);
        for (int j = 0; j < COLUMNS; j++) {
            draw.number(j < 4 ? z[j] : amounts(draw, z[j], 0.4 + 0.05 * j));
        }
    }

    private static double[] amounts(Draw draw, double[] z, double zeros) {
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        double limit = sorted[(int) (zeros * z.length)];
        RandomStream random = draw.random();
        return Arrays.stream(z)
                .map(v -> v < limit ? 0 : Math.exp(3 + 0.5 * v + 0.6 * random.nextGaussian()))
                .toArray();
    }

    static void ordinal(Draw draw) {
        double[][] z = draw.correlated(COLUMNS, 2);
        for (int j = 0; j < COLUMNS; j++) {
            if (j < 5) {
                draw.number(z[j]);
            } else {
                draw.category(draw.cut(z[j], j - 2), j - 2);
            }
        }
    }

    static void categories(Draw draw) {
        for (int j = 0; j < 8; j++) {
            int levels = 2 + j % 5;
            draw.category(draw.levels(levels), levels);
        }
    }

    /** A multivariate t distribution with 5 degrees of freedom. */
    static void heavyTails(Draw draw) {
        double[][] z = draw.correlated(COLUMNS, 2);
        for (int i = 0; i < draw.rows(); i++) {
            double scale = Math.sqrt(5 / (2 * draw.gamma(2.5)));
            for (double[] column : z) {
                column[i] *= scale;
            }
        }
        for (double[] column : z) {
            draw.number(column);
        }
    }

    /** Recency, frequency and value of customers who buy and drop out as in the BG/NBD model, for up to two years. */
    static void rfm(Draw draw) {
        int n = draw.rows();
        double[][] columns = new double[5][n];
        RandomStream random = draw.random();
        for (int i = 0; i < n; i++) {
            double rate = draw.gamma(0.8) / 8;
            double a = draw.gamma(0.8);
            double drop = a / (a + draw.gamma(2.5));
            double tenure = 20 + 80 * random.nextDouble();
            double last = 0;
            int orders = 1;
            for (double t = 0; t < tenure && random.nextDouble() > drop; orders++) {
                t -= Math.log(1 - random.nextDouble()) / rate;
                if (t >= tenure) {
                    break;
                }
                last = t;
            }
            double value = draw.gamma(6) * 15 / draw.gamma(4);
            columns[0][i] = tenure - last;
            columns[1][i] = orders;
            columns[2][i] = orders * value * Math.exp(0.2 * random.nextGaussian());
            columns[3][i] = tenure;
            columns[4][i] = value;
        }
        draw.number(columns[0])
                .whole(columns[1])
                .number(columns[2])
                .number(columns[3])
                .number(columns[4]);
    }

    static void likert(Draw draw) {
        for (double[] z : draw.correlated(12, 2)) {
            draw.whole(draw.marks(z, 5));
        }
    }

    /** Categories chosen by utilities that depend gradually on two factors. */
    static void nominal(Draw draw) {
        int n = draw.rows();
        double[][] factors = {draw.normal(), draw.normal()};
        RandomStream random = draw.random();
        for (int j = 0; j < 7; j++) {
            int levels = 3 + j % 3;
            double[][] loadings = new double[levels][2];
            for (double[] loading : loadings) {
                loading[0] = random.nextGaussian();
                loading[1] = random.nextGaussian();
            }
            int[] codes = new int[n];
            for (int i = 0; i < n; i++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int l = 0; l < levels; l++) {
                    double utility = loadings[l][0] * factors[0][i]
                            + loadings[l][1] * factors[1][i]
                            - Math.log(-Math.log(random.nextDouble()));
                    if (utility > best) {
                        best = utility;
                        codes[i] = l;
                    }
                }
            }
            draw.category(codes, levels);
        }
        draw.number(factors[0]);
    }

    /** The spread of all columns depends on the first. */
    static void funnel(Draw draw) {
        double[] first = draw.normal();
        draw.number(first);
        for (int j = 1; j < COLUMNS; j++) {
            double[] z = draw.normal();
            for (int i = 0; i < z.length; i++) {
                z[i] *= Math.exp(0.6 * first[i]);
            }
            draw.number(z);
        }
    }

    /** Four amounts, their sum, their shares and ratios. */
    static void derived(Draw draw) {
        double[][] z = draw.correlated(4, 1);
        int n = draw.rows();
        double[] sum = new double[n];
        for (double[] column : z) {
            for (int i = 0; i < n; i++) {
                column[i] = Math.exp(3 + 0.7 * column[i]);
                sum[i] += column[i];
            }
            draw.number(column);
        }
        draw.number(sum);
        for (int j = 0; j < 2; j++) {
            double[] share = new double[n];
            for (int i = 0; i < n; i++) {
                share[i] = z[j][i] / sum[i];
            }
            draw.number(share);
        }
        double[] ratio = new double[n];
        for (int i = 0; i < n; i++) {
            ratio[i] = z[2][i] / z[3][i];
        }
        draw.number(ratio);
    }

    /** Customers on a curved surface of two dimensions, with noise; the wave of the first position has two hills. */
    static void manifold(Draw draw) {
        double[] u = draw.normal();
        double[] v = draw.normal();
        RandomStream random = draw.random();
        double[][] x = new double[8][u.length];
        for (int i = 0; i < u.length; i++) {
            double[] surface = {
                u[i], v[i], u[i] * u[i] / 1.4, u[i] * v[i], 1.4 * Math.sin(2 * u[i]), 2 * Math.cos(v[i]), u[i] + v[i], 0
            };
            for (int j = 0; j < x.length; j++) {
                x[j][i] = surface[j] + (j < 7 ? 0.3 : 1) * random.nextGaussian();
            }
        }
        for (double[] column : x) {
            draw.number(column);
        }
    }

    static void uniform(Draw draw) {
        for (int j = 0; j < 8; j++) {
            draw.number(draw.uniform(0, 100));
        }
    }

    /** Counts of purchases by category, with a common level of activity, beside numbers that are partly missing. */
    static void counts(Draw draw) {
        int n = draw.rows();
        double[][] z = draw.correlated(10, 1);
        for (int j = 0; j < 6; j++) {
            double[] counts = new double[n];
            for (int i = 0; i < n; i++) {
                double mean = Math.exp(0.6 + 0.25 * j + 0.6 * z[j][i]) * draw.gamma(3) / 3;
                counts[i] = poisson(draw.random(), mean);
            }
            draw.whole(counts);
        }
        for (int j = 6; j < 10; j++) {
            draw.number(draw.withMissing(z[j], 0.04 * (j - 4)));
        }
    }

    static int poisson(RandomStream random, double mean) {
        int count = -1;
        for (double t = 0; t < mean; count++) {
            t -= Math.log(1 - random.nextDouble());
        }
        return Math.max(0, count);
    }

    /** Amounts with zeros, marks, nominal categories and flags behind which there are two factors. */
    static void mixed(Draw draw) {
        double[][] z = draw.correlated(12, 2);
        for (int j = 0; j < 4; j++) {
            draw.number(amounts(draw, z[j], 0.4));
        }
        for (int j = 4; j < 7; j++) {
            draw.whole(draw.marks(z[j], 5));
        }
        draw.category(draw.cut(z[7], 4), 4).category(draw.cut(z[8], 6), 6);
        draw.category(flag(z[9], -1.7), 2).category(flag(z[10], 0.2), 2);
        draw.number(draw.withMissing(Arrays.stream(z[11]).map(Math::exp).toArray(), 0.08));
    }

    private static int[] flag(double[] z, double limit) {
        return Arrays.stream(z).mapToInt(v -> v < limit ? 1 : 0).toArray();
    }

    /** A region that shifts three numbers a little, beside four others. */
    static void regions(Draw draw) {
        int[] region = draw.levels(5);
        double[][] z = draw.correlated(7, 1);
        for (int j = 0; j < 7; j++) {
            for (int i = 0; i < region.length && j < 3; i++) {
                z[j][i] += 0.4 * (region[i] * (j + 1) % 5 - 2);
            }
            draw.number(z[j]);
        }
        draw.category(region, 5);
    }

    /** Forty columns: skewed amounts, counts, marks and categories, some with missing values. */
    static void wide(Draw draw) {
        double[][] z = draw.correlated(40, 4);
        for (int j = 0; j < 40; j++) {
            if (j < 14) {
                draw.number(draw.withMissing(
                        Arrays.stream(z[j]).map(v -> Math.exp(0.8 * v)).toArray(), j % 3 == 0 ? 0.1 : 0));
            } else if (j < 18) {
                draw.number(amounts(draw, z[j], 0.5));
            } else if (j < 24) {
                draw.whole(draw.marks(z[j], 7));
            } else if (j < 32) {
                draw.number(z[j]);
            } else {
                draw.category(draw.cut(z[j], 2 + j % 4), 2 + j % 4);
            }
        }
    }
}
