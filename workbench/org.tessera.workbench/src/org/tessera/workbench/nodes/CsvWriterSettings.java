package org.tessera.workbench.nodes;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.tessera.workbench.csv.CsvOutputFormat;
import org.tessera.workbench.csv.CsvOutputFormat.NumberStyle;
import org.tessera.workbench.csv.CsvOutputFormat.QuoteMode;

/**
 * The settings of KNIME's CSV Writer.
 *
 * @param file the file to write
 * @param format how values are written
 * @param charset the encoding
 * @param gzip whether the file is compressed
 * @param header whether column names are written
 * @param noHeaderOnAppend whether column names are left out when the file exists and is appended to
 * @param rowIds whether row ids are written as first column
 * @param comment what is written in front
 */
record CsvWriterSettings(
        OutputFile file,
        CsvOutputFormat format,
        Charset charset,
        boolean gzip,
        boolean header,
        boolean noHeaderOnAppend,
        boolean rowIds,
        Comment comment) {

    /** The comment lines in front of the table. */
    record Comment(String prefix, boolean time, boolean user, boolean table, String text) {
        List<String> lines(String tableName, boolean appending) {
            List<String> lines = new ArrayList<>();
            if (time || user) {
                lines.add(prefix + (appending ? "The following data was added" : "This file was created")
                        + (time ? " on " + new Date() : "")
                        + (user ? " by user '" + System.getProperty("user.name") + "'" : "") + ".");
            }
            if (table) {
                lines.add(prefix + "The data was read from the \"" + tableName + "\" data table.");
            }
            if (!text.isEmpty()) {
                text.lines().forEach(line -> lines.add(prefix + line));
            }
            return lines;
        }
    }

    static CsvWriterSettings load(NodeSettingsRO model) throws InvalidSettingsException {
        NodeSettingsRO settings = model.getNodeSettings("settings");
        NodeSettingsRO advanced = model.getNodeSettings("advanced_settings");
        CsvWriterSettings loaded = new CsvWriterSettings(
                OutputFile.load(settings.getNodeSettings("file_chooser_settings")),
                format(settings, advanced),
                CsvReaderSettings.charset(model.getNodeSettings("encoding").getString("character_set")),
                advanced.getBoolean("compress_with_gzip"),
                settings.getBoolean("write_column_header"),
                settings.getBoolean("skip_column_header_on_append"),
                settings.getBoolean("write_row_header"),
                comment(model.getNodeSettings("comment_header_settings")));
        if (loaded.gzip && loaded.file.policy() == OutputFile.Policy.APPEND) {
            throw new InvalidSettingsException(
                    "A compressed file cannot be appended to: switch off compression, or overwrite the file");
        }
        return loaded;
    }

    private static CsvOutputFormat format(NodeSettingsRO settings, NodeSettingsRO advanced)
            throws InvalidSettingsException {
        String lineBreak = settings.getString("row_delimiter");
        if (lineBreak != null && !lineBreak.matches("\\r\\n|\\n|\\r")) {
            throw new InvalidSettingsException("'row_delimiter' must be a line break: LF, CR LF or CR");
        }
        String mode = advanced.getString("quote_mode");
        try {
            return new CsvOutputFormat(
                    settings.getString("column_delimiter"),
                    lineBreak == null ? System.lineSeparator() : lineBreak,
                    settings.getChar("quote_char"),
                    settings.getChar("quote_escape_char"),
                    QuoteMode.valueOf(mode),
                    advanced.getString("missing_value_pattern"),
                    advanced.getString("separator_replacement"),
                    new NumberStyle(
                            advanced.getChar("decimal_separator"),
                            advanced.getBoolean("use_scientific_format"),
                            advanced.getBoolean("keep_trailing_zero_in_decimals")));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(
                    e.getMessage().contains(mode)
                            ? "'quote_mode' is '" + mode + "', it must be STRINGS_ONLY, IF_NEEDED, ALWAYS or NEVER"
                            : e.getMessage(),
                    e);
        }
    }

    private static Comment comment(NodeSettingsRO settings) throws InvalidSettingsException {
        return new Comment(
                settings.getString("comment_line_marker") + settings.getString("comment_indentation"),
                settings.getBoolean("add_time_to_comment"),
                settings.getBoolean("add_user_to_comment"),
                settings.getBoolean("add_table_name_to_comment"),
                settings.getBoolean("add_custom_text_to_comment") ? settings.getString("custom_comment_text") : "");
    }
}
