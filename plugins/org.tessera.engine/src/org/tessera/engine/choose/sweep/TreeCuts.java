package org.tessera.engine.choose.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.choose.stability.Repetition;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;

/** Hierarchical clustering by Ward's method: one dendrogram, which the first trial makes, cut for every trial. */
final class TreeCuts implements Family {

    private static final HierarchicalOptions OPTIONS = HierarchicalOptions.defaults();

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
        Dendrogram dendrogram = new Dendrogram(rows);
        return (index, run) -> {
            HierarchicalOptions options = OPTIONS.withSegments(min + index);
            return Optional.of(
                    new Result(new Configured<>(Algorithms.HIERARCHICAL, options), dendrogram.cut(options, run)));
        };
    }

    /** One dendrogram per part of the rows. */
    @Override
    public Repetition repeated(List<Configured<?>> trials) {
        return (rows, run) -> {
            Dendrogram dendrogram = new Dendrogram(rows);
            return index ->
                    dendrogram.cut((HierarchicalOptions) trials.get(index).options(), run);
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

    /** The dendrogram of rows, which the first cut makes. */
    private static final class Dendrogram {

        private final Matrix rows;
        private MergeTree tree;

        Dendrogram(Matrix rows) {
            this.rows = rows;
        }

        Clustering cut(HierarchicalOptions options, RunContext run) {
            if (tree != null) {
                return Hierarchical.cut(options, tree, rows, run);
            }
            Clustering clustering = new Hierarchical(options).fit(rows, run);
            tree = ((TreeModel) clustering.model()).tree();
            return clustering;
        }
    }
}
