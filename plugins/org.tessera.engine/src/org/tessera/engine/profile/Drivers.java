package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.profile.columns.DescribedColumns;

/**
 * Ranks the columns by how much they differ between segments, and finds those that say the same as a stronger one.
 * Columns of a strength of {@value #MIN_STRENGTH} and more are compared, with the {@value #MAX_COMPARED} strongest that
 * do not repeat another.
 */
final class Drivers {

    /** Largest number of columns that each is compared with. */
    private static final int MAX_COMPARED = 30;

    /** Smallest strength of a column that is compared. */
    private static final double MIN_STRENGTH = 0.1;

    private final ColumnAnalysis[] analyses;
    private final DescribedColumns described;
    private final SameColumns columns;
    private final SegmentCopies copies;

    Drivers(ColumnAnalysis[] analyses, DescribedColumns described, SameColumns columns, SegmentCopies copies) {
        this.analyses = analyses;
        this.described = described;
        this.columns = columns;
        this.copies = copies;
    }

    List<Driver> ranked() {
        List<Integer> order = IntStream.range(0, analyses.length)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -analyses[c].driver().strength()))
                .toList();
        List<Integer> told = new ArrayList<>();
        List<Driver> drivers = new ArrayList<>();
        for (int column : order) {
            String same = stronger(column, told);
            if (same.isEmpty() && told.size() < MAX_COMPARED) {
                told.add(column);
            }
            drivers.add(driver(column, drivers.size() + 1, same));
        }
        return drivers;
    }

    /** The name of the strongest column that says the same, or "". */
    private String stronger(int column, List<Integer> told) {
        return analyses[column].driver().strength() < MIN_STRENGTH
                ? ""
                : told.stream()
                        .filter(earlier -> same(earlier, column))
                        .findFirst()
                        .map(earlier -> analyses[earlier].driver().column())
                        .orElse("");
    }

    private boolean same(int earlier, int column) {
        return ofMissing(earlier) && ofMissing(column)
                ? columns.sameMissing(earlier, column)
                : columns.same(earlier, column);
    }

    private boolean ofMissing(int column) {
        return analyses[column].driver().measure().equals(Driver.CRAMERS_V_OF_MISSING);
    }

    private Driver driver(int column, int rank, String same) {
        Driver driver = analyses[column].driver();
        return new Driver(
                driver.column(),
                driver.measure(),
                driver.effect(),
                driver.strength(),
                driver.interval(),
                rank,
                described.role(driver.column()),
                described.separation(driver.column()),
                same,
                copies.told(column),
                copies.isNearly(column));
    }
}
