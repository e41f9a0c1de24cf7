/**
 * Auto Segmentation of more customers than memory holds: searched on a sample, refined and measured by passes over all
 * customers.
 */
package org.tessera.engine.choose.large;
