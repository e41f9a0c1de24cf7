package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.match.Migration;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.knime.view.web.Subject;
import org.tessera.knime.view.web.ViewPart;

/** Where the customers of earlier segments are today. */
final class MigrationTest extends ViewTest {

    private static final Segmented MIGRATED =
            migrated(Segmented.of(1_000, 4, true)).parts(ViewPart.MIGRATION, ViewPart.PROFILE);

    /** The same, with as many earlier segments, from each of which one customer in ten went to the next segment. */
    static Segmented migrated(Segmented made) {
        Labels today = made.rows().labels();
        int k = today.segments();
        int[] earlier = new int[today.size()];
        for (int i = 0; i < earlier.length; i++) {
            int label = today.at(i);
            earlier[i] = label < 0 ? Migration.NEW : i % 10 == 0 ? (label + k - 1) % k : label;
        }
        Migration migration = Migration.of(earlier, k, today);
        int[][] counts = Arrays.stream(migration.counts(), 0, k)
                .map(row -> Arrays.copyOf(row, k))
                .toArray(int[][]::new);
        Subject subject = new Subject(
                new CustomerTable(today.size(), List.of()),
                new SegmentedRows(made.rows().tableRows(), today));
        return new Segmented(
                made.rows(),
                made.summary()
                        .withMigration(
                                org.tessera.charts.Migration.spec(today.names(), today.names(), counts),
                                subject,
                                migration),
                made.distributions(),
                made.settings());
    }

    @Test
    void every_earlier_segment_has_a_row_with_shares_and_counts() {
        view.show(MIGRATED);
        view.settle();
        assertEquals(List.of("migration", "profile"), view.tabs());
        assertEquals("90 % of the customers stayed in their segment", view.text("h2[dir]"));
        assertEquals(5, view.all(".numbers tbody tr").size());
        String last = view.find(".numbers tbody tr:last-child").getDomProperty("textContent");
        assertEquals("New customers" + "0".repeat(4) + "5050", last);
        List<String> texts = view.drawnTexts();
        assertTrue(texts.contains("100 %"), texts.toString());
        assertTrue(texts.stream().anyMatch(t -> t.matches("[89][0-9] %")), texts.toString());
    }

    @Test
    void keyboard_reads_a_cell_and_highlights_its_segment() {
        view.show(MIGRATED);
        view.settle();
        view.script("document.querySelector('.drawing').focus()");
        view.keys(Keys.ARROW_RIGHT);
        String said = view.find("#live").getDomProperty("textContent");
        assertTrue(
                said.matches("Segment 1 \\u2192 Segment 1\\. [0-9]+ customers\\. [0-9.]+ % of the [0-9]+ of Segment 1"),
                said);
        view.keys(Keys.ENTER);
        assertEquals("Segment 1", view.text(".card.selected h3"));
    }

    @Test
    void few_and_many_segments_fit() {
        for (int segments : new int[] {2, 40}) {
            view.show(migrated(Segmented.of(900, segments, false)).parts(ViewPart.MIGRATION));
            view.settle();
            assertEquals(segments, view.all(".numbers tbody tr").size());
            assertTrue(view.all(".drawing svg path").size() >= segments * segments, segments + "");
        }
    }
}
