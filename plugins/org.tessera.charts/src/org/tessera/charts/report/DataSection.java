package org.tessera.charts.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tessera.charts.report.HtmlTable.Column;
import org.tessera.charts.report.HtmlTable.Data;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.DroppedColumn;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.profile.Driver;

/** Customers and columns: what was used, filled, transformed and left out, and which columns tell the segments apart. */
final class DataSection {

    /** Columns listed in a table, the first ones. */
    static final int MAX_COLUMNS = 200;

    private static final int MAX_DRIVERS = 15;
    private static final int MAX_NAMED = 20;

    private DataSection() {}

    static void write(Html html, Report report) {
        html.open("section", "aria-labelledby", "data").element("h2", "Customers and columns", "id", "data");
        html.paragraph(customers(report));
        report.model().preparation().ifPresentOrElse(p -> prepared(html, report, p), () -> plain(html, report));
        undescribed(html, report);
        drivers(html, report.findings().profile().drivers());
        html.closeLine();
    }

    private static String customers(Report report) {
        Report.Customers customers = report.customers();
        int without = customers.rows() - customers.segmented();
        return "The table has " + Numbers.count(customers.rows(), "customer") + "; "
                + (without == 0
                        ? "all of them have a segment"
                        : Numbers.count(without) + " of them " + (without == 1 ? "has" : "have") + " no segment")
                + (report.findings().profile().segments().stream().anyMatch(s -> s.label() < 0 && s.size() > 0)
                        ? " or are noise, which belongs to no segment."
                        : ".")
                + " The segments were made from "
                + Numbers.count(report.model().labels().size(), "customer")
                + (report.model().provenance().leftOut() > 0
                        ? ", without "
                                + Numbers.count(report.model().provenance().leftOut()) + " that miss a value."
                        : ".");
    }

    private static void plain(Html html, Report report) {
        List<String> features = report.model().features();
        html.paragraph("There was no preparation: the segments were made from "
                + Numbers.count(features.size(), "column")
                + " as they are, neither filled nor transformed nor brought to a common scale.");
        HtmlTable table = HtmlTable.open(
                html, "Columns from which the segments were made", Column.text("Column"), Column.number("Missing"));
        features.stream().limit(MAX_COLUMNS).forEach(name -> table.row(new Data(name), missing(report, name)));
        table.close();
        more(html, features.size());
    }

    private static void prepared(Html html, Report report, Preparation preparation) {
        html.paragraph(scaling(preparation));
        HtmlTable table = HtmlTable.open(
                html,
                "Columns from which the segments were made",
                Column.text("Column"),
                Column.text("Holds"),
                Column.number("Missing"),
                Column.text("Filled with"),
                Column.text("Transformed"));
        preparation.columns().stream()
                .limit(MAX_COLUMNS)
                .forEach(column -> table.row(
                        new Data(column.column()),
                        holds(column, preparation),
                        missing(report, column.column()),
                        new Data(filled(column)),
                        transformed(column.column(), preparation)));
        table.close();
        more(html, preparation.columns().size());
        weights(html, preparation);
    }

    private static void weights(Html html, Preparation preparation) {
        Map<String, Double> weights = preparation.options().scaling().weights();
        String counted = preparation.sourceColumns().stream()
                .filter(column -> weights.getOrDefault(column, 1.0) != 1)
                .limit(MAX_NAMED)
                .map(column -> Html.cut(column) + " " + Figures.number(weights.get(column)) + " times")
                .collect(Collectors.joining(", "));
        if (!counted.isEmpty()) {
            html.sentence("Columns that count more or less than the others: " + counted + ".");
        }
    }

    private static void more(Html html, int columns) {
        if (columns > MAX_COLUMNS) {
            html.paragraph("The first " + MAX_COLUMNS + " of " + Numbers.count(columns) + " columns are listed.");
        }
    }

    private static String scaling(Preparation preparation) {
        String numbers = switch (preparation.options().scaling().method()) {
            case Z_SCORE -> "in standard deviations from the mean";
            case MIN_MAX -> "from 0 to 1 between their smallest and largest value";
            case ROBUST -> "in interquartile ranges from the median";
            case NONE -> "as they are";
        };
        String categories = switch (preparation.options().scaling().categories()) {
            case UNIT_DISTANCE -> "a different category counts as much as one unit of a number";
            case TYPICAL_DISTANCE -> "a different category counts as much as a typical difference of a number";
            case LIKE_NUMBERS -> "categories are scaled like numbers";
        };
        return "The preparation was made from " + Numbers.count(preparation.trainingRows(), "customer") + ": "
                + Numbers.count(preparation.columns().size(), "column") + " became "
                + Numbers.count(preparation.features().size(), "feature") + ". Numbers are compared " + numbers + "; "
                + categories + ".";
    }

