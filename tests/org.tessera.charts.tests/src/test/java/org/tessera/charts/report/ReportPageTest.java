package org.tessera.charts.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.profile.CategoryProfile;
import org.tessera.engine.profile.NumericProfile;
import org.tessera.engine.profile.SegmentProfile;
import org.w3c.dom.Element;

/** The report is a page that anything can read, and says what the tables say. */
class ReportPageTest {

    private static final String HOSTILE = "<script>alert('x')</script>\"&amp;\u0007\ud800";
    private static final String RIGHT_TO_LEFT = "دخل العميل السنوي";

    static Stream<Report> reports() {
        return Stream.of(
                Reports.of(3).report(300),
                Reports.of(2).withNoise().report(120),
                Reports.of(40).report(1200),
                Reports.of(3).unprepared().report(300),
                Reports.of(1).report(50),
                Reports.report(Reports.of(3).subject(300, 300), Optional.empty()),
                Reports.report(Reports.of(5).withNoise().subject(300, 3), Optional.empty()),
                Reports.of(3)
                        .named(HOSTILE, RIGHT_TO_LEFT, "</style><b>" + "long ".repeat(200))
                        .report(300));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void is_well_formed_and_needs_nothing_else(Report report) {
        String html = ReportPage.html(report, Reports.RUN);
        assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
        Page page = Page.of(html);
        for (String loader : List.of("script", "link", "img", "iframe", "object", "form", "base", "b")) {
            assertEquals(List.of(), page.all(loader), loader);
        }
        for (Element element : page.all("*")) {
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                String name = element.getAttributes().item(a).getNodeName();
                String value = element.getAttributes().item(a).getNodeValue();
                assertFalse(name.startsWith("on"), name);
                assertFalse(name.endsWith("href") && !value.startsWith("#"), value);
                assertFalse(name.equals("src"), value);
            }
        }
        assertFalse(page.all("style").get(0).getTextContent().contains("url("));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void headings_go_down_one_by_one_and_links_lead_somewhere(Report report) {
        Page page = Page.of(report);
        int last = 0;
        Set<String> ids = new HashSet<>();
        for (Element element : page.all("*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int level = element.getTagName().charAt(1) - '0';
                assertTrue(level <= last + 1, Page.text(element));
                assertFalse(Page.text(element).isEmpty());
                last = level;
            }
            if (element.hasAttribute("id")) {
                assertTrue(ids.add(element.getAttribute("id")), element.getAttribute("id") + " twice");
            }
        }
        assertEquals(1, page.all("h1").size());
        page.all("a")
                .forEach(a -> assertTrue(ids.contains(a.getAttribute("href").substring(1)), Page.text(a)));
        page.all("section").forEach(s -> assertTrue(ids.contains(s.getAttribute("aria-labelledby"))));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void tables_have_captions_and_drawings_have_titles(Report report) {
        Page page = Page.of(report);
        for (Element table : page.all("table")) {
            assertEquals("caption", table.getFirstChild().getNodeName());
            int columns = Page.all(table, "thead")
                    .get(0)
                    .getFirstChild()
                    .getChildNodes()
                    .getLength();
            for (List<String> row : page.table(Page.text(table.getFirstChild()))) {
                assertEquals(columns, row.size(), row::toString);
            }
            Page.all(table, "th").forEach(th -> {
                assertTrue(th.hasAttribute("scope"));
                assertFalse(Page.text(th).isEmpty());
            });
        }
        for (Element svg : page.all("svg")) {
            boolean hidden = svg.getAttribute("aria-hidden").equals("true");
            assertTrue(hidden || !Page.text(Page.all(svg, "title").get(0)).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void every_segment_has_its_part(Report report) {
        Page page = Page.of(report);
        List<SegmentProfile> segments = report.findings().profile().segments();
        List<Element> articles = page.all("article");
        assertEquals(segments.size(), articles.size());
        for (int s = 0; s < articles.size(); s++) {
            String text = Page.text(articles.get(s));
            SegmentProfile segment = segments.get(s);
            assertTrue(text.startsWith(segment.name() + " "), text);
            assertTrue(text.contains(Html.cut(segment.sentence()).replaceAll("[\\x00-\\x1f\ud800]", "\ufffd")), text);
            int drawings = (int) Page.all(articles.get(s), "svg").stream()
                    .filter(svg -> svg.getAttribute("class").equals("small"))
                    .count();
            assertEquals(segment.size() == 0 ? 0 : SegmentSection.DISTRIBUTIONS, drawings);
        }
        assertEquals(segments.size() + 1, page.table("The segments at a glance").size());
    }

    @Test
    void figures_are_those_of_the_profile() {
        Report report = Reports.of(3).report(300);
        Page page = Page.of(report);
        int numbers = 0;
        int shares = 0;
        for (SegmentProfile segment : report.findings().profile().segments()) {
            List<List<String>> rows = page.table("What sets " + segment.name() + " apart");
            for (List<String> row : rows.subList(1, rows.size())) {
                if (row.get(0).startsWith("Home = ")) {
                    CategoryProfile home = column(segment, "Home");
                    CategoryProfile.LevelShare level = home.levels().stream()
                            .filter(l -> row.get(0).endsWith(l.level()))
                            .findFirst()
                            .orElseThrow();
                    assertEquals(Figures.percent(level.share()), row.get(1));
                    assertEquals(Figures.percent(level.overallShare()), row.get(3));
                    assertEquals(Figures.signed(level.effect()), row.get(4));
                    shares++;
                } else {
                    NumericProfile column = column(segment, row.get(0));
                    double step = column.overall().sd() / 10;
                    double half = Intervals.ofMean(column.segment()).orElseThrow();
                    assertEquals(
                            Figures.value(column.quantity(), column.segment().mean(), step), row.get(1));
                    assertEquals(
                            Figures.value(column.quantity(), column.segment().mean() - half, step) + " to "
                                    + Figures.value(
                                            column.quantity(), column.segment().mean() + half, step),
                            row.get(2));
                    assertEquals(
                            Figures.value(column.quantity(), column.overall().mean(), step), row.get(3));
                    assertEquals(Figures.signed(column.effect()), row.get(4));
                    numbers++;
                }
            }
        }
        assertTrue(numbers >= 6 && shares >= 3, numbers + " numbers, " + shares + " shares");
        List<String> first = page.table("The segments at a glance").get(1);
        assertEquals(List.of("Segment 1", "100", "33.3 %"), first.subList(0, 3));
    }

    @SuppressWarnings("unchecked") // the caller knows the kind of the column
    private static <T> T column(SegmentProfile segment, String name) {
        return (T) segment.columns().stream()
                .filter(c -> c.column().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void differences_by_chance_are_left_out() {
        Report report = Reports.of(3).report(300);
        for (SegmentProfile segment : report.findings().profile().segments()) {
            Set<String> shown = new HashSet<>();
            Page.of(report)
                    .table("What sets " + segment.name() + " apart")
                    .forEach(row -> shown.add(row.get(0).replaceAll(" (=|missing).*", "")));
            segment.columns()
                    .forEach(c -> assertEquals(
                            Math.max(Math.abs(c.effect()), Math.abs(c.missingEffect())) * Math.sqrt(c.count()) >= 3,
                            shown.contains(c.column()),
                            segment.name() + ": " + c));
        }
    }

    @Test
    void columns_say_what_was_done_to_them() {
        Page page = Page.of(Reports.of(3).report(300));
        List<List<String>> used = page.table("Columns from which the segments were made");
        assertEquals(List.of("Column", "Holds", "Missing", "Filled with", "Transformed"), used.get(0));
        assertEquals(List.of("Income", "whole numbers", "18"), used.get(1).subList(0, 3));
        assertTrue(used.get(1).get(3).matches("1,[0-9]{3}"), used.get(1)::toString);
        assertEquals("dates", used.get(3).get(1));
        assertTrue(used.get(3).get(3).startsWith("2019-"), used.get(3)::toString);
        assertEquals(
                List.of("Home", "2 categories", "0", "a category of its own", "yes or no per category"), used.get(4));
        assertEquals(
                List.of("Version", "has one value only"),
                page.table("Columns left out").get(1));
    }

    @Test
    void leaderboard_stability_and_verdict_are_as_given() {
        Page page = Page.of(Reports.of(3).report(300));
        assertEquals(
                List.of(
                        List.of("1", "K-Means, k = 3", "3", "12.5 %", "0.345", "passed", "Chosen: highest silhouette"),
                        List.of("2", "DBSCAN", "1", "100 %", "–", "failed", "Set aside: one segment only")),
                page.table("Leaderboard").subList(1, 3));
        String stability = Page.text(page.section("stability"));
        assertTrue(stability.contains("agree to 0.91") && stability.contains("reaches 0.52"), stability);
        assertTrue(stability.contains("average 0.88") && stability.contains("worst one 0.71"), stability);
        String brief = Page.text(page.section("brief"));
        assertTrue(brief.contains("Verdict: Continuum") && brief.contains("customers differ by degrees"), brief);
        assertTrue(brief.contains("300 customers in 3 segments, made by K-Means, k = 3, rank 1 of the 2"), brief);
        assertTrue(brief.contains("3 customers are in another segment than the model gives them."), brief);
    }

    @Test
    void every_verdict_has_its_meaning() {
        Set<String> meanings = new HashSet<>();
        for (String verdict : List.of("Natural segments", "Reproducible grouping", "Continuum", "Undecided")) {
            assertTrue(BriefSection.meaning(verdict).startsWith("What it means: "), verdict);
            meanings.add(BriefSection.meaning(verdict));
        }
        assertEquals(4, meanings.size());
    }

    @Test
    void what_is_not_known_is_said_with_the_way_to_know_it() {
        Report report = Reports.report(Reports.of(3).unprepared().subject(300, 300), Optional.empty());
        Page page = Page.of(report);
        assertTrue(Page.text(page.section("brief")).contains("connect its output 'Verdict' to this report"));
        assertTrue(Page.text(page.section("choice")).contains("Connect the leaderboard"));
        assertTrue(Page.text(page.section("stability")).contains("'Measure stability'"));
        assertTrue(Page.text(page.section("data")).contains("There was no preparation"));
        assertFalse(page.all("svg").stream()
                .anyMatch(s -> s.getAttribute("aria-labelledby").equals("chart-choice-of-k")));
    }

    @Test
    void a_segment_without_a_customer_is_said_to_be_empty() {
        Report report = Reports.report(Reports.of(5).subject(300, 3), Optional.empty());
        Page page = Page.of(report);
        String text = Page.text(page.first("article", a -> a.getAttribute("id").equals("segment-4")));
        assertTrue(text.contains("0 customers, 0 %") && text.contains("None of these customers"), text);
    }

    @Test
    void names_of_the_data_stay_text_apart_from_the_direction_around_them() {
        Report report = Reports.of(3).named(HOSTILE, RIGHT_TO_LEFT, "a<i>b").report(300);
        String html = ReportPage.html(report, Reports.RUN);
        Page page = Page.of(html);
        assertEquals(List.of(), page.all("script"));
        String shown = "<script>alert('x')</script>\"&amp;\ufffd\ufffd";
        assertTrue(page.all("bdi").stream().anyMatch(b -> b.getTextContent().equals(shown)));
        assertTrue(page.all("bdi").stream().anyMatch(b -> b.getTextContent().startsWith(RIGHT_TO_LEFT)));
        assertEquals("Customers <2026>", Page.text(page.all("h1").get(0)));
    }

    @Test
    void the_same_report_gives_the_same_bytes_for_any_number_of_threads() {
        String once = ReportPage.html(Reports.of(4).withNoise().report(200), Reports.RUN);
        ReportSubject subject = Reports.of(4).withNoise().subject(200, 200);
        ReportSubject.Found found = subject.find(6, Reports.RUN.withThreads(4));
        Report again = Reports.of(4).withNoise().report(200);
        again = new Report(
                again.cover(),
                found.customers(),
                again.model(),
                again.verdict(),
                again.leaderboard(),
                found.findings(),
                again.warnings());
        assertEquals(once, ReportPage.html(again, Reports.RUN.withThreads(4)));
    }

    @Test
    void forty_segments_fit_into_a_megabyte_and_a_half_and_a_thousand_end() {
        assertTrue(bytes(Reports.of(40).report(2000)) < 1_500_000);
        assertTrue(bytes(Reports.of(400).report(4000)) < 4_000_000);
        Page page = Page.of(Reports.of(400).report(4000));
        assertEquals(SegmentSection.MAX_SEGMENTS, page.all("article").size());
        assertTrue(Page.text(page.section("segments")).contains("The first 100 of 400 are described."));
    }

    private static int bytes(Report report) {
        return ReportPage.html(report, Reports.RUN).getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void long_lists_end() {
        List<Report.Candidate> board = new ArrayList<>();
        for (int rank = 1; rank <= 60; rank++) {
            board.add(new Report.Candidate(
                    rank, "K-Means " + rank, 3, 0.1, 0.2, Optional.empty(), Report.Stability.UNKNOWN, "Because"));
        }
        Report report = Reports.of(3).report(300);
        Page page = Page.of(new Report(
                report.cover(),
                report.customers(),
                report.model(),
                report.verdict(),
                board,
                report.findings(),
                report.warnings()));
        assertEquals(16, page.table("Leaderboard").size());
        String choice = Page.text(page.section("choice"));
        assertTrue(choice.contains("The best 15 of 60 are shown."), choice);
        assertTrue(choice.contains("is not in the leaderboard"), choice);
    }
}
