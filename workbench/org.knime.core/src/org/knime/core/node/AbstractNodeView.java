package org.knime.core.node;

/**
 * The root of Swing views. The embedded workbench shows none; the class is here because factories name it.
 *
 * @param <T> what is shown
 */
public abstract class AbstractNodeView<T extends AbstractNodeView.ViewableModel> {
    private AbstractNodeView() {}

    /** What a view can show. */
    public interface ViewableModel {}
}
