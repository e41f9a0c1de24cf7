package org.tessera.engine.select.column;

import java.util.List;
import java.util.stream.Collectors;
import org.tessera.engine.data.Numbers;

/**
 * How much of a segmentation one column tells, or two columns crossed: the adjusted Rand index between the segments and the
 * best guess of them from the column alone, 1 if they are the same.
 *
 * @param columns the names of the column or the two columns; empty if there is none that counts
 * @param adjustedRand -0.5 to 1; NaN if there is no column
 * @param told the share of the customers in segments whose segment is guessed right, 0 to 1; NaN if there is no column
 * @param cuts for a number the values at which it is cut, as text, each the largest of the numbers below; empty otherwise
 * @param note why no column counts, such as "not applicable: ..."; empty if there is one
 */
public record ColumnLikeness(List<String> columns, double adjustedRand, double told, List<String> cuts, String note) {

    /** The adjusted Rand index from which segments say no more than the column. */
    public static final double EQUAL = 0.95;

    /** Most values at which a number is cut that are named. */
    private static final int NAMED_CUTS = 3;

    /** Copies the lists. */
    public ColumnLikeness {
        columns = List.copyOf(columns);
        cuts = List.copyOf(cuts);
    }

    /**
     * No column that could tell the segments.
     *
     * @param note why
     * @return the likeness, which is never equal
     */
    public static ColumnLikeness none(String note) {
        return new ColumnLikeness(List.of(), Double.NaN, Double.NaN, List.of(), note);
    }

    /** @return whether the segments say no more than the column: an adjusted Rand index of at least {@value #EQUAL} */
    public boolean isEqual() {
        return adjustedRand >= EQUAL;
    }

    /** @return the names, such as "'gender'" or "'channel' and 'region'"; empty without a column */
    public String names() {
        return columns.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" and "));
    }

    /** @return such as "'gender'", "'age' cut at 35 and 52" or "'channel' and 'region' crossed"; empty without a column */
    public String inWords() {
        String names = names();
        if (columns.size() > 1) {
            return names + " crossed";
        }
        if (cuts.isEmpty()) {
            return names;
        }
        if (cuts.size() > NAMED_CUTS) {
            return names + " cut at " + Numbers.count(cuts.size(), "value");
        }
        int last = cuts.size() - 1;
        String first = String.join(", ", cuts.subList(0, last));
        return names + " cut at " + (first.isEmpty() ? "" : first + " and ") + cuts.get(last);
    }
}
