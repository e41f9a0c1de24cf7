package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.workbench.tests.data.Tables.column;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.tessera.workbench.kernel.RoundTrips;

class DataTableSpecTest {

    private final DataTableSpec spec =
            new DataTableSpec("customers", column("age", IntCell.TYPE), column("region", StringCell.TYPE));

    @Test
    void finds_columns_by_name_and_position() {
        assertEquals(2, spec.getNumColumns());
        assertEquals(1, spec.findColumnIndex("region"));
        assertEquals(-1, spec.findColumnIndex("income"));
        assertEquals(-1, spec.findColumnIndex(null));
        assertNull(spec.getColumnSpec("income"));
        assertEquals("age", spec.getColumnSpec(0).getName());
        assertArrayEquals(new String[] {"age", "region"}, spec.getColumnNames());
        assertEquals(
                List.of("age", "region"),
                spec.stream().map(DataColumnSpec::getName).toList());
        assertEquals("name=customers,columns=[age; region]", spec.toString());
    }

    @Test
    void refuses_two_columns_of_the_same_name() {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> new DataTableSpec(
                        column("a", IntCell.TYPE), column("b", IntCell.TYPE), column("a", IntCell.TYPE)));
        assertEquals("Duplicate column name \"a\" at positions 0 and 2.", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new DataTableSpecCreator(spec).addColumns(spec));
    }

    @Test
    void trims_column_names_and_numbers_blank_ones() {
        assertEquals("age", column("  age ", IntCell.TYPE).getName());
        String first = column("", IntCell.TYPE).getName();
        String second = column("   ", IntCell.TYPE).getName();
        assertTrue(first.matches("<empty_\\d+>"), first);
        assertTrue(second.matches("<empty_\\d+>") && !second.equals(first), second);
    }

    @Test
    void makes_unique_names() {
        DataTableSpec taken = new DataTableSpec(column("a", IntCell.TYPE), column("a (#1)", IntCell.TYPE));
        assertEquals("a (#2)", DataTableSpec.getUniqueColumnName(taken, " a "));
        assertEquals("b", DataTableSpec.getUniqueColumnName(taken, "b"));
    }

    @Test
    void compares_structure_without_domains_and_all_with_them() {
        DataColumnSpecCreator creator = new DataColumnSpecCreator(spec.getColumnSpec(0));
        creator.setDomain(
                new DataColumnDomainCreator((DataCell[]) null, new IntCell(1), new IntCell(9)).createDomain());
        DataTableSpec bounded = new DataTableSpec("customers", creator.createSpec(), spec.getColumnSpec(1));
        assertTrue(spec.equalStructure(bounded));
        assertFalse(spec.equals(bounded));
    }

    @Test
    void survives_saving_and_loading() throws Exception {
        DataColumnSpecCreator region = new DataColumnSpecCreator("region", StringCell.TYPE);
        region.setDomain(
                new DataColumnDomainCreator(new StringCell[] {new StringCell("n"), new StringCell("s")}, null, null)
                        .createDomain());
        region.setProperties(new DataColumnProperties(Map.of("source", "crm")));
        DataColumnSpecCreator age = new DataColumnSpecCreator("age", IntCell.TYPE);
        age.setDomain(new DataColumnDomainCreator((DataCell[]) null, new IntCell(18), new IntCell(90)).createDomain());
        DataTableSpec written = new DataTableSpecCreator(new DataTableSpec())
                .setName("customers")
                .addColumns(region.createSpec(), age.createSpec(), column("any", Tables.mixedType()))
                .putProperty("key", "value")
                .createSpec();
        assertEquals(written, RoundTrips.store(written));
    }
}
