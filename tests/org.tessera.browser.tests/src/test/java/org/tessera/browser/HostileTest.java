package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.view.web.FeatureRows;
import org.tessera.knime.view.web.ViewData;
import org.tessera.knime.view.web.ViewPart;
import org.tessera.knime.view.web.ViewSettings;

/** Names and values that try to be more than text, or are none; tables that are very large or nearly empty. */
final class HostileTest extends ViewTest {

    private static final String MARKUP =
            "<img src=x onerror=\"window.hacked=1\"></script><script>window.hacked=2</script>";
    private static final List<String> NAMES = List.of(
            MARKUP,
            "{b}{a|<b>x</b>} ${x} %s \\ \" ' & &amp;",
            "قطاع العملاء الأوفياء",
            "優良顧客セグメント".repeat(3),
            "A very long name of a segment that goes on and on ".repeat(20),
            "Half \uD83D a character",
            " ");

    static Segmented hostile() {
        int n = 400;
        double[] features = new double[n * 2];
        int[] labels = new int[n];
        List<String> home = new ArrayList<>();
        double[] money = new double[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 5 == 4 ? Labels.NOISE : i % 5;
            features[2 * i] = 10 * (i % 5) + i / 400.0;
            features[2 * i + 1] = i % 3;
            home.add(NAMES.get(i % NAMES.size()));
            money[i] = i % 7 == 0 ? Double.NaN : i % 11 == 0 ? Double.POSITIVE_INFINITY : 1e12 * (i % 5);
        }
        Labels segments = Labels.of(labels);
        SegmentedRows rows = SegmentedRows.all(segments);
        List<Column> columns = List.of(
                CategoryColumn.of(MARKUP, home),
                new NumericColumn("お金 <b>", money, false),
                new NumericColumn("Empty", nothing(n), false),
                new NumericColumn("x".repeat(5_000), features(features, n), false));
        FeatureRows featured =
                new FeatureRows(Matrix.wrap(n, 2, features), List.of(MARKUP, "الدخل"), segments, rows.rows());
        return Segmented.summarize(featured, new CustomerTable(n, columns), RunContext.of(1))
                .named(NAMES);
    }

