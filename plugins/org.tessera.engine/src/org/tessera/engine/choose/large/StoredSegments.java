package org.tessera.engine.choose.large;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.store.ModelStore;

/** A preparation, a cluster model and bins that travel between machines in the bytes of a model file. */
final class StoredSegments implements Serializable {

    /** The run of a block: one thread; whoever makes the pass cancels between blocks. */
    static final RunContext BLOCK = RunContext.of(0).withThreads(1);

    private static final long serialVersionUID = 1L;

    private static final Provenance NONE =
            new Provenance("", "", Map.of(), 0, "", "", 0, 0, false, List.of(), Optional.empty());

    private final byte[] bytes;
    private transient volatile SegmentationModel model;

    StoredSegments(Preparation preparation, ClusterModel clusters) {
        this(preparation, clusters, List.of());
    }

    /** With bins for the distributions of the own columns. */
    StoredSegments(Preparation preparation, ClusterModel clusters, List<ColumnBaseline> bins) {
        int[] oneEach = IntStream.range(0, clusters.segments()).toArray();
        SegmentationModel segments = new SegmentationModel(
                NONE, "", preparation.featureNames(), Optional.of(preparation), clusters, Labels.of(oneEach), 0);
        model = segments.withBaseline(new Baseline(bins, new int[0]));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ModelStore.write(model, zip, BLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes = out.toByteArray();
    }

    private SegmentationModel model() {
        if (model == null) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                model = ModelStore.readModel(zip, BLOCK);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return model;
    }

    Preparation preparation() {
        return model().preparation().orElseThrow();
    }

    ClusterModel clusters() {
        return model().clusters();
    }

    List<ColumnBaseline> bins() {
        return model().baseline().columns();
    }

    /** The features of the customers of a block that have all of them. */
    Rows features(CustomerTable block) {
        return Rows.of(preparation().apply(block, BLOCK).features());
    }

    /**
     * Rows that have all features.
     *
     * @param indices their indices, ascending
     * @param x their features
     */
    record Rows(int[] indices, Matrix x) {

        static Rows of(Matrix features) {
            int[] complete = IntStream.range(0, features.rows())
                    .filter(i -> !Double.isNaN(features.at(i, 0)))
                    .toArray();
            return new Rows(complete, complete.length == features.rows() ? features : features.select(complete));
        }
    }
}
