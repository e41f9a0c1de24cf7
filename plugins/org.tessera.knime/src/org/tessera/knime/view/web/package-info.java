/**
 * The interactive view: what the page is told of a segmentation, summarized to at most a megabyte, and the page itself
 * ({@code page}: HTML, CSS and a script per part, put into one document with Apache ECharts).
 */
package org.tessera.knime.view.web;
