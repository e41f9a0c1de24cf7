package org.tessera.workbench.ui;

/**
 * The texts of a node's declaration.
 *
 * @param name the name
 * @param icon the path of the icon, relative to the factory class
 * @param shortDescription one sentence
 * @param fullDescription the text, may hold simple markup
 * @param since the version that first had the node, such as 5.8.0
 */
public record NodeTexts(String name, String icon, String shortDescription, String fullDescription, String since) {

    /**
     * A link of a description.
     *
     * @param href the address
     * @param text the text
     */
    public record Link(String href, String text) {}
}
