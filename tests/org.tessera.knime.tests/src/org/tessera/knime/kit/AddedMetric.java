package org.tessera.knime.kit;

import java.lang.reflect.Method;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.metric.Metric;

/**
 * A metric that is in the catalog until this is closed, as if it had a line there. The catalog lets only its own package
 * add one, and that is another bundle's, so it is asked by reflection.
 */
public final class AddedMetric implements AutoCloseable {

    private final AutoCloseable addition;

    /** Adds a metric. */
    public AddedMetric(Metric metric) {
        try {
            Method add = Metrics.class.getDeclaredMethod("add", Metric.class);
            add.setAccessible(true);
            addition = (AutoCloseable) add.invoke(null, metric);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The catalog takes no metric of a test", e);
        }
    }

    @Override
    public void close() {
        try {
            addition.close();
        } catch (Exception e) {
            throw new IllegalStateException("The catalog keeps a metric of a test", e);
        }
    }
}
