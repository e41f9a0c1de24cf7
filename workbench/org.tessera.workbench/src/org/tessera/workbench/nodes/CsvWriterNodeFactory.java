package org.tessera.workbench.nodes;

/** Creates nodes that take the place of KNIME's "CSV Writer" and read its settings. */
public final class CsvWriterNodeFactory extends FileNodeFactory<CsvWriterNodeModel> {

    @Override
    public CsvWriterNodeModel createNodeModel() {
        return new CsvWriterNodeModel();
    }
}
