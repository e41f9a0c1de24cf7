package org.knime.core.node;

import java.util.EventListener;
import org.knime.core.node.message.Message;

/** Hears of a node model's warnings. */
public interface NodeModelWarningListener extends EventListener {
    /**
     * Is called when the warning changed.
     *
     * @param warning the new warning, null for none
     */
    void warningChanged(Message warning);
}
