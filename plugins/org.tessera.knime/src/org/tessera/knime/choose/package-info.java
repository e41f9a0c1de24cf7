/** The Auto Segmentation node: from customers to the best segmentation, its rivals, and whether there are segments. */
package org.tessera.knime.choose;
