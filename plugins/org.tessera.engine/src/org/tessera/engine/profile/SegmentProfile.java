package org.tessera.engine.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The profile of a segment: its size, its columns against all customers, a description and a rule.
 *
 * @param label 0 to k - 1, or -1 for noise
 * @param name what it is called: "Segment 1" and so on where it has no name of its own, or "Noise"
 * @param suggestedName a name from what sets it apart, different for each segment; "Noise" for noise, "Segment 1" and so on
 *     where nothing sets it apart for certain
 * @param size number of customers
 * @param share their share of all clustered customers, noise included, 0 to 1
 * @param columns a profile per column, by decreasing absolute effect (rank 1 first)
 * @param description one sentence, in the units of the columns
 * @param rule a rule for the segment, or empty if none separates it or rules are switched off
 * @param noRule why there is no rule, or "" if there is one or none was looked for
 */
public record SegmentProfile(
        int label,
        String name,
        String suggestedName,
        int size,
        double share,
        List<ColumnProfile> columns,
        String description,
        Optional<Rule> rule,
        String noRule) {

    /** Copies the columns. */
    public SegmentProfile {
        columns = List.copyOf(columns);
    }

    /** The same profile of a segment that is called otherwise. */
    SegmentProfile withName(String other) {
        return new SegmentProfile(
                label,
                other,
                suggestedName,
                size,
                share,
                columns,
                other + description.substring(name.length()),
                rule,
                noRule);
    }

    /** @return the description without name and size, a sentence of its own */
    public String sentence() {
        int head = description.indexOf("): ");
        if (!description.startsWith(name + " (") || head < 0) {
            return description;
        }
        String rest = description.substring(head + 3);
        return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }
}
