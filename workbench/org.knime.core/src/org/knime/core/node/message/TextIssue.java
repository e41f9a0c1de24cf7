package org.knime.core.node.message;

// An issue that is a text.
record TextIssue(String text) implements Issue {
    TextIssue {
        if (text == null) {
            throw new IllegalArgumentException("The text of an issue must not be null");
        }
    }

    @Override
    public String toPreformatted() {
        return text;
    }
}
