/**
 * The segmentation model: the fitted model of each algorithm, and with it labels, features and provenance. Its file
 * format is in {@link org.tessera.engine.store}.
 */
package org.tessera.engine.model;
