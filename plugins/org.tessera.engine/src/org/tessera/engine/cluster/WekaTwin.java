package org.tessera.engine.cluster;

import java.util.List;
import org.tessera.engine.data.DataSize;

/**
 * What the engine knows of Weka's implementation of an algorithm; the class itself is reached through org.tessera.weka
 * only.
 *
 * @param <O> the options of the algorithm
 */
public interface WekaTwin<O extends Record> {

    /** @return the simple name of Weka's class, such as "SimpleKMeans" */
    String className();

    /**
     * What {@link Implementation#AUTOMATIC} takes: Weka where it gives the right result in useful time, Tessera
     * otherwise. Pure.
     *
     * @param options the options
     * @param size the size of the table
     * @return the choice and its reason
     */
    ImplementationChoice automatic(O options, DataSize size);

    /**
     * Time and memory of Weka's class, which runs on one thread.
     *
     * @param options the options
     * @param size the size of the table
     * @return bytes and seconds
     */
    Demand demand(O options, DataSize size);

    /** @return options that take less of Weka, the best first; none if not said otherwise */
    default List<String> cheaper() {
        return List.of();
    }

    /**
     * Time and memory.
     *
     * @param bytes memory beside the input
     * @param seconds time
     */
    record Demand(double bytes, double seconds) {}

    /**
     * The memory of the objects that Weka makes of the rows.
     *
     * @param size the size of the table
     * @return bytes of one list of instances
     */
    static double instancesBytes(DataSize size) {
        return size.rows() * (8.0 * size.columns() + 100);
    }
}
