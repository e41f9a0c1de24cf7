package org.tessera.knime.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.tessera.engine.data.Labels;
import org.tessera.engine.model.SegmentAnchor;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;

/** A segment and what it is to be called. The field names are stored in workflows and never change. */
final class SegmentName implements NodeParameters {

    /** Title of the option that holds the names. */
    static final String NAMES = "Names of segments";

    /** Largest length of a name, in characters. */
    static final int MAX_LENGTH = 60;

    /**
     * The segments of the connected model. What is stored is the segment with its center, so that it is found again when
     * its number changes; before the model exists, its name only.
     */
    static final class Segments implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(NodeParametersInput input) {
            return input.getInPortObject(1)
                    .filter(SegmentationModelPortObject.class::isInstance)
                    .map(model -> choices(((SegmentationModelPortObject) model).model()))
                    .orElseGet(() -> input.getInPortSpec(1)
                            .filter(SegmentationModelPortObjectSpec.class::isInstance)
                            .map(spec -> choices((SegmentationModelPortObjectSpec) spec))
                            .orElse(List.of()));
        }

        /** The segments with their numbers of customers. */
        static List<StringChoice> choices(SegmentationModel model) {
            List<SegmentAnchor> anchors = SegmentAnchor.of(model);
            return IntStream.range(0, anchors.size())
                    .mapToObj(s -> new StringChoice(
                            anchors.get(s).text(),
                            anchors.get(s).segment() + " ("
                                    + NodeTexts.count(model.labels().sizeOf(s), "customer") + ")"))
                    .toList();
        }

        private static List<StringChoice> choices(SegmentationModelPortObjectSpec spec) {
            return spec.segments().stream()
                    .filter(name -> !name.equals(Labels.NOISE_NAME))
                    .map(StringChoice::fromId)
                    .toList();
        }
    }

    @Widget(
            title = "Segment",
            description =
                    "The segment that gets the name. It is found again by its center when the segmentation is made"
                            + " anew, also if its number is another then.")
    @ChoicesProvider(Segments.class)
    String m_segment = "";

    @Widget(
            title = "Name",
            description = "What the segment is called from here on, up to 60 characters, different for each segment."
                    + " Default: none.")
    String m_name = "";

    SegmentName() {}

    SegmentName(String segment, String name) {
        m_segment = segment;
        m_name = name;
    }

    /** Names by label, and a warning about those whose segment is not found, or "". */
    record Found(Map<Integer, String> names, String warning) {}

    /** Refuses rows without segment or name, and names that cannot be. */
    static void validate(SegmentName... names) throws InvalidSettingsException {
        Map<String, String> segments = new HashMap<>();
        Map<String, String> others = new HashMap<>();
        for (SegmentName name : names) {
            if (name.m_segment == null || name.m_segment.isBlank()) {
                throw refusal(
                        "'" + NAMES + "' holds name '" + name.m_name + "' without a segment", "choose the segment");
            }
            if (name.m_name == null || name.m_name.isBlank()) {
                throw refusal("'" + NAMES + "' holds a segment without a name", "enter the name");
            }
            String text = name.m_name.strip();
            if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
                throw refusal("Name '" + text + "' has more than " + MAX_LENGTH + " characters", "shorten it");
            }
            if (text.equals(Labels.NOISE_NAME) || Labels.number(text) > 0) {
                throw refusal(
                        "'" + text + "' cannot be the name of a segment, as it means something else",
                        "choose another name");
            }
            if (segments.put(name.m_segment, text) != null || others.put(text.toLowerCase(Locale.ROOT), text) != null) {
                throw refusal("'" + NAMES + "' holds name '" + text + "' or its segment twice", "change one of them");
            }
        }
    }

    private static InvalidSettingsException refusal(String problem, String remedy) {
        return Failures.refusal(problem, remedy, "remove the row");
    }

    /** Finds the segments in a model. */
    static Found in(SegmentationModel model, SegmentName... names) {
        List<SegmentAnchor> anchors =
                Arrays.stream(names).map(n -> SegmentAnchor.parse(n.m_segment)).toList();
        int[] labels = SegmentAnchor.find(anchors, model);
        Map<Integer, String> found = new HashMap<>();
        List<String> lost = new ArrayList<>();
        for (int n = 0; n < names.length; n++) {
            if (labels[n] == SegmentAnchor.NOT_FOUND) {
                lost.add("'" + names[n].m_name.strip() + "'");
            } else {
                found.put(labels[n], names[n].m_name.strip());
            }
        }
        String warning = lost.isEmpty()
                ? ""
                : "No segment is similar to the one called " + NodeTexts.first(lost, ", ")
                        + ": choose the segment again in '" + NAMES + "', or remove the name.";
        return new Found(found, warning);
    }
}
