package org.knime.core.node;

/**
 * The root of Swing views. The embedded workbench shows none; the class is here because factories name it.
 *
 * @param <T> what is shown
 */
public abstract class AbstractNodeView<T extends AbstractNodeView.ViewableModel> {
    private final T model;

    /** What a view can show. */
    public interface ViewableModel {}

    /**
     * Creates a view.
     *
     * @param model what to show, not null
     */
    protected AbstractNodeView(final T model) {
        this.model = java.util.Objects.requireNonNull(model, "Node model must not be null");
    }

    /**
     * Returns what is shown.
     *
     * @return the model
     */
    protected final T getViewableModel() {
        return model;
    }

    /** Is called when the model changed. */
    protected abstract void modelChanged();
}
