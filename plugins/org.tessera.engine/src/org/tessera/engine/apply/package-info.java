/** A segmentation applied to new customers: their segments, and the shift of the segment shares since training. */
package org.tessera.engine.apply;
