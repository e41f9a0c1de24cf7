/**
 * The file format of preparations and segmentation models: a versioned container of JSON and binary arrays. Reading
 * limits sizes and checks consistency.
 */
package org.tessera.engine.store;
