package org.tessera.workbench.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.tessera.workbench.ui.ParametersStore;

/** What a column filter selects of age (number), Balance (number) and region (text). */
final class ColumnFilterTest {

    static final class Parameters implements NodeParameters {
        ColumnFilter m_columns = new ColumnFilter(new String[] {"region", "gone"});
    }

    private static List<String> selected(final ColumnFilter filter) {
        return List.of(filter.filter(Nodes.columns()));
    }

    private static ColumnFilter filter(final String mode, final String pattern, final boolean caseSensitive)
            throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        ParametersStore.save(new Parameters(), settings);
        final NodeSettings columns = settings.getNodeSettings("columns");
        columns.addString("mode", mode);
        columns.getNodeSettings("patternFilter").addString("pattern", pattern);
        columns.getNodeSettings("patternFilter").addBoolean("isCaseSensitive", caseSensitive);
        columns.getNodeSettings("typeFilter").addStringArray("selectedTypes", pattern);
        return ParametersStore.load(Parameters.class, settings).m_columns;
    }

    @Test
    void selects_nothing_by_default() {
        assertEquals(List.of(), selected(new ColumnFilter()));
    }

    @Test
    void selects_listed_columns_and_reports_missing_ones() {
        final ColumnFilter filter = new Parameters().m_columns;
        assertEquals(List.of("region"), selected(filter));
        assertEquals(List.of("gone"), List.of(filter.getMissingSelected(Nodes.columns())));
    }

    @Test
    void selects_unknown_columns_when_asked_to() {
        final ColumnFilter filter = new ColumnFilter().withIncludeUnknownColumns();
        assertEquals(List.of("age", "Balance", "region"), selected(filter));
        filter.m_manualFilter.m_manuallyDeselected = new String[] {"age"};
        assertEquals(List.of("Balance", "region"), selected(filter));
    }

    @Test
    void selects_by_pattern() throws InvalidSettingsException {
        assertEquals(
                List.of("age", "Balance"),
                selected(filter("WILDCARD", "*A*", false)).subList(0, 2));
        assertEquals(List.of(), selected(filter("WILDCARD", "b*", true)));
        assertEquals(List.of("Balance"), selected(filter("WILDCARD", "b*", false)));
        assertEquals(List.of("age"), selected(filter("WILDCARD", "?ge", true)));
        assertEquals(List.of("age", "region"), selected(filter("REGEX", "[a-z]+", true)));
        assertEquals(List.of(), selected(filter("REGEX", "", false)));
    }

    @Test
    void selects_what_does_not_match_when_inverted() throws InvalidSettingsException {
        final ColumnFilter filter = filter("REGEX", "age|region", true);
        filter.m_patternFilter.m_isInverted = true;
        assertEquals(List.of("Balance"), selected(filter));
    }

    @Test
    void selects_by_the_preferred_value_class_of_the_type() throws InvalidSettingsException {
        assertEquals(List.of("age", "Balance"), selected(filter("TYPE", DoubleValue.class.getName(), false)));
    }
}
