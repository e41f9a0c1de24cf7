package org.tessera.knime.pmml;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.tessera.knime.kit.TextFile;

/** Options of the Segmentation Model to PMML node. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class PmmlParameters implements NodeParameters {

    /** A file in the workflow. */
    static final String FILE = "knime://knime.workflow/data/segments.pmml";

    /** The column of the output table that holds the document. */
    static final String COLUMN = "PMML";

    private static final TextFile.Content CONTENT = new TextFile.Content("PMML document", COLUMN, FILE);

    static final class InWorkflow implements OptionalWidget.DefaultValueProvider<String> {
        @Override
        public String computeState(NodeParametersInput input) {
            return FILE;
        }
    }

    @Widget(
            title = "Write to file",
            description = "Where the document is written: an absolute path of this machine, or a URL of KNIME such as "
                    + FILE
                    + ", which is the folder data of the workflow. Off, no file is written; the document is in the"
                    + " output table. Default: none.")
    @OptionalWidget(defaultProvider = InWorkflow.class)
    Optional<String> m_file = Optional.empty();

    @Widget(
            title = TextFile.IF_EXISTS,
            description = "What happens if the file exists. Choose Fail to keep every document. Default: Overwrite.")
    @ValueSwitchWidget
    TextFile.IfExists m_ifExists = TextFile.IfExists.OVERWRITE;

    @Widget(
            title = TextFile.CREATE_FOLDERS,
            description =
                    "Creates the folders of the path that do not exist. Turn it off where a wrong path must not go"
                            + " unnoticed. Default: on.")
    boolean m_createFolders = true;

    @Override
    public void validate() throws InvalidSettingsException {
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
