package org.tessera.knime.kit;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricInfo;

/** Metrics in dialogs and descriptions, by what each says of itself. */
public final class MetricTexts {

    private static final String METRICS = "{metrics}";
    private static final String REFERENCES = "{references}";
    private static final String DOI = "doi:";

    private MetricTexts() {}

    /**
     * Metrics to choose from.
     *
     * @param metrics the metrics, in the order in which they are shown
     * @return their identifiers, which are stored, with their titles
     */
    public static List<StringChoice> choices(List<Metric> metrics) {
        return metrics.stream()
                .map(Metric::info)
                .map(info -> new StringChoice(info.id(), info.title()))
                .toList();
    }

    /**
     * The identifiers of metrics, as settings store them.
     *
     * @param metrics the metrics
     * @return their identifiers in the same order
     */
    public static List<String> ids(List<Metric> metrics) {
        return metrics.stream().map(metric -> metric.info().id()).toList();
    }

    /**
     * Completes a node's description with metrics.
     *
     * @param description simple HTML, with "{metrics}" where their list items stand and "{references}" where their
     *     publications are cited
     * @param metrics the metrics, in the order in which they are shown
     * @return simple HTML
     */
    public static String complete(String description, List<Metric> metrics) {
        return description
                .replace(METRICS, joined(metrics, "\n", MetricTexts::item))
                .replace(REFERENCES, joined(metrics, " ", MetricTexts::citation));
    }

    private static String joined(List<Metric> metrics, String separator, Function<MetricInfo, String> text) {
        return metrics.stream().map(Metric::info).map(text).collect(Collectors.joining(separator));
    }

    private static String item(MetricInfo info) {
        return "<li><b>" + escaped(info.title()) + "</b>: " + escaped(info.inWords()) + "</li>";
    }

    private static String citation(MetricInfo info) {
        String reference = escaped(info.reference());
        int doi = reference.indexOf(DOI);
        if (doi < 0) {
            return reference + ".";
        }
        String number = reference.substring(doi + DOI.length());
        return reference.substring(0, doi) + "<a href=\"https://doi.org/" + number + "\">" + DOI + number + "</a>.";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
