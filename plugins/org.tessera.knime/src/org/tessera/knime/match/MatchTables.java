package org.tessera.knime.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.tessera.engine.data.FreeNames;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.match.Migration;
import org.tessera.engine.match.Transition;
import org.tessera.engine.match.Transition.Size;
import org.tessera.knime.kit.SmallTable;

/**
 * What became of segments, and who went where, as tables.
 *
 * @param before the earlier segments, with their names
 * @param present the names of today's segments
 * @param migration how many customers went from where to where
 */
record MatchTables(Labels before, List<String> present, Migration migration) {

    /** Smaller probabilities read 0: they would be written with hundreds of zeros, and mean the same. */
    private static final double LEAST_CHANCE = 1e-15;

    private static final String NEW = "New customers";

    /** The columns of the table of transitions. */
    static DataTableSpec transitionSpec() {
        return new DataTableSpec(
                SmallTable.text("What happened"),
                SmallTable.text("Earlier segments"),
                SmallTable.text("Today's segments"),
                SmallTable.whole("Customers then"),
                SmallTable.number("Share then"),
                SmallTable.whole("Customers today"),
                SmallTable.number("Share today"),
                SmallTable.number("Growth of the share"),
                SmallTable.number("Overlap"),
                SmallTable.number("p by chance"),
                SmallTable.number("Shift"),
                SmallTable.text("In words"));
    }

    BufferedDataTable transitions(List<Transition> transitions, ExecutionContext exec) {
        SmallTable table = new SmallTable(transitionSpec());
        for (int i = 0; i < transitions.size(); i++) {
            Transition transition = transitions.get(i);
            boolean was = !transition.earlier().isEmpty();
            boolean is = !transition.present().isEmpty();
            int then = then(transition);
            int today = today(transition);
            table.add(
                    "Row" + i,
                    word(transition),
                    was ? earlier(transition) : null,
                    is ? present(transition) : null,
                    was ? then : null,
                    was ? then / (double) before.size() : null,
                    is ? today : null,
                    is ? today / (double) migration.total() : null,
                    transition.growth(),
                    transition.overlap(),
                    transition.chance() < LEAST_CHANCE ? 0.0 : transition.chance(),
                    transition.shift(),
                    inWords(transition));
        }
        return table.create(exec);
    }

    private int then(Transition transition) {
        return transition.earlier().stream().mapToInt(before::sizeOf).sum();
    }

    private int today(Transition transition) {
        return transition.present().stream().mapToInt(migration::ofPresent).sum();
    }

    private static String word(Transition transition) {
        return switch (transition.kind()) {
            case SURVIVES ->
                switch (transition.size()) {
                    case SAME -> "Stayed";
                    case GROWS -> "Grew";
                    case SHRINKS -> "Shrank";
                };
            case SPLITS -> "Split";
            case MERGES -> "Merged";
            case APPEARS -> "Appeared";
            case VANISHES -> "Vanished";
        };
    }

    private String earlier(Transition transition) {
        return transition.earlier().stream().map(before::nameOf).collect(Collectors.joining(", "));
    }

    private String present(Transition transition) {
        return transition.present().stream().map(present::get).collect(Collectors.joining(", "));
    }

    /** What happened, as a sentence. */
    String inWords(Transition transition) {
        String size = transition.size() == Size.SAME || transition.kind() == Transition.Kind.SURVIVES
                ? ""
                : ", with " + Numbers.percent(share(transition)) + " of all customers instead of "
                        + Numbers.percent(then(transition) / (double) before.size());
        return switch (transition.kind()) {
            case SURVIVES -> survivor(transition);
            case SPLITS -> "'" + earlier(transition) + "' split into " + quoted(present(transition)) + size + ".";
            case MERGES -> quoted(earlier(transition)) + " merged into '" + present(transition) + "'" + size + ".";
            case APPEARS ->
                "'" + present(transition) + "' is new: "
                        + Numbers.count(today(transition), "customer") + ", "
                        + Numbers.percent(share(transition)) + " of all.";
            case VANISHES -> "'" + earlier(transition) + "' is gone: none of today's segments continues it.";
        };
    }

    private String survivor(Transition transition) {
        String then = Numbers.percent(then(transition) / (double) before.size());
        String now = Numbers.percent(share(transition));
        String name = "'" + earlier(transition) + "'";
        String same =
                earlier(transition).equals(present(transition)) ? "" : " is now '" + present(transition) + "' and";
        return switch (transition.size()) {
            case SAME -> name + same + " stayed: " + now + " of all customers, " + then + " then.";
            case GROWS -> name + same + " grew from " + then + " to " + now + " of all customers.";
            case SHRINKS -> name + same + " shrank from " + then + " to " + now + " of all customers.";
        };
    }

    private double share(Transition transition) {
        return today(transition) / (double) migration.total();
    }

    private static String quoted(String names) {
        return "'" + names.replace(", ", "', '") + "'";
    }

    /** The columns of the migration matrix: today's segments, noise where there is any, and all. */
    static DataTableSpec matrixSpec(List<String> present) {
        List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SmallTable.text("Earlier segment"));
        Set<String> taken = new HashSet<>(Set.of("Earlier segment", Labels.NOISE_NAME, "All"));
        present.forEach(name -> columns.add(SmallTable.whole(FreeNames.take(name, taken))));
        columns.add(SmallTable.whole(Labels.NOISE_NAME));
        columns.add(SmallTable.whole("All"));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    BufferedDataTable matrix(ExecutionContext exec) {
        SmallTable table = new SmallTable(matrixSpec(present));
        List<String> rows = new ArrayList<>(before.names());
        rows.add(Labels.NOISE_NAME);
        rows.add(NEW);
        for (int i = 0; i < rows.size(); i++) {
            List<Object> values = new ArrayList<>();
            values.add(rows.get(i));
            for (int count : migration.counts()[i]) {
                values.add(count);
            }
            values.add(migration.ofEarlier(i));
            table.add(rows.get(i), values.toArray());
        }
        return table.create(exec);
    }
}
