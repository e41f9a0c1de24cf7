package org.tessera.knime.choose;

import java.util.stream.Collectors;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.tessera.engine.choose.verdict.ColumnDip;
import org.tessera.engine.choose.verdict.Evidence;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.knime.kit.SmallTable;

/** A verdict as a table of one row. */
final class VerdictTable {

    private static final DataTableSpec SPEC = new DataTableSpec(new DataColumnSpec[] {
        SmallTable.text("Verdict"),
        SmallTable.text("In words"),
        SmallTable.whole("Natural segments"),
        SmallTable.number("p of compactness"),
        SmallTable.number("p of valleys"),
        SmallTable.number("Depth of valleys"),
        SmallTable.number("Depth without segments"),
        SmallTable.whole("Tables without segments"),
        SmallTable.whole("Customers"),
        SmallTable.whole("Judged by"),
        SmallTable.whole("Set aside"),
        SmallTable.text("Columns left out"),
        SmallTable.text("Columns split by themselves")
    });

    private VerdictTable() {}

    static DataTableSpec spec() {
        return SPEC;
    }

    static SmallTable table(Verdict verdict) {
        Evidence evidence = verdict.evidence();
        Verdict.Basis basis = verdict.basis();
        SmallTable table = new SmallTable(SPEC);
        table.add(
                "Verdict",
                title(verdict.kind()),
                verdict.sentence(),
                verdict.segments().isPresent() ? (Integer) verdict.segments().getAsInt() : null,
                evidence.gainP(),
                evidence.depthP(),
                evidence.depth(),
                evidence.nullDepth(),
                basis.nullSamples(),
                basis.rows(),
                basis.sampled() - basis.aside(),
                basis.aside(),
                String.join(", ", basis.foretold()),
                verdict.dips().stream()
                        .filter(ColumnDip::isSplit)
                        .map(ColumnDip::column)
                        .collect(Collectors.joining(", ")));
        return table;
    }

    private static String title(Verdict.Kind kind) {
        return switch (kind) {
            case NATURAL -> "Natural segments";
            case REPRODUCIBLE -> "Reproducible grouping";
            case CONTINUUM -> "Continuum";
            case UNDECIDED -> "Undecided";
        };
    }
}
