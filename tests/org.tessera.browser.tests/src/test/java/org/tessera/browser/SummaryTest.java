package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.view.web.ViewPart;

/** What the page is told, without a browser. */
final class SummaryTest {

    private static JsonObject part(Segmented data, ViewPart part) {
        return JsonParser.parseString(data.summary().json())
                .getAsJsonObject()
                .getAsJsonObject("parts")
                .getAsJsonObject(part.name());
    }

    private static int[] inOrder(int n) {
        return IntStream.range(0, n).toArray();
    }

    @Test
    void is_the_same_for_any_order_of_the_rows_and_any_threads() {
        int n = 6_000;
        Segmented first = Segmented.ordered(inOrder(n), 1);
        Segmented shuffled = Segmented.ordered(RunContext.of(9).random(1).permutation(n), 1);
        Segmented parallel = Segmented.ordered(inOrder(n), 4);
        assertEquals(first.summary().json(), shuffled.summary().json());
        assertEquals(first.columns(), shuffled.columns());
        assertEquals(first.summary().json(), parallel.summary().json());
        assertEquals(first.columns(), parallel.columns());
    }

    @Test
    void densities_count_every_customer_once_per_pair_of_components() {
        Segmented data = Segmented.of(20_000, 7, true);
        JsonArray grids = part(data, ViewPart.SCATTER).getAsJsonArray("grids");
        assertEquals(6, grids.size());
        for (JsonElement grid : grids) {
            JsonArray counts = grid.getAsJsonObject().getAsJsonArray("counts");
            Map<Integer, Integer> perGroup = new TreeMap<>();
            for (int i = 0; i < counts.size(); i += 3) {
                perGroup.merge(counts.get(i + 1).getAsInt(), counts.get(i + 2).getAsInt(), Integer::sum);
            }
            for (int group = 0; group < 8; group++) {
                assertEquals(data.summary().segments().get(group).size(), perGroup.get(group), "group " + group);
            }
        }
    }

    @Test
    void all_customers_are_drawn_up_to_the_limit_and_a_share_of_each_segment_beyond() {
        JsonObject few = part(Segmented.ordered(inOrder(1_500), 1), ViewPart.SCATTER);
        assertEquals(1_500, few.getAsJsonArray("groups").size());
        assertEquals(0, few.getAsJsonArray("grids").size());
        JsonArray drawn =
                part(Segmented.ordered(inOrder(6_000), 1), ViewPart.SCATTER).getAsJsonArray("groups");
        int[] sizes = new int[3];
        drawn.forEach(group -> sizes[group.getAsInt()]++);
        assertEquals(2_001, drawn.size());
        assertTrue(IntStream.of(sizes).allMatch(size -> size == 667));
    }

    @Test
    void shares_of_a_column_add_up_and_its_bins_are_in_its_units() {
        Segmented data = Segmented.of(2_000, 3, false);
        for (String json : data.columns()) {
            JsonObject column = JsonParser.parseString(json).getAsJsonObject();
            int bins = column.getAsJsonArray("bins").size();
            assertEquals(1_000, sum(column.getAsJsonArray("all")), bins / 2.0 + 1, json);
            for (JsonElement group : column.getAsJsonArray("perGroup")) {
                assertEquals(1_000, sum(group.getAsJsonArray()), bins / 2.0 + 1, json);
            }
            if (column.get("column").getAsString().equals("Customer since")) {
                String bin = column.getAsJsonArray("bins").get(0).getAsString();
                assertTrue(bin.matches("20[0-9-]{8} \u2013 20[0-9-]{8}"), bin);
            }
        }
    }

    private static int sum(JsonArray numbers) {
        return IntStream.range(0, numbers.size())
                .map(i -> numbers.get(i).getAsInt())
                .sum();
    }

    @Test
    void profile_has_means_of_numbers_and_shares_of_categories_as_text() {
        JsonArray rows =
                part(Segmented.ordered(inOrder(1_200), 1), ViewPart.PROFILE).getAsJsonArray("rows");
        JsonObject income = rows.get(0).getAsJsonObject();
        assertEquals("Income", income.get("column").getAsString());
        double mean = Double.parseDouble(income.get("overall").getAsString());
        assertEquals(400, mean, 15);
        double last = Double.parseDouble(income.getAsJsonArray("values").get(2).getAsString());
        assertEquals(800, last, 15);
        JsonObject home = rows.get(1).getAsJsonObject();
        assertEquals("Home", home.get("column").getAsString());
        assertEquals("50 %", home.get("overall").getAsString());
    }

    @Test
    void explained_shares_and_positions_are_in_their_ranges() {
        JsonObject scatter = part(Segmented.of(3_000, 4, true), ViewPart.SCATTER);
        double total = 0;
        for (JsonElement share : scatter.getAsJsonArray("explained")) {
            total += share.getAsDouble();
        }
        assertTrue(total > 0.5 && total <= 1.001, total + "");
        for (JsonElement component : scatter.getAsJsonArray("positions")) {
            component
                    .getAsJsonArray()
                    .forEach(position -> assertTrue(position.getAsInt() >= 0 && position.getAsInt() <= 1_000));
        }
    }
}
