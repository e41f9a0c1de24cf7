/** The segmentation model: what clustering has learned, and its file format. */
package org.tessera.engine.model;
