/** A segmentation applied to new customers: their segments, and how they differ from the training customers. */
package org.tessera.engine.apply;
