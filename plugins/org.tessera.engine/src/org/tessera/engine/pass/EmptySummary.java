package org.tessera.engine.pass;

import java.io.Serializable;

/**
 * Makes the summaries of the parts before they have seen a customer; all of them are equal. May travel between machines by
 * Java serialization.
 *
 * @param <S> the summary
 */
@FunctionalInterface
public interface EmptySummary<S extends Summary<S>> extends Serializable {

    /** @return a new summary that has seen nothing */
    S create();
}
