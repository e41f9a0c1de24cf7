package org.tessera.engine.choose.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;

/** Hierarchical clustering by Ward's method: one dendrogram, which the first trial makes, cut for every trial. */
final class TreeCuts implements Family {

    private static final HierarchicalOptions OPTIONS = HierarchicalOptions.defaults();

    /** Dendrograms of parts of the rows by their fingerprints: the same parts come again for every number of segments. */
    private final Map<Long, MergeTree> trees = new ConcurrentHashMap<>();

    @Override
    public List<Trial> trials(int min, int max, DataSize size) {
        String title =
                Algorithms.HIERARCHICAL.title() + " (" + OPTIONS.linkage().title() + ")";
        Estimate linkage = Algorithms.HIERARCHICAL.estimate(OPTIONS, size);
        List<Trial> trials = new ArrayList<>();
        for (int k = min; k <= max; k++) {
            trials.add(new Trial(title, "k = " + k, k, k == min ? linkage.seconds() : 0, linkage.bytes()));
        }
        return trials;
    }

    @Override
    public Search search(int min, Matrix rows) {
        return new Cuts(min, rows);
    }

    /** Cuts the dendrogram of a part of the rows that was segmented before, by another number of segments. */
    @Override
    public Clusterer repeated(Configured<?> configured) {
        HierarchicalOptions options = (HierarchicalOptions) configured.options();
        return new Clusterer() {
            @Override
            public Implementation implementation() {
                return Implementation.TESSERA;
            }

            @Override
            public Clustering fit(Matrix rows, RunContext run) {
                long part = SegmentationModel.fingerprint(rows, run);
                MergeTree tree = trees.get(part);
                if (tree != null) {
                    return Hierarchical.cut(options, tree, rows, run);
                }
                Clustering clustering = new Hierarchical(options).fit(rows, run);
                trees.put(part, ((TreeModel) clustering.model()).tree());
                return clustering;
            }
        };
    }

    @Override
    public Estimate repeated(Trial trial, DataSize part) {
        Estimate linkage = Algorithms.HIERARCHICAL.estimate(OPTIONS, part);
        return trial.seconds() > 0 ? linkage : part.estimate("Cuts of", linkage.bytes(), 0, List.of());
    }

    @Override
    public Configured<?> planned(Trial trial) {
        return new Configured<>(Algorithms.HIERARCHICAL, OPTIONS.withSegments(trial.segments()));
    }

    @Override
    public Configured<?> among(Result found, int searched, int rows) {
        return found.configured();
    }

    /** Cuts of one dendrogram. */
    private static final class Cuts implements Search {

        private final int min;
        private final Matrix rows;
        private MergeTree tree;

        Cuts(int min, Matrix rows) {
            this.min = min;
            this.rows = rows;
        }

        @Override
        public Optional<Result> fit(int index, RunContext run) {
            HierarchicalOptions options = OPTIONS.withSegments(min + index);
            Clustering clustering = tree == null
                    ? new Hierarchical(options).fit(rows, run)
                    : Hierarchical.cut(options, tree, rows, run);
            tree = ((TreeModel) clustering.model()).tree();
            return Optional.of(new Result(new Configured<>(Algorithms.HIERARCHICAL, options), clustering));
        }
    }
}
