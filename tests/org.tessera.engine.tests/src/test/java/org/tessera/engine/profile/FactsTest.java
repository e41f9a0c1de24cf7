package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.engine.profile.Tables.labels;
import static org.tessera.engine.profile.Tables.numbers;
import static org.tessera.engine.profile.Tables.profile;
import static org.tessera.engine.profile.Tables.rule;
import static org.tessera.engine.profile.Tables.sentence;
import static org.tessera.engine.profile.Tables.texts;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Labels;

/** What is said of segments, and what is not. */
class FactsTest {

    private static final int N = 400;
    /** Segments of 300 and 100. */
    private static final Labels LABELS = labels(N, i -> i % 4 == 0 ? 1 : 0);

    private static int segment(int i) {
        return i % 4 == 0 ? 1 : 0;
    }

    @Test
    void columns_of_0_and_1_are_shares() {
        // 1 of 300 and 80 of 100 exited: 81 of 400 are 20.25 %.
        Profile profile = profile(LABELS, numbers("Exited", N, i -> i == 1 || (i % 4 == 0 && i % 20 != 0) ? 1 : 0));
        assertEquals("almost never Exited (0.33 % vs 20 % of all).", sentence(profile, 0));
        assertEquals("more often Exited (80 % vs 20 % of all).", sentence(profile, 1));
        assertEquals("Exited = 0", rule(profile, 0));
        assertEquals("Exited = 1", rule(profile, 1));
        assertEquals(Driver.CRAMERS_V, profile.drivers().get(0).measure());
    }

    @Test
    void booleans_are_shares_and_their_name_says_enough() {
        Profile profile = profile(LABELS, texts("Active", N, i -> "" + (segment(i) == 1 || i % 3 == 0)));
        assertEquals("always Active (100 % vs 50 % of all).", sentence(profile, 1));
        // 100 of 300 and 200 of 400
        assertEquals("less often Active (33 % vs 50 % of all).", sentence(profile, 0));
        assertEquals("Active = true", rule(profile, 1));
    }

    @Test
    void other_numbers_of_two_values_are_named_by_value() {
        Profile profile = profile(LABELS, numbers("Channel", N, i -> segment(i) == 1 || i % 10 == 1 ? 2 : 1));
        // 40 of the 300 have i % 10 = 1 and are not divisible by 4: 140 of 400
        assertEquals("always Channel = 2 (100 % vs 35 % of all).", sentence(profile, 1));
        assertEquals("Channel = 2", rule(profile, 1));
        Profile half = profile(LABELS, numbers("Level", N, i -> segment(i) == 1 ? 2.5 : 0.5));
        assertEquals("always Level = 2.5 (100 % vs 25 % of all).", sentence(half, 1));
    }

    @Test
    void missing_entries_are_described_and_drive() {
        Profile profile = profile(
                LABELS,
                numbers("discount", N, i -> segment(i) == 1 ? Double.NaN : 10),
                numbers("spend", N, i -> i * 7 % 101));
        assertEquals("always missing discount (100 % vs 25 % of all).", sentence(profile, 1));
        assertEquals("never missing discount (0 % vs 25 % of all).", sentence(profile, 0));
        Driver driver = profile.drivers().get(0);
        assertEquals("discount", driver.column());
        assertEquals(Driver.CRAMERS_V_OF_MISSING, driver.measure());
        assertEquals(1, driver.strength(), 1e-12);
        assertEquals("discount is missing", rule(profile, 1));
        Rule rule = profile.segments().get(0).rule().orElseThrow();
        assertEquals("discount is not missing", rule.text());
        assertEquals(1, rule.coverage());
        assertEquals(1, rule.precision());
    }

