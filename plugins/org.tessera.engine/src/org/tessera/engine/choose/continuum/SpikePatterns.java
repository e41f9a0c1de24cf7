package org.tessera.engine.choose.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which rows have the value of which spike; rows with the same spikes share a pattern. */
final class SpikePatterns {

    /** Rows of a pattern that is frequent enough for distributions and correlations of its own. */
    static final int FREQUENT = 100;

    private final int[] patternOf;
    private final List<BitSet> patterns = new ArrayList<>();
    private final int spikes;

    /**
     * @param rows number of rows
     * @param spikes per spike whether a row has its value
     */
    SpikePatterns(int rows, List<boolean[]> spikes) {
        this.spikes = spikes.size();
        patternOf = new int[rows];
        Map<BitSet, Integer> numbers = new HashMap<>();
        for (int i = 0; i < rows; i++) {
            BitSet pattern = new BitSet();
            for (int s = 0; s < spikes.size(); s++) {
                pattern.set(s, spikes.get(s)[i]);
            }
            patternOf[i] = numbers.computeIfAbsent(pattern, p -> {
                patterns.add(p);
                return patterns.size() - 1;
            });
        }
    }

    /** The number of spikes. */
    int spikes() {
        return spikes;
    }

    /** The number of different patterns. */
    int count() {
        return patterns.size();
    }

    /** The pattern of a row. */
    int of(int row) {
        return patternOf[row];
    }

    /** A pattern as regressors: 1, then 1 or 0 per spike. */
    double[] regressors(int pattern) {
        double[] regressors = new double[spikes + 1];
        regressors[0] = 1;
        for (int s = 0; s < spikes; s++) {
            regressors[s + 1] = patterns.get(pattern).get(s) ? 1 : 0;
        }
        return regressors;
    }

    /** The rows of each pattern, ascending. */
    int[][] rows() {
        int[][] rows = new int[patterns.size()][];
        int[] counts = new int[rows.length];
        for (int pattern : patternOf) {
            counts[pattern]++;
        }
        Arrays.setAll(rows, p -> new int[counts[p]]);
        for (int i = patternOf.length - 1; i >= 0; i--) {
            rows[patternOf[i]][--counts[patternOf[i]]] = i;
        }
        return rows;
    }

    /** The rows of each frequent pattern, and those of all others together. */
    List<int[]> groups() {
        int[][] rows = rows();
        List<int[]> groups = new ArrayList<>(
                Arrays.stream(rows).filter(r -> r.length >= FREQUENT).toList());
        groups.add(IntStream.range(0, patternOf.length)
                .filter(i -> rows[patternOf[i]].length < FREQUENT)
                .toArray());
        return groups;
    }
}
