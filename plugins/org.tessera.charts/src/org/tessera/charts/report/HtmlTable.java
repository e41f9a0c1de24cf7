package org.tessera.charts.report;

import java.util.List;
import java.util.function.Consumer;

/**
 * A table with a caption and named columns; the first column names the rows.
 *
 * @param html where it is written
 * @param columns its columns
 */
record HtmlTable(Html html, List<Column> columns) {

    /**
     * A column.
     *
     * @param title its title
     * @param kind what its cells hold
     */
    record Column(String title, Kind kind) {

        static Column text(String title) {
            return new Column(title, Kind.TEXT);
        }

        static Column number(String title) {
            return new Column(title, Kind.NUMBER);
        }
    }

    /** What cells hold. */
    enum Kind {
        /** Text of the report or of the data. */
        TEXT,
        /** Figures, which stand below one another. */
        NUMBER
    }

    /** Opens the table. */
    static HtmlTable open(Html html, String caption, Column... columns) {
        html.open("table").element("caption", caption).open("thead").open("tr");
        for (Column column : columns) {
            html.element("th", column.title(), "scope", "col", "class", style(column));
        }
        html.close().close().open("tbody").line();
        return new HtmlTable(html, List.of(columns));
    }

    private static String style(Column column) {
        return column.kind() == Kind.NUMBER ? "number" : "words";
    }

    /** Adds a row; its cells are texts of the report, or write themselves. */
    void row(Object... cells) {
        html.open("tr");
        for (int c = 0; c < cells.length; c++) {
            if (c == 0) {
                html.open("th", "scope", "row", "class", style(columns.get(c)));
            } else {
                html.open("td", "class", style(columns.get(c)));
            }
            cell(cells[c]);
            html.close();
        }
        html.closeLine();
    }

    private void cell(Object cell) {
        if (cell instanceof Data data) {
            html.data(data.text());
        } else if (cell instanceof Content content) {
            content.accept(html);
        } else {
            html.text(cell.toString());
        }
    }

    /** Closes the table. */
    void close() {
        html.close().closeLine();
    }

    /**
     * A text of the data.
     *
     * @param text the text
     */
    record Data(String text) {}

    /** A cell that writes itself. */
    interface Content extends Consumer<Html> {}
}
