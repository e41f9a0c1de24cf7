package org.tessera.workbench.ui;

/**
 * An element of a dialog with the layout class it belongs to.
 *
 * @param layout the layout class, null if it belongs to the top of the dialog
 * @param element the element
 */
record PlacedElement(Class<?> layout, DialogElement element) {}