    @Test
    void missing_categories_and_infinite_numbers_count_as_missing() {
        Profile profile = profile(
                LABELS,
                texts("Home", N, i -> segment(i) == 1 && i % 40 != 0 ? null : i % 3 == 0 ? "own" : "rent"),
                numbers("Debt", N, i -> segment(i) == 1 && i % 40 != 0 ? Double.POSITIVE_INFINITY : i % 7));
        // 90 of 100 against 90 of 400
        assertEquals("more often missing Home (90 % vs 23 % of all; likewise Debt).", sentence(profile, 1));
        ColumnProfile home = profile.segments().get(1).columns().get(0);
        assertEquals(0.225, home.overallMissingShare(), 1e-12);
        assertEquals(0.675 / Math.sqrt(0.225 * 0.775), home.missingEffect(), 1e-12);
        assertEquals("Home", profile.drivers().get(1).sameAs());
    }

    @Test
    void what_several_columns_say_is_told_once() {
        List<String> names = List.of("Online", "Backup", "Support", "Movies");
        Column[] columns = new Column[names.size()];
        for (int c = 0; c < columns.length; c++) {
            int odd = c;
            columns[c] = texts(
                    names.get(c), N, i -> segment(i) == 1 ? "no internet" : (i / 4 + odd * i) % 3 == 0 ? "yes" : "no");
        }
        Profile profile = profile(LABELS, columns);
        assertEquals(
                "always Online = no internet (100 % vs 25 % of all; likewise Backup, Support and Movies).",
                sentence(profile, 1));
        assertEquals("Online = no internet", rule(profile, 1));
    }

    /** A mean and a share are told both, even where they are of the same customers. */
    @Test
    void the_same_is_named_as_shortly_as_it_can_be() {
        Profile profile = profile(
                LABELS,
                texts("Plan", N, i -> segment(i) == 1 ? "none" : "basic"),
                texts("Internet", N, i -> segment(i) == 1 ? "No" : i % 3 == 0 ? "Fiber" : "DSL"),
                texts("Phone", N, i -> segment(i) == 1 ? "No" : i % 5 == 0 ? "ISDN" : "VoIP"),
                numbers("Paying", N, i -> 1 - segment(i)),
                numbers("Charges", N, i -> 50 - 40 * segment(i) + i % 3));
        assertEquals(
                "always Plan = none (100 % vs 25 % of all; likewise Internet and Phone = No, never Paying), lower Charges (11 vs 41"
                        + " on average).",
                sentence(profile, 1));
    }

    @Test
    void numbers_that_move_together_are_told_once_and_drive_once() {
        Profile profile = profile(
                LABELS,
                numbers("Sum", N, i -> 100.0 * segment(i) + i % 37),
                numbers("Twice", N, i -> 200.0 * segment(i) + 2 * (i % 37) + i % 2),
                numbers("Rest", N, i -> -100.0 * segment(i) - i % 37),
                numbers("Other", N, i -> 100.0 * segment(i) + i * 29 % 113));
        String sentence = sentence(profile, 1);
        assertTrue(sentence.startsWith("higher Sum ("), sentence);
        assertTrue(sentence.contains("on average; likewise lower Rest, Twice), higher Other ("), sentence);
        assertEquals(
                List.of("", "Sum", "Sum", ""),
                List.of("Sum", "Twice", "Rest", "Other").stream()
                        .map(name -> profile.drivers().stream()
                                .filter(d -> d.column().equals(name))
                                .findFirst()
                                .orElseThrow()
                                .sameAs())
                        .toList());
    }

    @Test
    void categories_of_one_to_one_columns_are_the_same_driver_and_coarser_ones_are_not() {
        Profile profile = profile(
                LABELS,
                texts("Code", N, i -> segment(i) == 1 ? "N" + i % 3 : "S" + i % 3),
                texts("Name", N, i -> segment(i) == 1 ? "north" + i % 3 : "south" + i % 3),
                texts("Country", N, i -> segment(i) == 1 ? "north" : "south"));
        Driver name = profile.drivers().stream()
                .filter(d -> d.column().equals("Name"))
                .findFirst()
                .orElseThrow();
        assertEquals("Code", name.sameAs());
        assertEquals(
                2, profile.drivers().stream().filter(d -> d.sameAs().isEmpty()).count());
    }

