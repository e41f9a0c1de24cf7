package org.tessera.workbench.tests.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tessera.workbench.csv.CsvOptions;
import org.tessera.workbench.csv.CsvSpec;
import org.tessera.workbench.csv.CsvSyntax;
import org.tessera.workbench.csv.CsvType;

/** Makes a table of the rows of {@link PlainCsv} in the plainest way: texts that Java's own methods turn into numbers. */
final class PlainCsvTable {
    private final PlainCsv file;
    private final CsvOptions options;
    private final int first;
    private int next;

    /** What makes the reading fail; the start of the message that the reader shows. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private PlainCsvTable(PlainCsv file, CsvOptions options) {
        this.file = file;
        this.options = options;
        first = options.rowIds() ? 1 : 0;
    }

    static CsvText read(PlainCsv file, CsvOptions options) throws Refused {
        CsvSpec spec = new PlainCsvTable(file, options).guess();
        return new PlainCsvTable(file, options).rows(spec);
    }

    private PlainCsv.Row next() throws Refused {
        if (next < file.rows().size()) {
            return file.rows().get(next++);
        }
        if (file.problem() != null) {
            throw new Refused(file.problem());
        }
        return null;
    }

    /** The texts of the header, null for empty ones; null without a header. */
    private List<String> start() throws Refused {
        List<String> names = null;
        if (options.header()) {
            PlainCsv.Row header = next();
            if (header == null) {
                throw new Refused(
                        "The file holds no header row behind " + options.range().skipLines() + " skipped lines");
            }
            names = new ArrayList<>();
            for (PlainCsv.Value value : header.values()) {
                names.add(value.text().isEmpty() ? null : value.text());
            }
        }
        PlainCsv.Row row = null;
        for (long i = 0; i < options.range().skipRows() && (i == 0 || row != null); i++) {
            row = next();
        }
        return names;
    }

    private boolean isMissing(PlainCsv.Value value) {
        return value.text().isEmpty() && (options.emptyQuotedMissing() || !value.quoted());
    }

    private boolean isSkipped(PlainCsv.Row row) {
        return options.skipEmptyRows() && row.values().stream().allMatch(this::isMissing);
    }

    private CsvSpec guess() throws Refused {
        List<String> header = start();
        List<CsvType> types = new ArrayList<>();
        int expected = header == null ? -1 : header.size();
        long most = Math.min(options.range().scannedRows(), options.range().maxRows());
        long read = 0;
        while (read < most) {
            PlainCsv.Row row = next();
            if (row == null) {
                break;
            }
            if (isSkipped(row)) {
                continue;
            }
            int count = row.values().size();
            if (!options.shortRows()) {
                if (count < expected || count > expected && read > 0) {
                    throw wrongLength(row, expected);
                }
                expected = count;
            }
            for (int i = first; i < count; i++) {
                if (types.size() < i - first + 1) {
                    types.add(null);
                }
                if (!isMissing(row.values().get(i))) {
                    types.set(
                            i - first,
                            widened(types.get(i - first), row.values().get(i).text()));
                }
            }
            read++;
        }
        while (header != null && types.size() < header.size() - first) {
            types.add(null);
        }
        types.replaceAll(type -> type == null ? CsvType.STRING : type);
        return new CsvSpec(names(header, types.size()), types);
    }

    private static Refused wrongLength(PlainCsv.Row row, int expected) {
        return new Refused("Line " + row.line() + ": the row has "
                + row.values().size() + " values, but " + expected + " are expected");
    }

    private CsvType widened(CsvType type, String text) {
        CsvType wider = type == null ? CsvType.INT : type;
        while (value(wider, text) == null) {
            wider = CsvType.values()[wider.ordinal() + 1];
        }
        return wider;
    }

    private List<String> names(List<String> header, int columns) {
        Set<String> used = new HashSet<>();
        String[] names = new String[columns];
        for (int i = 0; i < columns; i++) {
            if (header != null && i + first < header.size() && header.get(i + first) != null) {
                names[i] = unused(header.get(i + first).strip(), used);
            }
        }
        for (int i = 0; i < columns; i++) {
            names[i] = names[i] == null ? unused("Column" + i, used) : names[i];
        }
        return Arrays.asList(names);
    }

    private static String unused(String name, Set<String> used) {
        String free = name;
        for (int i = 1; !used.add(free); i++) {
            free = name + " (#" + i + ")";
        }
        return free;
    }

    private CsvText rows(CsvSpec spec) throws Refused {
        List<List<Object>> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        int expected = spec.names().size() + first;
        List<String> header = start();
        if (header != null && header.size() > expected) {
            throw new Refused("The header has ");
        }
        while (rows.size() < options.range().maxRows()) {
            PlainCsv.Row row = next();
            if (row == null) {
                break;
            }
            if (!isSkipped(row)) {
                int count = row.values().size();
                if (count > expected || count < expected && !options.shortRows()) {
                    throw wrongLength(row, expected);
                }
                rows.add(values(row, spec));
                keys.add(first == 0 ? null : key(row));
            }
        }
        return new CsvText(spec, rows, keys);
    }

    private String key(PlainCsv.Row row) throws Refused {
        if (isMissing(row.values().get(0))) {
            throw new Refused("Line " + row.line() + ": the row id is missing");
        }
        return row.values().get(0).text();
    }

    private List<Object> values(PlainCsv.Row row, CsvSpec spec) throws Refused {
        List<Object> result = new ArrayList<>();
        for (int i = 0; i < spec.names().size(); i++) {
            if (i + first >= row.values().size() || isMissing(row.values().get(i + first))) {
                result.add(null);
                continue;
            }
            String text = row.values().get(i + first).text();
            Object value = value(spec.types().get(i), text);
            if (value == null) {
                String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
                throw new Refused(
                        "Line " + row.line() + ", column '" + spec.names().get(i) + "' (number " + (i + 1) + "): '"
                                + shown + "' is no " + spec.types().get(i).label());
            }
            result.add(value);
        }
        return result;
    }

    /** The value of a text as a type, integers as longs; null if it is none. */
    private Object value(CsvType type, String text) {
        if (type == CsvType.STRING) {
            return text;
        }
        String number = ungrouped(text, type == CsvType.DOUBLE);
        if (number == null) {
            return null;
        }
        try {
            return switch (type) {
                case INT -> (long) Integer.parseInt(number);
                case LONG -> Long.parseLong(number);
                default -> pointed(number);
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Double pointed(String number) {
        if (options.decimal() != '.' && number.indexOf('.') >= 0) {
            throw new NumberFormatException(number);
        }
        return Double.parseDouble(number.replace(options.decimal(), '.'));
    }

    /** A number without separators of thousands; null if they are at wrong places. */
    private String ungrouped(String text, boolean fraction) {
        if (options.thousands() == CsvSyntax.NONE) {
            return text;
        }
        String separator = Pattern.quote(String.valueOf(options.thousands()));
        String groups = "[+-]?[0-9]{0,3}(" + separator + "[0-9]{3})*";
        String behind = "(" + Pattern.quote(String.valueOf(options.decimal())) + "[0-9]*)?([eE][+-]?[0-9]+)?[fFdD]?";
        return text.matches(fraction ? groups + behind : groups)
                ? text.replace(String.valueOf(options.thousands()), "")
                : null;
    }
}
