package org.tessera.engine.pass;

import java.io.Serializable;
import org.tessera.engine.data.CustomerTable;

/**
 * What one pass over customers computes. A summary of all customers is the same, bit for bit, however they are cut into
 * parts and blocks, and in whatever order blocks are added and parts are merged.
 *
 * <p>An instance is used by one thread at a time. After its customers have been added it may travel between machines by Java
 * serialization, without what it needs only to add customers: then it can be merged and read, no more.
 *
 * @param <S> the class itself
 */
public interface Summary<S extends Summary<S>> extends Serializable {

    /**
     * Adds customers.
     *
     * @param block at most {@link Customers#BLOCK_ROWS} customers with the columns of {@link Customers#columns()}, in that
     *     order; the categories of a column may differ from block to block
     * @param ids a 64-bit hash of each customer's identifier ({@link org.tessera.engine.model.TrainingRows#hash}), or 0
     *     where customers have none
     */
    void add(CustomerTable block, long[] ids);

    /**
     * Adds what another part has seen. The other summary must not be used afterwards.
     *
     * @param other a summary that began as an equal one
     */
    void merge(S other);
}