    private static String holds(ColumnPreparation column, Preparation preparation) {
        boolean read = preparation.readings().stream()
                .filter(ColumnReading::isRead)
                .anyMatch(r -> r.column().equals(column.column()));
        if (column instanceof ColumnPreparation.Numbers numbers) {
            String kind = numbers.quantity().orElse(Quantity.NUMBER).plural();
            return (numbers.integral() && kind.equals("numbers") ? "whole numbers" : kind)
                    + (read ? ", read from texts" : "");
        }
        return Numbers.count(((ColumnPreparation.Categories) column).levels().size()) + " categories";
    }

    private static String missing(Report report, String column) {
        return Numbers.count(report.customers().missing().getOrDefault(column, 0));
    }

    private static String filled(ColumnPreparation column) {
        if (column instanceof ColumnPreparation.Numbers numbers) {
            return numbers.fill().isEmpty()
                    ? "nothing: no segment"
                    : Figures.value(
                            numbers.quantity().orElse(Quantity.NUMBER),
                            numbers.fill().getAsDouble(),
                            1e-3);
        }
        ColumnPreparation.Categories categories = (ColumnPreparation.Categories) column;
        String level = categories.fill().isPresent()
                ? categories.levels().get(categories.fill().getAsInt())
                : ColumnPreparation.Categories.MISSING_LEVEL;
        return level.equals(ColumnPreparation.Categories.MISSING_LEVEL) ? "a category of its own" : level;
    }

    private static String transformed(String column, Preparation preparation) {
        Set<String> kinds = new TreeSet<>();
        for (Feature feature : preparation.features()) {
            if (feature.source().equals(column)) {
                kinds.add(transformed(feature));
            }
        }
        kinds.remove("");
        return kinds.isEmpty() ? "no" : String.join(", ", kinds);
    }

    private static String transformed(Feature feature) {
        return switch (feature.kind()) {
            case NUMBER -> "";
            case LOG_NUMBER -> "logarithm of 1 + value";
            case YEO_JOHNSON_NUMBER ->
                "Yeo-Johnson, lambda "
                        + Figures.twoDecimals(
                                feature.transformation().orElseThrow().lambda());
            case MISSING -> "missing or not";
            case LEVEL -> "yes or no per category";
            case RANK -> "order of the categories";
            case SHARE -> "frequency of the category";
        };
    }

    private static void undescribed(Html html, Report report) {
        List<DroppedColumn> dropped =
                report.model().preparation().map(Preparation::dropped).orElse(List.of());
        List<DroppedColumn> hidden = report.customers().undescribed().stream()
                .filter(h -> dropped.stream().noneMatch(d -> d.column().equals(h.column())))
                .toList();
        if (dropped.isEmpty() && hidden.isEmpty()) {
            return;
        }
        HtmlTable table = HtmlTable.open(html, "Columns left out", Column.text("Column"), Column.text("Why"));
        dropped.stream().limit(MAX_COLUMNS).forEach(d -> table.row(new Data(d.column()), new Data(d.text())));
        hidden.stream()
                .limit(MAX_COLUMNS)
                .forEach(h -> table.row(new Data(h.column()), new Data(h.text() + "; not shown, never used")));
        table.close();
    }

    private static void drivers(Html html, List<Driver> drivers) {
        if (drivers.isEmpty()) {
            return;
        }
        boolean remarks = drivers.stream()
                .limit(MAX_DRIVERS)
                .anyMatch(driver -> !remark(driver).isEmpty());
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("Column"), Column.number("Strength"), Column.text("Used for the segments")));
        if (remarks) {
            columns.add(Column.text("Remark"));
        }
        html.open("div", "class", "whole");
        HtmlTable table = HtmlTable.open(
                html,
                "Columns that differ most between the segments (strength from 0 to 1)",
                columns.toArray(Column[]::new));
        for (Driver driver : drivers.subList(0, Math.min(MAX_DRIVERS, drivers.size()))) {
            List<Object> cells = new ArrayList<>(
                    List.of(new Data(driver.column()), Figures.twoDecimals(driver.strength()), used(driver)));
            if (remarks) {
                cells.add(new Data(remark(driver)));
            }
            table.row(cells.toArray());
        }
        table.close();
        html.closeLine();
        if (drivers.size() > MAX_DRIVERS) {
            html.sentence("Less than these: "
                    + drivers.stream()
                            .skip(MAX_DRIVERS)
                            .limit(MAX_NAMED)
                            .map(driver -> Html.cut(driver.column()))
                            .collect(Collectors.joining(", "))
                    + (drivers.size() > MAX_DRIVERS + MAX_NAMED
                            ? " and " + Numbers.count(drivers.size() - MAX_DRIVERS - MAX_NAMED) + " more."
                            : "."));
        }
    }

    private static String used(Driver driver) {
        return switch (driver.role()) {
            case FEATURE -> "yes";
            case LEFT_OUT, NOT_USED -> "no";
            case UNKNOWN -> "not known";
        };
    }

    private static String remark(Driver driver) {
        return driver.sameAs().isEmpty() ? driver.remark() : "says the same as " + driver.sameAs();
    }
}
