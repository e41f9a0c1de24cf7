package org.tessera.workbench.nodes;

/** Creates nodes that take the place of KNIME's "Model Reader" and read its settings. */
public final class ModelReaderNodeFactory extends FileNodeFactory<ModelReaderNodeModel> {

    @Override
    public ModelReaderNodeModel createNodeModel() {
        return new ModelReaderNodeModel();
    }
}
