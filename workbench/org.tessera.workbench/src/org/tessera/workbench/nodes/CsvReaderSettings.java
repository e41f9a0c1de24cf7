package org.tessera.workbench.nodes;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.tessera.workbench.csv.CsvLimits;
import org.tessera.workbench.csv.CsvOptions;
import org.tessera.workbench.csv.CsvSyntax;

/**
 * The settings of KNIME's CSV Reader.
 *
 * @param location the file
 * @param charset its encoding
 * @param syntax how its characters are meant
 * @param options how its rows are meant
 * @param limits when reading stops with an error
 * @param columns the columns as they were when the node was configured in KNIME, or {@code null}
 */
record CsvReaderSettings(
        FileLocation location,
        Charset charset,
        CsvSyntax syntax,
        CsvOptions options,
        CsvLimits limits,
        StoredColumns columns) {

    static CsvReaderSettings load(NodeSettingsRO model) throws InvalidSettingsException {
        NodeSettingsRO settings = model.getNodeSettings("settings");
        NodeSettingsRO advanced = model.getNodeSettings("advanced_settings");
        NodeSettingsRO chooser = settings.getNodeSettings("file_selection");
        String mode = chooser.getNodeSettings("filter_mode").getString("filter_mode");
        unsupported(
                !mode.equals("FILE"), "Reading " + mode.toLowerCase(Locale.ROOT).replace('_', ' '));
        unsupported(settings.getBoolean("prepend_file_idx_to_row_id", false), "Prepending the file index to row IDs");
        unsupported(advanced.getBoolean("append_path_column_Internals", false), "Appending a column with the path");
        return new CsvReaderSettings(
                FileLocation.load(chooser),
                charset(model.getNodeSettings("encoding").getString("charset")),
                syntax(settings, advanced),
                options(settings, advanced, range(model.getNodeSettings("limit_rows"), advanced)),
                limits(advanced),
                StoredColumns.load(model));
    }

    private static void unsupported(boolean set, String what) throws InvalidSettingsException {
        if (set) {
            throw new InvalidSettingsException(what + " is not supported: switch it off");
        }
    }

    static Charset charset(String name) throws InvalidSettingsException {
        try {
            return name == null ? Charset.defaultCharset() : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new InvalidSettingsException(
                    "There is no character encoding '" + name + "': use UTF-8 or another", e);
        }
    }

    private static CsvSyntax syntax(NodeSettingsRO settings, NodeSettingsRO advanced) throws InvalidSettingsException {
        String quoteOption = advanced.getString("quote_option");
        boolean keep = quoteOption.equals("KEEP_QUOTES");
        if (!keep && !quoteOption.equals("REMOVE_QUOTES_AND_TRIM")) {
            throw new InvalidSettingsException(
                    "'quote_option' is '" + quoteOption + "', it must be REMOVE_QUOTES_AND_TRIM or KEEP_QUOTES");
        }
        return new CsvSyntax(
                settings.getString("column_delimiter"),
                SettingCharacters.one("quote character", settings.getString("quote_char")),
                SettingCharacters.one("quote escape character", settings.getString("quote_escape_char")),
                SettingCharacters.one("comment character", settings.getString("comment_char")),
                settings.getBoolean("use_line_break_row_delimiter", true) ? null : settings.getString("row_delimiter"),
                keep);
    }

    private static CsvOptions options(NodeSettingsRO settings, NodeSettingsRO advanced, CsvOptions.Range range)
            throws InvalidSettingsException {
        char decimal = SettingCharacters.one("decimal separator", advanced.getString("decimal_separator", "."));
        return new CsvOptions(
                settings.getBoolean("has_column_header"),
                settings.getBoolean("has_row_id"),
                settings.getBoolean("support_short_data_rows"),
                settings.getBoolean("skip_empty_data_rows"),
                advanced.getBoolean("replace_empty_quotes_with_missing"),
                decimal == CsvSyntax.NONE ? '.' : decimal,
                SettingCharacters.one("thousands separator", advanced.getString("thousands_separator", "")),
                range);
    }

    private static CsvOptions.Range range(NodeSettingsRO rows, NodeSettingsRO advanced)
            throws InvalidSettingsException {
        return new CsvOptions.Range(
                rows.getBoolean("skip_lines") ? rows.getLong("number_of_lines_to_skip") : 0,
                rows.getBoolean("skip_data_rows") ? rows.getLong("number_of_rows_to_skip") : 0,
                rows.getBoolean("limit_data_rows") ? rows.getLong("max_rows") : Long.MAX_VALUE,
                advanced.getBoolean("limit_data_rows_scanned")
                        ? advanced.getLong("max_data_rows_scanned")
                        : Long.MAX_VALUE);
    }

    private static CsvLimits limits(NodeSettingsRO advanced) throws InvalidSettingsException {
        return new CsvLimits(
                advanced.getInt("maximum_number_of_columns"),
                advanced.getBoolean("limit_memory_per_column")
                        ? CsvLimits.STANDARD.maxCell()
                        : CsvLimits.UNLIMITED_CELL);
    }
}
