package org.tessera.bench.verdict;

import org.tessera.engine.run.RandomStream;

/** Customers without segments in whose columns one is the bound, the scale or the denominator of others. */
final class Dependent {

    private Dependent() {}

    /** Card customers: what is used is at most the limit, what is paid at most what is used, returns at most purchases. */
    static void limits(Draw draw) {
        int n = draw.rows();
        double[][] z = draw.correlated(3, 1);
        double[][] columns = new double[6][n];
        RandomStream random = draw.random();
        for (int i = 0; i < n; i++) {
            columns[0][i] = Math.exp(8 + 0.7 * z[0][i]);
            columns[1][i] = columns[0][i] * beta(draw, 1.5, 0.8);
            columns[2][i] = random.nextDouble() < 0.25 ? columns[1][i] : columns[1][i] * beta(draw, 0.8, 1.5);
            columns[3][i] = Math.exp(5 + 0.8 * z[1][i]);
            columns[4][i] = random.nextDouble() < 0.4 ? 0 : columns[3][i] * beta(draw, 0.6, 3);
            columns[5][i] = 40 + 12 * z[2][i];
        }
        for (double[] column : columns) {
            draw.number(column);
        }
    }

    /** Days since registration, first and last order and last visit, of which each is at most the one before. */
    static void dates(Draw draw) {
        int n = draw.rows();
        double[][] columns = new double[5][n];
        RandomStream random = draw.random();
        for (int i = 0; i < n; i++) {
            double registered = 30 + 970 * random.nextDouble();
            double first = registered * (1 - 0.5 * random.nextDouble() * random.nextDouble());
            double activity = draw.gamma(1.2);
            int orders = 1;
            double last = first;
            for (double t = first; orders < 200; orders++) {
                t += 100 / activity * Math.log(1 - random.nextDouble());
                if (t < 0) {
                    break;
                }
                last = t;
            }
            columns[0][i] = Math.rint(registered);
            columns[1][i] = Math.rint(first);
            columns[2][i] = Math.rint(last);
            columns[3][i] = Math.rint(last * random.nextDouble());
            columns[4][i] = orders;
        }
        for (double[] column : columns) {
            draw.whole(column);
        }
    }

    /** A level of activity drives the means of eight numbers and, even more, their spread. */
    static void spreads(Draw draw) {
        int n = draw.rows();
        double[] level = draw.normal();
        for (int j = 0; j < 8; j++) {
            double[] column = draw.normal();
            double slope = 0.2 * j;
            for (int i = 0; i < n; i++) {
                column[i] = slope * level[i] + Math.exp(0.5 * level[i]) * column[i];
            }
            draw.number(column);
        }
    }

    /** Rates and means of few cases: opened of sent mails, returns of orders, revenue per order, items per order. */
    static void rates(Draw draw) {
        int n = draw.rows();
        double[][] z = draw.correlated(5, 1);
        double[][] columns = new double[6][n];
        RandomStream random = draw.random();
        for (int i = 0; i < n; i++) {
            int orders = 1 + Continua.poisson(random, Math.exp(0.8 + 0.8 * z[0][i]));
            int mails = 5 + Continua.poisson(random, Math.exp(2.5 + 0.6 * z[1][i]));
            columns[0][i] = orders;
            columns[1][i] = mails;
            columns[2][i] = share(random, mails, z[2][i] - 0.5);
            columns[3][i] = share(random, orders, z[3][i] - 1.5);
            double revenue = 0;
            double items = 0;
            for (int o = 0; o < orders; o++) {
                int bought = 1 + Continua.poisson(random, 1.5 * Math.exp(0.3 * z[4][i]));
                items += bought;
                revenue += bought * Math.exp(2.5 + 0.4 * z[4][i] + 0.5 * random.nextGaussian());
            }
            columns[4][i] = revenue / orders;
            columns[5][i] = items / orders;
        }
        for (double[] column : columns) {
            draw.number(column);
        }
    }

    /** The share of cases that happen, with a probability of the given logit. */
    private static double share(RandomStream random, int cases, double logit) {
        int happened = 0;
        for (int c = 0; c < cases; c++) {
            happened += random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
        }
        return (double) happened / cases;
    }

    private static double beta(Draw draw, double a, double b) {
        double first = draw.gamma(a);
        return first / (first + draw.gamma(b));
    }
}
