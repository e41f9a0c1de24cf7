package org.tessera.engine.choose.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.SegmentationException;

/**
 * What a search tries within its budget, decided by estimates before it starts: a function of options and sizes only. The
 * algorithms come in the order of the time that all their trials take, the cheapest first, so that a small budget leaves
 * out as little as possible; of each the numbers of segments ascend until one does not fit.
 */
public final class Plan {

    /** The share of the budget for the search where the best segmentation still has to be found among all rows. */
    private static final double SEARCH_SHARE = 0.7;

    /** The trials of an algorithm, of which the first ones are tried. */
    record Part(Family family, List<Trial> trials, int tried) {

        List<Trial> chosen() {
            return trials.subList(0, tried);
        }

        List<Trial> leftOut() {
            return trials.subList(tried, trials.size());
        }
    }

    private final SweepOptions options;
    private final boolean sampled;
    private final DataSize size;
    private final int maxSegments;
    private final List<Part> parts;

    private Plan(SweepOptions options, boolean sampled, DataSize size, int maxSegments, List<Part> parts) {
        this.options = options;
        this.sampled = sampled;
        this.size = size;
        this.maxSegments = maxSegments;
        this.parts = List.copyOf(parts);
    }

    /**
     * Makes a plan.
     *
     * @param options algorithms, numbers of segments, budget
     * @param rows number of rows n
     * @param searched number of rows that are searched, n or fewer
     * @param columns number of features
     * @param maxSegments most segments that the rows allow
     * @return the plan
     * @throws SegmentationException if the budget is too small for one trial
     */
    static Plan of(SweepOptions options, int rows, int searched, int columns, int maxSegments) {
        DataSize size = new DataSize(searched, columns, SweepOptions.THREADS);
        double left = options.searchSeconds() * (searched < rows ? SEARCH_SHARE : 1);
        List<Part> parts = new ArrayList<>();
        for (Part all : families(options, size, maxSegments)) {
            int tried = 0;
            for (Trial trial : all.trials()) {
                if (!options.byClock() && trial.seconds() > left) {
                    break;
                }
                left -= trial.seconds();
                tried++;
            }
            parts.add(new Part(all.family(), all.trials(), tried));
        }
        Plan plan = new Plan(options, searched < rows, size, maxSegments, parts);
        plan.requireOne();
        return plan;
    }

    /** The families with all their trials, the one that takes the least time first. */
    private static List<Part> families(SweepOptions options, DataSize size, int maxSegments) {
        List<Part> families = new ArrayList<>();
        for (Algorithm<?> algorithm : options.chosen()) {
            Family family = Family.of(algorithm);
            List<Trial> trials = family.trials(options.minSegments(), maxSegments, size).stream()
                    .map(trial -> stable(trial, family, options, size))
                    .map(trial -> measured(trial, options, size, maxSegments))
                    .toList();
            families.add(new Part(family, trials, 0));
        }
        families.sort(Comparator.comparingDouble(part -> seconds(part.trials())));
        return families;
    }

    /** A trial with its stability. */
    private static Trial stable(Trial trial, Family family, SweepOptions options, DataSize size) {
        if (!options.stability()) {
            return trial;
        }
        Estimate run = family.repeated(trial, Consistencies.part(size));
        return trial.with(Consistencies.RUNS * run.seconds(), run.bytes() * size.threads());
    }

    /** A trial with the metrics of the leaderboard. */
    private static Trial measured(Trial trial, SweepOptions options, DataSize size, int maxSegments) {
        Trial measured = trial;
        for (Metric metric : options.selection().computed()) {
            Estimate estimate = metric.info()
                    .estimate(size, maxSegments, 1, options.selection().metricOptions());
            measured = measured.with(estimate.seconds(), estimate.bytes());
        }
        return measured;
    }

    private static double seconds(List<Trial> trials) {
        return trials.stream().mapToDouble(Trial::seconds).sum();
    }

    private void requireOne() {
        if (!tried().isEmpty()) {
            return;
        }
        Trial cheapest = leftOut().stream()
                .min(Comparator.comparingDouble(Trial::seconds))
                .orElseThrow();
        throw new SegmentationException(
                "A time budget of " + Estimate.duration(options.seconds()) + " is too small for one candidate: "
                        + cheapest.title() + " of " + size.inWords("feature") + " takes about "
                        + Estimate.duration(cheapest.seconds()) + " by estimate",
                "raise '" + SweepOptions.BUDGET_OPTION + "' to " + seconds() + " or more to try all",
                "lower '" + SweepOptions.SAMPLE_OPTION + "'");
    }

    /** @return what is tried, in this order */
    public List<Trial> tried() {
        return parts.stream().flatMap(part -> part.chosen().stream()).toList();
    }

    /** @return what the budget leaves out, in the order in which it would be tried */
    public List<Trial> leftOut() {
        return parts.stream().flatMap(part -> part.leftOut().stream()).toList();
    }

    /** The families in the order in which they are tried. */
    List<Part> parts() {
        return parts;
    }

    /** Seconds of the budget that the search leaves for the winner among all rows. */
    double rest() {
        return options.byClock()
                ? (1 - SEARCH_SHARE) * options.searchSeconds()
                : options.seconds() - estimate().seconds();
    }

    /** @return seconds of the budget that are not reserved */
    public double searchSeconds() {
        return options.searchSeconds();
    }

    /** Fewest segments that are tried. */
    int minSegments() {
        return options.minSegments();
    }

    /** Most segments that are tried: those of the options, or as many as rows differ. */
    int maxSegments() {
        return maxSegments;
    }

    /** @return number of rows that are searched, and features */
    public DataSize size() {
        return size;
    }

    /** @return time and memory of the search and what is reserved, on {@link SweepOptions#THREADS} threads */
    public Estimate estimate() {
        List<Trial> tried = tried();
        double bytes = tried.stream().mapToDouble(Trial::bytes).max().orElse(0);
        return size.estimate(
                "Auto Segmentation, " + tried.size() + " candidates of",
                bytes + 2 * size.matrixBytes(),
                seconds(tried) + options.reserved(),
                List.of("lower '" + SweepOptions.BUDGET_OPTION + "'", "choose fewer algorithms"));
    }

    /** Seconds that a budget needs so that all trials fit. */
    private long seconds() {
        double search = (seconds(tried()) + seconds(leftOut())) / (sampled ? SEARCH_SHARE : 1);
        return (long) Math.ceil(search + options.reserved());
    }

    /** @return what the budget leaves out with estimates and remedy, sentences for the user; empty if nothing */
    public String leftOutInWords() {
        if (leftOut().isEmpty()) {
            return "";
        }
        List<String> groups = parts.stream()
                .filter(part -> !part.leftOut().isEmpty())
                .map(Plan::group)
                .toList();
        return "The time budget of " + Estimate.duration(options.seconds()) + " left out "
                + String.join(" and ", groups) + ": raise '" + SweepOptions.BUDGET_OPTION + "' to " + seconds()
                + " to try them.";
    }

    /** Such as "K-Means, k = 7 to 10 (about 40 seconds by estimate)". */
    private static String group(Part part) {
        Trial first = part.leftOut().get(0);
        Trial last = part.leftOut().get(part.leftOut().size() - 1);
        String settings = ", " + first.setting();
        if (first.segments() < last.segments()) {
            settings += " to " + last.segments();
        } else if (first.segments() == 0) {
            settings = part.tried() == 0 ? "" : settings + " and later";
        }
        return first.algorithm() + settings + " (about " + Estimate.duration(seconds(part.leftOut())) + " by estimate)";
    }
}
