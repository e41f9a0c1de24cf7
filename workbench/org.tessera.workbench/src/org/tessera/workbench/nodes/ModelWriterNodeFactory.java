package org.tessera.workbench.nodes;

/** Creates nodes that take the place of KNIME's "Model Writer" and read its settings. */
public final class ModelWriterNodeFactory extends FileNodeFactory<ModelWriterNodeModel> {

    @Override
    public ModelWriterNodeModel createNodeModel() {
        return new ModelWriterNodeModel();
    }
}