    /** Customers of whom some are worth billions. */
    static Segmented rich() {
        int n = 600;
        double[] worth = new double[n];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 2;
            worth[i] = (i % 2 == 0 ? 2_500_000_000L : 4_000_000_000L) + 1_000_000L * i;
        }
        return withoutShape(new NumericColumn("Worth", worth, true), labels, 2);
    }

    /** Customers without segments, cut into three of decreasing size, in eight features that say nothing of each other. */
    static Segmented round() {
        int n = 900;
        int[] labels = new int[n];
        double[] age = new double[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i < 500 ? 0 : i < 750 ? 1 : 2;
            age[i] = 20 + i % 50;
        }
        return withoutShape(new NumericColumn("Age", age, true), labels, 8);
    }

    private static Segmented withoutShape(NumericColumn column, int[] labels, int features) {
        int n = labels.length;
        RandomStream random = RunContext.of(3).random(1);
        double[] values = new double[n * features];
        java.util.Arrays.setAll(values, i -> random.nextGaussian());
        Labels segments = Labels.of(labels);
        SegmentedRows rows = SegmentedRows.all(segments);
        return Segmented.summarize(
                new FeatureRows(
                        Matrix.wrap(n, features, values),
                        IntStream.range(0, features)
                                .mapToObj(f -> "Feature " + f)
                                .toList(),
                        segments,
                        rows.rows()),
                new CustomerTable(n, List.of(column)),
                RunContext.of(1));
    }

    private static double[] nothing(int n) {
        double[] values = new double[n];
        java.util.Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double[] features(double[] all, int n) {
        double[] values = new double[n];
        java.util.Arrays.setAll(values, i -> all[2 * i]);
        return values;
    }

    @Test
    void names_and_values_stay_text_in_every_chart_and_tooltip() {
        view.show(hostile());
        for (String tab : TABS) {
            view.tab(tab);
            view.script("document.querySelector('.drawing').focus()");
            for (int i = 0; i < 12; i++) {
                view.keys(Keys.ARROW_RIGHT);
            }
            view.settle();
            assertEquals(0, view.all("img, b").size(), tab);
            assertTrue(view.find(".numbers").getDomProperty("textContent").contains("<img src=x")
                    || tab.equals("scatter"));
        }
        for (int column = 0; column < 4; column++) {
            view.tab("distribution");
            view.click(".tools button:nth-of-type(2)");
            view.settle();
        }
        assertEquals(NAMES.get(2), view.text(".card:nth-child(3) h3"));
        assertEquals(NAMES.get(0), view.text(".card:nth-child(1) h3"));
        assertEquals(null, view.script("return window.hacked"));
    }

    @Test
    void report_and_pictures_of_hostile_names_hold_no_markup_of_theirs() {
        Segmented data = hostile();
        view.show(data);
        view.settle();
        String report = (String) ((org.openqa.selenium.JavascriptExecutor) view.driver())
                .executeAsyncScript(
                        "const done = arguments[0]; tessera.export.report().then((e) => done(e.outerHTML))");
        assertFalse(report.contains("<img"), report);
        assertFalse(report.contains("<script"), report);
        assertEquals(null, view.script("return window.hacked"));
    }

    @Test
    void names_and_values_stay_text_in_the_parts_of_a_search_and_settings() {
        Segmented searched = hostile().searched();
        view.show(searched.shown(new ViewSettings(
                MARKUP,
                true,
                List.of(
                        new ViewSettings.Part(ViewPart.CHOICE_OF_K),
                        new ViewSettings.Part(ViewPart.LEADERBOARD),
                        new ViewSettings.Part(ViewPart.PROFILE)),
                new ViewSettings.Columns(List.of(MARKUP, "x".repeat(5_000))),
                List.of("1", "3"),
                1,
                2)));
        for (String tab : view.tabs()) {
            view.tab(tab);
            assertEquals(0, view.all("img, b").size(), tab);
        }
        assertEquals(2, view.all(".numbers tbody tr").size());
        assertEquals(MARKUP, view.text("h1"));
        assertEquals(null, view.script("return window.hacked"));
    }

    @Test
    void every_summary_is_at_most_a_megabyte() {
        for (Segmented data : List.of(hostile(), Segmented.of(6_000, 100, true, 300), Segmented.of(9_000, 40, true))) {
            ViewData page = data.data();
            int bytes = page.summary().getBytes(StandardCharsets.UTF_8).length
                    + page.distributions().stream()
                            .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                            .sum();
            assertTrue(bytes <= ViewData.MAX_BYTES, bytes + " bytes");
        }
    }

    @Test
    void a_hundred_of_more_segments_are_shown_and_the_rest_mentioned() {
        view.show(Segmented.of(3_000, 130, false));
        assertEquals(100, view.all(".card").size());
        assertTrue(view.text(".head").contains("The view shows 100 of 130 segments."), view.text(".head"));
        for (String tab : TABS) {
            view.tab(tab);
        }
    }

    @Test
    void many_customers_are_drawn_as_densities_of_all() {
        view.show(Segmented.of(20_000, 5, true));
        view.settle();
        assertTrue(
                view.text(".reading")
                        .startsWith("The density of all 20,000 customers, shown instead of points above 5,000"),
                view.text(".reading"));
        assertTrue(view.all(".drawing svg path").size() > 100);
        view.find(".tools label:nth-of-type(4) input").click();
        view.settle();
        assertTrue(view.text(".reading").matches("[12],[0-9]{3} of 20,000 customers drawn.*"), view.text(".reading"));
    }

    @Test
    void a_single_customer_and_a_single_column_are_shown() {
        Labels one = Labels.of(0);
        SegmentedRows rows = SegmentedRows.all(one);
        view.show(Segmented.summarize(
                new FeatureRows(Matrix.of(new double[] {1}), List.of("Age"), one, rows.rows()),
                new CustomerTable(1, List.of(new NumericColumn("Age", new double[] {1}, true))),
                RunContext.of(1)));
        for (String tab : TABS) {
            view.tab(tab);
        }
        view.tab("silhouettes");
        assertFalse(view.text(".reading").isEmpty());
    }

    @Test
    void customers_without_own_columns_are_shown() {
        Labels two = Labels.of(0, 0, 1, 1);
        SegmentedRows rows = SegmentedRows.all(two);
        view.show(Segmented.summarize(
                new FeatureRows(
                        Matrix.of(new double[] {1, 1}, new double[] {1, 1}, new double[] {2, 2}, new double[] {2, 2}),
                        List.of("Age", "Income"),
                        two,
                        rows.rows()),
                new CustomerTable(4, List.of()),
                RunContext.of(1)));
        for (String tab : TABS) {
            view.tab(tab);
        }
        view.tab("distribution");
        assertEquals("There is no column.", view.text(".reading"));
    }
}
