package org.tessera.knime.report;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.kit.Settings;
import org.tessera.knime.kit.TextFile;

/** Options of the Segmentation Report. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class ReportParameters implements NodeParameters {

    /** A file in the workflow. */
    static final String FILE = "knime://knime.workflow/data/report.html";

    private static final TextFile.Content CONTENT = new TextFile.Content("report", "HTML", FILE);

    private static final int MAX_COLUMNS = 30;

    @Section(title = "Report")
    interface Content {}

    @Section(title = "File")
    @After(Content.class)
    interface Output {}

    static final class MaxColumns extends MaxValidation {
        @Override
        protected double getMax() {
            return MAX_COLUMNS;
        }
    }

    static final class InWorkflow implements OptionalWidget.DefaultValueProvider<String> {
        @Override
        public String computeState(NodeParametersInput input) {
            return FILE;
        }
    }

    static final class NoText implements OptionalWidget.DefaultValueProvider<String> {
        @Override
        public String computeState(NodeParametersInput input) {
            return "";
        }
    }

    @Layout(Content.class)
    @Widget(title = "Title", description = "The title of the report. Default: Customer segmentation.")
    String m_title = "Customer segmentation";

    @Layout(Content.class)
    @Widget(
            title = "Note below the title",
            description =
                    "A line below the title, such as the date, the source of the customers or for whom the report is"
                            + " made. The report holds no date of its own, so that the same input gives the same file. Default:"
                            + " none.")
    @OptionalWidget(defaultProvider = NoText.class)
    Optional<String> m_note = Optional.empty();

    @Layout(Content.class)
    @Widget(title = SegmentColumnChoice.TITLE, description = SegmentColumnChoice.DESCRIPTION)
    @ChoicesProvider(SegmentColumnChoice.Columns.class)
    @OptionalWidget(defaultProvider = SegmentColumnChoice.Last.class)
    Optional<String> m_segmentColumn = Optional.empty();

    @Layout(Content.class)
    @Widget(
            title = "Columns per segment",
            description = "The number of columns listed for each segment, from 1 to 30: those in which it differs most."
                    + " With up to 6, a segment takes about half a page on paper. Default: 6.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxColumns.class)
    int m_columns = 6;

    @Layout(Content.class)
    @Widget(
            title = "Seed",
            description =
                    "The seed of the random numbers that draw the sample of customers in the scatter plot and, of more"
                            + " than 20,000 customers, for the silhouettes; any whole number. Default: 1.",
            advanced = true)
    long m_seed = 1;

    @Layout(Output.class)
    @Widget(
            title = "Write to file",
            description = "Where the report is written: an absolute path of this machine, or a URL of KNIME such as "
                    + FILE + ", which is the folder data of the workflow. Off, no file is written; the report is in the"
                    + " view and in the output table. Default: none.")
    @OptionalWidget(defaultProvider = InWorkflow.class)
    Optional<String> m_file = Optional.empty();

    @Layout(Output.class)
    @Widget(
            title = TextFile.IF_EXISTS,
            description = "What happens if the file exists. Choose Fail to keep every report. Default: Overwrite.")
    @ValueSwitchWidget
    TextFile.IfExists m_ifExists = TextFile.IfExists.OVERWRITE;

    @Layout(Output.class)
    @Widget(
            title = TextFile.CREATE_FOLDERS,
            description =
                    "Creates the folders of the path that do not exist. Turn it off where a wrong path must not go"
                            + " unnoticed. Default: on.")
    boolean m_createFolders = true;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_title == null || m_title.isBlank()) {
            throw new InvalidSettingsException("Option 'Title' is empty: give the report a title.");
        }
        Settings.inRange("Columns per segment", m_columns, 1, MAX_COLUMNS);
        if (m_file.isPresent() && m_file.get().isBlank()) {
            throw new InvalidSettingsException(
                    "Option 'Write to file' is on, but empty: name a file, such as " + FILE + ", or turn it off.");
        }
    }

    /** The file to write, if there is one. */
    Optional<TextFile> file() {
        return m_file.map(location -> new TextFile(CONTENT, location, m_ifExists, m_createFolders));
    }
}
