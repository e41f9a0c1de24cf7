package org.tessera.knime.profile;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.SegmentProfile;
import org.tessera.engine.profile.SegmentTree;
import org.tessera.knime.kit.SmallTable;

/** The tree for all segments as a table: a row per leaf, and one for the tree. */
final class TreeTable {

    /** The rule of the row for the tree. */
    static final String ALL = "(the whole tree)";

    private TreeTable() {}

    static DataTableSpec spec() {
        return new DataTableSpec(
                SmallTable.text("Segment"),
                SmallTable.text("Name"),
                SmallTable.text("Rule"),
                SmallTable.whole("Customers"),
                SmallTable.whole("Customers held out"),
                SmallTable.number("Right"),
                SmallTable.number("Right from"),
                SmallTable.number("Right to"),
                SmallTable.number("Adjusted Rand index"),
                SmallTable.number("Adjusted Rand index from"),
                SmallTable.number("Adjusted Rand index to"));
    }

    /**
     * The table.
     *
     * @param tree the tree
     * @param profile the profile with the segments as the table calls them
     * @param named the same with their names
     */
    static BufferedDataTable of(SegmentTree tree, Profile profile, Profile named, ExecutionContext exec) {
        SmallTable table = new SmallTable(spec());
        int number = 1;
        for (SegmentTree.Leaf leaf : tree.leaves()) {
            table.add(
                    "Leaf " + number++,
                    name(leaf.label(), profile),
                    name(leaf.label(), named),
                    leaf.text(),
                    leaf.customers(),
                    leaf.validated(),
                    leaf.right(),
                    leaf.rightInterval().low(),
                    leaf.rightInterval().high(),
                    null,
                    null,
                    null);
        }
        if (number > 1) {
            table.add(
                    "Tree",
                    null,
                    null,
                    ALL,
                    profile.customers(),
                    tree.validated(),
                    tree.accuracy(),
                    tree.accuracyInterval().low(),
                    tree.accuracyInterval().high(),
                    tree.adjustedRand(),
                    tree.adjustedRandInterval().low(),
                    tree.adjustedRandInterval().high());
        }
        return table.create(exec);
    }

    private static String name(int label, Profile profile) {
        return profile.segments().stream()
                .filter(segment -> segment.label() == label)
                .map(SegmentProfile::name)
                .findFirst()
                .orElseThrow();
    }
}