    @Test
    void categories_of_a_handful_of_customers_are_not_offered() {
        // 4 of 100 against 4 of 400 is an effect of 0.3, and 3 standard errors.
        Profile profile = profile(LABELS, texts("Status", N, i -> i < 16 && segment(i) == 1 ? "YOLO" : "single"));
        assertEquals("no column stands out, much like all customers.", sentence(profile, 1));
        // 5 of 100 are enough.
        Profile five = profile(LABELS, texts("Status", N, i -> i < 20 && segment(i) == 1 ? "YOLO" : "single"));
        assertEquals("more often Status = YOLO (5 % vs 1 % of all).", sentence(five, 1));
    }

    @Test
    void categories_are_taken_together_where_that_says_more() {
        // Of the segment 43 are other, 33 priv, 24 own; of the others all own or rent.
        Profile profile = profile(LABELS, texts("Home", N, i -> {
            if (segment(i) == 0) {
                return i % 4 == 1 ? "rent" : "own";
            }
            return i / 4 < 43 ? "other" : i / 4 < 76 ? "priv" : "own";
        }));
        assertEquals("more often Home = other or priv (76 % vs 19 % of all).", sentence(profile, 1));
        assertEquals("Home = other or priv", rule(profile, 1));
        assertEquals(0.76, profile.segments().get(1).rule().orElseThrow().coverage(), 1e-12);
        assertEquals(1, profile.segments().get(1).rule().orElseThrow().precision(), 1e-12);
    }

    @Test
    void categories_that_are_rare_overall_are_listed_where_they_say_something() {
        Profile profile = profile(
                labels(1200, i -> i < 60 ? 1 : 0), texts("Shop", 1200, i -> i < 60 ? "island" : "shop" + i % 15));
        CategoryProfile shop =
                (CategoryProfile) profile.segments().get(0).columns().get(0);
        assertEquals(11, shop.levels().size());
        assertTrue(shop.levels().stream().anyMatch(l -> l.level().equals("island")));
        assertEquals("always Shop = island (100 % vs 5 % of all).", sentence(profile, 1));
    }

    @Test
    void too_few_customers_say_that_and_what_is_most_different() {
        Labels three = labels(N, i -> i < 3 ? 1 : 0);
        Profile profile =
                profile(three, numbers("Income", N, i -> i < 3 ? 900 : i % 10), numbers("Age", N, i -> i % 50));
        assertEquals(
                "Segment 2 (3 customers, 0.75 %): too few customers to say what sets them apart; most different: higher"
                        + " Income (900 vs 11 on average).",
                profile.segments().get(1).description());
        assertEquals("no rule: too few customers", profile.segments().get(1).noRule());
        // Six customers half a standard deviation above the mean are 1.2 standard errors.
        Labels six = labels(N, i -> i < 6 ? 1 : 0);
        Profile uncertain = profile(six, numbers("Score", N, i -> i < 6 ? 64 : i % 100));
        assertEquals(
                "too few customers to say for certain what sets them apart; most different: higher Score (64 vs 50 on"
                        + " average).",
                sentence(uncertain, 1));
    }

    @Test
    void customers_of_whom_nothing_is_known_are_named_so() {
        Profile profile = profile(
                LABELS,
                numbers("Age", N, i -> segment(i) == 1 ? Double.NaN : 20 + i % 50),
                texts("Home", N, i -> segment(i) == 1 ? null : "own"));
        assertEquals("nothing is known of these customers, every value is missing.", sentence(profile, 1));
    }

    @Test
    void a_rule_that_covers_little_is_not_offered_and_that_is_said() {
        // No category has more than a quarter of the segment, and three of them together still have no phi of 0.2.
        Profile profile =
                profile(labels(N, i -> i < 200 ? 0 : 1), texts("Area", N, i -> i < 40 ? "dock" : "area" + i * 7 % 11));
        assertEquals("none", rule(profile, 0));
        assertEquals(
                "no rule: none that sets the segment apart covers 30 % of it",
                profile.segments().get(0).noRule());
        assertEquals(
                "",
                profile(LABELS, numbers("x", N, FactsTest::segment))
                        .segments()
                        .get(0)
                        .noRule());
    }

