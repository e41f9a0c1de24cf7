package org.tessera.pmml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.run.SegmentationException;

/** What PMML can express without a customer who might get another segment. */
final class Expressible {

    private static final String ASSIGNER = "assign customers by the Segment Assigner";

    private Expressible() {}

    /**
     * The centers by which customers are assigned.
     *
     * @param centers a row per segment
     * @param distance the distance
     */
    record Centers(Matrix centers, Distance distance) {}

    /**
     * The centers of a model.
     *
     * @throws SegmentationException if the model has none, or none by which customers are assigned
     */
    static Centers centers(ClusterModel model) {
        if (model.segments() == 0) {
            throw new SegmentationException(
                    "The model has no segment, so there is nothing to write",
                    "connect a segmentation that has segments");
        }
        if (model instanceof CentroidModel centroids) {
            return new Centers(centroids.centroids(), centroids.distance());
        }
        if (model instanceof TreeModel tree) {
            return new Centers(tree.centroids(), tree.distance());
        }
        String what = model instanceof MixtureModel
                ? "This is a Gaussian mixture, whose segments depend on densities, and PMML 4.4 has no rule to assign"
                        + " customers by them"
                : "These are segments of DBSCAN, which depend on all core customers and leave out noise, and PMML 4.4 has no"
                        + " such clusters";
        throw new SegmentationException(
                what, "connect a model of K-Means Segmentation or Hierarchical Segmentation", ASSIGNER);
    }

    /**
     * Checks the preparation of a model.
     *
     * @throws SegmentationException if a column is read or measured in a way that PMML does not have
     */
    static void check(Preparation preparation) {
        Set<String> used = Set.copyOf(preparation.sourceColumns());
        List<String> read = preparation.readings().stream()
                .filter(ColumnReading::isRead)
                .map(ColumnReading::column)
                .filter(used::contains)
                .map(column -> "'" + column + "' is read from texts")
                .toList();
        if (!read.isEmpty()) {
            throw new SegmentationException(
                    "The preparation reads numbers or dates from texts, and PMML 4.4 has no way to read them as it does",
                    read,
                    "convert these columns to numbers or dates before the Preprocessor and make the segmentation again",
                    ASSIGNER);
        }
        List<String> times = new ArrayList<>();
        for (ColumnPreparation column : preparation.columns()) {
            if (column instanceof Numbers numbers) {
                times.addAll(refusal(numbers));
            }
        }
        if (!times.isEmpty()) {
            throw new SegmentationException(
                    "The preparation uses times, which PMML 4.4 counts in whole seconds or not at all",
                    times,
                    "leave these columns out, or convert them to dates or numbers, and make the segmentation again",
                    ASSIGNER);
        }
    }

    private static List<String> refusal(Numbers column) {
        Quantity quantity = column.quantity().orElse(null);
        if (quantity == null) {
            return List.of("whether '" + column.column()
                    + "' holds numbers or dates is not known, because an earlier version made the preparation");
        }
        return switch (quantity) {
            case NUMBER, DATE -> List.of();
            case DATE_TIME -> List.of("'" + column.column() + "' holds dates with the time of day");
            case TIME, DURATION -> List.of("'" + column.column() + "' holds " + quantity.plural());
        };
    }

    /**
     * Checks names and categories.
     *
     * @throws SegmentationException naming the first text that XML cannot hold
     */
    static void checkTexts(SegmentationModel model, List<String> segments) {
        List<String> texts = new ArrayList<>(segments);
        texts.add(model.segmentColumn());
        model.preparation().ifPresent(preparation -> {
            texts.addAll(preparation.sourceColumns());
            for (ColumnPreparation column : preparation.columns()) {
                if (column instanceof Categories categories) {
                    texts.addAll(categories.levels());
                    texts.addAll(categories.grouped());
                }
            }
        });
        texts.addAll(model.features());
        for (String text : texts) {
            if (!XmlText.canHold(text)) {
                throw new SegmentationException(
                        "The text '" + visible(text) + "' has a control character, which XML cannot hold",
                        "remove the character from the table and make the segmentation again",
                        ASSIGNER);
            }
        }
    }

    private static String visible(String text) {
        return text.codePoints()
                .mapToObj(c ->
                        XmlText.canHold(Character.toString(c)) ? Character.toString(c) : String.format("\\u%04X", c))
                .collect(Collectors.joining());
    }
}
