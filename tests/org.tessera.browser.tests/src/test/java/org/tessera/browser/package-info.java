/** The interactive view in a browser, inside a page that plays KNIME's part of the protocol. */
package org.tessera.browser;
