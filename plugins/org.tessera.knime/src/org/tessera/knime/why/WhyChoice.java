package org.tessera.knime.why;

import org.knime.node.parameters.widget.choices.Label;

/** Whether reasons are appended. The names of the constants are stored in workflows and never change. */
public enum WhyChoice {
    /** No reasons. */
    @Label(value = "No", description = "No reason is given.")
    NONE,
    /** A sentence per customer. */
    @Label(
            value = "A sentence",
            description = "A sentence per customer names the columns that decided, with the customer's own entries,"
                    + " and those that speak for the runner-up.")
    SENTENCE,
    /** A sentence per customer, and the contribution of every column. */
    @Label(
            value = "Sentence and contributions",
            description = "Also the contribution of every column and their sum, the margin over the runner-up.")
    CONTRIBUTIONS;

    /** The title of the choice. */
    public static final String TITLE = "Append why";

    /** The description of the choice, up to what differs between nodes. */
    public static final String DESCRIPTION =
            "Appends why a customer is in the segment rather than in the runner-up. A contribution above 0"
                    + " speaks for the segment, one below 0 for the runner-up; they add up to the margin. Choose a sentence to"
                    + " talk to people, contributions to sort and filter by them.";
}
