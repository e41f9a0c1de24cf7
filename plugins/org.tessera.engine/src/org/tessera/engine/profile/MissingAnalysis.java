package org.tessera.engine.profile;

import java.util.List;
import java.util.Optional;
import org.tessera.engine.profile.Fact.Kind;
import org.tessera.engine.profile.Fact.Source;

/**
 * Missing entries of a column by groups: whether they say something of a segment, and Cramér's V of missing or not as
 * the strength of their association with the segments. O(k).
 *
 * @param column the column's index
 * @param missing per group the number of customers without a value
 * @param grouping the groups
 */
record MissingAnalysis(int column, int[] missing, Grouping grouping) {

    /** From the numbers of customers with a value. */
    static MissingAnalysis of(int column, int[] values, Grouping grouping) {
        int[] missing = new int[values.length];
        for (int g = 0; g < missing.length; g++) {
            missing[g] = grouping.sizeOf(g) - values[g];
        }
        return new MissingAnalysis(column, missing, grouping);
    }

    private int all() {
        int all = 0;
        for (int group : missing) {
            all += group;
        }
        return all;
    }

    /** Share of a group's customers without a value, NaN for a group without a customer. */
    double share(int group) {
        int size = grouping.sizeOf(group);
        return size == 0 ? Double.NaN : (double) missing[group] / size;
    }

    /** Share of all customers without a value. */
    double overall() {
        return (double) all() / grouping.rows();
    }

    /** The interval of the effect of missing entries on a group. */
    Interval interval(int group) {
        return Interval.ofShare(missing[group], grouping.sizeOf(group), all(), grouping.rows());
    }

    /** What missing entries say of a group, if enough customers are behind it. */
    Optional<Fact> fact(int group, ColumnProfile profile) {
        int size = grouping.sizeOf(group);
        double effect = Fact.effect(share(group), overall());
        if (effect == 0 || !Fact.isOffered(missing[group], size, all(), grouping.rows())) {
            return Optional.empty();
        }
        Source source = new Source(column, Kind.MISSING, List.of());
        return Optional.of(new Fact(source, profile, List.of(), effect, share(group), overall(), size));
    }

    /** The numbers of customers per segment without and with a value. */
    private int[][] table() {
        int[][] table = new int[grouping.segments()][];
        for (int g = 0; g < table.length; g++) {
            table[g] = new int[] {missing[g], grouping.sizeOf(g) - missing[g]};
        }
        return table;
    }

    /**
     * The driver of the column by its values, or by missing or not where that is stronger and at least {@value Fact#MIN_SHARE}
     * of the customers have no value: a few of them would make it strong that are a segment of their own.
     */
    Driver strongest(Driver values) {
        double v = overall() >= Fact.MIN_SHARE ? Contingency.cramersV(table()) : 0;
        return v > values.strength() + 1e-12
                ? new Driver(values.column(), Driver.CRAMERS_V_OF_MISSING, v, v, Contingency.cramersVInterval(table()))
                : values;
    }
}
