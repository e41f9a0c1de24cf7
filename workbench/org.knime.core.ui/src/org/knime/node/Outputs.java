package org.knime.node;

import java.util.function.Consumer;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Takes what declared nodes put out. */
final class Outputs {

    private Outputs() {}

    private static <T> void set(final T[] target, final int index, final T value) {
        if (index < 0 || index >= target.length) {
            throw new ArrayIndexOutOfBoundsException(
                    "There is no output port " + index + ": the node has " + target.length + " output port(s).");
        }
        target[index] = value;
    }

    // Takes specs.
    record Configure(PortObjectSpec[] specs, Consumer<String> warning) implements DefaultModel.ConfigureOutput {

        @Override
        public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
            set(specs, index, spec);
        }
    }

    // Takes objects.
    record Execute(PortObject[] objects, Consumer<PortObject[]> internal, Consumer<String> warning)
            implements DefaultModel.ExecuteOutput {

        @Override
        public <D extends PortObject> void setOutData(final int index, final D data) {
            set(objects, index, data);
        }

        @Override
        @SafeVarargs
        public final <D extends PortObject> void setInternalData(final D... data) {
            final PortObject[] kept = new PortObject[data.length];
            for (int i = 0; i < data.length; i++) {
                kept[i] = data[i];
            }
            internal.accept(kept);
        }

        @Override
        public void setWarningMessage(final String message) {
            warning.accept(message);
        }
    }
}
