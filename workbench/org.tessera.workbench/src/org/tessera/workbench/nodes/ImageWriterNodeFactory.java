package org.tessera.workbench.nodes;

/** Creates nodes that take the place of KNIME's "Image Writer (Port)" and read its settings. */
public final class ImageWriterNodeFactory extends FileNodeFactory<ImageWriterNodeModel> {

    @Override
    public ImageWriterNodeModel createNodeModel() {
        return new ImageWriterNodeModel();
    }
}
