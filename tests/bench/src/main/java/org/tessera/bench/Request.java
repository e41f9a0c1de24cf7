package org.tessera.bench;

/**
 * What a child process is asked to do, as the JSON of its only argument.
 *
 * @param algorithm name of the work, see {@link Works} and {@code side.py}
 * @param variant scikit-learn's name of a variant
 * @param linkage scipy's name of the linkage
 * @param n rows
 * @param d columns
 * @param k segments; for the restarts the most, for the preparation the number of categories
 * @param iterations iterations exactly
 * @param eps radius of DBSCAN
 * @param minPoints minimum points of DBSCAN
 * @param repeats how often in the same process
 * @param cores threads at most
 * @param data file with the matrix
 * @param labels file with a group per row
 * @param out beginning of the files for results
 */
record Request(
        String algorithm,
        String variant,
        String linkage,
        int n,
        int d,
        int k,
        int iterations,
        double eps,
        int minPoints,
        int repeats,
        int cores,
        String data,
        String labels,
        String out) {

    /** The same for one variant, with other repetitions and place for results. */
    Request with(String name, int times, String place) {
        return new Request(
                algorithm, name, linkage, n, d, k, iterations, eps, minPoints, times, cores, data, labels, place);
    }

    /** The same on a fraction of the rows. */
    Request smaller(int times) {
        return new Request(
                algorithm,
                variant,
                linkage,
                n / times,
                d,
                k,
                iterations,
                eps,
                minPoints,
                repeats,
                cores,
                data,
                labels,
                out);
    }
}
