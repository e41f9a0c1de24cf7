package org.tessera.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.RunContext;

/** A model on its way to the executors, as the bytes of its file; read once where it arrives. Thread safe. */
final class ModelBytes implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private transient SegmentationModel model;

    ModelBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The model. */
    synchronized SegmentationModel model(RunContext run) {
        if (model == null) {
            try {
                model = ModelFile.read(bytes, run);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return model;
    }
}
