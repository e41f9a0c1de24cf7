package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.knime.node.parameters.updates.StateProvider;

/** Shows a message in the dialog, on a field of type Void. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {

    /** @return the provider of the message; an empty one shows nothing */
    Class<? extends StateProvider<Optional<Message>>> value();

    /**
     * A message.
     *
     * @param title the heading
     * @param description the text
     * @param type the kind
     */
    record Message(String title, String description, MessageType type) {}

    /** The kinds of message. */
    enum MessageType {
        /** A hint. */
        INFO,
        /** Something to look after. */
        WARNING,
        /** Something that keeps the node from running. */
        ERROR,
        /** A confirmation. */
        SUCCESS
    }
}
