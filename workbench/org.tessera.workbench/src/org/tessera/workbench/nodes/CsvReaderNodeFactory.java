package org.tessera.workbench.nodes;

/** Creates nodes that take the place of KNIME's "CSV Reader" and read its settings. */
public final class CsvReaderNodeFactory extends FileNodeFactory<CsvReaderNodeModel> {

    @Override
    public CsvReaderNodeModel createNodeModel() {
        return new CsvReaderNodeModel();
    }
}
