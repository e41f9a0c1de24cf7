package org.tessera.engine.cluster;

import java.util.List;
import org.tessera.engine.data.DataSize;

/**
 * The description of Weka's implementation of an algorithm: when it is used, its time and memory. The class itself is
 * called by org.tessera.weka only.
 *
 * @param <O> the options of the algorithm
 */
public interface WekaTwin<O extends Record> {

    /** @return the simple name of Weka's class, such as "SimpleKMeans" */
    String className();

    /**
     * The choice of {@link Implementation#AUTOMATIC}: Weka where it gives the result of Tessera in useful time, by the
     * numbers of rows and columns, or where only Weka knows what is asked for; otherwise Tessera. So the result never
     * depends on the choice. A function of its arguments only.
     *
     * @param options the options
     * @param size the size of the table
     * @return the choice and its reason
     */
    ImplementationChoice automatic(O options, DataSize size);

    /**
     * Estimates time and memory of Weka's class, which runs on one thread.
     *
     * @param options the options
     * @param size the size of the table
     * @return bytes and seconds
     */
    Demand demand(O options, DataSize size);

    /** @return changes of options that lower the time or memory of Weka, the best first; by default none */
    default List<String> cheaper() {
        return List.of();
    }

    /**
     * Time and memory.
     *
     * @param bytes memory in addition to the input
     * @param seconds processor time of one thread
     */
    record Demand(double bytes, double seconds) {}

    /**
     * The memory of the rows as objects of Weka.
     *
     * @param size the size of the table
     * @return bytes of one list of instances
     */
    static double instancesBytes(DataSize size) {
        return size.rows() * (8.0 * size.columns() + 100);
    }
}
