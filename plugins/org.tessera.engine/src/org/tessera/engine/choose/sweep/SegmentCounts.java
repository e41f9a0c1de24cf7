package org.tessera.engine.choose.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.Estimate;

/**
 * An algorithm with its default options and each number of segments; one trial, if it finds the number itself.
 *
 * @param <O> the options of the algorithm
 */
class SegmentCounts<O extends Record> implements Family {

    private final Algorithm<O> algorithm;

    SegmentCounts(Algorithm<O> algorithm) {
        this.algorithm = algorithm;
    }

    @Override
    public final List<Trial> trials(int min, int max, DataSize size) {
        List<Trial> trials = new ArrayList<>();
        for (int k = min; k <= max; k++) {
            Configured<O> configured = configured(k);
            Estimate estimate = configured.estimate(size);
            if (!counts()) {
                return List.of(
                        new Trial(algorithm.title(), "default options", 0, estimate.seconds(), estimate.bytes()));
            }
            trials.add(new Trial(algorithm.title(), "k = " + k, k, estimate.seconds(), estimate.bytes()));
        }
        return trials;
    }

    private boolean counts() {
        return algorithm.withSegments(algorithm.defaults(), 2).isPresent();
    }

    private Configured<O> configured(int k) {
        O defaults = algorithm.defaults();
        return new Configured<>(
                algorithm,
                k == 0 ? defaults : algorithm.withSegments(defaults, k).orElse(defaults));
    }

    @Override
    public final Search search(int min, Matrix rows) {
        return (index, run) -> {
            Configured<O> configured = configured(min + index);
            return Optional.of(new Result(configured, configured.clusterer().fit(rows, run)));
        };
    }

    @Override
    public final Configured<O> planned(Trial trial) {
        return configured(trial.segments());
    }
}
