package org.tessera.knime.profile;

import java.util.List;
import java.util.stream.Collectors;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.columns.ColumnRole;

/** Warnings about columns that should not be read as reasons for the segments. */
final class DriverTexts {

    /** Largest number of columns named in a warning. */
    private static final int MAX_NAMED = 5;

    private DriverTexts() {}

    /** A warning about columns from which the segments were made and that alone are nearly the segments, or "". */
    static String nearly(List<Driver> drivers) {
        List<Driver> found = drivers.stream()
                .filter(d -> d.nearly() && d.role() != ColumnRole.NOT_USED)
                .toList();
        if (found.isEmpty()) {
            return "";
        }
        Driver first = found.get(0);
        String others = found.size() == 1
                ? ""
                : " (so " + (found.size() == 2 ? "does " : "do ") + names(found.subList(1, found.size())) + ")";
        return "The segments are nearly column '" + first.column() + "': it alone tells the segment of "
                + Numbers.percent(first.told()) + " of the customers" + others
                + ". To find segments beyond it, leave it out or lower its weight in the Segmentation Preprocessor.";
    }

    /** A warning about columns that the segmentation did not use but that follow its segments closely, or "". */
    static String outcomes(List<Driver> drivers) {
        List<Driver> found = drivers.stream().filter(Driver::mayBeOutcome).toList();
        if (found.isEmpty()) {
            return "";
        }
        boolean one = found.size() == 1;
        return "The segmentation did not use " + names(found) + ", but the segments differ strongly in "
                + (one ? "it: it may be an outcome" : "them: they may be outcomes")
                + " of what the segments are made from, not a cause.";
    }

    private static String names(List<Driver> drivers) {
        String names = drivers.stream()
                .limit(MAX_NAMED)
                .map(d -> "'" + d.column() + "'")
                .collect(Collectors.joining(", "));
        int more = drivers.size() - MAX_NAMED;
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