    @Test
    void a_column_that_alone_tells_the_segments_is_named() {
        Profile profile = profile(
                LABELS,
                texts("Gender", N, i -> segment(i) == 1 ? "m" : "f"),
                numbers("Noise", N, i -> i * 31 % 97),
                numbers("Id", N, i -> i));
        Driver gender = profile.drivers().get(0);
        assertTrue(gender.nearly());
        assertEquals(1, gender.told());
        assertEquals("nearly the segmentation: tells the segment of 100 % of the customers", gender.remark());
        assertEquals(List.of("Gender"), nearly(profile));
    }

    @Test
    void a_number_that_tells_the_segments_is_named_unless_others_do_or_there_are_hardly_any() {
        Column score = numbers("Score", N, i -> 1000.0 * segment(i) + i % 300);
        Column noise = numbers("Noise", N, i -> i * 31 % 97);
        Column id = numbers("Id", N, i -> i);
        assertEquals(List.of("Score"), nearly(profile(LABELS, score, noise, id)));
        assertEquals(List.of(), nearly(profile(LABELS, score, noise)));
        Column points = numbers("Points", N, i -> 7.0 * segment(i) - i % 5);
        assertEquals(List.of(), nearly(profile(LABELS, score, points, noise, id)));
        assertEquals(List.of(), nearly(profile(LABELS, texts("Gender", N, i -> segment(i) == 1 ? "m" : "f"))));
    }

    private static List<String> nearly(Profile profile) {
        return profile.drivers().stream()
                .filter(Driver::nearly)
                .map(Driver::column)
                .toList();
    }

    @Test
    void a_large_segment_is_not_told_by_every_column() {
        Profile profile = profile(labels(N, i -> i % 50 == 0 ? 1 : 0), numbers("Noise", N, i -> i * 31 % 97));
        assertTrue(profile.drivers().get(0).told() >= 0.95);
        assertFalse(profile.drivers().get(0).nearly());
    }

    /** Of two conditions that hold for nearly the same customers, the second adds nothing but words. */
    @Test
    void a_rule_does_not_repeat_itself() {
        // B repeats A but for 4 of 400 customers; each alone tells 100 from the 40 of others, together 100 from 38.
        Profile profile = profile(
                LABELS,
                texts("A", N, i -> segment(i) == 1 || i % 8 == 1 ? "yes" : "no"),
                texts("B", N, i -> segment(i) == 1 || (i % 8 == 1 && i > 20) || i == 2 ? "yes" : "no"),
                texts("C", N, i -> segment(i) == 1 || i % 16 == 1 || i % 8 == 3 ? "yes" : "no"));
        assertEquals("B = yes and C = yes", rule(profile, 1));
    }

    @Test
    void numbers_of_two_values_with_a_missing_or_infinite_one_are_shares_too() {
        Profile profile = profile(
                LABELS, numbers("Flag", N, i -> i == 7 ? Double.NaN : i == 9 ? Double.POSITIVE_INFINITY : segment(i)));
        CategoryProfile flag =
                (CategoryProfile) profile.segments().get(0).columns().get(0);
        assertEquals(298, flag.count());
        assertEquals(2 / 400.0, flag.overallMissingShare(), 1e-15);
        Profile three = profile(LABELS, numbers("Flag", N, i -> i == 7 ? 2 : segment(i)));
        assertTrue(three.segments().get(0).columns().get(0) instanceof NumericProfile);
    }

    @Test
    void a_few_missing_entries_that_are_a_segment_do_not_make_the_column_a_driver_by_them() {
        IntToDoubleFunction age = i -> i < 3 ? Double.NaN : 30 + 9 * (i % 2) + i % 7;
        Driver few = profile(labels(N, i -> i < 3 ? 2 : i % 2), numbers("Age", N, age))
                .drivers()
                .get(0);
        assertEquals(Driver.ETA_SQUARED, few.measure());
        Driver many = profile(
                        labels(N, i -> i < 60 ? 2 : i % 2),
                        numbers("Age", N, i -> i < 60 ? Double.NaN : age.applyAsDouble(i)))
                .drivers()
                .get(0);
        assertEquals(Driver.CRAMERS_V_OF_MISSING, many.measure());
    }
}
