package org.tessera.engine.cluster;

import java.util.Objects;

/**
 * The implementation that runs an algorithm, and why.
 *
 * @param implementation {@link Implementation#WEKA} or {@link Implementation#TESSERA}
 * @param byHand whether the user has set it, rather than {@link Implementation#AUTOMATIC}
 * @param reason why, a sentence
 */
public record ImplementationChoice(Implementation implementation, boolean byHand, String reason) {

    /** Checks that it is one of the two. */
    public ImplementationChoice {
        Objects.requireNonNull(reason, "reason");
        if (implementation == Implementation.AUTOMATIC) {
            throw new IllegalArgumentException("The choice is Weka or Tessera, not automatic");
        }
    }

    /**
     * A choice made by the user.
     *
     * @param implementation the implementation that the user has set
     * @return the choice
     */
    public static ImplementationChoice byHand(Implementation implementation) {
        return new ImplementationChoice(implementation, true, "Chosen in the dialog.");
    }

    /**
     * Weka, chosen automatically.
     *
     * @param reason why, a sentence
     * @return the choice
     */
    public static ImplementationChoice weka(String reason) {
        return new ImplementationChoice(Implementation.WEKA, false, reason);
    }

    /**
     * Tessera, chosen automatically.
     *
     * @param reason why, a sentence
     * @return the choice
     */
    public static ImplementationChoice tessera(String reason) {
        return new ImplementationChoice(Implementation.TESSERA, false, reason);
    }

    /** @return whether Weka runs */
    public boolean isWeka() {
        return implementation == Implementation.WEKA;
    }

    /** @return "Weka" or "Tessera" */
    public String title() {
        return isWeka() ? "Weka" : "Tessera";
    }
}
