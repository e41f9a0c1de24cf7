package org.tessera.charts.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.charts.ChartSpec;
import org.tessera.charts.Histograms;
import org.tessera.engine.metric.SegmentSilhouette;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.DroppedColumn;
import org.tessera.engine.profile.Profile;

/**
 * What a report says of a segmentation.
 *
 * @param cover title and what to say below it
 * @param customers the customers of the report
 * @param model the segmentation
 * @param verdict whether there are natural segments, if that was asked
 * @param leaderboard the segmentations that were compared, the best first; empty if that is not known
 * @param findings what was found of the segments
 * @param warnings what to know before relying on it, sentences
 */
public record Report(
        Cover cover,
        Customers customers,
        SegmentationModel model,
        Optional<Verdict> verdict,
        List<Candidate> leaderboard,
        Findings findings,
        List<String> warnings) {

    /** Copies the lists. */
    public Report {
        leaderboard = List.copyOf(leaderboard);
        warnings = List.copyOf(warnings);
    }

    /**
     * Title and circumstances.
     *
     * @param title the title
     * @param note what stands below it, such as a date or for whom, or ""
     * @param versions the versions of what made the report, by their names
     */
    public record Cover(String title, String note, Map<String, String> versions) {

        /** Copies the map, in its order. */
        public Cover {
            versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        }
    }

    /**
     * The customers of a report.
     *
     * @param rows number of rows of the table
     * @param segmented number of those that have a segment or are noise
     * @param missing number of missing values per column, of all rows
     * @param undescribed columns that describe no segment, and why
     */
    public record Customers(int rows, int segmented, Map<String, Integer> missing, List<DroppedColumn> undescribed) {

        /** Copies map and list. */
        public Customers {
            missing = Map.copyOf(missing);
            undescribed = List.copyOf(undescribed);
        }
    }

    /**
     * What Auto Segmentation says of the customers.
     *
     * @param title the verdict, one of those of its table
     * @param words the verdict in sentences
     */
    public record Verdict(String title, String words) {}

    /**
     * A segmentation that was compared. Numbers are NaN where they are not known.
     *
     * @param rank its rank, 1 for the best
     * @param name its name
     * @param segments number of segments
     * @param smallestShare share of the customers in the smallest segment
     * @param silhouette mean silhouette
     * @param passes whether it passes the guards; empty if that is not known
     * @param stability how consistently it is found again
     * @param reason why it has its rank
     */
    public record Candidate(
            int rank,
            String name,
            int segments,
            double smallestShare,
            double silhouette,
            Optional<Boolean> passes,
            Stability stability,
            String reason) {}

    /**
     * How consistently a segmentation is found again. Numbers are NaN where they are not known.
     *
     * @param halves adjusted Rand index of the segments of random halves
     * @param nullHalves the same without segments
     * @param jaccard mean Jaccard index over the segments
     * @param worstJaccard that of the segment found again worst
     * @param nullJaccard the mean without segments
     */
    public record Stability(double halves, double nullHalves, double jaccard, double worstJaccard, double nullJaccard) {

        /** Not measured. */
        public static final Stability UNKNOWN =
                new Stability(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        /** @return whether anything was measured */
        public boolean isKnown() {
            return !Double.isNaN(halves) || !Double.isNaN(jaccard);
        }
    }

    /**
     * What was found of the segments.
     *
     * @param profile how they differ, in the units of the columns
     * @param distributions the distributions of the columns that are drawn per segment
     * @param silhouettes how they hold together; none if there is only one
     * @param charts the charts of all segments, at most one of a type
     * @param columns largest number of columns listed per segment
     */
    public record Findings(
            Profile profile,
            Histograms.Spec distributions,
            List<SegmentSilhouette> silhouettes,
            List<ChartSpec> charts,
            int columns) {

        /** Copies the lists. */
        public Findings {
            silhouettes = List.copyOf(silhouettes);
            charts = List.copyOf(charts);
        }
    }

    /** The candidate that is the model's, by its name. */
    Optional<Candidate> ownCandidate() {
        return leaderboard.stream()
                .filter(c -> c.name().equals(model.provenance().title()))
                .findFirst();
    }
}
