package org.knime.core.util;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/**
 * Makes names that differ from all names given or made before: a taken name gets " (#N)" appended, N from 1; a name that
 * ends like this already continues counting there. Not for several threads.
 */
public final class UniqueNameGenerator {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\(#(\\d{1,9})\\)");

    private final Set<String> taken;

    /**
     * Starts with names.
     *
     * @param names the taken names, or null for none
     */
    public UniqueNameGenerator(Set<String> names) {
        taken = names == null ? new HashSet<>() : new HashSet<>(names);
    }

    /**
     * Starts with the names of a table's columns.
     *
     * @param spec the table, or null for none
     */
    public UniqueNameGenerator(DataTableSpec spec) {
        this(spec == null ? null : new HashSet<>(Arrays.asList(spec.getColumnNames())));
    }

    /**
     * Makes a name and takes it.
     *
     * @param suggested the wanted name; blanks at its ends are cut
     * @return the wanted name, or that with a number
     */
    public String newName(String suggested) {
        String name = suggested.trim();
        if (taken.add(name)) {
            return name;
        }
        Matcher numbered = NUMBERED.matcher(name);
        boolean counts = numbered.matches();
        String base = counts ? numbered.group(1) : name;
        int number = counts ? Integer.parseInt(numbered.group(2)) + 1 : 1;
        while (!taken.add(base + " (#" + number + ")")) {
            number++;
        }
        return base + " (#" + number + ")";
    }

    /**
     * Makes a column without domain.
     *
     * @param suggested the wanted name
     * @param type the type
     * @return the column
     */
    public DataColumnSpec newColumn(String suggested, DataType type) {
        return newCreator(suggested, type).createSpec();
    }

    /**
     * Starts a column.
     *
     * @param suggested the wanted name
     * @param type the type
     * @return its creator
     */
    public DataColumnSpecCreator newCreator(String suggested, DataType type) {
        return new DataColumnSpecCreator(newName(suggested), type);
    }

    /**
     * Starts a copy of a column under a new name.
     *
     * @param column the column to copy
     * @return its creator
     */
    public DataColumnSpecCreator newCreator(DataColumnSpec column) {
        DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
        creator.setName(newName(column.getName()));
        return creator;
    }
}
