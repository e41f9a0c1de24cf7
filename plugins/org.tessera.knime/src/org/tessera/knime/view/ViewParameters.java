package org.tessera.knime.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.tessera.engine.data.Labels;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.Settings;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;
import org.tessera.knime.view.web.ViewPart;
import org.tessera.knime.view.web.ViewSettings;

/**
 * What the interactive view shows of what was computed: these change nothing but the view, which shows a change at once.
 * The field names are stored in workflows and never change.
 */
@LoadDefaultsForAbsentFields
final class ViewParameters implements NodeParameters {

    private static final int COMPONENTS = 4;
    private static final String NOISE = "noise";

    /** A part with a tab. */
    enum Part {
        @Label("Scatter")
        SCATTER,
        @Label("Profile")
        PROFILE,
        @Label("Distributions")
        DISTRIBUTIONS,
        @Label("Silhouettes")
        SILHOUETTES,
        @Label("Sizes")
        SIZES,
        @Label("Choice of k")
        CHOICE_OF_K,
        @Label("Dendrogram")
        DENDROGRAM
    }

    /** An element of the list of parts. */
    @LoadDefaultsForAbsentFields
    static final class ShownPart implements NodeParameters {
        @Widget(title = "Part", description = "The part with this tab.")
        Part m_part = Part.SCATTER;

        ShownPart() {}

        private ShownPart(Part part) {
            m_part = part;
        }
    }

    static final class MaxComponent extends MaxValidation {
        @Override
        protected double getMax() {
            return COMPONENTS;
        }
    }

    static final class Columns implements FilteredInputTableColumnsProvider {
        @Override
        public boolean isIncluded(DataColumnSpec column) {
            return CustomerReader.isUsable(column);
        }
    }

    static final class Segments implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(NodeParametersInput input) {
            List<StringChoice> choices = new ArrayList<>();
            List<String> names = input.getInPortSpec(1)
                    .map(spec -> ((SegmentationModelPortObjectSpec) spec).segments())
                    .orElse(List.of());
            for (int s = 0; s < names.size(); s++) {
                String id = names.get(s).equals(Labels.NOISE_NAME) ? NOISE : Integer.toString(s + 1);
                choices.add(new StringChoice(id, names.get(s)));
            }
            return choices;
        }
    }

    @Layout(SegmentViewParameters.View.class)
    @Widget(
            title = "Title",
            description = "The title of the view. Empty: the numbers of customers and segments. Default: empty.")
    String m_title = "";

    @Layout(SegmentViewParameters.View.class)
    @Widget(
            title = "Cards",
            description =
                    "Whether the view shows a card per segment, with its name, size, description and rule, beside the"
                            + " charts. Default: on.")
    boolean m_cards = true;

    @Layout(SegmentViewParameters.View.class)
    @Widget(
            title = "Parts",
            description = "The parts of the view in the order of their tabs; the first one is open when the view opens."
                    + " A part that the model has no data for is left out: choice of k needs a model of Auto"
                    + " Segmentation, the dendrogram one of Hierarchical Segmentation. Default: all.")
    @ArrayWidget(
            addButtonText = "Add part",
            elementLayout = ArrayWidget.ElementLayout.HORIZONTAL_SINGLE_LINE,
            showSortButtons = true)
    ShownPart[] m_parts = Arrays.stream(Part.values()).map(ShownPart::new).toArray(ShownPart[]::new);

    @Layout(SegmentViewParameters.View.class)
    @Widget(
            title = "Columns of the view",
            description =
                    "The columns in profile, distributions and tooltips. Those that the view does not know, such as"
                            + " identifiers, do not appear. Default: all.")
    @ColumnFilterWidget(choicesProvider = Columns.class)
    ColumnFilter m_columns = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(SegmentViewParameters.View.class)
    @Widget(
            title = "Segments left out",
            description = "The segments that the view does not show; what it shows of the others stays the same."
                    + " Default: none.")
    @ChoicesProvider(Segments.class)
    @TwinlistWidget(includedLabel = "Left out", excludedLabel = "Shown")
    String[] m_hiddenSegments = {};

    @Layout(SegmentViewParameters.View.class)
    @Widget(
            title = "Horizontal component",
            description =
                    "The principal component on the horizontal axis of the scatter plot when the view opens, from 1 to"
                            + " 4; the view can show others. Default: 1.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxComponent.class)
    int m_horizontal = 1;

    @Layout(SegmentViewParameters.View.class)
    @Widget(
            title = "Vertical component",
            description = "The principal component on the vertical axis, from 1 to 4, another than the horizontal one."
                    + " Default: 2.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxComponent.class)
    int m_vertical = 2;

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.inRange("Horizontal component", m_horizontal, 1, COMPONENTS);
        Settings.inRange("Vertical component", m_vertical, 1, COMPONENTS);
        if (m_horizontal == m_vertical) {
            throw new InvalidSettingsException("Options 'Horizontal component' and 'Vertical component' are both "
                    + m_horizontal + ": choose different components.");
        }
    }

    /** What a view shows, given the columns to choose from; everything if its settings could not be read. */
    static ViewSettings of(ViewInput input, List<DataColumnSpec> columns) {
        ViewParameters parameters = input.getParameters();
        return Objects.requireNonNullElseGet(parameters, ViewParameters::new).settings(columns);
    }

    private ViewSettings settings(List<DataColumnSpec> columns) {
        List<String> selected = List.of(m_columns.filter(columns));
        return new ViewSettings(
                m_title,
                m_cards,
                Arrays.stream(m_parts)
                        .map(shown -> new ViewSettings.Part(ViewPart.valueOf(shown.m_part.name())))
                        .toList(),
                new ViewSettings.Columns(selected.size() == columns.size() ? null : selected),
                List.of(m_hiddenSegments),
                m_horizontal,
                m_vertical);
    }
}
